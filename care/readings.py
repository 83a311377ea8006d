"""What a practitioner enters for outcomes: readings of carbon monoxide, who is a treated smoker, who is gone.

Each is an event with who did it: added, never changed. Where a client does not want answers kept, nothing is entered,
and taking that yes back forgets readings.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from care.own_client import own_client
from care.quit_date import today_of
from db import attempts, consents, events
from db.tx import Tx
from programme.outcomes.all_four import shown
from programme.outcomes.typed import HIGHEST
from programme.people import Person

READING: Final = "CoEntered"  # data: ppm, on (the client's date), entered (the practitioner's date)
TREATED: Final = "TreatedSaid"  # data: treated, attempt, entered
GONE: Final = "FollowUpEnded"
BACK_TO: Final = timedelta(weeks=6)  # how long ago a reading was taken, or an answer heard, at the most


class Gone(StrEnum):
    """Why nobody will be asked any more."""

    DIED = "died"
    MOVED = "moved"  # where nobody can find them


async def enter_reading(tx: Tx, practitioner: Person, client_id: int, ppm: int, on: date | None = None) -> bool:
    """Keep a reading of carbon monoxide that the practitioner took on that date of the client's; None: today.

    False unless it is 0..HIGHEST ppm, of their client, and not to come nor longer ago than BACK_TO.
    """
    client = await keeping_client(tx, practitioner, client_id)
    if client is None or not 0 <= ppm <= HIGHEST or not may_be_entered(on or today_of(tx.now, client), tx.now, client):
        return False
    taken = on or today_of(tx.now, client)
    data = {"ppm": ppm, "on": taken.isoformat(), "entered": today_of(tx.now, practitioner).isoformat()}
    await events.add(tx, READING, client.id, practitioner.id, data)
    return True


async def say_treated(tx: Tx, practitioner: Person, client_id: int, *, treated: bool) -> bool:
    """Whether their client attended, agreed to treatment and set a quit date, in the practitioner's word.

    It is said of one try: the last whose day has come, or else the one to come. False where there is none.
    """
    client = await keeping_client(tx, practitioner, client_id)
    about = None if client is None else shown(await attempts.of_person(tx, client.id), today_of(tx.now, client))
    if client is None or about is None:
        return False
    data = {"treated": treated, "attempt": about.id, "entered": today_of(tx.now, practitioner).isoformat()}
    await events.add(tx, TREATED, client.id, practitioner.id, data)
    return True


async def end_follow_up(tx: Tx, practitioner: Person, client_id: int, why: Gone, on: date) -> bool:
    """Their client died, or moved where nobody can find them, on that date; False for a day to come."""
    client = await keeping_client(tx, practitioner, client_id)
    if client is None or on > today_of(tx.now, client):
        return False
    await events.add(tx, GONE, client.id, practitioner.id, {"why": why.value, "on": on.isoformat()})
    return True


def may_be_entered(on: date, now: datetime, client: Person) -> bool:
    """Whether something of that date of the client's may be entered now."""
    today = today_of(now, client)
    return today - BACK_TO <= on <= today


async def keeping_client(tx: Tx, practitioner: Person, client_id: int) -> Person | None:
    """The client, where they are this practitioner's now and let answers be kept."""
    client = await own_client(tx, practitioner, client_id)
    return client if client is not None and await _keeps(tx, client) else None


async def _keeps(tx: Tx, person: Person) -> bool:
    return person.is_client and (await consents.in_force(tx, person.id)).keep_answers
