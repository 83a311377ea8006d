# What comes by itself and why, and a break from it: /next, /pause, the hello, "Why this?".

next = <b>Next seven days</b>
next-line = { $day } { $time } · { $what }
next-check_in = check-in
next-hello = a short hello
next-nudge = a small idea
next-nudge-for = a small idea for { $name }
next-summary = your summary
next-quit_day = a word on your quit day
next-reminder = If a check-in stays open, I remind you once.
next-none = Nothing is planned for the next seven days.
next-pause = Take a break

pause = Take a break. Nothing is lost. How long?
pause-today = Today
pause-three_days = 3 days
pause-week = A week
pause-open = Until I'm back
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
hello-lapse = A short word, as I said. Your smoke-free days still count. No questions this morning.
hello-pause = Your break is over. Nothing to catch up on.
hello-craving = Help with a craving
hello-check-in = Check in now
hello-longer = A longer break

why-hello-lapse = After what you told me, I said I'd say hello at { $slot }. That is all this was.
why-hello-pause = You took a break until { $slot }, and I said I'd say hello then.
why-quit_day = You picked this day. I said I'd write in the morning, at { $slot }.
why-nudge = You said yes to a small idea for { $name } on some days, at { $slot }. { $day } is one of them.
why-summary = Your weekly summary is set for { $day } at { $slot }. You can change that.
why-nobody-wrote = Nobody was told that I wrote.
why-break = Take a break
