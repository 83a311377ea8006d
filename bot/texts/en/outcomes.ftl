# The four outcomes of a client, for their practitioner: what each comes to, and the steps that led there.

outcomes = Outcomes
outcomes-head = <b>{ $name } · outcomes</b>
outcomes-told = Counted from what { $name } told the bot, and from what was entered here. Four ways to count, four meanings.
outcomes-attempt = Quit date { $day }. Today is day { $number }.
outcomes-to-come = Quit date { $day }. It has not come yet.
outcomes-treated-yes = A treated smoker, as { $who } said on { $day }.
outcomes-treated-no = Not a treated smoker, as { $who } said on { $day }.
outcomes-treated-not-said = Is { $name } a treated smoker: came, agreed to treatment, set a quit date? Nobody has said yet. The NHS result counts once you have.
outcomes-no-attempt = No quit date has come yet.
outcomes-not-shown = { $name } shows no answers, or keeps none. So there is nothing to count. That's their choice to make.
outcomes-closed = These are not open to you any more.
outcomes-line = { $title }: <b>{ $result }</b>
outcomes-working = <b>{ $title }: { $result }</b>
outcomes-step = · { $step }
outcomes-why = { $why }
outcomes-differ = These don't fit together. What tells of more counts:
outcomes-by-client = <b>{ $name } told the bot</b>
outcomes-by-practitioner = <b>Entered here</b>
outcomes-nothing = Nothing yet.
outcomes-undo = Take back: { $what }
outcomes-earlier = Earlier tries
outcomes-try = <b>The try from { $day }</b>
outcomes-entered = What was told and entered
a-practitioner = a practitioner
outcomes-heard = Heard in the session
outcomes-week = Their week
outcomes-reading = CO reading
outcomes-treated = Treated smoker
outcomes-not-treated = Not a treated smoker

outcome-nhs = NHS, 4 weeks
outcome-six = Trials, 6 months
outcome-year = Trials, 12 months
outcome-days = The last 7 days
outcome-lived = All their days

outcome-nhs-not-counted = not counted
outcome-nhs-not-said = not counted until somebody says treated
outcome-nhs-not-yet = too early
outcome-nhs-waiting = can be asked now
outcome-nhs-co-verified = quit, CO checked
outcome-nhs-self-reported = quit, self-reported
outcome-nhs-not-quit = not quit
outcome-nhs-not-known = not known, lost to follow-up

outcome-russell-not-counted = not counted
outcome-russell-not-yet = too early
outcome-russell-waiting = can be asked now
outcome-russell-verified = quit, CO checked
outcome-russell-self-reported = quit, self-reported
outcome-russell-smoking = counts as smoking
outcome-russell-unknown = no answer (a trial counts that as smoking)
outcome-russell-left = left out of the count

outcome-days-not-smoking = not smoking
outcome-days-smoking = smoking
outcome-days-not-known = not known

outcome-lived-days = { $days ->
        [one] 1 smoke-free day
       *[other] { $days } smoke-free days
    }
outcome-lived-longest = The longest stretch: { $days ->
        [one] 1 day
       *[other] { $days } days
    }
outcome-lived-lapse = A cigarette on another day takes none of them away.

# Steps. A number in them is a day since the quit date, where it says day.
outcome-step-never-came = The quit date was moved or taken away before it came.
outcome-step-not-treated = A practitioner said: not a treated smoker.
outcome-step-treated-not-said = Nobody has said yet that this is a treated smoker. The NHS counts no others.
outcome-step-ended = The quit date was changed or taken away on day { $day }.
outcome-step-days = Days { $first } to { $last } count.
outcome-step-window = It can be asked from day { $first } to day { $last }.
outcome-step-window-not-sure = We have not read these two days at their source. Check them with your service.
outcome-step-not-yet = It can be asked in { $days ->
        [one] 1 day
       *[other] { $days } days
    }.
outcome-step-waiting = There { $days ->
        [0] is no more day after today to ask.
        [one] is 1 day left to ask.
       *[other] are { $days } days left to ask.
    }
outcome-step-asked = They answered on { $on } (day { $day }).
outcome-step-heard = { $who } heard it on { $on } (day { $day }).
outcome-step-asked-early = { $days ->
        [one] 1 of the days was still to come.
       *[other] { $days } of the days were still to come.
    }
outcome-step-not-asked = There is no answer in that time.
outcome-step-asked-late = There is an answer of { $on } (day { $day }). That is too late to count.
outcome-step-said-none = They said: none.
outcome-step-said-smoked = They said that they smoked.
outcome-step-said-later = For days { $first } to { $last } they said { $most ->
        [0] { $least } or more
       *[other] { $least } to { $most }
    }. Day by day they told of none on the days that count.
outcome-step-smoked-later = They told of smoking on { $days ->
        [one] 1 day
       *[other] { $days } days
    } after these. That takes nothing away here.
outcome-step-relapse = They said on { $on } (day { $day }) that they were back to smoking.
outcome-step-relapse-ago = They said { $days ->
        [0] today
        [one] yesterday
       *[other] { $days } days ago
    } that they were back to smoking.
outcome-step-differ = The two answers differ. The one that tells of smoking counts.
outcome-step-told-smoked = They told of smoking on { $days ->
        [one] 1 of these days.
       *[other] { $days } of these days.
    }
