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

# What was lived: cigarettes and money not spent, tries, how ready and how sure; the client's own, and never a score.

usual = <b>What smoking costs</b>
usual-why = Tell me what you smoke, or used to, and I count the cigarettes and the money you keep. All of it is optional.
usual-who = It counts in how far you've come, which is yours alone.
usual-not-kept = You chose that I keep no answers, so I can't count this. /settings changes that.
usual-begin = Tell me
usual-a-day = { $count ->
        [one] 1 cigarette
       *[other] { $count } cigarettes
    } on a usual day
usual-price = A packet or pouch: { $price }. It makes { $count }.
usual-change-a_day = Change the number
usual-change-price = Change the price
usual-gone = Take it away
usual-from-today = That counts from today. For the days before I keep:
usual-so-before = It was so before, too
usual-card = How many do you smoke on a usual day? If you've cut down: how many before that? It helps me see how far you've come.
usual-card-other = Another number
usual-packet = { $count }, a packet
usual-ask-a_day = How many on a usual day? If you've stopped or cut down: how many before that? Tap one, or type a number.
usual-ask-price = What does a packet or pouch cost you ({ $currency })? Type it, such as 12.50.
usual-ask-packet_of = How many cigarettes does it make? Tap, or type a number.
usual-refused-a_day = I need a number from 1 to 100.
usual-refused-price = I need a price, such as 12.50.
usual-refused-packet_of = I need a number from 1 to 500.

progress-not-smoked = Cigarettes you didn't smoke: <b>{ $count }</b>
progress-money = Money you kept: <b>{ $money }</b>
progress-tried = Times you tried something with a craving: { $count }. Trying counts.
progress-sure = How sure you felt, 0 to 10: { $values }
progress-working = How is this counted?
progress-tries = Your tries
progress-usual = What smoking costs
progress-ask-sure = How sure now?
lived-step-free-days = You told me of { $of ->
        [one] 1 day
       *[other] { $of } days
    }. Smoke-free: { $days }.
lived-step-told-together = { $days ->
        [one] 1 of them you told me about together with others
       *[other] { $days } of them you told me about in one go
    }: none since the time before.
lived-step-told-since = { $days ->
        [one] 1 of them I know
       *[other] { $days } of them I know
    } from your answer to “how did it go?”: none since day 15.
lived-step-one-of = { $days ->
        [one] Once you smoked on one or more of several days. That counts as 1 smoked day, and I don't know about the others.
       *[other] { $days } times you smoked on one or more of several days. Each counts as 1 smoked day, and I don't know about the others.
    }
lived-step-not-said-days = { $days ->
        [one] 1 day I don't know about. It counts
       *[other] { $days } days I don't know about. They count
    } neither way.
lived-step-not-asked-days = { $days ->
        [one] On 1 of these I didn't ask.
       *[other] On { $days } of these I didn't ask.
    }
lived-step-usual-before = Up to { $until }: { $number } on a usual day.
lived-step-usual = You told me of { $number } on a usual day.
lived-step-packet-before = Up to { $until }: { $price } for a packet or pouch of { $number }. Each day counts at the price it had.
lived-step-packet = A packet or pouch of { $number } costs { $price }.
lived-step-usual-not-said = You haven't told me what you used to smoke, so I count no cigarettes.
lived-step-price-not-said = You haven't told me a price, so I count no money.
lived-step-less-days = On { $days ->
        [one] 1 day
       *[other] { $days } days
    } without a quit date you smoked less than before. That counts too.
lived-step-most-counted = On { $days ->
        [one] 1 day
       *[other] { $days } days
    } you gave a range. I took the larger number.
lived-step-no-top = On { $days ->
        [one] 1 day
       *[other] { $days } days
    } you said “more than”, or no number. I count none there.
lived-step-today = Today counts when it's over.
effort = You've tried something with a craving { $count } times now. That is practice, and nobody can take it from you.
progress-working-head = <b>How I count</b>

