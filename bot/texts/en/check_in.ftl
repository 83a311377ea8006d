# The check-in: one message, edited from question to question.

check-in-morning = Morning, { $name }. A few taps. Skip any.
check-in-afternoon = Afternoon, { $name }. A few taps. Skip any.
check-in-evening = Evening, { $name }. A few taps. Skip any.
check-in-hello = Hello. A few taps. Skip any.
check-in-late = For { $day }. Late is fine. Skip any.

check-in-who-both = You and { $practitioner } can see your answers.
check-in-who-you = Only you see your answers.
check-in-who-unkept = Your answers are kept for this check-in, then wiped.

check-in-mood = How is your mood right now?
check-in-mood-late = How was your mood that day?
mood-very_low = Very low
mood-low = Low
mood-mixed = Mixed
mood-ok = OK
mood-good = Good

check-in-urge = Strongest urge to smoke today? 0 is none, 5 is very strong.
check-in-urge-late = Strongest urge to smoke that day? 0 is none, 5 is very strong.

check-in-cigarettes = Any cigarettes or roll-ups today? Any number is fine.
check-in-cigarettes-late = Any cigarettes or roll-ups that day? Any number is fine.
check-in-cigarettes-since = Any cigarettes or roll-ups since { $day }? Any number is fine.
check-in-cigarettes-since-late = Any cigarettes or roll-ups since { $day }, up to that day? Any number is fine.
check-in-since-quit = your quit date
check-in-which-day = Which day was that?
check-in-which-day-today = Today
check-in-which-day-yesterday = Yesterday
check-in-which-day-several = More than one day
check-in-which-day-earlier = Earlier, or several days
cigarettes-none = None
cigarettes-one = 1
cigarettes-some = 2–5
cigarettes-many = 6+
cigarettes-type = Type it
check-in-how-many = About how many? A guess is fine. Tap one, or send me a number.
check-in-how-many-late = About how many that day? A guess is fine. Tap one, or send me a number.
check-in-how-many-leave = Leave it at 6+
check-in-type = How many today? Send me a number.
check-in-type-late = How many that day? Send me a number.
check-in-type-since = How many since { $day }, all together? Send me a number.
check-in-type-since-late = How many since { $day }, up to that day? Send me a number.
check-in-type-refused = I need a number from 0 to 200, such as 4. Or tap Back and pick one.

check-in-moment = What was going on at the hardest moment?
moment-stress = Stress
moment-low_mood = Low mood
moment-others = Others smoking
moment-drink = A drink
moment-cannabis = Cannabis
moment-bored = Bored
moment-good_mood = Good mood
moment-other = Other

check-in-helped = What helped, even a bit?
helped-nothing = Nothing did
helped-more = More

check-in-words = Anything in your own words? Type it, or tap Done. Kept for you.
check-in-words-kept = Thank you, that's kept for you.
check-in-words-cut = I kept the first 1,000 characters.
check-in-words-share = Tap Share to show { $practitioner }.
check-in-words-shared = { $practitioner } can read it too.
check-in-words-unkept = Anything else on your mind? Tap Done when you're ready. I don't keep your words.
check-in-add-words = Add words
check-in-share = Share with { $practitioner }
check-in-unshare = Keep it to me

check-in-saved = Saved, thank you.
check-in-saved-late = Saved, thank you. It counts for { $day }.
check-in-final = Half a year is over, and this is the last check-in that comes by itself. /checkin works as ever.
check-in-final-over = That was the last one that comes by itself. /checkin works as ever, and /settings has more if you like.
check-in-next = Next hello: { $when }.
check-in-skipped = Skipped for today. That's fine.
check-in-hard = Thank you for telling me. Hard days count too. /craving is here at any hour.
check-in-ok = Good to know, thank you.
check-in-closed = Closed, no problem.
check-in-closed-part = Closed, no problem. What you said is kept.
check-in-closed-part-add = Closed, no problem. What you said is kept. You can add the rest if you like.
check-in-closed-add = Closed, no problem. You can add it late if you like.
check-in-add = Add it now
check-in-ended = This check-in has ended.
check-in-paused = Closed for your break. Nothing to catch up on.
check-in-later = See you at { $time }.
check-in-later-day = See you on { $day }, at { $time }.
check-in-now = Start now
check-in-done-today = You've done today's, thank you.
check-in-not-now = Not now

# What their own answers say, in counts.
check-in-helped-moment = { $words }: helped { $helped } of { $times } times with { $moment }.
moment-with-stress = stress
moment-with-low_mood = low mood
moment-with-others = others smoking
moment-with-drink = a drink
moment-with-cannabis = cannabis
moment-with-bored = being bored
moment-with-good_mood = a good mood
moment-with-other = something else

# What got in the way on a hard day: one more tap, for who wants to say.
check-in-barrier = What got in the way?
check-in-barrier-ask = What got in the way today? One tap, if you like.
check-in-barrier-kept = In the way: { $barrier }.
check-in-barrier-other = In the way: something else. Type it whenever you like, and I'll keep it for you.
check-in-barrier-none = None of these
barrier-no_idea = No idea what to try
barrier-worn_out = Too worn out to think
barrier-at_hand = Cigarettes at hand
barrier-others = Others smoked
barrier-no_break = No other way to a break
barrier-too_strong = The urge was too strong
barrier-wanted_one = I wanted one
barrier-other = Something else

very-low = That sounds really hard. Let's not talk about smoking tonight. What would help?
low = Thanks for telling me. That's enough for today, if you like.
low-enough = That's all for today
low-carry-on = Carry on
very-low-talk = Talk to someone now
very-low-calming = Something calming
very-low-carry-on = Carry on

not-now = No rush. What suits you?
not-now-later = Later today, { $time }
not-now-tonight = Tonight, { $time }
not-now-tomorrow = Tomorrow, { $time }
not-now-skip = Skip today

# After the crisis card: that evening and the next morning.
soft-evening = Evening, { $name }. Let's not talk about smoking tonight.
soft-evening-nameless = Good evening. Let's not talk about smoking tonight.
soft-day = Hello, { $name }. Let's not talk about smoking today.
soft-day-nameless = Hello. Let's not talk about smoking today.
soft-morning = Morning, { $name }. Let's not talk about smoking this morning.
soft-morning-nameless = Good morning. Let's not talk about smoking this morning.
soft-asks = How is it now? One tap, or none.
soft-call = If it gets harder, call { $call }. Day or night.
soft-ok = A bit better
soft-hard = Still hard
soft-thanks-ok = I'm glad it's a bit better. Thank you for telling me.
soft-thanks-hard = Thank you for telling me. You don't have to get through it on your own.

reminder-soft = No need to answer. If you'd like to say how it is now, one tap is plenty.
reminder = Still here if you want it. One tap is plenty.
reminder-ok = OK today
reminder-hard = Hard today
reminder-leave = Leave it
