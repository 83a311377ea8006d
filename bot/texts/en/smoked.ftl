# "I smoked": a diary before the quit date, a lapse from then on. Kept, and never a reset.

smoked-lapse = Thanks for telling me. That can be hard to say.
smoked-counts = { $days ->
        [one] Your 1 smoke-free day still counts.
       *[other] Your { $days } smoke-free days still count.
    }
smoked-about = This tells us about the moment you were in, not about you. What would help now?
smoked-next-craving = Next craving
smoked-work-out = Work out what happened
smoked-all-tonight = That's all tonight
smoked-all-today = That's all for today
smoked-by-mistake = I tapped by mistake
smoked-hello = I'll leave you in peace until { $when }.
smoked-bye = Thank you for telling me. Be kind to yourself.
smoked-taken-back = Taken back. Nothing of it is kept.
smoked-taken-back-check-in = Taken back. Nothing of it is kept. /checkin is there if you want today's.
smoked-too-old = That was a while ago, so it stays.
smoked-supporter = { $supporter } is not told.
smoked-supporters = Your supporters are not told.
smoked-who-sees = In the summary, { $practitioner } can see that you smoked on { $day }.
smoked-who-replies = { $practitioner } can't see this. It is wiped within two days.
smoked-who-you = Nobody else can see this.
smoked-who-unkept = Nobody else can see this. It is wiped within two days.

smoked-many = How many? Tap a number if you want to say.
smoked-known = You told me a moment ago, so I have it once. Was it more?
smoked-many-noted = Number noted: { $amount }. Another tap changes it.
smoked-type = How many? Send me a number.
smoked-type-refused = I need a number from 1 to 200, such as 4. Or tap Back.
smoked-earlier = It was earlier
smoked-when = Which day was it?
smoked-when-0 = Today
smoked-when-1 = Yesterday
smoked-when-2 = Two days ago
smoked-moment = What was going on?
smoked-idea = What might have helped, or might help next time? Your idea first. Type it, or tap.
smoked-mine = Show me one of mine
smoked-mine-one = You told me what helps: <b>{ $words }</b>
smoked-mine-moment = For moments like { $moment }, you told me: <b>{ $words }</b>
smoked-kept = Kept for next time. <b>{ $plan }</b>
smoked-keep-mine = Keep it for next time
smoked-sure = How sure are you that you'd get through the next one? 0 is not at all, 10 is very sure.
smoked-sure-who = Nobody else sees this number.
smoked-sure-unkept = You chose that I keep no answers, so I don't keep this number.
smoked-sure-said = { $value }. Thank you for thinking it through. That is work, and it counts.
smoked-not-kept = A good idea. You chose that I keep no words, so hold on to it yourself.
