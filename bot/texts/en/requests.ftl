# A request to get in touch: the words that are passed on, who gets them and when, and what becomes of it.

tell-button = Tell { $route }
route-or = { $first } or { $last }
hours-weekdays = weekdays
hours-every-day = every day
hours-weekends = weekends
hours-range = { $first } to { $last }
hours-always = at any hour
hours-there = { $hours }, { $place } time

# The very words that the other side reads: the client sees them before sending.
request = { $name } asks you to get in touch.
request-card = { $name } asks you to get in touch. { $name } asked from the crisis card.
request-clozapine = { $name } takes clozapine, and their smoking is changing or may change soon. They asked me to tell you. Please see to it today.
request-medicine = { $name } would like to talk about a medicine.
request-side-effects = { $name } has side effects from what they use to stop, and would like you to know.
request-pregnancy = { $name } is pregnant, or may be, and would like you to know.

by-today = { $time } today
by-tomorrow = { $time } tomorrow
by-day = { $time } on { $day }
tell-reads = { $route } reads these words:
tell-words = “{ $words }”
tell-first = { $name }, { $hours }.
tell-then = If { $name } hasn't opened it by { $when }: { $cover }, who covers, { $hours }.
tell-after = After that: { $cover }, { $hours }.
tell-unreachable = I can't reach { $name } at the moment. I'll send it to { $name } as soon as I can.
tell-instead = It goes to { $name } now, who covers, { $hours }.
tell-before-touch = They may not see this before { $when }. If you may not stay safe until then, call { $call }. Send it?
tell-now-touch = They may not see this for a while. If you may not stay safe until then, call { $call }. Send it?
tell-back-then-touch = Nobody sees this until I reach them. If you may not stay safe until then, call { $call }. Send it?
tell-before-about = They may not see it before { $when }. If it can't wait, call { $call }. Send it?
tell-now-about = They may not see it for a while. If it can't wait, call { $call }. Send it?
tell-back-then-about = Nobody sees it until I reach them. If it can't wait, call { $call }. Send it?
tell-send = Send it
tell-sent = It's with { $name }.
tell-sent-kept = I'm keeping it for { $name }. I'll send it as soon as I can reach them.
tell-sent-before-touch = They may not see it before { $when }. Please don't wait for them: call { $call } if it gets harder.
tell-sent-now-touch = Please don't wait for them: call { $call } if it gets harder.
tell-sent-before-about = They may not see it before { $when }. If it can't wait, call { $call }.
tell-sent-now-about = If it can't wait, call { $call }.
tell-sent-hear = I'll tell you when it's opened. If nobody has opened it by { $when }, I'll tell you that too.
tell-waiting = { $name } already has your message, sent { $when }. It isn't opened yet.
tell-waiting-kept = I still have your message for { $name }, from { $when }. I'll send it as soon as I can reach them.
tell-nobody = There is nobody here I could pass it on to. Please call { $call }.

request-opened = { $practitioner } has opened your message.
request-late = { $name } has not opened your message yet. Please don't wait for them. Call { $call }.
request-late-nobody = Nobody has opened your message yet. Please don't wait for them. Call { $call }.
request-late-passed = { $name } has it now too.

# What whoever has it reads under the words.
request-sent = Sent { $when }.
request-label = Your link for them says: { $label }
request-which = This is { $name }.
request-cover = You cover for { $name }. Their link says: { $label }
request-cover-nobody = You cover for { $name }.
request-told = Nobody watches this live and it is not a risk check.
request-left = { $name } asked you to get in touch, { $when }, and has left since. A first name is all I keep.
request-left-nobody = Somebody asked you to get in touch, { $when }, and has left since. I keep no name.
request-seen-button = I've seen this
request-open-person = Open { $name }
request-open-one = Asked: { $name }
request-seen = You opened this { $when }.
request-seen-by = { $name } opened this { $when }.
request-back = { $name } took this back { $when }. There is nothing to do.
request-back-nobody = This was taken back { $when }. There is nothing to do.
note-request-over = Somebody who has left since asked you to get in touch. I don't keep that any longer.
note-request-handed = This request for help has gone to a colleague. There is nothing to do.
a-colleague = a colleague
somebody = Somebody who has left

summary-asked = ASKED FOR YOU ({ $count })
weekly-asked-line = { $name }, { $when }. Not opened
asked-clozapine = clozapine, for today
asked-medicine = a medicine
asked-side-effects = side effects
asked-pregnancy = a pregnancy

privacy-sees-same-day = If you take clozapine, the team hears so on the day your smoking changes. You said yes to that.
privacy-sees-request = { $route } can see what you asked of them, whatever else you show.

# What a practitioner sets.
route-settings = <b>When people ask you to get in touch</b>
route-you = It comes to you, { $hours }.
route-cover = If you haven't opened it in time: { $cover }, who covers, { $hours }.
route-no-cover = Nobody covers for you.
route-promise = In time is two of these hours for what comes from the crisis card or is about clozapine, and four for the rest. People read your name, these hours and your cover before they send.
route-ask = Type your hours, such as { $example }.
route-pick = Who covers? They are told, and can say no. Ask them first.
route-nobody-here = Nobody else is here who could cover. Whoever runs this service can invite a colleague.
route-hours-button = My hours
route-cover-button = Who covers
route-cover-none = Nobody I name
settings-route = Hours and cover
note-not-hours = I can't read these hours. Please write them like Mon-Fri 9-17, or Mon, Wed 9:30-12, 14-17.
cover = { $name } has named you as cover. When somebody asks { $name } to get in touch and { $name } hasn't opened it in time, it comes to you.
cover-over = You don't cover for { $name } any more.
cover-end = I can't cover
cover-ended = { $name } doesn't cover for you any more.

# Leaving.
leave-asked = You asked { $name } to get in touch, and it isn't opened yet. Keep that, or take it back?
leave-asked-kept = If you keep it, whoever has it sees your first name and when you asked, for 14 days at most, and nothing else.
leave-asked-erased = I can't tell you then when it's opened.
leave-asked-keep = Keep it
leave-asked-back = Take it back
leave-left-asked = You've left. I'll write when your message is opened, or if nobody opens it in time, and about nothing else.
leave-needed = Somebody asked you to get in touch, and it isn't opened yet. Please open it first.

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
