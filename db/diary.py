"""The diary as it is stored: cigarettes and urges read as one, stress follow-ups, and rounds."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Row, Select, Table, delete, null, select, update

from db.tables import clients, cravings, smoked
from db.tx import Tx
from programme.check_in.answers import HardMoment, Mood
from programme.diary.entries import Entry, StressAnswer
from programme.diary.patterns import Company, Feeling, StressPair
from programme.diary.pictures import Turn
from programme.quitting.lapses import evening_of
from programme.toolkit.strategies import Function, StrategyPlace

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


async def entries_of_person(tx: Tx, person_id: int, zone: str) -> Sequence[Entry]:
    """All of theirs, in the order in which they told them. `zone`: where they were, where that is not stored."""
    found = [*await _read(tx, _CIGARETTES, smoked, person_id), *await _read(tx, _URGES, cravings, person_id)]
    return [_entry(row, zone) for row in sorted(found, key=lambda row: row.told_at)]


async def get_entry(tx: Tx, person_id: int, entry_id: int, zone: str, *, urge: bool) -> Entry | None:
    """That cigarette, or that urge, if it is theirs and was not taken back."""
    wanted, table = (_URGES, cravings) if urge else (_CIGARETTES, smoked)
    row = (await tx.run(_of(wanted, table, person_id).where(table.c.id == entry_id))).one_or_none()
    return None if row is None else _entry(row, zone)


async def change_entry(tx: Tx, entry: Entry) -> None:
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
        at=at if known else None,  # otherwise it was another day, and only that is known
        urge=row.before,
        moment=row.moment and HardMoment(row.moment),
        mood=row.mood and Mood(row.mood),
        feeling=row.feeling and Feeling(row.feeling),
        place=row.place and StrategyPlace(row.place),
        company=row.company and Company(row.company),
        function=row.function and Function(row.function),
    )


async def wants_stress_follow_up(tx: Tx, person_id: int) -> bool | None:
    """Whether that client wants it; None: they never said."""
    found = select(clients.c.look_back).where(clients.c.person_id == person_id)
    answer: bool | None = (await tx.run(found)).scalar_one_or_none()
    return answer


async def choose_stress_follow_up(tx: Tx, person_id: int, *, yes: bool) -> None:
    """Keep that they want it, or do not."""
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(look_back=yes))


async def stress_of_person(tx: Tx, person_id: int) -> Sequence[StressAnswer]:
    """Every cigarette of theirs with how stressed they were, in the order in which they told them."""
    columns = (smoked.c.id, smoked.c.told_at, smoked.c.stress, smoked.c.stress_after)
    mine = select(*columns).where(smoked.c.person_id == person_id, smoked.c.stress.is_not(None))
    return [StressAnswer(*tuple(row)) for row in await tx.run(mine.order_by(smoked.c.told_at, smoked.c.id))]


async def rate_stress(tx: Tx, person_id: int, smoked_id: int, stress: int | None) -> None:
    """Keep how stressed they were, 0..5; None: of that cigarette nothing is looked back at."""
    mine = update(smoked).where(smoked.c.id == smoked_id, smoked.c.person_id == person_id)
    await tx.run(mine.values(stress=stress))


async def rate_stress_after(tx: Tx, person_id: int, smoked_id: int, stress: int) -> None:
    """Keep how stressed they are about forty minutes later, 0..5."""
    mine = update(smoked).where(smoked.c.id == smoked_id, smoked.c.person_id == person_id)
    await tx.run(mine.values(stress_after=stress, stress_after_at=tx.now))


async def turns(tx: Tx, person_id: int) -> Sequence[Turn]:
    """All of theirs, in the order in which they told them."""
    columns = (smoked.c.moment, smoked.c.feeling, smoked.c.mood, smoked.c.stress, smoked.c.stress_after)
    rows = await tx.run(select(*columns).where(smoked.c.person_id == person_id).order_by(smoked.c.id))
    return [
        Turn(
            moment=row.moment and HardMoment(row.moment),
            felt=(row.feeling and Feeling(row.feeling)) or (row.mood and Mood(row.mood)),
            look=None if row.stress is None else StressPair(row.stress, row.stress_after),
        )
        for row in rows
    ]
