"""Why a client wants to stop, in their own words, sealed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select

from db.tables import reasons
from db.tx import Tx
from programme.reason import Reason


async def add(tx: Tx, now: datetime, person_id: int, words: str) -> int:
    """Keep another reason; returns its id."""
    values = {"person_id": person_id, "words": tx.seal(person_id, words), "made_at": now}
    return int((await tx.run(insert(reasons).values(values).returning(reasons.c.id))).scalar_one())


async def of_person(tx: Tx, person_id: int) -> Sequence[Reason]:
    """The person's reasons, oldest first."""
    rows = await tx.run(
        select(reasons.c.id, reasons.c.words).where(reasons.c.person_id == person_id).order_by(reasons.c.id)
    )
    return [Reason(row.id, tx.unseal(person_id, row.words) or "") for row in rows]


async def remove(tx: Tx, person_id: int, reason_id: int) -> bool:
    """It goes; False where it is not theirs."""
    gone = delete(reasons).where(reasons.c.id == reason_id, reasons.c.person_id == person_id)
    return (await tx.run(gone)).rowcount > 0
