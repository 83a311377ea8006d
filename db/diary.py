"""The diary as it is stored: cigarettes in `smoked`, urges in `cravings`, read as one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Row, Select, Table, delete, null, select, update

from db.tables import cravings, smoked
from db.tx import Tx
from programme.check_in import HardMoment, Mood
from programme.diary import Entry
from programme.feeling import Feeling
from programme.patterns import Company
from programme.smoking import evening_of
from programme.strategies import Function, Place

_AROUND = ("moment", "feeling", "place", "company", "function")


def _columns(table: Table) -> tuple[Column[Any], ...]:
    return tuple(table.c[name] for name in ("id", "person_id", "was_at", "zone", *_AROUND))


_CIGARETTES = select(*_columns(smoked), smoked.c.told_at, smoked.c.local_date, smoked.c.mood, null().label("before"))
_URGES = select(
    *_columns(cravings),
    cravings.c.at.label("told_at"),
    null().label("local_date"),
    null().label("mood"),
    cravings.c.before,
)


async def of_person(tx: Tx, person_id: int, zone: str) -> Sequence[Entry]:
    """All of theirs, in the order in which they told them. `zone`: where they were, where that is not stored."""
    found = [*await _read(tx, _CIGARETTES, smoked, person_id), *await _read(tx, _URGES, cravings, person_id)]
    return [_entry(row, zone) for row in sorted(found, key=lambda row: row.told_at)]


async def get(tx: Tx, person_id: int, entry_id: int, zone: str, *, urge: bool) -> Entry | None:
    """That cigarette, or that urge, if it is theirs and was not taken back."""
    wanted, table = (_URGES, cravings) if urge else (_CIGARETTES, smoked)
    row = (await tx.run(_of(wanted, table, person_id).where(table.c.id == entry_id))).one_or_none()
    return None if row is None else _entry(row, zone)


async def change(tx: Tx, entry: Entry) -> None:
    """Keep what was around it, as it is in `entry`."""
    table = cravings if entry.is_urge else smoked
    values = {name: getattr(entry, name) for name in _AROUND}
    await tx.run(update(table).where(table.c.id == entry.id, table.c.person_id == entry.person_id).values(values))


async def urge_was_at(tx: Tx, entry: Entry, at: datetime | None) -> None:
    """Keep when that urge was; None: when they told it."""
    mine = update(cravings).where(cravings.c.id == entry.id, cravings.c.person_id == entry.person_id)
    await tx.run(mine.values(was_at=at))


async def remove_urge(tx: Tx, entry: Entry) -> None:
    """That urge was written down by mistake, and goes."""
    await tx.run(delete(cravings).where(cravings.c.id == entry.id, cravings.c.person_id == entry.person_id))


def _of(wanted: Select[Any], table: Table, person_id: int) -> Select[Any]:
    return wanted.where(table.c.person_id == person_id).order_by(table.c.id)


async def _read(tx: Tx, wanted: Select[Any], table: Table, person_id: int) -> Sequence[Row[Any]]:
    return (await tx.run(_of(wanted, table, person_id))).all()


def _entry(row: Row[Any], zone: str) -> Entry:
    place = ZoneInfo(row.zone or zone)
    known = row.was_at or row.local_date in (None, evening_of(row.told_at, place.key))
    at = (row.was_at or row.told_at).astimezone(place)
    return Entry(
        id=row.id,
        person_id=row.person_id,
        told_at=row.told_at.astimezone(place),
        at=at if known else None,  # otherwise it was another day, and that alone is known
        urge=row.before,
        moment=row.moment and HardMoment(row.moment),
        mood=row.mood and Mood(row.mood),
        feeling=row.feeling and Feeling(row.feeling),
        place=row.place and Place(row.place),
        company=row.company and Company(row.company),
        function=row.function and Function(row.function),
    )
