"""Numbers that we count up ourselves."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import counters
from db.tx import Tx


async def count_up(tx: Tx, name: str, by: int = 1) -> int:
    """The last of `by` fresh numbers of that name; the first number ever is 1."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    result = await tx.run(
        make(counters)
        .values(name=name, last=by)
        .on_conflict_do_update(index_elements=["name"], set_={"last": counters.c.last + by})
        .returning(counters.c.last)
    )
    return int(result.scalar_one())


async def last(tx: Tx, name: str) -> int:
    """The last number of that name that was given out; 0 before the first."""
    found = (await tx.run(select(counters.c.last).where(counters.c.name == name))).scalar_one_or_none()
    return 0 if found is None else int(found)
