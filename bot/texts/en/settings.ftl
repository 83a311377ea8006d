# /settings and /language.

settings = <b>Settings</b>
settings-name = Name: { $name }
settings-place = Place: { $place }, { $now } now
settings-time = Check-in: { $time }. Next: { $when }
settings-window = It comes some time in the { $minutes } minutes after, as you chose under How often.
settings-first-mood = A check-in asks about mood first, then smoking
settings-first-smoking = A check-in asks about smoking first, then mood
settings-ask-mood = Mood first
settings-ask-smoking = Smoking first
settings-no-time = Check-in: none
settings-sharing-answers = Sharing: { $practitioner } can see a summary
settings-sharing-replies = Sharing: { $practitioner } can see how often you reply
settings-sharing-nothing = Sharing: nothing is shown to { $practitioner }
settings-same-day = Same day: the team hears about a medicine that needs it
settings-change-time = Time
settings-change-place = Place
settings-change-name = Name
settings-change-sharing = Sharing
settings-pause = A break
settings-language = Language

language = I speak English for now.

stop-what = What would you like to stop? Nothing has changed so far.
stop-what-messages = Fewer messages
stop-what-leave = Leave this service
stop-what-smoking = Smoking
stop-what-nothing = Nothing, carry on
stop-smoking = That's what I'm here to help with. /craving helps when an urge comes. Your next session is a good place to talk about a date.
stop-nothing = Fine. All carries on as it was.

# What somebody sees before they press Start: nothing of therapy, smoking or moods, as others look at phones too.

bot-description = A quiet helper. To start, you need a link from the person who told you about it.
bot-short-description = A quiet helper.
