"""What people said of regular medicines, as it is stored."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import medicines
from db.tx import Tx
from programme.medicines import Medicine, Moment, Takes, Told
from programme.plan import NEVER

_NAMES = ("id", "person_id", "asked_on", "moment", "on_date", "takes", "knows", "which", "checked_at")
_COLUMNS = tuple(medicines.c[name] for name in _NAMES)


def _told(row: Row[Any], by: datetime = NEVER) -> Told:
    return Told(
        id=row.id,
        person_id=row.person_id,
        asked_on=row.asked_on,
        moment=Moment(row.moment),
        on=row.on_date,
        takes=row.takes and Takes(row.takes),
        knows=row.knows,
        which=frozenset(map(Medicine, row.which)),
        checked=row.checked_at is not None and row.checked_at <= by,
    )


async def add(tx: Tx, told: Told) -> Told:
    """Keep that they were asked, and what they said."""
    values = {"person_id": told.person_id, "asked_at": tx.now, "asked_on": told.asked_on, "moment": told.moment.value}
    made = insert(medicines).values(**values, on_date=told.on, **_said(told)).returning(*_COLUMNS)
    return _told((await tx.run(made)).one())


async def change(tx: Tx, told: Told) -> None:
    """Keep what they say now."""
    await tx.run(update(medicines).where(medicines.c.id == told.id).values(**_said(told)))


def _said(told: Told) -> Mapping[str, object]:
    return {"takes": told.takes and told.takes.value, "knows": told.knows, "which": sorted(told.which)}


async def check(tx: Tx, told_id: int) -> None:
    """The practitioner says that it is looked after."""
    await tx.run(update(medicines).where(medicines.c.id == told_id).values(checked_at=tx.now))


async def of_person(tx: Tx, person_id: int) -> Sequence[Told]:
    """Each time they were asked, oldest first."""
    return (await of_people(tx, [person_id])).get(person_id, ())


async def of_people(tx: Tx, person_ids: Collection[int], by: datetime = NEVER) -> Mapping[int, Sequence[Told]]:
    """The same of several, by person, in one statement: of what was asked by then (UTC), and checked or not."""
    wanted = select(*_COLUMNS).where(medicines.c.person_id.in_(set(person_ids)), medicines.c.asked_at <= by)
    found: dict[int, list[Told]] = defaultdict(list)
    for row in await tx.run(wanted.order_by(medicines.c.id)):
        found[row.person_id].append(_told(row, by))
    return found


async def asked_about(tx: Tx, person_id: int, moment: Moment, on: date) -> Told | None:
    """The newest time that they were asked at that moment about that day."""
    theirs = await of_person(tx, person_id)
    return next((one for one in reversed(theirs) if (one.moment, one.on) == (moment, on)), None)
