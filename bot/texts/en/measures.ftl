# Short questions with set answers: how somebody smokes, how they feel, what may be said of it, what got easier.

who-nothing-kept = I keep nothing of this.
who-unkept = I don't keep your answers.

closer = <b>Looking closer</b>
    Short questions, and what they say. Pick what you like.
closer-hsi = How I smoke
closer-mpss = How I've been
closer-withdrawal = What's common after stopping
closer-easier = What got easier
closer-body = What changes in my body

hsi-card = Two taps about how you smoke? They can help with your plan.
hsi-card-start = OK
hsi-first = How soon after you wake up do you smoke the first one?
hsi-first-of = How soon after waking up does { $name } smoke the first one?
hsi-within-5 = Within 5 minutes
hsi-within-30 = 6 to 30 minutes
hsi-within-60 = 31 to 60 minutes
hsi-later = After an hour
hsi-per-day = How many on a usual day?
hsi-per-day-of = How many does { $name } smoke on a usual day?
hsi-up-to-10 = 10 or fewer
hsi-up-to-20 = 11 to 20
hsi-up-to-30 = 21 to 30
hsi-more = 31 or more
hsi-told = <b>How you smoke</b>
    First one: { $first }
    On a usual day: { $many }
    Answered on { $day }
hsi-entered = { $practitioner } entered that.
hsi-earlier = On { $day }: { $first }, { $many }
hsi-anew = Answer it anew

mpss-card-before = Nine short questions about how you feel? What you say before your quit date shows later what is new.
mpss-card-after = Nine short questions about how you've been? They show what has changed since before your quit date.
mpss-card-after-alone = Nine short questions about how you've been? What you say is kept, for you to look back on.
mpss-card-start = Start
mpss-card-never = Don't offer these
mpss-head = { $number } of 9. Skip any.
mpss-1 = Over the past 24 hours, how <b>depressed</b> have you felt?
mpss-2 = Over the past 24 hours, how <b>anxious</b> have you felt?
mpss-3 = Over the past 24 hours, how <b>irritable</b> have you felt?
mpss-4 = Over the past 24 hours, how <b>restless</b> have you felt?
mpss-5 = Over the past 24 hours, how <b>hungry</b> have you felt?
mpss-6 = Over the past 24 hours, how much <b>poor concentration</b>?
mpss-7 = How much <b>poor sleep</b> last night?
mpss-8 = How much of the time have you felt the urge to smoke in the past 24 hours?
mpss-9 = How strong have the urges been?
mpss-amount-1 = Not at all
mpss-amount-2 = Slightly
mpss-amount-3 = Somewhat
mpss-amount-4 = Very
mpss-amount-5 = Extremely
mpss-time-0 = Not at all
mpss-time-1 = A little of the time
mpss-time-2 = Some of the time
mpss-time-3 = A lot of the time
mpss-time-4 = Almost all the time
mpss-time-5 = All the time
mpss-strength-0 = No urges
mpss-strength-1 = Slight
mpss-strength-2 = Moderate
mpss-strength-3 = Strong
mpss-strength-4 = Very strong
mpss-strength-5 = Extremely strong
mpss-stop = That's all
mpss-closed = Closed, no problem. What you said is kept.
mpss-closed-empty = Closed, no problem.
mpss-empty = Fine, nothing to keep.
mpss-baseline = Thank you. That is how it is before your quit date. After it, the same questions show what is new.
mpss-no-date = Thank you, that's kept. With a quit date, the same questions show later what is new.
mpss-day = Day { $day } since your quit date.
mpss-no-baseline = I have no answers from before your quit date, so I can't say what is new.
mpss-none-new = Nothing is stronger than before.
mpss-common = Stronger than before: { $felt }. That's common in the { $weeks ->
        [one] first week
       *[other] first { $weeks } weeks
    } after stopping.
mpss-common-mood = Stronger than before: { $felt }. That's common in the first { $weeks } weeks after stopping. Sources differ, so it's worth telling { $practitioner } as well.
mpss-common-least = Stronger than before: { $felt }. That's common for at least { $weeks } weeks after stopping. It can go on for longer.
mpss-still = Stronger than before: { $felt }. Many people have that for more than { $weeks } weeks.
mpss-differ = Stronger than before: { $felt }. Some sources say that lasts up to { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    } after stopping, others up to { $longer } weeks.
mpss-longer = Stronger than before: { $felt }. For many people that eases within { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    } of stopping, so it's worth telling { $practitioner }.
mpss-tell = Worth telling { $practitioner }: { $felt }.
mpss-prescriber = For your prescriber: { $felt }.
mpss-unknown = I can't tell if this is new: { $felt }.
mpss-urges-common = Urges to smoke are common for at least { $weeks } weeks.
mpss-urges-still = Many people still have urges to smoke after { $weeks } weeks. Over time they tend to get weaker.
mpss-eased = Less than before: { $felt }.
mpss-fits = Does that fit how it feels?
mpss-fits-yes = It fits
mpss-fits-no = Not quite
mpss-thanks = Thank you. You know it best.
note-mpss-off = Fine, I won't offer these any more. They stay under More, How far I've come, Looking closer.
mpss-worth-telling = It may be worth telling { $practitioner } how your mood is.

