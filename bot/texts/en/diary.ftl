# The diary: a cigarette or an urge in a few taps, and how the stress is forty minutes later. Kept, and never judged.

diary = Write down a moment. What was it?
diary-urge-scale = For an urge, tap how strong it is: 0 is none, 5 is very strong.
diary-cigarette = A cigarette
diary-leave = Not now
diary-noted-cigarette = Noted: a cigarette, { $when }.
diary-noted-cigarette-about = Noted: a cigarette, { $when } or so.
diary-noted-cigarettes = Noted: { $amount } cigarettes, { $when }.
diary-noted-cigarettes-about = Noted: { $amount } cigarettes, { $when } or so.
diary-known = You told me a moment ago, so I have it once. Was it more?
diary-noted-urge = Noted: an urge of { $strength }, { $when }.
diary-noted-urge-about = Noted: an urge of { $strength }, { $when } or so.
diary-who-sees = In the summary, { $practitioner } can see that you smoked on { $day }. The rest is yours.
diary-who-start = In the summary, { $practitioner } can see on which days you smoked. The rest is yours.
diary-who-you = Nobody else can see this.
diary-who-unkept = Nobody else can see this. It is wiped within two days.

diary-where = Where were you, and who was there?
diary-home-alone = Home, alone
diary-home-smokers = Home, smokers
diary-home-others = Home, others
diary-out-alone = Out, alone
diary-out-smokers = Out, smokers
diary-out-others = Out, others

diary-going-on = What was going on, or how did you feel?
diary-others = Others smoking
diary-drink = A drink
diary-cannabis = Cannabis
diary-other = Something else
feeling-stressed = Stressed
feeling-anxious = Anxious
feeling-bored = Bored
feeling-lonely = Lonely
feeling-unhappy = Unhappy
feeling-very_low = Very low
feeling-ok = OK
feeling-good = Good
diary-felt = How did you feel?
diary-or-type = Tap, or type it.
diary-type-going-on = Or type what was going on.
diary-low = That sounds hard. All of this can wait. What would help?

diary-gave = What did it give you?
diary-gave-urge = What would a cigarette give you?
diary-break = A break
diary-calm = Calm
diary-company = Company
diary-hands = Busy hands
diary-hunger = Less hunger
diary-reward = A reward
diary-focus = Focus
diary-not-sure = Not sure
diary-type-gave = Type what it gave you, if you like.

diary-kept = Kept, thank you. It shows what to plan for.
diary-unkept = Thank you. You chose that I keep no answers, so it goes within two days.
diary-own-words = In your words: { $words }
diary-add-felt = How I felt
diary-add-gave = What it gave me
diary-add-gave-urge = What it would give me
diary-earlier = It was earlier
diary-undo = Undo
diary-more-than-one = More than one
diary-many = How many? Tap, or send me a number.
diary-help = Help with it now
diary-taken-back = Taken back. Nothing of it is kept.
diary-anew = Write down another
diary-when = When was it?
diary-when-day = Which part of { $day }?
diary-hours = { $hours ->
        [one] 1 hour earlier
       *[other] { $hours } hours earlier
    }
diary-as-told = When I told you
diary-morning = Morning
diary-midday = Midday
diary-afternoon = Afternoon
diary-evening = Evening
diary-night = Night

diary-felt-button = How I felt, so far
diary-felt-so-far = What you felt, as you wrote it down:
diary-felt-line = { $feeling }: { $cigarettes ->
        [one] smoked 1 time
       *[other] smoked { $cigarettes } times
    }, { $urges ->
        [one] 1 urge
       *[other] { $urges } urges
    }
diary-felt-question = Does that fit how you know it?
diary-felt-few = { $left ->
        [one] After 1 more with a feeling I can show you what comes up most.
       *[other] After { $left } more with a feeling I can show you what comes up most.
    }

look-back-offer = Would you like to look at smoking and stress? I'd ask how stressed you are when you smoke. I'd ask once more 40 minutes later. That's two taps, up to three times a day.
look-back-yes = Yes, ask me
look-back-no = No, thanks
look-back-chosen = Thank you. I'll ask with the next cigarette you write down. Settings turns it off.
note-look-back-off = That's fine. Settings has it, if you change your mind.
look-back-then = How stressed are you right now? 0 is not at all, 5 is very.
look-back = About 40 minutes ago you smoked. You said your stress was { $then }. How is it now?
look-back-noted = From { $then } to { $later }. Noted, thank you.
look-back-late = That was a while ago, so I leave it out. Thank you.
look-back-counts = You told me { $times } times. 40 minutes on, stress was lower: { $lower }, the same: { $same }, higher: { $higher }. Does that fit how it feels?
look-back-fits = It fits
look-back-fits-not = Not really
look-back-unsure = Not sure
look-back-answered = Thank you. You know it best.
look-back-stop = Stop asking this
settings-look-back-on = Stress look-back: on
settings-look-back-off = Stress look-back: off

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

# Pictures of a client's own notes. The words under each say what it shows, for whoever does not see it.

pictures = Which picture?
pictures-not-yet = There is too little to draw yet. It takes { $enough } moments written down, or { $enough } days with an answer.
pictures-who = Only you see your pictures.
pictures-who-felt = You and { $practitioner } can see this one.
picture-when = When it was
picture-what = Trigger and mood
picture-felt = Mood and urges
picture-smoked = Cigarettes a day

picture-count = { $name } ({ $count })
picture-when-words = When it was, for { $count } moments since { $day }.
picture-most = Most often: { $most }.
picture-by-part = By time of day: { $counts }.
picture-by-day = By day: { $counts }.
picture-night = What was before 4:00 counts for the evening before.

picture-what-words = Trigger and mood, of { $count } moments, where you said.
picture-moments = What was going on: { $counts }.
picture-moments-head = What was going on
picture-feelings = How you felt: { $counts }.
picture-feelings-head = How you felt

picture-felt-words = Mood and urges, day by day since { $day }.
picture-mood-head = Mood
picture-mood-counts = Mood on { $said } of { $days } days: { $counts }.
picture-urge-head = Strongest urge, 0 to 5
picture-urge-counts = Strongest urge on { $said } of { $days } days, first { $first }, last { $last }. How often each: { $counts }.
picture-urge-none = No urges said on these days.
picture-mood-none = No mood said on these days.
picture-gaps = Days you said nothing about are gaps, and count for nothing.

picture-smoked-words = Cigarettes a day since { $day }.
picture-smoked-week = Week of { $day }: { $amount } a day, said on { $days } of { $of } days
picture-smoked-week-none = Week of { $day }: none, said on { $days } of { $of } days
picture-smoked-week-gap = Week of { $day }: not said
picture-smoked-range = { $least } to { $most }
picture-smoked-open = { $least } or more
picture-quit-on = Quit date: { $day }.
picture-cutting-down = Cutting down counts too.
picture-mark-quit = Quit date
picture-legend-least = what you said
picture-legend-most = or up to this
picture-legend-none = none that day
picture-legend-gap = no mark: not said

part-morning = Morning
part-midday = Midday
part-afternoon = Afternoon
part-evening = Evening
part-night = Night
# For the practitioner, of what a client answered.
picture-of-button = Picture
picture-of-head = { $name }: mood and urges
picture-of-few = There is too little to draw yet. It takes { $enough } days with an answer.
picture-of-gaps = Days without an answer are gaps, and count for nothing.
