# What a practitioner reads.

ask-code = Hello { $name }. Please type the six digits of your code. They come to you another way than the link, by voice or on paper.
practitioner-ready = You're set up, { $name }.
    /invite makes a link for one person. /clients lists who joined. /summary shows what one person told me. /settings says when you look at requests, and who covers.
    I pass on what people say, counted. Nobody watches this live, and it is not a risk check. In danger, people get a crisis card from me at once.
practitioner-invite = Invite someone

ask-label = Who is it for? Initials are enough.
    They help you tell your links apart. Nobody else sees them.
invite-link = For { $label }: this link works once, for the first person to open it, until { $when }. I show it once.

    { $link }
invite-link-nobody = For one person: this link works once, for the first to open it, until { $when }. I show it once.

    { $link }
invite-words = Words you could pass on: “Here is the check-in helper we talked about. Open it on your phone when you have a minute. You can say no to any of it.”
invite-gone = This link was shown once and is put away. /invite makes a new one.
invite-gone-used = This link was used.
invite-another = Another link
invite-take-back = Take it back
invite-gone-back = This link is taken back. Nobody can join with it.
take-link = Take back the link for { $label }? Nobody can join with it then, and whoever has it isn't told.
take-link-opened = Take back the link for { $label }? Somebody has opened it, and isn't set up yet. They can't join with it then, and aren't told.
take-link-yes = Take it back
take-link-done = The link for { $label } is taken back. Nobody can join with it.
take-link-used = Somebody has joined with the link for { $label }, so it can't be taken back. If that's the wrong person, please tell whoever runs this service today.

client-list = <b>People who joined</b>
client-list-line = { $name }, since { $day }
client-list-empty = Nobody has joined yet. /invite makes a link for one person; pass it on and they'll show up here.
client-links = <b>Links nobody has joined with</b>
client-link-unnamed = Link of { $day }
client-link-waiting = { $label }: not opened yet
client-link-opened = { $label }: opened, not set up yet
client-link-declined = { $label }: did not join
client-link-expired = { $label }: ran out
client-link-taken_back = { $label }: taken back
client-link-take-back = Take back: { $label }
client-unnamed = Person { $id }
asked-left = { $name }, who has left

summary-choose = Whose week would you like to see?
summary-not-shared = { $name } has not chosen to show you a summary. That's their choice to make, and it can change.
summary-closed = This summary is not open to you any more.
summary-head = { $name } · 7 days to { $day }
summary-told = Told to the bot. Not watched live.
    Not a risk check.
summary-replied = Replied { $replied } of { $asked }
summary-asked-days = Asked { $asked ->
        [one] once
       *[other] { $asked } times
    }
summary-not-asked = Not asked by us: { $count }
summary-on-a-break = Left out for a break: { $count }
summary-not-due = No check-in to count in these days.
summary-next-on = Next check-in: { $day }
summary-heard = Last heard: { $day }
summary-heard-nothing = Nothing heard yet, joined { $day }.
summary-today = Today so far: { $said }
summary-today-replied = replied
summary-today-smoked = smoked
summary-today-free = not smoked
summary-today-very-low = mood very low
summary-no-quit-date = Quit date: none
summary-quits = Quit date: { $day }, still to come
summary-quit = Quit date: { $day } · quit day { $number }
summary-told-free = Smoke-free days told: { $free } of { $days }
summary-back-to-smoking = Back to smoking since { $day }, in their own words
summary-relapse = Told { $day }: back to smoking
summary-relapse-goes-on = Told { $day }: smoking most days, and keeps going
summary-chose-none = Chose no check-ins
summary-chose-none-since = Chose no check-ins, since { $day }
summary-no-time = No time picked for check-ins yet
summary-done = Six months done on { $day }. No more check-ins by plan.
summary-missed = ({ $missed } more missed by us)
summary-smoked = Smoked { $smoked } of { $days } days
summary-stage = Where: { $stages }
summary-result = { $weeks } weeks on, smoked: { $said }
summary-two-answers = Two answers that don't fit together:
summary-two-answers-one = · { $weeks } weeks on, smoked: { $said }, told { $day }
summary-urge = Urge { $first }, then { $last }
summary-urge-once = Urge { $urge }
summary-mood = Mood low { $low } of { $days }
summary-before = (week before: { $low } of { $days })
summary-cannot-reach = Not reached: { $count }
summary-unreached-since = Nothing reaches them since { $day }
summary-very-low = Very low: { $count }
summary-hard-days = Said “hard today”: { $count }
summary-helped = Helped: { $words } { $count } of { $times }
summary-hard = Hard: { $moment } { $count }
summary-barrier = { $barrier } { $count }
summary-barrier-capability = Capability: { $barriers }
summary-barrier-opportunity = Opportunity: { $barriers }
summary-barrier-motivation = Motivation: { $barriers }
summary-barrier-other = In the way, other: { $count }
summary-brings = Brings, { $day }: “{ $words }”
summary-paused = Paused
summary-paused-until = Paused until { $day }
summary-paused-open = Paused until they're back
summary-quiet = No reply in two weeks.
summary-quiet-new = No reply yet, joined { $day }.
summary-quiet-since = No reply since { $day }.
summary-all = All people

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
note-not-day-and-time = I need a day and a time, such as Thu 11:00. Between { $earliest } and { $latest }, please.

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

