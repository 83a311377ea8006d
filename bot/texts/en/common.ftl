# Buttons and short words that many screens share.

button-back = Back
button-skip = Skip
button-not-now = Not now
button-done = Done
button-more = More
button-change = Change
button-cancel = Cancel
button-continue = Continue
button-settings = Settings
button-crisis = Talk to someone now
button-why = Why this?

# When something is. { $time } is a 24-hour clock, { $day } a day and month.
when-today = today, { $time }
when-tomorrow = tomorrow, { $time }
when-day = { $day }, { $time }

the-uk = the UK
someone = your practitioner
someone-near = your doctor or someone you trust

# In place of a screen that whoever runs the service has stopped for now.
withheld = This part is off for now, while we look at its words. The rest works as before. If you need a person, /help shows who to call.
