"""The four buttons that stay at hand, on a message of their own: Telegram takes no others beside them."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

KEYS = (("keyboard-craving", "keyboard-smoked"), ("keyboard-rough", "keyboard-more"))


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """For clients alone: nothing to say to somebody who left."""
    return Facts() if person.is_client else None


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """A line, and the keyboard."""
    labels = tuple(tuple(map(texts.label, row)) for row in KEYS)
    return Screen(texts("at-hand"), keyboard=labels)