withdrawal = <b>After stopping</b>
    What do you notice?
felt-irritable = Irritable
felt-anxious = Anxious
felt-restless = Restless
felt-poor-concentration = Hard to concentrate
felt-hungry = Hungry
felt-poor-sleep = Poor sleep
felt-low-mood = Low mood
felt-urges = Urges to smoke
withdrawal-since = { $felt }. How is it, compared with before your quit date?
withdrawal-since-now = { $felt }. How is it at the moment?
withdrawal-new = New, or stronger
withdrawal-before = As it was before
withdrawal-worse = Very strong, or getting worse
withdrawal-unknown = Not sure
withdrawal-said-common = { $felt }: that's common in the { $weeks ->
        [one] first week
       *[other] first { $weeks } weeks
    } after stopping.
withdrawal-said-common-mood = { $felt }: that's common in the first { $weeks } weeks after stopping. Today is day { $day }. Could that be part of it? Sources differ, and it can be more. So it's worth telling { $practitioner } as well.
withdrawal-said-common-least = { $felt }: that's common for at least { $weeks } weeks after stopping.
withdrawal-said-still = { $felt }: many people have that for more than { $weeks } weeks after stopping.
withdrawal-worst-first = It's often strongest in the first week.
withdrawal-urges-weaker = Over time urges tend to get weaker.
withdrawal-today = Today is day { $day }. Could that be part of it?
withdrawal-said-differ = { $felt }: some sources say that lasts up to { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    } after stopping, others up to { $longer } weeks. Today is day { $day }. If it bothers you, it's worth telling { $practitioner }.
withdrawal-said-longer = { $felt }: for many people that eases within { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    } of stopping. Today is day { $day }. There may be more to it, so it's worth telling { $practitioner }.
withdrawal-said-before = You had that before your quit date, too. If it bothers you, it's worth telling { $practitioner }.
withdrawal-said-unknown = It's hard to say where it comes from, then. If it bothers you, it's worth telling { $practitioner }.
withdrawal-said-tell = That sounds hard. It's worth telling { $practitioner } soon, wherever it comes from.
withdrawal-said-not-yet = This starts on your quit date. Come back any day after it, and we can look at it then.
withdrawal-not-yet-mood = If it's hard right now, it's worth telling { $practitioner }.

easier-card = What got easier this week? Even a bit counts.
easier-card-start = Tell you
easier-card-never = Don't ask this
easier = What got easier? Tap all that fit.
easier-breathing = Breathing
easier-money = Money
easier-taste = Taste
easier-sleep = Sleep
easier-mood = Mood
easier-urge = Getting through an urge
easier-other = Something else
easier-ask = What got easier? Type it in a few words.
easier-kept = Kept. You'll find it under How far I've come.
easier-none-kept = Fine. Some weeks are like that.
note-easier-off = Fine, I won't ask that any more.
easier-told = <b>What got easier, as you told me</b>
easier-line = · { $what }
easier-line-times = · { $what }, { $times } times
easier-words = · “{ $words }”

body-ask = Some people like to know what changes in the body after stopping. Others find it heavy. It's here if you want it.
body-show = Show me
body = <b>What changes in your body</b>
body-from = From NHS Better Health: { $url }
    Whatever a day brings, nothing here is taken back.
body-reached = ✓ { $line }
body-ahead = · { $line }
body-20-minutes = After 20 minutes the pulse starts to go back to normal.
body-8-hours = After 8 hours oxygen is on its way back, and half the carbon monoxide has left the blood.
body-48-hours = After 48 hours the carbon monoxide is gone. Lungs start to clear, and taste and smell get better.
body-72-hours = After 72 hours breathing may feel easier, and there is more energy.
body-2-12-weeks = After 2 to 12 weeks blood gets to the heart and muscles better.
body-3-9-months = After 3 to 9 months coughs ease, and the lungs may work up to a tenth better.
body-1-year = After 1 year the risk of a heart attack is half that of someone who smokes.
body-10-years = After 10 years the risk of dying of lung cancer is half that of someone who smokes.
body-on = Show it with my progress
body-off = Not with my progress
