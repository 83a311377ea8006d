"""The first screen: who gave the link, what this is, and what helps before anything is agreed to."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import go
from bot.screens.reads import country_of, practitioner_name
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

_WITH_NUMBERS = frozenset({"GB"})


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` gave the link (None: there was no link); `country` is ISO 3166, where it is known."""

    practitioner: str | None
    country: str
    declined: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """The link that was opened, until it is used; without one, a stranger."""
    name = await practitioner_name(tx, person) if row.args.get("invite_id") else None
    return Facts(name, country_of(person), declined=row.args.get("view") == "declined")


def danger_line(country: str, texts: Texts) -> str:
    """What to do in danger, in one line."""
    return texts("welcome-danger-gb" if country in _WITH_NUMBERS else "welcome-danger-other")


def screen(facts: Facts, texts: Texts) -> Screen:
    """Craving help and crisis numbers work from here, whatever is chosen."""
    craving = go(texts, "welcome-craving", "craving")
    numbers = go(texts, "welcome-numbers", "help")
    danger = danger_line(facts.country, texts)
    if facts.declined:
        return Screen(texts("welcome-later"), ((craving,), (numbers,)))
    if facts.practitioner is None:
        return Screen(texts("welcome-stranger", danger=danger), ((craving,), (numbers,)))
    return Screen(
        texts("welcome", practitioner=facts.practitioner, danger=danger),
        (
            (craving,),
            (does(texts.label("welcome-set-up"), "set_up"),),
            (go(texts, "welcome-who", "who_sees_what"), does(texts.label("welcome-not-for-me"), "decline")),
        ),
    )
