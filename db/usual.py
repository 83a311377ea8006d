"""What somebody smoked on a usual day, and what it cost, as it is stored; and what held before they changed it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import usual, usual_before
from db.tx import Tx
from programme.usual import UsualBefore, UsualDay

_COLUMNS = tuple(usual.c[name] for name in UsualDay.__slots__)
_BEFORE = tuple(usual_before.c[name] for name in UsualBefore.__slots__)


async def of_person(tx: Tx, person_id: int) -> UsualDay | None:
    """What they told of it; None: nothing."""
    row = (await tx.run(select(*_COLUMNS).where(usual.c.person_id == person_id))).one_or_none()
    return None if row is None else UsualDay(*tuple(row))


async def before(tx: Tx, person_id: int) -> Sequence[UsualBefore]:
    """What held before, oldest first."""
    wanted = select(*_BEFORE).where(usual_before.c.person_id == person_id).order_by(usual_before.c.until)
    return [UsualBefore(*tuple(row)) for row in await tx.run(wanted)]


async def put(tx: Tx, person_id: int, told: UsualDay) -> None:
    """Keep that in place of what was told before."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(told, name) for name in UsualDay.__slots__} | {"told_at": tx.now}
    held = make(usual).values(person_id=person_id, **values)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def keep_before(tx: Tx, person_id: int, held: UsualBefore) -> None:
    """Keep what held up to that date. What is kept of the same date already stays: later words correct each other."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(held, name) for name in UsualBefore.__slots__}
    await tx.run(make(usual_before).values(person_id=person_id, **values).on_conflict_do_nothing())


async def forget_before(tx: Tx, person_id: int, until: date) -> bool:
    """What held up to that date goes; False where there was none."""
    theirs = usual_before.c.person_id == person_id, usual_before.c.until == until
    return (await tx.run(delete(usual_before).where(*theirs))).rowcount > 0


async def remove(tx: Tx, person_id: int) -> bool:
    """All of it goes; False where there was none."""
    await tx.run(delete(usual_before).where(usual_before.c.person_id == person_id))
    return (await tx.run(delete(usual).where(usual.c.person_id == person_id))).rowcount > 0
