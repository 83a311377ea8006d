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
how-often-refused-at_night = I keep the night quiet: all of it has to be between 07:00 and 21:30.
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
