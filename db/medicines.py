"""What people said of regular medicines and of what they use to stop, as it is stored."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import aids, medicines
from db.tx import Tx
from programme.medicines.aids import Aid, AidTold, Going
from programme.medicines.regular import Medicine, MedicineAnswer, SmokingChange, Takes
from programme.schedule.plan import NEVER

_NAMES = ("id", "person_id", "asked_on", "moment", "on_date", "takes", "knows", "which", "checked_at")
_COLUMNS = tuple(medicines.c[name] for name in _NAMES)


def _told(row: Row[Any], by: datetime = NEVER) -> MedicineAnswer:
    return MedicineAnswer(
        id=row.id,
        person_id=row.person_id,
        asked_on=row.asked_on,
        moment=SmokingChange(row.moment),
        on=row.on_date,
        takes=row.takes and Takes(row.takes),
        knows=row.knows,
        which=frozenset(map(Medicine, row.which)),
        checked=row.checked_at is not None and row.checked_at <= by,
    )


async def add(tx: Tx, told: MedicineAnswer) -> MedicineAnswer:
    """Keep that they were asked, and what they said."""
    values = {"person_id": told.person_id, "asked_at": tx.now, "asked_on": told.asked_on, "moment": told.moment.value}
    made = insert(medicines).values(**values, on_date=told.on, **_said(told)).returning(*_COLUMNS)
    return _told((await tx.run(made)).one())


async def change(tx: Tx, told: MedicineAnswer) -> None:
    """Keep what they say now."""
    await tx.run(update(medicines).where(medicines.c.id == told.id).values(**_said(told)))


def _said(told: MedicineAnswer) -> Mapping[str, object]:
    return {"takes": told.takes and told.takes.value, "knows": told.knows, "which": sorted(told.which)}


async def check(tx: Tx, told_id: int) -> None:
    """The practitioner says that it is looked after."""
    await tx.run(update(medicines).where(medicines.c.id == told_id).values(checked_at=tx.now))


async def of_person(tx: Tx, person_id: int) -> Sequence[MedicineAnswer]:
    """Each time they were asked, oldest first."""
    return (await of_people(tx, [person_id])).get(person_id, ())


async def of_people(
    tx: Tx, person_ids: Collection[int], by: datetime = NEVER
) -> Mapping[int, Sequence[MedicineAnswer]]:
    """The same of several, by person, in one statement: of what was asked by then (UTC), and checked or not."""
    wanted = select(*_COLUMNS).where(medicines.c.person_id.in_(set(person_ids)), medicines.c.asked_at <= by)
    found: dict[int, list[MedicineAnswer]] = defaultdict(list)
    for row in await tx.run(wanted.order_by(medicines.c.id)):
        found[row.person_id].append(_told(row, by))
    return found


async def asked_about(tx: Tx, person_id: int, moment: SmokingChange, on: date) -> MedicineAnswer | None:
    """The newest time that they were asked at that moment about that day."""
    theirs = await of_person(tx, person_id)
    return next((one for one in reversed(theirs) if (one.moment, one.on) == (moment, on)), None)


async def add_aid(tx: Tx, person_id: int, aid: Aid, going: Going) -> None:
    """Keep that they said so."""
    await tx.run(insert(aids).values(person_id=person_id, at=tx.now, aid=aid.value, going=going.value))


async def aids_of_person(tx: Tx, person_id: int) -> Sequence[AidTold]:
    """Everything they said of it, oldest first."""
    wanted = select(aids.c.id, aids.c.person_id, aids.c.at, aids.c.aid, aids.c.going)
    rows = await tx.run(wanted.where(aids.c.person_id == person_id).order_by(aids.c.id))
    return [AidTold(row.id, row.person_id, row.at, Aid(row.aid), Going(row.going)) for row in rows]
