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

