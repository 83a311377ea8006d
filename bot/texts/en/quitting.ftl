# The quit date, what was reached, and the morning of the day.

quit-date-none = You have no quit date, and that's fine. Would you like to pick one? You can move it at any time. Not sure? Type what is on your mind.
quit-date-pick = Which day? If you've stopped already, pick the day you stopped.
quit-date-not-yet = Not yet
quit-date-not-yet-said = That's fine. Thinking about it counts as well. /quitdate is here when you want it.
quit-date-ahead = Your quit date: <b>{ $day }</b>. That's { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }.
quit-date-today = Your quit date is <b>today</b>, { $day }.
quit-date-past = You stopped on <b>{ $day }</b>. Today is day { $days }.
quit-date-moved = Moved from { $before }. Your reasons are kept.
quit-date-counts = { $days ->
        [one] Your 1 smoke-free day still counts.
       *[other] Your { $days } smoke-free days still count.
    }
quit-date-unset = Fine, no quit date for now. Your reasons are kept.
quit-date-morning = I'll say good morning that day at { $time }.
quit-date-weekend = It's a weekend. What will that day look like for you?
quit-date-outside = I can take a day from two weeks back to a year ahead.
quit-date-change = Change the day
quit-date-unset-it = Take it away
quit-date-reasons = My reasons
quit-date-who-sees = { $practitioner } can see your quit date.
quit-date-who-you = Your quit date stays between us.

progress = <b>How far you've come</b>
progress-smoke-free = Smoke-free days: <b>{ $days }</b>, all your tries together
progress-longest = Longest stretch: { $days ->
        [one] 1 day
       *[other] { $days } days
    }
progress-ridden-out = Cravings you rode out: { $count }
progress-not-known = { $days ->
        [one] 1 day I don't know about. It counts neither way.
       *[other] { $days } days I don't know about. They count neither way.
    }
progress-closer = Looking closer
progress-none-yet = The first day is counted when it's over. Check-ins tell me how it went.
progress-no-date = Days are counted from a quit date on. /quitdate picks one.
progress-ahead = Days are counted from { $day } on, the day you picked.
progress-told = { $days ->
        [one] You told me how 1 day went. That takes courage.
       *[other] You told me how { $days } days went. That takes courage.
    }
progress-to-tell = A day counts once you tell me how it went.
progress-not-kept = You chose that I keep no answers, so I can't count days. /settings changes that.
progress-lapse = A cigarette on another day takes none of them away.
progress-not-asked = { $days ->
        [one] 1 day I didn't ask about. It counts neither way.
       *[other] { $days } days I didn't ask about. They count neither way.
    }
progress-milestone = Reached: { $milestone }
progress-since = Since the last one
progress-since-never = I don't know of any.
progress-since-day = The last one I know of was on { $day }.

quit-morning = Morning, { $name }. This is the day you picked. You don't need to think about for ever. The next few minutes are enough.
quit-morning-nameless = Good morning. This is the day you picked. You don't need to think about for ever. The next few minutes are enough.
quit-morning-soft = Morning, { $name }. Today is the day you picked. There's no hurry: it can start today, or on any other day.
quit-morning-soft-nameless = Good morning. Today is the day you picked. There's no hurry: it can start today, or on any other day.
quit-morning-reason = Your reason: “{ $words }”
quit-morning-plan = Your plan: { $words }
quit-morning-urge = How strong is the urge right now? 0 is none, 5 is very strong.
quit-morning-not-today = Today's not the day

# Round numbers of smoke-free days.
milestone-told = You've reached { $milestone }. That took effort.
milestone-days = { $count ->
        [one] 1 smoke-free day
       *[other] { $count } smoke-free days
    }
milestone-weeks = { $count ->
        [one] 1 week of smoke-free days
       *[other] { $count } weeks of smoke-free days
    }
milestone-months = { $count ->
        [one] 1 month of smoke-free days
       *[other] { $count } months of smoke-free days
    }
