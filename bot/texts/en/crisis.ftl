# The crisis card: numbers come from the programme's data, each with its source and review date.

crisis = Thank you for saying that. I'm a computer program and nobody is reading this, so please reach a person.
crisis-asked = I'm a computer program and nobody is reading this, so please reach a person.
crisis-right-words = You don't need the right words. “I'm not OK” is enough. Is there someone who can be with you?
crisis-tell = Tell { $practitioner }'s team
crisis-meant-else = I meant something else
crisis-confirm = They may not see this before { $when }. If you may not stay safe until then, call { $call }. Send it?
crisis-send = Send it
crisis-sent = It's with { $practitioner }. Nobody may see it before { $when }. Please don't wait for them: call { $call } if it gets harder.
crisis-not-sent = I couldn't pass it on: there is no practitioner for you here. Please call { $call }.
crisis-else = Thank you for telling me. Crisis numbers are in /help whenever you want them.
numbers-keep = Telegram can be down. Save these elsewhere too.
request-opened = { $practitioner } has opened your message.
