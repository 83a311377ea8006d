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
