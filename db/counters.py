"""Numbers that we count up ourselves."""

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
