# After a lapse: the plan for next time, put before them in its hour; and a relapse, as the client names it.

if-then = If { $moment }, then: “{ $words }”
if-stress = I'm stressed
if-low_mood = my mood is low
if-others = others smoke
if-drink = I have a drink
if-cannabis = I have cannabis
if-bored = I'm bored
if-good_mood = I'm in a good mood
if-other = a moment like that comes

replay = { $day } at about { $time } you said: <b>{ $plan }</b>
replay-day = { $day } you said: <b>{ $plan }</b>
replay-yesterday = Yesterday
replay-on = On { $day }
replay-stop = Stop showing this
replay-back = Undo
toast-replay-stopped = Fine. It stays in your toolkit.

relapse-most-days = I smoke most days now
relapse-stop-counting = Stop counting for now
relapse = Thank you for saying so. That can be hard to say.
relapse-counts = { $days ->
        [0] Nothing is taken away.
        [one] Your 1 smoke-free day is yours. Nothing is taken away.
       *[other] Your { $days } smoke-free days are yours. Nothing is taken away.
    }
relapse-asks = What suits you now? Each of these is fine. Tap one, or type your own words.
relapse-new_date = Pick a new day
relapse-cut_down = Cut down for now
relapse-not_now = No check-ins for now
relapse-keep_going = Keep going
relapse-who-sees = In the summary, { $practitioner } can see where you are with smoking, without a verdict.
relapse-who-you = Which one you pick stays between us.
relapse-said-new_date = That try is kept with its days. Which day next? You can pick one whenever you like.
relapse-said-cut_down = Cutting down it is. Each one you leave out counts. Check-ins are back to how they were without a date.
relapse-said-not_now = Fine. No check-ins for now. In two weeks I'll ask how the timing is. Anything you ask me for works as ever.
relapse-said-keep_going = You're keeping going. What comes stays as it is.
relapse-none = There's no try going on that could end. All is as it was.
relapse-usual = Count what I leave out
