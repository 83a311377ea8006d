"""A practitioner is set up: what to do next."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.texts import Texts, texts_for
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What they are called."""

    name: str


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Their name."""
    return Facts(person.name or texts_for(person.locale).label("someone"))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The three commands, and that nothing is watched live."""
    invite = does(texts.label("practitioner-invite"), "invite")
    return Screen(texts("practitioner-ready", name=facts.name), ((invite,),))
