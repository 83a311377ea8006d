# /patterns: what a client's own notes show, as counts and as questions. What they say of it wins.

command-patterns = what your own notes show
more-patterns = Patterns

patterns = <b>What your own notes show</b>
patterns-not-kept = You chose that I keep no answers, so there is nothing to show here. That's fine. /settings changes it, if you'd like patterns one day.
patterns-few = { $count } of { $enough } written down; patterns show from { $enough } on. Each moment that you write down counts.
patterns-from = { $count } moments that you wrote down.
patterns-no-pattern = Nothing stands out in them so far.
patterns-one = { $number }. { $count } of { $of } were { $what }.
patterns-theirs = { $number }. You said: { $what }.
patterns-theirs-own = { $number }. In your words: { $words }
patterns-fits = You said that it fits.
patterns-question = Does number { $number } fit?
patterns-question-one = Does that fit?
patterns-who = Only you see this page.
patterns-yes = Yes
patterns-no = Not really
patterns-else = Something else
patterns-said = What I said
patterns-pictures = Pictures
patterns-write = Write down a moment
patterns-pick-kind = You know best. What is it about?
patterns-pick = What comes nearest?
patterns-own = My own words
patterns-own-ask = What is it, then? Type it in a few words. They stay with you.
patterns-said-list = What you said. Tap one to take it back.
patterns-said-none = You haven't said anything about them yet.
patterns-said-yes = Fits: { $what }
patterns-said-no = Doesn't fit: { $what }
patterns-said-else = Not “{ $what }”: { $instead }
note-pattern-old = Your notes say something else by now, so I kept nothing. /patterns shows where they are.
toast-pattern-noted = Noted. You know best.
toast-pattern-back = Taken back.

# How it goes round, from their own entries.
patterns-cycle = How it goes round
cycle = <b>How it goes round</b>
cycle-few = { $count } of { $enough } times you smoked written down; this shows from { $enough } on.
cycle-none = I don't know enough yet of what was going on. You can say so whenever you write down a cigarette.
cycle-moment = What was going on: { $moment }, { $count } of { $of } times
cycle-felt = ↓ How you felt: { $feeling }, { $count } of { $of } times
cycle-cigarette = ↓ A cigarette
cycle-later = ↓ About 40 minutes later, of { $of }: stress lower { $lower }, the same { $same }, higher { $higher }
cycle-later-not-said = ↓ How it was later: not written down yet
cycle-round = ↺ and round it goes
cycle-question = Is that how it goes for you?
cycle-who-you = Only you see this page.
cycle-who-same = { $practitioner } sees this too, since { $day }.
cycle-who-older = { $practitioner } sees it as it was on { $day }. What stands here now is yours until you share it.

summary-cycle = Shows you how it goes round, { $day }: { $steps }
summary-cycle-step = { $name } { $count } of { $of }
summary-cycle-cigarette = a cigarette
summary-cycle-later = stress 40 minutes later: lower { $lower }, same { $same }, higher { $higher }

patterns-kind-part = Time of day
patterns-kind-moment = What was going on
patterns-kind-mood = How I felt
patterns-kind-place = Where I was
patterns-kind-company = Who was there
patterns-kind-function = What it gave me

# What moments share, as the end of "9 of 14 were". Several of them have commas between them.
pattern-part-morning = in the morning
pattern-part-midday = around midday
pattern-part-afternoon = in the afternoon
pattern-part-evening = in the evening
pattern-part-night = after 21:00
pattern-moment-stress = with stress
pattern-moment-low_mood = in a low mood
pattern-moment-others = with others smoking
pattern-moment-drink = with a drink
pattern-moment-cannabis = with cannabis
pattern-moment-bored = when bored
pattern-moment-good_mood = in a good mood
pattern-moment-other = with something else going on
pattern-mood-low = with your mood low
pattern-mood-stressed = when you felt stressed
pattern-mood-anxious = when you felt anxious
pattern-mood-bored = when you felt bored
pattern-mood-lonely = when you felt lonely
pattern-place-home = at home
pattern-place-out = out and about
pattern-company-alone = on your own
pattern-company-smokers = with people who smoke
pattern-company-others = with other people
pattern-function-break = for a break
pattern-function-calm = to feel calm
pattern-function-company = for company
pattern-function-hands = for busy hands
pattern-function-hunger = against hunger
pattern-function-reward = as a reward
pattern-function-focus = to focus
