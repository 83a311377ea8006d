"""Answers to scales, usual days and what got easier, as they are stored."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import easier, hsi, mpss, usual, usual_before
from db.tx import Tx
from programme.measures.dependence import Easier, First, Hsi, HsiTold, Noticed, PerDay, UsualBefore, UsualDay
from programme.measures.mood import VERY, Filling, MpssItem


async def add_hsi(tx: Tx, person_id: int, said: Hsi, entered_by: int | None) -> None:
    """Keep both answers; `entered_by` is the practitioner who entered them."""
    values = {"first": said.first.value, "per_day": said.per_day.value, "entered_by": entered_by}
    await tx.run(insert(hsi).values(person_id=person_id, at=tx.now, **values))


async def hsi_of_person(tx: Tx, person_id: int) -> Sequence[HsiTold]:
    """Every time it was answered, oldest first."""
    wanted = select(hsi.c.at, hsi.c.first, hsi.c.per_day, hsi.c.entered_by).where(hsi.c.person_id == person_id)
    rows = await tx.run(wanted.order_by(hsi.c.id))
    return [HsiTold(row.at, Hsi(First(row.first), PerDay(row.per_day)), row.entered_by is not None) for row in rows]


_FILLING_COLUMNS = tuple(
    mpss.c[name] for name in ("id", "person_id", "made_at", "on_date", "scores", "passed", "ended_at")
)  # fmt: skip


def _filling(row: Row[Any]) -> Filling:
    scores = {MpssItem(int(item)): score for item, score in row.scores.items()}
    passed = frozenset(map(MpssItem, row.passed))
    return Filling(row.id, row.person_id, row.made_at, row.on_date, scores, passed, row.ended_at)


async def add_filling(tx: Tx, person_id: int, on: date) -> Filling:
    """Begin another."""
    values = {"person_id": person_id, "made_at": tx.now, "on_date": on, "scores": {}, "passed": []}
    return _filling((await tx.run(insert(mpss).values(values).returning(*_FILLING_COLUMNS))).one())


async def get_filling(tx: Tx, filling_id: int, person_id: int) -> Filling | None:
    """That one, if it is theirs."""
    wanted = select(*_FILLING_COLUMNS).where(mpss.c.id == filling_id, mpss.c.person_id == person_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _filling(row)


async def fillings_of_person(tx: Tx, person_id: int) -> Sequence[Filling]:
    """All of theirs, oldest first."""
    rows = await tx.run(select(*_FILLING_COLUMNS).where(mpss.c.person_id == person_id).order_by(mpss.c.id))
    return [_filling(row) for row in rows]


async def change_filling(tx: Tx, filling: Filling) -> None:
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
    return {row.person_id: row.on_date for row in rows if row.scores.get(str(int(MpssItem.DEPRESSED)), 0) >= VERY}


_USUAL_COLUMNS = tuple(usual.c[name] for name in UsualDay.__slots__)
_BEFORE = tuple(usual_before.c[name] for name in UsualBefore.__slots__)


async def usual_of_person(tx: Tx, person_id: int) -> UsualDay | None:
    """What they told of it; None: nothing."""
    row = (await tx.run(select(*_USUAL_COLUMNS).where(usual.c.person_id == person_id))).one_or_none()
    return None if row is None else UsualDay(*tuple(row))


async def usual_days_before(tx: Tx, person_id: int) -> Sequence[UsualBefore]:
    """What held before, oldest first."""
    wanted = select(*_BEFORE).where(usual_before.c.person_id == person_id).order_by(usual_before.c.until)
    return [UsualBefore(*tuple(row)) for row in await tx.run(wanted)]


async def put_usual(tx: Tx, person_id: int, told: UsualDay) -> None:
    """Keep that in place of what was told before."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(told, name) for name in UsualDay.__slots__} | {"told_at": tx.now}
    held = make(usual).values(person_id=person_id, **values)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def keep_usual_before(tx: Tx, person_id: int, held: UsualBefore) -> None:
    """Keep what held up to that date. What is kept of the same date already stays: later words correct each other."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(held, name) for name in UsualBefore.__slots__}
    await tx.run(make(usual_before).values(person_id=person_id, **values).on_conflict_do_nothing())


async def forget_usual_before(tx: Tx, person_id: int, until: date) -> bool:
    """What held up to that date goes; False where there was none."""
    theirs = usual_before.c.person_id == person_id, usual_before.c.until == until
    return (await tx.run(delete(usual_before).where(*theirs))).rowcount > 0


async def remove_usual(tx: Tx, person_id: int) -> bool:
    """All of it goes; False where there was none."""
    await tx.run(delete(usual_before).where(usual_before.c.person_id == person_id))
    return (await tx.run(delete(usual).where(usual.c.person_id == person_id))).rowcount > 0


async def add_easier(tx: Tx, person_id: int, on: date, what: Easier) -> int:
    """Keep that it got easier; gives its id."""
    made = insert(easier).values(person_id=person_id, on_date=on, what=what.value).returning(easier.c.id)
    return int((await tx.run(made)).scalar_one())


async def remove_easier(tx: Tx, person_id: int, on: date, what: Easier) -> None:
    """They take that of that day back."""
    theirs = easier.c.person_id == person_id, easier.c.on_date == on, easier.c.what == what.value
    await tx.run(delete(easier).where(*theirs))


async def easier_of_person(tx: Tx, person_id: int) -> Sequence[Noticed]:
    """All that got easier for them, oldest first, without words."""
    wanted = select(easier.c.id, easier.c.on_date, easier.c.what).where(easier.c.person_id == person_id)
    rows = await tx.run(wanted.order_by(easier.c.id))
    return [Noticed(row.id, row.on_date, Easier(row.what)) for row in rows]
