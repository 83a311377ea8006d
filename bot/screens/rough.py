"""A rough day: smoking can wait. Nothing of it is kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import lines
from bot.screens.reads import practitioner_name
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` is whom they may tell (None: nobody)."""

    practitioner: str | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Whose client they are."""
    return Facts(await practitioner_name(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """A person, something calming, help with a craving, the practitioner."""
    ways = [("talk", "crisis"), ("calming", "calming"), ("craving", "craving")]
    buttons = [does(texts.label(f"rough-{key}"), "open", name) for key, name in ways]
    if facts.practitioner:
        buttons.append(does(texts.label("rough-tell", practitioner=facts.practitioner), "open", "tell"))
    return Screen(lines(texts("rough"), texts("rough-who")), tuple((button,) for button in buttons))
