"""That a card was told: in which check-in, and about what."""

from collections.abc import Sequence
from datetime import datetime

from db import events
from db.tx import Tx
from programme.card import Card
from programme.event import StoredEvent
from programme.events.check_in import CardTold


async def tellings(tx: Tx, person_id: int, card: Card) -> Sequence[StoredEvent[CardTold]]:
    """Every time that this card was told to them, newest last."""
    return [one for one in await events.of_person(tx, person_id, kind=CardTold) if one.event.card == card]


async def last_told(tx: Tx, person_id: int, card: Card, about: int) -> datetime | None:
    """When this card was last told to them about that (UTC); None: it was not."""
    return next((one.at for one in reversed(await tellings(tx, person_id, card)) if one.event.about == about), None)
