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
