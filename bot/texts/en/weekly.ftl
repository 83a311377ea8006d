# The practitioner's weekly summary, when it comes, and the next session.

weekly-head = { $day } · { $count ->
        [one] 1 person
       *[other] { $count } people
    }
weekly-covers = Counts: the 7 days to { $day }
weekly-was-read = You've read this.
weekly-sessions = YOUR SESSIONS ({ $count })
weekly-session = { $when } { $name }
weekly-quit-day = · quit day { $day }
weekly-looks = COUNTS TO LOOK AT ({ $count })
weekly-very-low = { $name }: very low, { $days } told days running
weekly-quits = { $name }: quits { $day }
weekly-week-4 = { $name }: week-4 result due by { $day }
weekly-quits-medicine = { $name }: quits { $day }, medicine not checked
weekly-medicine = { $name }: medicine not checked
weekly-medicine-today = { $name }: clozapine, not checked. For today
weekly-felt-low = { $name }: felt very depressed, nine questions, { $day }
weekly-result = { $name }, { $weeks } weeks on, smoked: { $said }
weekly-two-answers = { $name }, two answers: { $before } ({ $beforeOn }), { $after } ({ $afterOn })
weekly-lapsed = { $name }: smoked on { $days ->
        [one] 1 day
       *[other] { $days } days
    }
weekly-relapse = RELAPSE TOLD ({ $count })
weekly-chose-none = CHOSE NO CHECK-INS ({ $count })
weekly-quiet = QUIET ({ $count })
weekly-cannot-reach = CANNOT REACH ({ $count })
weekly-paused = PAUSED ({ $count })
weekly-left = LEFT ({ $count })
weekly-not-asked = NOT ASKED, OUR DOING ({ $count })
weekly-no-time = NO TIME PICKED YET ({ $count })
weekly-new = NEW ({ $count })
weekly-back = BACK ({ $count })
weekly-done = SIX MONTHS DONE, NO MORE CHECK-INS ({ $count })
weekly-good = GOOD NEWS ({ $count })
weekly-steady = STEADY ({ $count })
weekly-steady-line = { $name }: replied { $replied } of { $asked }
weekly-steady-next = { $name }: next check-in { $day }
weekly-steady-not-due = { $name }: no check-in was due
weekly-not-shared = JOINED, NOTHING SHOWN ({ $count })
weekly-name = { $name }
weekly-name-days = { $name } { $days ->
        [one] 1 day
       *[other] { $days } days
    }
weekly-name-since = { $name } since { $day }
weekly-name-until = { $name } until { $day }
weekly-name-on = { $name } on { $day }
weekly-name-joined = { $name }, joined { $day }
weekly-name-long = { $name } over two weeks
weekly-name-own-words = { $name }, back to smoking since { $day }, in their own words
weekly-name-goes-on = { $name }, smoking most days, told { $day }, keeps going
weekly-name-again = { $name }, back to smoking, told { $day }. New quit date { $date }
weekly-name-back-to-smoking = { $name }, back to smoking since { $day }
weekly-name-from-break = { $name }, after a break
weekly-name-reached = { $name }, can be reached now
weekly-name-on-since = { $name }, check-ins on since { $day }
weekly-open = Open { $name }
weekly-list = Steady: { $count }
weekly-read = I've read this

check-in-read = { $practitioner } read your week on { $day }.

summary-time = Your weekly summary comes on { $day } at { $time }. Next: { $when }.
summary-time-none = Weekly summary: none. /summary shows one at any time.
summary-time-next = Weekly summary: { $when }
summary-time-ask = Tap a day or a time, or type both, such as Thu 11:00. It holds at once.
summary-time-change = Summary time
summary-time-stop = No weekly summary
note-not-day-and-time = I need a day and a time, such as Thu 11:00. Between 07:00 and 21:30, please.

session-next = Next session: { $when }
session-none = Next session: not set
session-set = Set next session
session-change = Change session
session-clear = Clear session
session-day = When is your next session with { $name }? Tap a day.
session-hour = { $name }, { $day }. What time?
session-typed-hour = Or type it, such as 11:30. I go by your clock, { $place }.
session-typed = Or type both, such as Thu 11:00. I go by your clock, { $place }.
note-session-over = That time has passed. Which one do you mean?
