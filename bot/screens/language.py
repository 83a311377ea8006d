"""Which language the service speaks."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known while there is one language."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """There is nothing to look up."""
    return Facts()


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """Says so."""
    return Screen(texts("language"))
