# "Why this?": from the decision as it was kept. Each line stands alone; those that are true are put together.

why-asked = You asked for this one.
why-daily = You asked for a check-in at { $slot } each day.
why-weekdays = You asked for a check-in at { $slot } on some days. This was one of them.
why-course-morning = You're on { $level }. On days like this that means a word in the morning, at { $slot }.
why-course-risk = You're on { $level }. On days like this that means a word at the hour that's hardest for you, { $slot }.
why-course-evening = You asked for a check-in at { $slot }.
why-between = You asked for a check-in between { $from } and { $to }.
why-drawn = The time, { $time }, was picked by chance.
why-will-be-drawn = The time is picked by chance on the day.
why-moved = You moved this one to { $time }.
why-moved-by = { $name } moved this one to { $time }.
why-moved-by-someone = Your practitioner moved this one to { $time }.
why-quiet = It had been quiet for a while, so one small question came in place of the check-in.
why-soft = You had the numbers from me on { $day }, so I kept it short.
why-soft-today = You had the numbers from me today, so I kept it short.
why-soft-coming = You had the numbers from me, so I keep it short.
why-last = It had been quiet for long, so this one word came in place of the check-in. After it I keep quiet until you write.
why-reminded = I remind you once, then leave it.
why-day = It's day { $day } since your quit date.
why-day-zero = It's your quit date.
why-waits = It waits for you until { $time }, or until I ask something else.
why-held-cap = Held back that day: { $what }, as you'd had enough messages.
why-held-card = Part of this check-in, so no message of its own: { $what }.
why-held-other = Held back that day: { $what }.
why-what-reminder = a reminder
why-what-other = one more message

why-hello-lapse = After what you told me, I said I'd say hello at { $slot }. That is all this was.
why-hello-tonight = You left smoking for that evening, and I said I'd say hello at { $slot }. That is all this was.
why-hello-pause = You took a break until { $slot }, and I said I'd say hello then.
why-quit_day = You picked this day. I said I'd write in the morning, at { $slot }.
why-session_before = Your next session is tomorrow, so I asked what to bring, at { $slot }.
why-session_after = You had a session, so I asked what you agreed, at { $slot }.
why-outcome = You picked a quit date, and some weeks on I ask how it went, at { $slot }.
why-timing = You said it's not the time yet. I ask about that every two weeks, at { $slot }.
why-nudge = You said yes to a small idea for { $name } on some days, at { $slot }. { $day } is one of them.
why-summary = Your weekly summary is set for { $day } at { $slot }. You can change that.

why-nobody = Nobody was told that I asked.
why-nobody-wrote = Nobody was told that I wrote.
why-nobody-coming = Nobody is told about it.
why-sees = { $practitioner } sees your answer in the summary.

why-change = Change time
why-fewer = Fewer
why-stop = Stop this kind
why-stop-check-ins = Stop all check-ins
why-break = Take a break

stopped-check_in = Fine, no more check-ins from me.
stopped-hello = Fine, no more short hellos.
stopped-quit_day = Fine, no word on the morning of your quit date.
stopped-session_before = Fine, I won't ask what to bring to sessions.
stopped-session_after = Fine, I won't ask about sessions afterwards.
stopped-outcome = Fine, I won't ask how stopping went.
stopped-timing = Fine, I won't ask how the timing is.
stopped-check-in = /checkin works whenever you like.
stopped-rest = All else stays as it was.
stopped-back = That's back as it was.

level-lighter = lighter
level-standard = standard
level-fuller = fuller
