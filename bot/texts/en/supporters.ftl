# What a client reads about the people on their side.

supporters = <b>People on your side</b>
    They get a small idea now and then. They never see what you tell me.
supporters-none = Is there a friend or someone at home who is good company?
supporters-look = Is everybody here still right for you? You can end it any time. They read “This has ended”, and no more.
supporters-add = Ask someone
supporters-line = { $name }: { $state }
support-state-made = link not used yet
support-state-opened = not answered yet
support-state-accepted = said yes
support-state-declined = not this time
support-state-ended = this has ended
support-state-gone = can't be reached

support-ask-name = What do you call them? A first name is fine. They will see it.
support-one = <b>{ $name }</b>: { $state }
support-sees = What may { $name } see? Tap to tick. What is not ticked, { $name } never reads from me.
support-share-stopping = That I'm stopping smoking
support-share-good_news = Good news that I choose
support-share-each_time = Let me choose each time
support-shares-none = Nothing is ticked. { $name } then gets ideas for good company, and no more.
support-wish = Your wish: “{ $wish }”
support-when = Ideas come: { $days }, { $time }, on { $name }'s clock.
support-when-theirs = { $name } picks the days.
support-button-link = Make the link
support-button-wish = My wish
support-button-days = Days
support-button-preview = What they see
support-button-tell = Tell { $name }
support-button-end = End this
support-button-remove = Take off the list
support-button-all = All

support-link = This link is for { $name }, once. Forward this message, or copy the link. It works for { $days } days. I show it once.

    { $link }
support-link-words = Words you could add: “I'd like you on my side for a while. This shows you what it means. You can say no.”
support-link-gone = This link was shown once and is put away.
support-link-another = Another link

support-ask-wish = What would you like { $name } to do, or not to do? One line. { $name } sees it as you write it.
    Such as: “Text me about 5. Please don't ask how it goes.”
support-no-wish = No wish
support-preview = What { $name } would read:
support-end = End it now? { $name } gets no message. What { $name } has open will say “This has ended”.
support-end-yes = Yes, end it

support-ask-tell = What would you like { $name } to know? Type it, and look at it before it goes.
support-tell-days = { $days ->
        [one] One smoke-free day.
       *[other] { $days } smoke-free days.
    }
support-tell-each = { $name } will read this, and nothing else:
support-tell-milestone = { $milestone }.
support-tell-send = Send it
support-tell-change = Write it another way
# Words that would tell somebody what they are not to know. Asked before they go.
support-tells = This tells { $name } that you're stopping. Send it?
support-wish-asks = Your wish: “{ $wish }”
    This tells { $name } that you're stopping. Send it?
support-label-asks = They see what you call them: “{ $name }”. That tells them you're stopping. Make the link?
support-change = Change it
support-leave-out = Leave it out
support-tell-sent = Sent to { $name }.
support-tell-enough = That's three today. Tomorrow is fine.
support-passed-on = { $name } sent you a line:

    “{ $words }”
support-passed-why = { $name } said yes to being on your side, and wrote this. Nobody is told that you read it. You can end it in /supporters.
support-helped = That helped
support-not-really = Not really
support-rated = Thank you. { $name } isn't told.

note-support-full = Five people is as many as I can keep. You can take one off the list.
note-support-clients = That works once you've set this up with a link.
