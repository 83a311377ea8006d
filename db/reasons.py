"""Why a client wants to stop, and what smoking and stopping give and cost, in their own words, sealed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import reasons
from db.tx import Tx
from programme.reason import Reason, Side

_COLUMNS = (reasons.c.id, reasons.c.person_id, reasons.c.words, reasons.c.side, reasons.c.pinned)


def _reason(tx: Tx, row: Row[Any]) -> Reason:
    return Reason(row.id, tx.unseal(row.person_id, row.words) or "", Side(row.side), row.pinned)


async def add(tx: Tx, person_id: int, words: str, side: Side = Side.WHY) -> int:
    """Keep another reason on that list; returns its id."""
    values = {"person_id": person_id, "words": tx.seal(person_id, words), "made_at": tx.now, "side": side.value}
    return int((await tx.run(insert(reasons).values(values).returning(reasons.c.id))).scalar_one())


async def of_person(tx: Tx, person_id: int) -> Sequence[Reason]:
    """The person's reasons on all lists, oldest first."""
    wanted = select(*_COLUMNS).where(reasons.c.person_id == person_id, reasons.c.ended_at.is_(None))
    return [_reason(tx, row) for row in await tx.run(wanted.order_by(reasons.c.id))]


async def change(tx: Tx, person_id: int, reason_id: int, words: str) -> bool:
    """Other words for it; False where it is not theirs."""
    return (await tx.run(_mine(person_id, reason_id).values(words=tx.seal(person_id, words)))).rowcount > 0


async def pin(tx: Tx, person_id: int, reason_id: int | None) -> bool:
    """That one is the pinned one, and no other is (None: none is); False where it is not theirs."""
    await tx.run(update(reasons).where(reasons.c.person_id == person_id, reasons.c.pinned).values(pinned=False))
    if reason_id is None:
        return True
    return (await tx.run(_mine(person_id, reason_id).values(pinned=True))).rowcount > 0


async def end(tx: Tx, person_id: int, reason_id: int, at: datetime | None) -> Side | None:
    """Off its list from that moment on (UTC); None: on it once more. Gives the list, None where it is not theirs."""
    side = (
        await tx.run(_mine(person_id, reason_id).values(ended_at=at).returning(reasons.c.side))
    ).scalar_one_or_none()
    return None if side is None else Side(side)


def _mine(person_id: int, reason_id: int) -> Any:
    return update(reasons).where(reasons.c.id == reason_id, reasons.c.person_id == person_id)
