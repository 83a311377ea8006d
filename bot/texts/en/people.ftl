# From the link to the first useful thing: 200 words at most, all screens together.

welcome = Hello. { $practitioner } gave you this link.
    I'm Alongside, a computer program. I check in between sessions and help with cravings.
    Nobody watches this chat. { $danger }
    Telegram keeps a copy, so leave out what's private.
    Stop any time. Your sessions carry on the same.
welcome-stranger = Hello. I'm Alongside, a computer program. I help with cravings, and check in with people who were given a link.
    If you have a link, open it and I'll take it from there.
    Nobody watches this chat. { $danger }
welcome-set-up = Set up, 1 minute
welcome-craving = Help with a craving now
welcome-who = Who sees what?
welcome-not-for-me = Not for me
welcome-numbers = Crisis numbers

fits = Is one of these you? I don't keep your answer.
fits-young = Under 18
fits-pregnant = Pregnant or breastfeeding
fits-none = None of these

# Said in these same words to everybody who does not join, whyever.
declined = That's fine. Nothing is set up, and I keep no reason. { $practitioner } can see that you didn't join, not why. Your sessions carry on the same.
elsewhere = I'm not made for anyone under 18, or for while you're pregnant or breastfeeding. Here's who can help:
declined-nobody = That's fine. Nothing is set up, and I keep no reason.
declined-stays = Help with cravings and the crisis numbers work here any time. Things change, so a new link is fine later too.
elsewhere-pregnant = <b>Pregnant or breastfeeding?</b> A midwife, a health visitor, your GP or a pharmacist can help you stop, in a way that suits you and your baby.
elsewhere-gb-eng = There's free NHS help to stop in pregnancy too. Your midwife can put you in touch, or you can ask yourself.
elsewhere-gb-sct = The NHS's free help to stop is called Quit Your Way, and it's there in pregnancy too.
elsewhere-gb-wls = The NHS's free help to stop is called Help Me Quit, and it's there in pregnancy too.
elsewhere-gb-nir = Many pharmacies and GP practices have free help to stop.
elsewhere-young = <b>Under 18?</b> Your GP or a school nurse can help you stop. Want to talk about anything at all? Childline is free, day or night: 0800 1111.

who = <b>Who sees what</b>
who-you = You see all you tell me.
who-joined = { $practitioner } knows, whatever you choose:
who-summary = If you tick “{ $choice }”:
who-answers = If you keep your answers too:
who-tap = If you tap to show it, each time:
# One text for each kind of thing that somebody else comes to see: programme/people/consent.py.
shows-joined = your name, and that you joined
shows-session = your next session, whoever of you puts it in
shows-added = what { $practitioner } adds: CO readings, set questions answered with you, whether you're in treatment, how it went
shows-replies = how often you reply, breaks, and when I can't reach you
shows-quit_date = your quit date
shows-coming = what I plan to send you this week
shows-counts = counts of mood, urges and smoking, hard moments, and what got in the way
shows-stopping = where you are with stopping, smoke-free days, and how it went
shows-picture = a picture of moods and urges
shows-helped = what helped, in your words
shows-questions = what you say to set questions
shows-medicines = medicines, whether they're checked, and what you use to stop
shows-kinds_of_help = which kinds of help I gave you
shows-words = words you share, from check-ins and for sessions
shows-cycle = how smoking goes round for you
shows-safety_plan = your safety plan
shows-request = a message that asks them to get in touch
who-else = Check-ins come about once a day, and two to four times a day from your quit date to day 17. Then it gets less.
    Someone on your side sees what you tick for them, and no more.
    Whoever runs this service can see that you use it. Your name and words are stored locked, and they keep the key.
    Telegram keeps this chat on its own computers. Nobody watches live.
    Some medicines need the team to know the same day when smoking changes. If you take one, I ask you before I tell anyone.

choices = What would you like? Change it any time.
    Check in: about once a day, two to four around your quit date.
    Show: counts of replies, mood, urges, smoking, a picture; quit date, how stopping goes; set questions, medicines; help, what worked, what comes next; words you pick; what { $practitioner } adds.
    Say no to all: craving help still works.
choices-whole = The whole list
choices-anew = These words have changed since you read them. They now name all that a summary shows to { $practitioner }. One thing is new, what comes next, and I don't show it until you say so. Your choices are ticked as you left them, and hold until you tap Continue.
choice-check_in = Check in with me here
choice-keep_answers = Keep my answers
choice-summary = Show { $practitioner } a weekly summary
choice-same_day = Tell the team the same day about a medicine that needs it
choices-same_day = Same day: if you tell me you take clozapine, I tell the team for you when your smoking changes. I have to keep your answers for that.
choice-on = ☑ { $choice }
choice-off = ☐ { $choice }

ask-name = What can I call you? Type it, or tap.
ask-name-change = What would you like to be called? Type it.
ask-name-own = Use my Telegram name

ask-time = When suits you? It's { $now } in { $place } now. Tap or type.
ask-time-elsewhere = I'm not in the UK
ask-time-move = I'm somewhere else

ask-country = Which country are you in? Tap, or type its name.
ask-zone = Which of these has your clock?

ask-helped = When a craving hits, what has helped before, even a bit? Type a few words.

ready = You're set up, { $name }.
ready-check-in = First hello: { $when }.
ready-quiet = I won't write first. You can say /checkin whenever you like.
ready-kept = Thanks. It's there for you when a craving hits.
ready-commands = /craving helps at any hour. /help has crisis numbers.
ask-time-which = Which one do you mean?

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
