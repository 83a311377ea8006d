"""What a client says yes or no to: each item asked for itself, and the version of the words they were shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

FIRST: Final = 1
# Counts up when the words of the choices change what is agreed to; then they are shown anew. 2: the headline names all
# that a practitioner sees, what comes to the client in the next days for the first time (docs/decisions/0040).
VERSION: Final = 2


class Item(StrEnum):
    """One yes or no (UK GDPR Art. 9(2)(a): separate from the others, withdrawable)."""

    CHECK_IN = "check_in"  # check in with me here
    KEEP_ANSWERS = "keep_answers"  # keep my answers
    SUMMARY = "summary"  # show my practitioner a weekly summary
    SAME_DAY = "same_day"  # tell the team the same day about a medicine that needs it


# Asked at joining, together. The other is asked of who takes such a medicine, once they say so (docs/decisions/0030).
JOINING: Final = (Item.CHECK_IN, Item.KEEP_ANSWERS, Item.SUMMARY)


@dataclass(frozen=True, slots=True)
class Consent:
    """An answer to one item, as it was given: to which version of the words, and when (UTC)."""

    item: Item
    granted: bool
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """Which items are granted. None at first: nothing is ticked for anybody."""

    granted: frozenset[Item] = frozenset()

    @classmethod
    def from_codes(cls, codes: Iterable[str]) -> Self:
        """Choices as codes() wrote them; raises ValueError on a code that is none."""
        return cls(frozenset(Item(code) for code in codes))

    def codes(self) -> list[str]:
        """The granted items as codes, in the order they are asked, for a screen's args."""
        return [item.value for item in self.items()]

    def items(self) -> tuple[Item, ...]:
        """The granted items, in the order they are asked."""
        return tuple(item for item in Item if item in self.granted)

    def toggle(self, item: Item) -> "Choices":
        """The same with that one item turned round."""
        return Choices(self.granted ^ {item})

    @property
    def check_in(self) -> bool:
        """May we write first, once a day?"""
        return Item.CHECK_IN in self.granted

    @property
    def keep_answers(self) -> bool:
        """May answers stay after the check-in is over?"""
        return Item.KEEP_ANSWERS in self.granted

    @property
    def summary(self) -> bool:
        """May the practitioner see the week?"""
        return Item.SUMMARY in self.granted

    @property
    def shows_answers(self) -> bool:
        """May the practitioner see what is answered? What is kept nowhere nobody sees."""
        return self.granted >= {Item.SUMMARY, Item.KEEP_ANSWERS}

    @property
    def same_day(self) -> bool:
        """May we tell the team by ourselves? What medicine it is has to be kept for that."""
        return self.granted >= {Item.SAME_DAY, Item.KEEP_ANSWERS}


def choices_in_force(consents: Iterable[Consent], since: datetime | None = None) -> Choices | None:
    """What holds now: the newest answer to each item, oldest first in. None while one of JOINING was never asked since.

    An item that was never asked is a no.
    `since` is when they opened the link (UTC): what was said before was for another practitioner, or before leaving.
    """
    newest = {consent.item: consent.granted for consent in consents if since is None or consent.at >= since}
    if not newest.keys() >= set(JOINING):
        return None
    return Choices(frozenset(item for item, granted in newest.items() if granted))
