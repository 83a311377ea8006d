"""The first screen: who gave the link, what this is, and what helps before anything is agreed to."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import go
from bot.screens.reads import practitioner_name
from bot.texts import Texts
from care.cards import card_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` gave the link (None: there was no link); `danger` is the one line of the crisis card."""

    practitioner: str | None
    danger: str
    declined: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """The link that was opened, until it is used; without one, a stranger."""
    card = await card_of(tx, person)
    return Facts(await practitioner_name(tx, person), card.danger, declined=row.args.get("view") == "declined")


def screen(facts: Facts, texts: Texts) -> Screen:
    """Craving help and crisis numbers work from here, whatever is chosen."""
    craving = go(texts, "welcome-craving", "craving")
    numbers = go(texts, "welcome-numbers", "help")
    if facts.declined:
        return Screen(texts("welcome-later"), ((craving,), (numbers,)))
    if facts.practitioner is None:
        return Screen(texts("welcome-stranger", danger=facts.danger), ((craving,), (numbers,)))
    return Screen(
        texts("welcome", practitioner=facts.practitioner, danger=facts.danger),
        (
            (craving,),
            (does(texts.label("welcome-set-up"), "set_up"),),
            (go(texts, "welcome-who", "who_sees_what"), does(texts.label("welcome-not-for-me"), "decline")),
        ),
    )
