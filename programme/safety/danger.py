"""The crisis look: what words of danger bring. A pure look at the text, the same for everybody."""

from dataclasses import dataclass
from enum import StrEnum

from programme.crisis import looks_like_crisis


class Brings(StrEnum):
    """What is shown. CHECK is one quiet line below; every other value names a crisis card."""

    CHECK = "check"  # the words may mean danger
    LIFE = "life"  # suicide, self-harm, no strength left
    VIOLENCE = "violence"  # danger from somebody, or to somebody from the writer
    TAKEN = "taken"  # too much of a medicine, or poison: 999 and poison advice first
    MEDICAL = "medical"  # chest pain, no breath, signs of a stroke: 999
    SOMEBODY_ELSE = "somebody_else"  # "he says he wants to die"
    NUMBERS = "numbers"  # a script that nobody here can read: the numbers alone

    @property
    def is_card(self) -> bool:
        """Everything but the quiet line."""
        return self is not Brings.CHECK


@dataclass(frozen=True, slots=True)
class Danger:
    """`rule` names the line of the word list that saw it, for whoever tunes the list: it is stored nowhere.

    `language` is the list that saw it, as "en" or "pl": the card says its lines in that language too.
    """

    brings: Brings
    rule: str
    language: str = "en"


def look(text: str) -> Danger | None:
    """What that text brings; None for text that speaks of no danger. Over several languages at once."""
    return Danger(Brings.LIFE, "phrase") if looks_like_crisis(text) else None


def takes_back(text: str) -> bool:
    """Does the text take back what was written a moment before ("only joking")? The card stays where it is."""
    return text.casefold().strip(" .!") in {"only joking", "just kidding"}