stage-smoking = smoking
stage-planning = planning
stage-attempting = attempting
stage-not_smoking = not smoking
stage-ask = Where are you with smoking these days? No answer is better than another, and it can change tomorrow.
stage-say-smoking = I smoke
stage-say-planning = I'm planning to stop
stage-say-attempting = I'm stopping now
stage-say-not_smoking = I don't smoke
stage-who-sees = { $practitioner } can see it in the summary.
stage-who-you = It stays between us.
stage-unkept = You chose that I keep no answers, so I won't ask.
stage-said-smoking = Thank you. Nothing changes by that. /quitdate is there when you want it.
stage-said-planning = Thank you. Thinking about it is part of it.
stage-said-attempting = Thank you. One stretch at a time is plenty.
stage-said-not_smoking = Thank you. That took work.
stage-now = Where you are: { $stage }
stage-change = Something changed

tries = <b>Your tries</b>
tries-none = None has begun yet. Getting ready is part of it.
tries-goes-on = Since { $first }
tries-from-to = { $first } to { $last }
tries-days = { $days ->
        [one] 1 smoke-free day
       *[other] { $days } smoke-free days
    }, the longest stretch { $longest }
tries-why = You said: “{ $words }”
tries-planned = { $count ->
        [one] 1 day you planned and moved. Planning counts as well.
       *[other] { $count } days you planned and moved. Planning counts as well.
    }
tries-older = { $count ->
        [one] 1 more before these.
       *[other] { $count } more before these.
    }
tries-every = Every day in here counts, all tries together.

why-moved-ask = What led to that? For you alone. Skip is fine.
why-moved-not_ready = I wasn't ready
why-moved-too_much = Too much going on
why-moved-unwell = I was unwell
why-moved-another_day = Another day suits me better
why-moved-own = Something else
why-moved-type = In your own words? Type it here.
why-moved-kept = Kept with that try, thank you.
why-moved-unkept = You chose that I keep no answers, so I won't ask why.
why-moved-say = Say why

rating-ready = How ready do you feel to stop? 0 is not at all, 10 is very. Any number is fine.
rating-sure = How sure are you that you'd get through the next craving? 0 is not at all, 10 is very sure.
rating-who = Nobody else sees this number.
rating-unkept = You chose that I keep no answers, so I won't ask for a number.
rating-ready-said = You said { $value }. What would help it along? Type it here, in your own words.
rating-ready-most = You said { $value }. What makes it so? Type it here, in your own words.
rating-ready-words = Kept. Worth a look when you plan, or in a session.
rating-sure-said = { $value }. Thank you for thinking it through.
rating-ask-ready = How ready do I feel?

weekend-write = Think it through
weekend-ask = What will that weekend look like? Who, where, what could be hard? Type it here.
weekend-unkept = What will that weekend look like? Who, where, what could be hard? You chose that I keep no words, so think it over for yourself.
weekend-kept = Your weekend: “{ $words }”

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

# "I smoked": a diary before the quit date, a lapse from then on. Kept, and never a reset.

smoked-lapse = Thanks for telling me. That can be hard to say.
smoked-counts = { $days ->
        [one] Your 1 smoke-free day still counts.
       *[other] Your { $days } smoke-free days still count.
    }
smoked-about = This tells us about the moment you were in, not about you. What would help now?
smoked-next-craving = Next craving
smoked-work-out = Work out what happened
smoked-all-tonight = That's all tonight
smoked-all-today = That's all for today
smoked-by-mistake = I tapped by mistake
smoked-hello = I'll leave you in peace until { $when }.
smoked-bye = Thank you for telling me. Be kind to yourself.
smoked-taken-back = Taken back. Nothing of it is kept.
smoked-taken-back-check-in = Taken back. Nothing of it is kept. /checkin is there if you want today's.
smoked-too-old = That was a while ago, so it stays.
smoked-supporter = { $supporter } is not told.
smoked-supporters = Your supporters are not told.
smoked-who-sees = In the summary, { $practitioner } can see that you smoked on { $day }.
smoked-who-replies = { $practitioner } can't see this. It is wiped within two days.
smoked-who-you = Nobody else can see this.
smoked-who-unkept = Nobody else can see this. It is wiped within two days.

