"""Who sees what, before anything is chosen."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen
from bot.screens.parts import back
from bot.screens.reads import practitioner_name
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose link it was."""

    practitioner: str


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """The practitioner of the link; there is nothing to say without one."""
    name = await practitioner_name(tx, person)
    return None if name is None else Facts(name)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The whole of it on one screen."""
    choice = texts.label("choice-summary", practitioner=facts.practitioner)
    return Screen(texts("who", practitioner=facts.practitioner, choice=choice), ((back(texts, "welcome"),),))
