"""What somebody has got ready for their quit date."""

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import prepared
from db.tx import Tx
from programme.preparing import Thing


async def of_person(tx: Tx, person_id: int) -> frozenset[Thing]:
    """What of the list is done."""
    rows = await tx.run(select(prepared.c.thing).where(prepared.c.person_id == person_id))
    return frozenset(map(Thing, rows.scalars()))


async def put(tx: Tx, person_id: int, thing: Thing) -> None:
    """It is done; done before, it stays."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {"person_id": person_id, "thing": thing.value, "at": tx.now}
    await tx.run(make(prepared).values(values).on_conflict_do_nothing())


async def remove(tx: Tx, person_id: int, thing: Thing) -> None:
    """It is not done after all."""
    await tx.run(delete(prepared).where(prepared.c.person_id == person_id, prepared.c.thing == thing.value))
