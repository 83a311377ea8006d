"""A number that the database and its vault both carry, so that an older copy of the database is noticed.

The database counts it up and commits; the vault confirms it after that. So a vault never knows more than its database
has committed, whenever a process is killed, however many there are and whatever the clock says. A database with a lower
number than its vault confirmed is an older copy (docs/decisions/0031).
"""

from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import counters
from db.tx import Tx

NAME = "generation"


async def lock(tx: Tx) -> int:
    """The generation of this database, held until the transaction ends; 0 before the first."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(counters).values(name=NAME, last=0).on_conflict_do_nothing(index_elements=["name"]))
    found = select(counters.c.last).where(counters.c.name == NAME).with_for_update()
    return int((await tx.run(found)).scalar_one())


async def put(tx: Tx, number: int) -> int:
    """The database, locked by `lock`, is of that generation once this is committed; returns it."""
    if tx.dialect != "sqlite":  # what the vault confirms may not be lost with the power, nor what was committed before
        await tx.run(text(_DURABLE))
    await tx.run(counters.update().where(counters.c.name == NAME).values(last=number))
    return number


_DURABLE = "select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'"


async def here(tx: Tx) -> int:
    """The generation of this database, as it is read."""
    found = await tx.run(select(counters.c.last).where(counters.c.name == NAME))
    return int(found.scalar_one_or_none() or 0)
