"""What got easier for people, as it is stored."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, insert, select

from db.tables import easier
from db.tx import Tx
from programme.easier import Easier, Noticed


async def add(tx: Tx, person_id: int, on: date, what: Easier) -> int:
    """Keep that it got easier; gives its id."""
    made = insert(easier).values(person_id=person_id, on_date=on, what=what.value).returning(easier.c.id)
    return int((await tx.run(made)).scalar_one())


async def remove(tx: Tx, person_id: int, on: date, what: Easier) -> None:
    """They take that of that day back."""
    theirs = easier.c.person_id == person_id, easier.c.on_date == on, easier.c.what == what.value
    await tx.run(delete(easier).where(*theirs))


async def of_person(tx: Tx, person_id: int) -> Sequence[Noticed]:
    """All that got easier for them, oldest first, without words."""
    wanted = select(easier.c.id, easier.c.on_date, easier.c.what).where(easier.c.person_id == person_id)
    rows = await tx.run(wanted.order_by(easier.c.id))
    return [Noticed(row.id, row.on_date, Easier(row.what)) for row in rows]
