"""Fillings-in of the nine questions, as they are stored."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import mpss
from db.tx import Tx
from programme.scales.filling import Filling
from programme.scales.mpss import VERY, Item

_COLUMNS = tuple(
    mpss.c[name] for name in ("id", "person_id", "made_at", "on_date", "scores", "passed", "ended_at")
)  # fmt: skip


def _filling(row: Row[Any]) -> Filling:
    scores = {Item(int(item)): score for item, score in row.scores.items()}
    passed = frozenset(map(Item, row.passed))
    return Filling(row.id, row.person_id, row.made_at, row.on_date, scores, passed, row.ended_at)


async def add(tx: Tx, person_id: int, on: date) -> Filling:
    """Begin another."""
    values = {"person_id": person_id, "made_at": tx.now, "on_date": on, "scores": {}, "passed": []}
    return _filling((await tx.run(insert(mpss).values(values).returning(*_COLUMNS))).one())


async def get(tx: Tx, filling_id: int, person_id: int) -> Filling | None:
    """That one, if it is theirs."""
    wanted = select(*_COLUMNS).where(mpss.c.id == filling_id, mpss.c.person_id == person_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _filling(row)


async def of_person(tx: Tx, person_id: int) -> Sequence[Filling]:
    """All of theirs, oldest first."""
    rows = await tx.run(select(*_COLUMNS).where(mpss.c.person_id == person_id).order_by(mpss.c.id))
    return [_filling(row) for row in rows]


async def change(tx: Tx, filling: Filling) -> None:
    """Keep what was said so far."""
    values = {
        "scores": {str(int(item)): score for item, score in filling.scores.items()},
        "passed": sorted(int(item) for item in filling.passed),
        "ended_at": filling.ended_at,
    }
    await tx.run(update(mpss).where(mpss.c.id == filling.id).values(values))


async def very_low(tx: Tx, person_ids: Collection[int], since: date, by: datetime) -> Mapping[int, date]:
    """Who said "very" or "extremely" to "depressed" from that local date on and by then (UTC), and when last."""
    wanted = select(mpss.c.person_id, mpss.c.on_date, mpss.c.scores)
    theirs = wanted.where(mpss.c.person_id.in_(set(person_ids)), mpss.c.on_date >= since, mpss.c.made_at <= by)
    rows = await tx.run(theirs.order_by(mpss.c.id))
    return {row.person_id: row.on_date for row in rows if row.scores.get(str(int(Item.DEPRESSED)), 0) >= VERY}
