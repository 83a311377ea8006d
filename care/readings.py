"""What a practitioner enters for outcomes: readings of carbon monoxide, who is a treated smoker, who is gone.

Each is an event: added, never changed, the newest of its kind standing. Where a client does not want answers kept,
nothing is entered, and taking that yes back forgets readings.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from care.own_client import own_client
from care.quit_date import today_of
from db import consents, events
from db.tx import Tx
from programme.people import Person

READING: Final = "CoEntered"
TREATED: Final = "TreatedSaid"
GONE: Final = "FollowUpEnded"
HIGHEST: Final = 200  # ppm; more is a slip of the finger


class Gone(StrEnum):
    """Why nobody will be asked any more."""

    DIED = "died"
    MOVED = "moved"  # where nobody can find them


async def enter_reading(tx: Tx, now: datetime, practitioner: Person, client_id: int, ppm: int) -> bool:
    """Keep a reading of carbon monoxide that the practitioner took today; False unless 0..HIGHEST, of their client."""
    client = await _client(tx, practitioner, client_id)
    if client is None or not 0 <= ppm <= HIGHEST:
        return False
    data = {"ppm": ppm, "on": today_of(now, client).isoformat()}
    await events.add(tx, now, READING, client.id, practitioner.id, data)
    return True


async def say_treated(tx: Tx, now: datetime, practitioner: Person, client_id: int, *, treated: bool) -> bool:
    """Whether their client attended, agreed to treatment and set a quit date, in the practitioner's word."""
    client = await _client(tx, practitioner, client_id)
    if client is None:
        return False
    await events.add(tx, now, TREATED, client.id, practitioner.id, {"treated": treated})
    return True


async def end_follow_up(tx: Tx, now: datetime, practitioner: Person, client_id: int, why: Gone, on: date) -> bool:
    """Their client died, or moved where nobody can find them, on that date; False for a day to come."""
    client = await _client(tx, practitioner, client_id)
    if client is None or on > today_of(now, client):
        return False
    await events.add(tx, now, GONE, client.id, practitioner.id, {"why": why.value, "on": on.isoformat()})
    return True


async def _client(tx: Tx, practitioner: Person, client_id: int) -> Person | None:
    """The client, where they are this practitioner's now and let answers be kept."""
    client = await own_client(tx, practitioner, client_id)
    return client if client is not None and await _keeps(tx, client) else None


async def _keeps(tx: Tx, person: Person) -> bool:
    return person.is_client and (await consents.in_force(tx, person.id)).keep_answers
