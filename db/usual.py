"""What somebody smoked on a usual day before, and what it cost, as it is stored."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import usual
from db.tx import Tx
from programme.usual import UsualDay

_COLUMNS = tuple(usual.c[name] for name in UsualDay.__slots__)


async def of_person(tx: Tx, person_id: int) -> UsualDay | None:
    """What they told of it; None: nothing."""
    row = (await tx.run(select(*_COLUMNS).where(usual.c.person_id == person_id))).one_or_none()
    return None if row is None else UsualDay(*tuple(row))


async def put(tx: Tx, now: datetime, person_id: int, told: UsualDay) -> None:
    """Keep that in place of what was told before."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(told, name) for name in UsualDay.__slots__} | {"told_at": now}
    held = make(usual).values(person_id=person_id, **values)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def remove(tx: Tx, person_id: int) -> bool:
    """It goes; False where there was none."""
    return (await tx.run(delete(usual).where(usual.c.person_id == person_id))).rowcount > 0
