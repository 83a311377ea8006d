# Ideas of the catalogue, and a client's own words for hard moments.

browse = What would do you good now?
browse-because = You said { $because }.
browse-moments = By what's going on
browse-where = Place and time
browse-by-moment = What's going on?
browse-by-place = Where are you, and how many minutes are there?
browse-show = Show ideas
browse-for = <b>{ $what }</b>
browse-own = <b>Yours</b>
browse-ideas = <b>Ideas</b>
browse-line = { $number }. { $words }
browse-line-mine = { $number }. { $words } (yours)
browse-none = No idea of mine fits that. Another place, more time, or one of your own?
browse-take = Tap a number to keep it with what helps you.
browse-other = Something else
toast-taken = Kept with what helps you.
toast-not-taken = Not kept: the list is full, or you chose that I keep no answers.

phrases = <b>Your own words</b>
phrases-none = Nothing here yet. What would you like to hear in a hard moment? Your words, not mine.
phrases-more = One of them comes up when a craving hits. Tap one to take it off.
phrases-who = Only you see these.
phrases-line = · { $words }
phrases-remove = ✕ { $words }
phrases-add = Add one
phrases-ask = What would you like to hear in a hard moment? Type it in your own words.
phrases-gone = Taken off: { $words }
