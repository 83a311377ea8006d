"""That a card was told: in which check-in, and about what."""

from collections.abc import Sequence
from datetime import datetime

from db import events
from db.tx import Tx
from programme.card import Card
from programme.event import Event
from programme.people import Person

TOLD = "CardTold"  # data: prompt_id, card, about
PASSED = "CardPassed"  # data: prompt_id


async def tellings(tx: Tx, person_id: int, card: Card) -> Sequence[Event]:
    """Every time that this card was told to them, newest last."""
    return [one for one in await events.of_person(tx, person_id, kind=TOLD) if one.data["card"] == card]


async def pass_card(tx: Tx, now: datetime, person: Person, prompt_id: int) -> None:
    """Not now: the card in the closing words of that check-in is shown no more."""
    await events.add(tx, now, PASSED, person.id, person.id, {"prompt_id": prompt_id})


async def last_told(tx: Tx, person_id: int, card: Card, about: int) -> datetime | None:
    """When this card was last told to them about that (UTC); None: it was not."""
    return next((one.at for one in reversed(await tellings(tx, person_id, card)) if one.data["about"] == about), None)
