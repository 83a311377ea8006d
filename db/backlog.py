"""What waits to be sent, by rank: how much, and how long the oldest has been able to go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select

from db.outbox import Rank
from db.picking import OPEN
from db.tables import outbox
from db.tx import Tx


@dataclass(frozen=True, slots=True)
class Waits:
    """`rows` that may go by now, and for how many `seconds` the oldest of them may."""

    rows: int = 0
    seconds: float = 0.0


async def backlog(tx: Tx) -> Mapping[Rank, Waits]:
    """What waits, or is on its way, of each rank. What is to wait until later is not counted."""
    since = case((outbox.c.not_before > outbox.c.made_at, outbox.c.not_before), else_=outbox.c.made_at)
    oldest = func.min(since, type_=outbox.c.made_at.type)
    found = select(outbox.c.rank, func.count().label("rows"), oldest.label("oldest")).where(OPEN, since <= tx.now)
    rows = {Rank(row.rank): row for row in await tx.run(found.group_by(outbox.c.rank))}
    return {rank: _waits(rows[rank], tx.now) if rank in rows else Waits() for rank in Rank}


def _waits(row: object, now: datetime) -> Waits:
    return Waits(row.rows, max(0.0, (now - row.oldest).total_seconds()))  # type: ignore[attr-defined]
