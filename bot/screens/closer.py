"""Where the short questions are, and what they say: reached from progress, and never pushed."""

from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.parts import rows
from bot.taps.everywhere import OPEN_MINE
from bot.taps.measures import CLOSER
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

NAMES = ("hsi", "mpss", "withdrawal", "easier", "body")


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """There is nothing to look up."""
    return Facts()


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """A button for each, and back."""
    each = (does(texts.label(f"closer-{name}"), CLOSER, name) for name in NAMES)
    back = does(texts.label("button-back"), OPEN_MINE, "progress")
    return Screen(texts("closer"), (*rows(each, 2), (back,)))


def to_closer(texts: Texts) -> Button:
    """Back to where the short questions are."""
    return does(texts.label("button-back"), OPEN_MINE, "closer")
