"""When handling an update went wrong: three more goes, then it is set aside and the person gets a kind word."""

from datetime import timedelta
from traceback import extract_tb
from typing import Final

import structlog

from care.say import show
from db import events, inbox, people
from db.inbox import InboxRow
from db.tx import Tx

log = structlog.get_logger(__name__)

WAITS: Final = (timedelta(seconds=1), timedelta(seconds=10), inbox.LONGEST_WAIT)


async def set_back(tx: Tx, row: InboxRow, error: Exception) -> None:
    """Put the update off, or aside when that was its last go. What is kept of the error is its class."""
    name, attempts = type(error).__name__[:80], row.attempts + 1
    log.error("update_failed", update=row.update_id, attempts=attempts, error=name, at=_place(error))
    if attempts <= len(WAITS):
        await inbox.set_back(tx, row.update_id, attempts=attempts, until=tx.now + WAITS[attempts - 1], error=name)
        return
    await inbox.set_aside(tx, row.update_id, attempts=attempts, error=name)
    if row.telegram_id > 0:
        await _tell(tx, row, name)


def _place(error: Exception) -> str:
    """The lines it came through, innermost first. Its own words may hold a person's, so nobody writes them down."""
    frames = extract_tb(error.__traceback__)[-6:]
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))


async def _tell(tx: Tx, row: InboxRow, error: str) -> None:
    await people.lock_accounts(tx, {row.telegram_id})
    person = await people.ensure(tx, row.telegram_id, "en")
    if not row.crisis:  # they got the card for it: nobody is asked to send such words a second time
        await show(tx, person.id, "note", {"key": "went-wrong"}, key=f"u{row.update_id}:went-wrong")
    await events.add(tx, "UpdateSetAside", person.id, data={"update_id": row.update_id, "error": error})
