# What comes by itself and why, and a break from it: /next, /pause, the hello, "Why this?".

next = <b>Next seven days</b>
next-line = { $day } { $time } · { $what }
next-check_in = check-in
next-hello = a short hello
next-nudge = a small idea
next-nudge-for = a small idea for { $name }
next-summary = your summary
next-quit_day = a word on the quit day
next-session_before = what to bring to the session
next-session_after = a word after the session
next-outcome = how stopping went
next-timing = how the timing is
next-check_in-morning = a word in the morning
next-check_in-risk = a word at the hardest hour
next-between = between { $from } and { $to }
next-moved = · moved
next-moved-by = · moved by { $name }
next-moved-by-you = · moved by you
next-skipped = · left out
next-skipped-by = · left out by { $name }
next-skipped-by-you = · left out by you
next-someone = your practitioner
next-held-cap = · held back: { $most ->
    [2] two
    [3] three
   *[other] four
  } messages are enough for that day
next-held-card = · inside that day's check-in
next-held-soft = · left out, to keep it short
next-held-quiet = · held back: it has been quiet, so I ask less
next-held-word = · held back: another word comes that morning
next-held-other = · held back: another question comes first
next-expected = <i>From { $day } on this is what I expect. It can still change.</i>
next-cannot-reach = I cannot reach { $name } at the moment, so none of it arrives until they are back.
next-check_in-quiet = one small question
next-check_in-soft = one kind question, none about smoking
next-check_in-last = a last word, then quiet
next-of = <b>{ $name }'s next seven days</b>, on their own clock
next-none-of = Nothing is planned for { $name } in the next seven days.
next-not-shown = { $name } hasn't chosen to show you what comes next. That's their choice to make, and it can change.
next-how-often = How often
next-of-button = What comes
next-reminder = If a check-in stays open, one reminder follows.
next-none = Nothing is planned for the next seven days.
next-pause = Take a break

slots-changed = { $name } changed when I write:
slots-changed-someone = Your practitioner changed when I write:
slots-see = All of it
slot-told = If you change it, they are told in their next check-in, and can change it back.
slot-move = Move
slot-skip = Skip this one
slot-bring-back = Bring back
slot-as-planned = As planned
slot-move-ask = When, on { $day }? Tap a time, or type one, such as 17:45.
slot-move-none = On { $day } no time is free.
slot-refused-over = That time is over, so all stays as it was.
slot-refused-night = I keep the night quiet, so between 07:00 and 21:30, please.
slot-refused-near = That is within an hour of another message, so all stays as it was.

pause = Take a break. Nothing is lost. How long?
pause-today = Today
pause-three_days = 3 days
pause-week = A week
pause-open = Until I'm back
pause-pick = Pick a day
pause-which-day = On which day shall I be back?
pause-what-all = All of it
pause-what-check_ins = What I get
pause-what-nudges = My supporters' messages
pause-nudges-until = Your supporters' messages are paused until { $when }. They aren't told why. Your check-ins go on.
pause-nudges-until-back = Your supporters' messages are paused until you say. They aren't told why. Your check-ins go on.
pause-supporter-goes-on = { $supporter }'s messages go on.
pause-supporters-go-on = Your supporters' messages go on.
pause-until-hello = Paused until { $when }. I'll send one short hello then. /craving and /help still work.
pause-until-quiet = Paused until { $when }. /craving and /help still work.
pause-until-back = Paused until you're back. /craving and /help still work.
pause-supporter = { $supporter }'s messages stop too. { $supporter } isn't told why.
pause-supporters = Your supporters' messages stop too. They aren't told why.
pause-sees = { $practitioner } sees "paused".
pause-back = I'm back
pause-change = Longer or shorter
pause-over = Good to have you back. Nothing to catch up on.

hello = Hello, { $name }.
hello-unnamed = Hello.
hello-lapse = Here I am, as promised. Your smoke-free days still count. No questions this morning.
hello-lapse-no-days = Here I am, as promised. No questions this morning.
hello-tonight = Here I am, as promised. Yesterday is over. No questions this morning.
hello-pause = Your break is over. Nothing to catch up on.
hello-craving = Help with a craving
hello-check-in = Check in now
hello-longer = A longer break
