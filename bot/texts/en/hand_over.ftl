# Another practitioner takes the place of the one before. The client reads it once, by day, with whom to call.

handed-over = From now on { $practitioner } is there for you here, in place of { $before }.
handed-over-someone = From now on { $practitioner } is there for you here.
handed-over-hidden = { $practitioner } sees none of what you tell me unless you choose it, and { $before } gets nothing more of it.
handed-over-hidden-someone = { $practitioner } sees none of what you tell me unless you choose it.
handed-over-kept = All you've kept is still here, and I check in as before.
handed-over-asked = { $practitioner } has your message now. It isn't opened yet.
handed-over-session = Your next session was with { $before }, so I've taken the date out. Tell me the new one when you know it.
handed-over-session-someone = Your next session was with somebody else, so I've taken the date out. Tell me the new one when you know it.
handed-over-call = If things get hard before you two have met, call { $call }.
handed-over-choose = Choose what { $practitioner } sees
handed-over-private = Keep it private
handed-over-is-private = OK, it stays private. If you'd like { $practitioner } to see some of it one day, that's under /settings.

# Nobody takes their place.
handed-over-nobody = { $before } can't be there for you here any more, and nobody here takes their place.
handed-over-nobody-someone = Nobody is there for you behind this chat any more.
handed-over-nobody-asked = Nobody opened the message you asked me to pass on, and nobody will. Please call { $call }.
handed-over-nobody-call = If things get hard, please call { $call }. Your GP can help you find somebody to talk to.
handed-over-nobody-on = I still check in and help with cravings, and no practitioner sees what you tell me. /leave is there if you'd like to stop.

# What the two practitioners read: counts, and no names.
took-over = { $count ->
        [0] You stand in for { $name } from now on.
        [one] 1 person comes to you from { $name }.
       *[other] { $count } people come to you from { $name }.
    }
took-over-hidden = { $count ->
        [one] They're told so by day, and asked what they'd like you to see. Until then you see a name, and what your clinic entered.
       *[other] They're told so by day, and asked what they'd like you to see. Until then you see names, and what your clinic entered.
    }
took-over-requests = { $count ->
        [one] 1 request for help is with you now. It's in this chat, and stays under /clients until you open it.
       *[other] { $count } requests for help are with you now. They're in this chat, and stay under /clients until you open them.
    }
took-over-people = Who joined
handed-on = { $count ->
        [0] { $name } stands in for you from now on.
        [one] 1 person who was with you is with { $name } now.
       *[other] { $count } people who were with you are with { $name } now.
    }
handed-on-off = I take what they showed you off this chat, as far as Telegram lets me.
handed-on-nobody = { $count ->
        [one] 1 person who was with you is told that nobody here takes your place, and whom to call.
       *[other] { $count } people who were with you are told that nobody here takes your place, and whom to call.
    }

note-practitioner-ended = You're not set up as a practitioner here any more. Nobody is invited by your links now. If that's a mistake, please ask whoever runs this service.
