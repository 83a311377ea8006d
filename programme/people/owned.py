"""Whose a thing is that an id of a button names."""

from enum import Enum


class Owned(Enum):
    """What an id may name. Whoever taps has to have it: see care.people.owned."""

    ITEM = "an item of their toolkit"
    REASON = "a reason of theirs"
    WORDS = "words of their own: a goal, an idea, an occasion, a belief, a phrase, a note, a line of a plan"
    NOTE = "a note of theirs about a session"
    SMOKED = "a cigarette of theirs"
    ATTEMPT = "a quit attempt of theirs"
    PROMPT = "a question that came to them by itself"
    PROPOSAL = "another time that was proposed to them"
    SUPPORTER = "somebody on their side"
    SUPPORTED = "somebody whom they support"
    PLAN = "a plan of theirs or of a client's who is with them"
    CLIENT = "a client who is with them"
    REQUEST = "a request that came to them"
    ENTRY = "an entry about a client who is with them"
    INVITE = "a link that they made"
    LINK = "a page that they pass on"
    COLLEAGUE = "another practitioner"
