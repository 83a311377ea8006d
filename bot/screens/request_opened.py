"""The practitioner has opened what the client asked them."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen
from bot.screens.reads import practitioner_name
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Who opened it."""

    practitioner: str


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """Nothing to say to somebody who has left meanwhile."""
    name = await practitioner_name(tx, person)
    return None if name is None else Facts(name)


def screen(facts: Facts, texts: Texts) -> Screen:
    """That it was opened; not when they will answer, which nobody here knows."""
    return Screen(texts("request-opened", practitioner=facts.practitioner))
