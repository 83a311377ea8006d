# What comes by the quit date, a session or a lapse: sessions, how it went weeks after, and "not now".

session-card-bring = Your session with { $practitioner } is tomorrow. Anything to bring?
session-card-bring-at = Your session with { $practitioner } is tomorrow at { $time }. Anything to bring?
session-card-agreed = After your session with { $practitioner }: what did you agree?
session-card-first = This can be a good time to think about a quit date, if that suits you. There is no hurry.
session-note-write = Write it down
session-note-more = Write more
session-note-delete-last = Delete the last one
session-note-nothing = Nothing this time
session-note-ask-bring = What would you like to bring to your session? Type it here. It stays with you until you choose to share it.
session-note-ask-agreed = What did you agree? Type it here. It stays with you.
session-note-line = “{ $words }”
session-note-some-shown = { $practitioner } can read these:
session-note-done = Thank you, it's written down.
session-note-unkept = You chose that I keep no answers, so a note on paper may help.
# It is the client's own note: nobody else entered it, so it is nobody else's word.
agreed = After your session you wrote down:
agreed-hide = Put this away
session-nothing-bring = Fine. Have a good session.
session-nothing-agreed = Fine, nothing to write down.
session-own-day = When is your next session with { $practitioner }? Tap a day.
session-own-hour = Your session on { $day }. What time?
session-own-next = Next session: { $when }
session-own-button = Session
session-own-clear = No session
summary-session-note = For the session: “{ $words }”

outcome-28 = It's four weeks since your quit date. Have you smoked since { $day }? Any answer is fine.
outcome-28-over = It's four weeks since your quit date, and a bit. Did you smoke on days 15 to 28, that is { $first } to { $last }? Any answer is fine.
outcome-over = Did you smoke from { $first } to { $last }? Any answer is fine.
outcome-84 = It's twelve weeks since your quit date. Have you smoked since { $day }? Any answer is fine.
outcome-182 = It's half a year since your quit date. Have you smoked since { $day }? Any answer is fine.
outcome-364 = It's a year since your quit date. Have you smoked since { $day }, a year ago? Any answer is fine.
outcome-none = Not at all
outcome-few = 1 to 5
outcome-more = 6 or more
outcome-not-said = I'd rather not say
outcome-change = Change that answer
outcome-closed = Closed, no problem. You can tell me late if you like.
outcome-kept = Thank you. Kept as you said it: { $said }.
outcome-next-84 = I'll ask you at twelve weeks too.
outcome-next-182 = I'll ask you at half a year too.
outcome-next-364 = I'll ask you at a year too.
outcome-check-ins = /settings has check-ins for as long as you like them.
outcome-last = That was the last time I ask this.

timing = How is the timing for stopping, these days? No answer is wrong. Tap one, or type your own words.
timing-good = Now is good
timing-not-yet = Not yet
timing-stop = Stop asking
timing-back = Good to have you back.
timing-pick = Pick a quit date
timing-not-yet-said = That's fine. I'll ask in two weeks. Anything you ask me for works as ever.
timing-stopped = Fine, I won't ask. One tap brings the check-ins back whenever you like.
timing-closed = Closed, no problem. I'll ask in two weeks.

quit-date-not-now = No check-ins for now
quit-date-not-now-said = Fine. No check-ins for now. In two weeks I'll ask how the timing is. Anything you ask me for works as ever.
quit-date-put-away = The day you picked, { $day }, is put away.
quit-date-is-not-now = You asked for no check-ins for now. If you pick a day, they come back.
quit-date-mornings = From { $first } I'll say hello in the morning too, for one tap. That's { $days ->
        [one] one day
       *[other] { $days } days
    }.
quit-date-mornings-more = The morning hellos go on until { $last }.
quit-date-week = In the coming week I'll check in { $count ->
        [one] once
       *[other] { $count } times
    }, in place of { $before }.
quit-date-fewer = From { $day } on I'll write less often.
quit-date-evening = Check-ins are back to how they were without a date.
quit-date-own-plan = Your check-ins stay at your own times.

# After days without a word.
quiet = Hi { $name }. It's been quiet for two days, and that's fine.
quiet-nameless = Hi. It's been quiet for two days, and that's fine.
quiet-asks = Nothing to catch up on. What suits you now?
quiet-if-hard = Is this hard to face at the moment? That makes sense. There's nothing to catch up on. What suits you now?
quiet-who-sees = { $practitioner } sees “no reply”, nothing more.
quiet-ok = I'm OK
quiet-hard = It's hard
quiet-fewer = Fewer messages
quiet-pause = Take a break
quiet-fewer-done = Fewer it is, from now on. Settings has how often, whenever you like.
quiet-fewest = It's as few as I have. Settings has your times and days, or you could take a break.
quiet-last = Hello { $name }. I'm still here, and there's no need to explain.
quiet-last-nameless = Hello. I'm still here, and there's no need to explain.
quiet-last-words = I'll be quiet from now on. Any word or tap from you brings the check-ins back.

# The shorter forms: the morning's one tap, and the hour that is hardest.
check-in-morning-hello = Morning, { $name }. One tap.
check-in-morning-nameless = Good morning. One tap.
check-in-risk-hello = Hello, { $name }. You said this hour is a hard one.
check-in-risk-nameless = Hello. You said this hour is a hard one.
check-in-urge-now = How strong is the urge right now? 0 is none, 5 is very strong.
check-in-urge-then = How strong was the urge then? 0 is none, 5 is very strong.
check-in-saved-strong = Saved, thank you. That's a strong one. Would a hand with it help?
