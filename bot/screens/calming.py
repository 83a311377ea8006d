"""Something calming: the five senses."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.screens.parts import go
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """There is nothing to look up."""
    return Facts()


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """The way through, and a way to a person."""
    return Screen(texts("calming"), ((go(texts, "button-crisis", "help"),),))
