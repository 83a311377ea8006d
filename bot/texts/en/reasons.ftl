# Why somebody stops, and what smoking and stopping give and cost, now and later: five lists in their own words.

reasons = <b>Why you want to stop</b>
reasons-none = Nothing here yet. One reason in your own words is plenty.
reasons-line = · { $words }
reasons-line-pinned = ★ { $words }
reasons-more = Tap one to change it, or to have it shown first.
reasons-add = Add one
reasons-now-later = Now and later
reasons-back = My reasons
reasons-ask-why = Why do you want to stop? One reason in your own words. Type it here.
reasons-ask-smoking_now = What does smoking give you, right now? It gives something, or you wouldn't do it. Type it here.
reasons-ask-smoking_later = What does it cost you later on? In money, in health, with people, or in your head. Type it here.
reasons-ask-stopping_now = What is stopping like now, the good or the hard of it? Type it here.
reasons-ask-stopping_later = What do you get later, when you've stopped? Type it here.
reasons-other-words = What are the new words? Type them here. It now says: { $words }

reasons-table = <b>Now and later</b>
reasons-table-none = What does smoking give you now, and what does it cost you later? And what about stopping? Pick a list and write one line.
reasons-side-smoking_now = What smoking gives me now
reasons-side-smoking_later = What it costs me later
reasons-side-stopping_now = What stopping is like now
reasons-side-stopping_later = What I get later
reasons-empty = Nothing on this one yet.

reasons-item = <b>{ $words }</b>
reasons-item-pinned = You see this one first when a craving comes, and on the morning of your quit date.
reasons-edit = Other words
reasons-pin = Show it first
reasons-unpin = Not first any more
reasons-remove = Take it off
reasons-removed = Taken off.