smoked-many = How many? Tap a number if you want to say.
smoked-known = You told me a moment ago, so I have it once. Was it more?
smoked-many-noted = Number noted: { $amount }. Another tap changes it.
smoked-type = How many? Send me a number.
smoked-type-refused = I need a number from 1 to 200, such as 4. Or tap Back.
smoked-earlier = It was earlier
smoked-when = Which day was it?
smoked-when-0 = Today
smoked-when-1 = Yesterday
smoked-when-2 = Two days ago
smoked-moment = What was going on?
smoked-idea = What might have helped, or might help next time? Your idea first. Type it, or tap.
smoked-mine = Show me one of mine
smoked-mine-one = You told me what helps: <b>{ $words }</b>
smoked-mine-moment = For moments like { $moment }, you told me: <b>{ $words }</b>
smoked-kept = Kept for next time. <b>{ $plan }</b>
smoked-keep-mine = Keep it for next time
smoked-sure = How sure are you that you'd get through the next one? 0 is not at all, 10 is very sure.
smoked-sure-who = Nobody else sees this number.
smoked-sure-unkept = You chose that I keep no answers, so I don't keep this number.
smoked-sure-said = { $value }. Thank you for thinking it through. That is work, and it counts.
smoked-not-kept = A good idea. You chose that I keep no words, so hold on to it yourself.

# Getting ready for the quit date, and telling others.

prepare = <b>Getting ready</b>
prepare-date = { $days ->
        [one] Your quit date is tomorrow, { $day }.
       *[other] Your quit date is in { $days } days, on { $day }.
    }
prepare-what = Tap what is done. What isn't yours to do, leave as it is. Not ready is fine too.
prepare-count = Done: { $ready } of { $all }. Each one counts.
prepare-thing-home = Home: ashtrays and what is left are out of sight
prepare-thing-bag = Bag and pockets: looked through
prepare-thing-car = Car: cleared, if I have one
prepare-thing-lighter = Lighters: put away or given away
prepare-thing-shop = Where I buy: another way there, or another shop
prepare-thing-others = Others at home: asked to smoke outside
prepare-thing-tell = One person knows the day
prepare-thing-hands = Something for my hands
prepare-button-home = Home
prepare-button-bag = Bag
prepare-button-car = Car
prepare-button-lighter = Lighters
prepare-button-shop = Where I buy
prepare-button-others = Others at home
prepare-button-tell = One person
prepare-button-hands = My hands
prepare-line = { $mark } { $what }
prepare-add = Add my own
prepare-ask = What else would you like to get ready? Type it here.
prepare-own-off = Take one off
prepare-own-off-ask = Which one shall I take off?
prepare-open = Open my list
prepare-not-ready = Not ready
prepare-not-ready-said = That's fine, and good to know. The list stays in My plan. The day can move too.
prepare-move = Change the day
prepare-card = { $days ->
        [one] Tomorrow is the day you picked. Would you like to look at your list?
       *[other] { $days } days to the day you picked. Would you like to look at your list?
    }
progress-ready = Things you got ready: { $count }

telling = <b>Telling others</b>
telling-what = Who would you like to know? You choose, and you tell them yourself. I never send anything for you.
telling-none = Nobody is on the list yet.
telling-tap = Tap somebody once they know.
telling-add = Add somebody
telling-ask = Who is it? A name or “my sister” is plenty. Type it here.
telling-off = Take one off
telling-off-ask = Who can come off the list?
telling-words = Words to send
telling-words-ask = Some words to start from. Open one to copy it.
telling-own = Write my own
telling-own-ask = What would you like to say to them? Type it here. I keep up to 250 characters.
telling-draft = Copy it, change what you like, and send it in any chat. Nothing goes out from here.
telling-draft-1 = I'm stopping smoking soon. It would help if you didn't offer me one. No need to ask how it goes. I'll tell you.
telling-draft-2 = I'm going to stop smoking. Some days I may be grumpy, and it's not about you. A walk or a call would be nice.
telling-draft-3 = I'm stopping smoking. Could you smoke outside while I'm around for the next few weeks? Thank you.
telling-copy = Copy
telling-drop = Take it off
