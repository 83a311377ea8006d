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
slot-refused-night = I keep the night quiet, so between { $earliest } and { $latest }, please.
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

# How often, and where: the level, own times, a window, the hardest hour; another time zone.

how-often = <b>How often</b>
how-often-level = You're on { $level }.
how-often-own = Your own times: { $times }. Days: { $days }.
how-often-every-day = every day
how-often-none = No check-ins come by themselves. /checkin works whenever you like.
how-often-evening = Check-in: { $time }
how-often-between = Check-in: some time between { $from } and { $to }
how-often-own-between = Each comes some time in the { $minutes } minutes after.
how-often-risk = Your hardest hour: { $time }
how-often-morning = Morning: { $time }, on days that have one
how-often-week = <b>The coming week</b>
how-often-day = { $day }: { $times }
how-often-some-time = { $from }–{ $to }
how-often-week-none = No check-ins.
how-often-counts = { $level }: { $count ->
        [one] 1 check-in
       *[other] { $count } check-ins
    } this week
how-often-changed = Done. That's how it is from now on.
how-often-undone = That's back as it was.
how-often-stopped = Stopped: { $what }
how-often-never = I don't ask whether another time suits you.
how-often-may-ask = You may ask after all

how-often-lighter = Lighter
how-often-standard = Standard
how-often-fuller = Fuller
how-often-time = Time
how-often-own-button = My own times
how-often-window = Some time between
how-often-risk-button = Hardest hour
how-often-morning-button = Morning time
how-often-undo = Undo
how-often-have-back = Bring back: { $what }
how-often-refused-own_fewer = You picked your own times. My own times lets you take some out.
how-often-refused-fewest = Lighter is the least there is. You can pick your own times, or take a break.

how-often-refused-no_check_ins = No check-ins are on now, so pick a time first.
how-often-refused-at_night = I keep the night quiet: all of it has to be between { $earliest } and { $latest }.
how-often-refused-too_close = Those are less than two hours apart.
how-often-refused-too_many = Three times a day are the most.
how-often-refused-no_time = Please pick at least one time.
how-often-refused-no_day = Please pick at least one day.
how-often-refused-too_wide = That is too wide.
how-often-refused-over = Half a year is over, so nothing would come. Your own times work.

own-plan = Tap the days. Type a time to add it, such as 12:30; tap a time to take it out. Done keeps it.
own-plan-times = Times: { $times }
own-plan-no-times = Times: none yet

window-ask = Check-ins come at { $times }. At that time, or some time after, picked by chance each day?
window-none = At that time
window-30 = In the half hour after
window-60 = In the hour after
window-120 = In the two hours after

risk-ask = Which hour is hardest for you? In the days when it matters most I'll write then. Tap one, or type it.
risk-none = None
morning-ask = When shall the morning word come, on days that have one? Tap a time, or type it.

settings-how-often = How often
settings-travel = I'm in another time zone
travel = It's { $now } on your clock now ({ $place }). What time is it where you are?
    Tap it, or type a city or a country.
travel-clock = { $time } { $places }
travel-later = Later times
travel-earlier = Earlier times
travel-moved = Welcome to { $place } time: it's { $now } now.
travel-stays = Still at { $time } there: { $what }.
travel-card = /help shows what to call there.
travel-undo = Undo
travel-elsewhere = Somewhere else
note-not-a-city = I don't know that place. A big city near you, or the country, works best.

# Another time, proposed in the closing message of a check-in.

proposal = You mostly answer at about { $time }. Shall I ask at { $time } from now on, in place of { $now }?
proposal-button-yes = Yes, move it
proposal-button-not_now = Not now
proposal-button-never = Never ask
proposal-yes = Done. Your check-in comes at { $time } from tomorrow on.
proposal-not_now = Fine. It stays at { $now }.
proposal-never = Fine. It stays at { $now }, and I won't ask that any more.

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
