"""How often somebody tried a wrong link or wrong digits lately: guessing is slow for everybody (RELIABILITY.md 4.1)."""

from datetime import datetime

from db import events
from db.tx import Tx
from programme.invite import TRY_WINDOW

TRIED = "InviteTried"


async def tries_of(tx: Tx, now: datetime, person_id: int) -> int:
    """How many wrong links and codes that person tried within the last TRY_WINDOW."""
    return await events.count_since(tx, person_id, TRIED, now - TRY_WINDOW)


async def count_try(tx: Tx, now: datetime, person_id: int, what: str) -> None:
    """Write down a wrong "link" or "code"."""
    await events.add(tx, now, TRIED, person_id, person_id, {"what": what})
