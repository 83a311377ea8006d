"""The next session of a client, as their practitioner enters it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from db import clients, events, sessions
from db.tx import Tx
from programme.people import Person

LATEST: Final = timedelta(days=366)


class SessionSet(StrEnum):
    """What became of entering a session."""

    DONE = "done"
    OVER = "over"  # that moment has passed, or is more than a year away
    NOT_THEIRS = "not_theirs"


async def set_session(tx: Tx, now: datetime, practitioner: Person, client_id: int, at: datetime) -> SessionSet:
    """That client's next session is then (UTC), in place of what was entered before."""
    if not practitioner.is_practitioner or not await clients.is_with(tx, client_id, practitioner.id):
        return SessionSet.NOT_THEIRS
    if not now < at <= now + LATEST:
        return SessionSet.OVER
    await sessions.put(tx, client_id, at)
    await events.add(tx, now, "SessionSet", client_id, practitioner.id, {"at": at.isoformat()})
    return SessionSet.DONE


async def clear_session(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> bool:
    """No next session is known; False where none was entered, or they are not this practitioner's client."""
    if not practitioner.is_practitioner or not await clients.is_with(tx, client_id, practitioner.id):
        return False
    if not await sessions.remove(tx, client_id):
        return False
    await events.add(tx, now, "SessionCleared", client_id, practitioner.id)
    return True
