"""What somebody else changed of what comes to a client: told once in the closing words of a check-in, and in /next."""

from collections.abc import Sequence
from datetime import datetime

from care.card_told import tellings
from care.change_slot import CHANGED
from care.coming import Coming, coming
from db import events
from db.tx import Tx
from programme.card import Card, Ride
from programme.people import Person


async def changed_for(tx: Tx, now: datetime, person: Person) -> Sequence[Coming]:
    """What somebody else moved or left out, is still to come, and nobody took back."""
    return [one for one in await coming(tx, now, person) if one.by is not None]


async def due(tx: Tx, now: datetime, person: Person, ride: Ride) -> int | None:  # noqa: ARG001
    """Whether somebody else changed something since they were last told so; see care.riding."""
    changed = [one.at for one in await events.of_person(tx, person.id, kind=CHANGED) if one.actor_id != person.id]
    if not changed:
        return None
    told = await tellings(tx, person.id, Card.SLOTS)
    is_news = not told or told[-1].at < changed[-1]
    return 0 if is_news and await changed_for(tx, now, person) else None
