# From the link to the first useful thing: 200 words at most, all screens together.

welcome = Hello. { $practitioner } gave you this link.
    I'm Alongside, a computer program. I check in between your sessions and help with cravings.
    Nobody watches this chat. { $danger }
    Telegram keeps chats on its own computers, so leave out what you want kept private.
    You can stop any time. Your sessions carry on the same.
welcome-stranger = Hello. I'm Alongside, a computer program. I help with cravings, and check in with people who were given a link.
    If you have a link, open it and I'll take it from there.
    Nobody watches this chat. { $danger }
welcome-set-up = Set up, 1 minute
welcome-craving = Help with a craving now
welcome-who = Who sees what?
welcome-not-for-me = Not for me
welcome-numbers = Crisis numbers

fits = First: is one of these you? I don't keep what you tap.
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
    You see all you tell me.
    { $practitioner } sees your name and that you joined. If you tick “{ $choice }”, they see how often you reply too. If you keep your answers, they see counts of mood, urges and smoking, a picture, what helped, and words you chose to share.
    Whoever runs this service can see that you use it. Your name and words are stored locked, and they keep the key.
    Telegram keeps this chat on its own computers.
    Nobody watches live.
    Some medicines need the team to know the same day when smoking changes. If you take one, I ask you before I tell anyone.

choices = What would you like? Tap to tick. You can change it any time.
    Check in: one short message a day. Keep: to look back on. Show: counts, a picture, and words you pick.
    Say no to all of it and craving help still works.
choices-anew = These words have changed since you read them. Your choices are ticked as you left them, and hold until you tap Continue.
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

ask-time = When suits a daily check-in? It's { $now } in { $place } now. Tap, or type a time.
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