# Which techniques reached somebody in a week: for a practitioner with codes, for a client without.

coverage-button = Techniques
coverage-head = <b>{ $name } · week from { $day }</b>
coverage-told = What stood in my messages, and in how many of them. Not what { $name } did with it.
coverage-motivation = <b>Motivation</b>
coverage-self_regulation = <b>Self-regulation</b>
coverage-adjuvant = <b>Other help</b>
coverage-general = <b>General</b>
coverage-line = { $code } { $technique }: { $count }
coverage-line-unchecked = { $code }* { $technique }: { $count }
coverage-unchecked = * This code number was not checked at its source.
coverage-none = Nothing reached { $name } in that week.

worked-with-button = What we've worked with
worked-with = <b>What we've worked with</b>, week from { $day }
worked-with-told = The kinds of help in my messages to you, and in how many of them.
worked-with-line = · { $technique }: { $count }
worked-with-none = Nothing in that week so far.

technique-bm1 = What stopping brings
technique-bm2 = Trust in being able to
technique-bm3 = How it is going
technique-bm4 = Treats for not smoking
technique-bm5 = How others do
technique-bm6 = A promise on the spot
technique-bm7 = Praise for effort
technique-bm8 = Being someone who doesn't smoke
technique-bm9 = Reasons for and against
technique-bm10 = Stopping in one go
technique-bm11 = A breath test
technique-bs1 = What gets in the way, and ways round it
technique-bs2 = What to do in hard moments
technique-bs3 = Plans: if this, then that
technique-bs4 = Goals
technique-bs5 = A look back at goals
technique-bs6 = Noting urges, moods and smoking
technique-bs7 = New habits for old ones
technique-bs8 = Clearing things away
technique-bs9 = Small steps
technique-bs10 = Calm, and saving strength
technique-bs11 = Staying out of smoky places
technique-a1 = A word about aids
technique-a2 = Help from friends and family
technique-a3 = Where to get aids
technique-a4 = How the aids are going
technique-a5 = Help for later
technique-rd1 = Made to fit
technique-rd2 = Choice
technique-ri1 = Asking about smoking, now and before
technique-ri2 = Asking about the right time
technique-ri3 = Asking about past tries
technique-ri4 = Asking how stopping feels
technique-ri5 = Asking how strong the habit is
technique-ri6 = Asking who else smokes
technique-ri7 = Asking what smoking means
technique-ri8 = Asking who can help
technique-ri9 = How a habit grows
technique-ri10 = Asking about mood
technique-rc1 = Getting to know each other
technique-rc2 = Room for questions
technique-rc3 = What a breath test is for
technique-rc4 = What to expect
technique-rc5 = Things to read
technique-rc6 = What stopping can feel like
technique-rc7 = Saying back what was heard
technique-rc8 = Asking for own words
technique-rc9 = Summing up
technique-rc10 = Comfort

