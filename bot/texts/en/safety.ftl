# The crisis card: numbers come from the programme's data, each with its source and review date.

crisis = Thank you for saying that. I'm a computer program and nobody is reading this, so please reach a person.
crisis-asked = I'm a computer program and nobody is reading this, so please reach a person.
crisis-right-words = You don't need the right words. “I'm not OK” is enough. Is there someone who can be with you?
# Too much taken, or an emergency of the body.
crisis-at-once = Please call now. I'm a computer program and nobody is reading this.
crisis-with-you = Is there someone who can be with you?
# Another person may be in danger: nothing is said of whether we know them.
crisis-about-another = I'm a computer program and nobody is reading this. This is what you can do now.
crisis-for-you-too = You don't have to carry this on your own. The numbers are for you as well.
crisis-unread = I'm a computer program. I can't read what you wrote, and nobody else does. If you are in danger, please call.
crisis-can-delete = If somebody may look at your phone, you can delete this and what you wrote.
# Below "Help in your country: /help", above a button for each.
# While the service is being put right and answers nothing else.
crisis-held = I can't do more than this for now.
crisis-tap-where = Or tap where you are.
crisis-delete = Delete these messages
note-not-deleted = I couldn't delete that: Telegram lets me do it for two days. To do it yourself, hold your finger on the message and tap Delete.
toast-deleted = Deleted.
toast-nation = Kept. You can change it in /settings.
note-numbers-here = The numbers are here if you want them. They stay in /help too.
crisis-meant-else = I meant something else
numbers-keep = Telegram can be down. Save these elsewhere too.
crisis-else = OK. Back to where we were. The numbers stay in /help.

# Words that may mean danger: one line below the answer, which stays what it was.
quiet-line = If it's too much right now, there are people you can talk to.
quiet-line-help = I need help now
quiet-line-all-right = I'm all right
quiet-line-right = Good to know. I'm here at any hour, and the numbers are in /help.

# Whose numbers.
nation-which = Where are you? Each country has its own numbers.
nation-which-clients = Where do you work? Clients see the crisis numbers of that country first.
nation-gb-eng = England
nation-gb-sct = Scotland
nation-gb-wls = Wales
nation-gb-nir = Northern Ireland
nation-zz = Another country
nation-change = Numbers for another country
nation-setting = Crisis numbers
nation-set = Crisis numbers: { $nation }
nation-unset = Crisis numbers: no country picked yet

# A client's safety plan. Words of their own; nothing in it is advice.

safety = <b>My safety plan</b>
safety-mine = My safety plan
safety-card-plan = My plan
safety-about = For hours when it gets dark. In your own words, as short as you like. Any part can stay empty.
safety-part-safe_notice = <b>What I notice</b>
safety-part-safe_helps = <b>What helps</b>
safety-part-safe_call = <b>Who I call</b>
safety-open-safe_notice = What I notice
safety-open-safe_helps = What helps
safety-open-safe_call = Who I call
safety-line = • { $words }
safety-empty = Nothing here so far.
safety-add = Add a line
safety-change = Change
safety-off = Take off
safety-gone = Taken off: { $words }

safety-ask-safe_notice = What do you notice when it starts to get bad? One thing, in your own words.
safety-ask-safe_helps = What helps then, even a bit? One thing, in your own words.
safety-ask-safe_call = Who can you call or text? A name, and their number if you like.
safety-change-ask = How would you say it now?
safety-danger-words = Words of danger bring the crisis numbers, and I don't keep them.
safety-softer = A softer way to say it stays here, such as “my thoughts go dark”.
safety-some-ideas = Some ideas
safety-ideas = Tap one that fits, or type your own.
safety-safe_notice-1 = I can't sleep
safety-safe_notice-2 = I stay away from people
safety-safe_notice-3 = Everything feels heavy
safety-safe_notice-4 = My thoughts go dark
safety-safe_notice-5 = I drink more
safety-safe_helps-1 = A walk outside
safety-safe_helps-2 = Music
safety-safe_helps-3 = A shower
safety-safe_helps-4 = Sitting with somebody
safety-safe_helps-5 = Going to bed early
safety-safe_call-1 = A friend
safety-safe_call-2 = My family
safety-safe_call-3 = My doctor
safety-safe_call-4 = A crisis line

safety-who-not = { $practitioner } doesn't see this, unless you tap Show.
safety-who-shown = { $practitioner } can see it as it was on { $day }.
safety-show = Show { $practitioner }
safety-hide = Stop showing it

safety-shown-button = Safety plan
safety-shown-head = <b>{ $name }'s safety plan</b>, as it was on { $day }. In their own words, shown to you alone. Not watched live.
safety-shown-no-more = That isn't shown to you any more.

safety-card = A calm hour is a good time for this: a few lines of your own for a hard night. What you notice, what helps, whom you call. Nobody sees it unless you show it.
safety-card-start = Write my safety plan
safety-card-never = Don't ask
note-safety-off = OK, I won't ask about that. It's under More whenever you like.
