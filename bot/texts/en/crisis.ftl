# The crisis card: numbers come from the programme's data, each with its source and review date.

crisis = Thank you for saying that. I'm a computer program and nobody is reading this, so please reach a person.
crisis-asked = I'm a computer program and nobody is reading this, so please reach a person.
crisis-right-words = You don't need the right words. “I'm not OK” is enough. Is there someone who can be with you?
crisis-meant-else = I meant something else
crisis-else = Thank you for telling me. Crisis numbers are in /help whenever you want them.