outcome-step-told-before = They told of smoking on { $days ->
        [one] 1 day
       *[other] { $days } days
    } before these. That is allowed.
outcome-step-against = At another time they told of more. What they told then counts.
outcome-step-cannot-tell = Their answers cannot tell. So it counts by the stricter side.
outcome-step-co-under = CO on { $on }: { $ppm } ppm, under { $limit }.
outcome-step-co-not-under = CO on { $on }: { $ppm } ppm, not under { $limit }.
outcome-step-co-other = CO on { $on }: { $ppm } ppm. The reading nearest to the day counts.
outcome-step-co-none = No CO reading is entered for that time.
outcome-step-grace = The first { $days } days are left out.
outcome-step-cigarettes = Cigarettes from day 15 on: { $number }.
outcome-step-cigarettes-between = Cigarettes from day 15 on: from { $least } to { $most }.
outcome-step-cigarettes-at-least = Cigarettes from day 15 on: { $least } or more.
outcome-step-told = That is what they told of day by day, or when asked before.
outcome-step-allowed = Up to { $most } cigarettes in all are allowed.
outcome-step-unknown-is-smoking = Trials count a missing answer as smoking. To you it says no more than: no reply.
outcome-step-died = They died.
outcome-step-moved = They moved where nobody can find them.
outcome-step-free-days = { $days } of { $of } days told of as smoke-free.
outcome-step-smoked-days = They told of smoking on { $days ->
        [one] 1 day.
       *[other] { $days } days.
    }
outcome-step-not-said-days = { $days ->
        [one] 1 day is not known. It counts neither way.
       *[other] { $days } days are not known. They count neither way.
    }
outcome-step-told-together = { $days ->
        [one] 1 of these was told
       *[other] { $days } of these were told
    } in one go: none since the time before.
outcome-step-told-since = { $days ->
        [one] 1 of these is
       *[other] { $days } of these are
    } known from an answer to “how did it go?”: none since day 15.
outcome-step-one-of = { $days ->
        [one] 1 smoked day stands
       *[other] { $days } smoked days stand
    } for several told of together. The rest of those is not known.
outcome-step-usual-before = Until then, { $number } a day.
outcome-step-packet-before = Until then, a packet of { $number } cost { $price }.
outcome-step-usual = Before, they smoked { $number } a day.
outcome-step-packet = A packet of { $number } costs { $price }.
outcome-step-less-days = They smoked less on { $days ->
        [one] 1 day
       *[other] { $days } days
    } without a quit date.
outcome-step-usual-not-said = What they smoked before is not known. So cigarettes are not counted.
outcome-step-price-not-said = What a packet costs is not known. So money is not counted.
outcome-step-no-top = For { $days ->
        [one] 1 day
       *[other] { $days } days
    } no upper number was given, so none are counted.
outcome-step-most-counted = For { $days ->
        [one] 1 day
       *[other] { $days } days
    } they gave a range. The larger number was taken off.

outcome-told = Days { $first } to { $last }: “{ $said }”, told on { $on }
outcome-told-to = { $told }, entered by { $who }
outcome-told-daily = Days { $first } to { $last }: “{ $said }”, told day by day
outcome-told-relapse = “I smoke most days now”, told on { $on }
outcome-amount = { $most ->
        [0] { $least } or more
       *[other] { $least } to { $most }
    }
outcome-entry = { $what }, entered by { $who }, { $day }
outcome-entry-co = CO { $ppm } ppm, { $on }
outcome-entry-heard = heard “{ $said }”, { $on }
outcome-entry-treated = Treated smoker, entered by { $who }, { $day }
outcome-entry-not-treated = Not a treated smoker, entered by { $who }, { $day }

on-day-today = today, { $day }
on-day = { $day }
on-day-pick-today = Today
on-day-pick-yesterday = Yesterday
on-day-pick-other = Another day

ask-reading = What did { $name }'s CO reading show, in ppm? It was taken: <b>{ $day }</b>.
ask-reading-typed = Type the number, such as 3. With another day: 3 ppm 2 Feb. Up to six weeks back.
note-not-ppm = I need a number from 0 to 200, such as 6, or 6 ppm 2 Feb.
note-reading-not-kept = I can't keep that one. Is the day in the last six weeks? Or their choices don't allow it now.

ask-heard = How many did { $name } say they smoked on days 15 to 28, { $first } to { $last }? You heard it: <b>{ $day }</b>.
ask-heard-window = It counts if it was heard from { $first } to { $last }.
ask-heard-no-date = { $name } had no quit date by then, so there is nothing to count yet.
heard-none = None
heard-few = 1 to 5
heard-more = 6 or more
heard-not-said = They did not say

# Nobody is to be asked any more.
outcomes-follow-up = No more follow-up
outcomes-no-follow-up = Follow-up has ended
follow-up = No more follow-up for { $name }: what happened? If it is sad news, I'm sorry.
follow-up-means = You pick the day next. You can take it back here at any time.
follow-up-died = They died
follow-up-moved = They moved, and nobody can find them
follow-up-when-died = When did { $name } die?
follow-up-when-moved = Since when can nobody find { $name }?
follow-up-ended-died = Written down: { $name } died. Nothing more goes to that chat, or to the people on their side. I'm sorry.
follow-up-ended-moved = Written down: nobody can find { $name }. I won't ask how it went.
follow-up-take-back = Take it back
