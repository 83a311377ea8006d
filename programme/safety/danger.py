"""The crisis scan: what words of danger bring. A pure look at the text, the same for everybody."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from programme.safety.plain import split_words, unreadable
from programme.safety.typed import plainly

if TYPE_CHECKING:
    from programme.safety.word_list import WordList


class Brings(StrEnum):
    """What is shown. CHECK is one quiet line below; every other value names a crisis card."""

    CHECK = "check"  # the words may mean danger
    LIFE = "life"  # suicide, self-harm, no strength left
    VIOLENCE = "violence"  # danger from somebody, or to somebody from the writer
    TAKEN = "taken"  # too much of a medicine, or poison: 999 and poison advice first
    MEDICAL = "medical"  # chest pain, no breath, signs of a stroke: 999
    SOMEBODY_ELSE = "somebody_else"  # "he says he wants to die"
    NUMBERS = "numbers"  # a script that nobody here can read: the numbers only

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


@cache
def word_lists() -> tuple["WordList", ...]:
    """All word lists, English first. Read when the first text is looked at."""
    from programme.safety.word_list import read_lists

    return tuple(read_lists())


@cache
def _scripts() -> frozenset[str]:
    """The scripts that somebody here can read."""
    return frozenset[str]().union(*(one.scripts for one in word_lists()))


def scan(text: str) -> Danger | None:
    """What that text brings; None for text that speaks of no danger. Over several languages at once."""
    found = split_words(text)
    plain = plainly(found)
    seen = [(one.locale, line) for one in word_lists() if (line := one.scan(found, plain))]
    cards = [(locale, line) for locale, line in seen if Brings(line.rule.brings).is_card]
    if not cards and unreadable(text, _scripts()):
        return Danger(Brings.NUMBERS, "no list for this script")
    if not seen:
        return None
    # English takes single words of other languages for its own ("suicidar"), and hardly the other way round.
    locale, line = max(cards or seen, key=lambda pair: (pair[0] != "en", pair[1].letters))
    return Danger(Brings(line.rule.brings), f"{line.rule.name}: {line.line}", locale)


def takes_back(text: str) -> bool:
    """Does the text take back what was written a moment before ("only joking")? The card stays where it is."""
    found = split_words(text)
    return any(one.takes_back(found) for one in word_lists())
