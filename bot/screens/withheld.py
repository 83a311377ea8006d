"""In place of a screen that an operator stopped: said so in a line, with the way to people."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.taps.everywhere import OPEN_BELOW
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing of it depends on anybody."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """The same for everybody."""
    return Facts()


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """One line, and whom to talk to."""
    return Screen(texts("withheld"), ((does(texts.label("button-crisis"), OPEN_BELOW, "crisis"),),))