# What a practitioner sees of set questions, medicines and aids; and what they enter.

scores = Scores
scores-closed = These are not open to you any more.
scores-not-shown = { $name } shows no answers, or keeps none. That's their choice to make, and it can change.
scores-head = <b>{ $name }</b>: set questions
scores-told = What they told the bot. No diagnosis, no prediction. Not watched live.
scores-hsi = Heaviness of smoking (HSI), { $day }: { $score } of 6, { $band }
scores-hsi-low = low
scores-hsi-medium = medium
scores-hsi-high = high
scores-hsi-working = First one { $first }: { $firstPoints }. A day { $many }: { $manyPoints }.
scores-hsi-entered = Entered by you.
scores-hsi-light = Who smokes little scores low, however hard stopping is.
scores-hsi-before = Before: { $earlier }
scores-hsi-none = Heaviness of smoking (HSI): not answered.
scores-mpss = Mood and symptoms (MPSS), 1 to 5. Items 1 to 7 as the change from before the quit date, urges as they stand.
scores-mpss-none = Mood and symptoms (MPSS): not answered.
scores-no-baseline = No baseline: items 1 to 7 stand as they were said, and say nothing of change.
scores-before = before
scores-day = d{ $day }
scores-item-1 = Depressed
scores-item-2 = Anxious
scores-item-3 = Irritable
scores-item-4 = Restless
scores-item-5 = Hungry
scores-item-6 = Concentr.
scores-item-7 = Sleep
scores-item-8 = Urges, time
scores-item-9 = Urges, strong
scores-medicine-never = Medicines: not asked, or no answer.
scores-medicine-none = Medicines: none, they said.
scores-medicine-unchecked = Medicines: NOT CHECKED ({ $what })
scores-medicine-known = Medicines: known to who prescribes ({ $what })
scores-medicine-checked = Medicines: you said it is looked after ({ $what })
scores-medicine-yes = takes some
scores-medicine-not-sure = not sure
scores-aids = Uses: { $what }
scores-aid-going = { $aid } ({ $going })
scores-going-using = in use
scores-going-well = well
scores-going-mixed = so-so
scores-going-side-effects = side effects
scores-enter-hsi = Enter HSI
scores-checked = Medicine is looked after
scores-week = Their week
hsi-entered-not = That could not be kept: they keep no answers.

# Links that a practitioner passes on: as clients see them, and as the practitioner keeps them.

links = <b>Links from { $practitioner }</b>
links-none = { $practitioner } has passed on no links so far. If you saw one that helped, you could ask about it in a session.
links-none-nobody = There is nobody here to pass on links.
links-line = · <b>{ $title }</b> ({ $host })
links-added = Added { $day }.
links-leads = A link opens outside this chat. I don't know what is on it.

shelf = <b>Links you pass on</b>
shelf-none = Nothing here yet. A link you add is shown to your people under My plan. Nothing is sent.
shelf-line = · { $title } ({ $host }), for { $whom }. Looked at { $day }
shelf-line-old = · { $title } ({ $host }), for { $whom }. Looked at over a year ago, on { $day }
shelf-old = Tap what is over a year old: does it still fit?
shelf-all = all
shelf-add = Add a link
shelf-button = Links for my people
shelf-address-ask = What is the address? It begins with https://. Type or paste it here.
shelf-title-ask = This leads to { $host }. What shall it be called? Type it here.
shelf-title-host = Call it { $host }
shelf-note-ask = A line about it, for your people? Type it here.
shelf-whom-ask = Who is it for?
shelf-whom-all = All my people
shelf-link = <b>{ $title }</b>
    { $address }
shelf-link-whom = For { $whom }. Added { $added }, looked at { $checked }.
shelf-link-old = That's over a year ago. Does it still fit?
shelf-open = Open it
shelf-checked = I've looked, it fits
shelf-remove = Take it off
shelf-removed = Taken off. Your people don't see it any more.
note-not-an-address = I take addresses that begin with https:// and a name, such as https://www.nhs.uk. Could you send it once more?
note-shelf-full = That's a full list. Take one off first, then add another.
links-note = { $words }
