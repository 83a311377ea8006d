"""Next sessions as clients or practitioners entered them: one of each client."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import sessions
from db.tx import Tx


async def put(tx: Tx, person_id: int, at: datetime, set_by: int | None = None) -> None:
    """That client's next session is then (UTC), in place of what was entered before; `set_by` said so."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    said = {"at": at, "set_by": set_by}
    held = make(sessions).values(person_id=person_id, **said)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_=said))


async def move(tx: Tx, person_id: int, at: datetime) -> None:
    """The session that was entered for that client is then (UTC); who entered it stays."""
    await tx.run(update(sessions).where(sessions.c.person_id == person_id).values(at=at))


async def last(tx: Tx, person_id: int) -> datetime | None:
    """The session that was entered last for that client (UTC), whether or not it is over; None: none was."""
    at: datetime | None = (await tx.run(select(sessions.c.at).where(sessions.c.person_id == person_id))).scalar()
    return at


async def remove(tx: Tx, person_id: int) -> bool:
    """No next session of that client is known; False where none was."""
    return (await tx.run(delete(sessions).where(sessions.c.person_id == person_id))).rowcount > 0


async def coming(tx: Tx, person_ids: Collection[int]) -> dict[int, datetime]:
    """The next sessions of these clients (UTC), in one statement; who has none, or one that is over, is left out."""
    rows = await tx.run(
        select(sessions.c.person_id, sessions.c.at).where(
            sessions.c.person_id.in_(set(person_ids)), sessions.c.at >= tx.now
        )
    )
    return {row.person_id: row.at for row in rows}
