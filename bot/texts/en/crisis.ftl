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
