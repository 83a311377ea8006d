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
