"""What people use to stop, as it is stored."""

from collections.abc import Sequence

from sqlalchemy import insert, select

from db.tables import aids
from db.tx import Tx
from programme.aids import Aid, AidTold, Going


async def add(tx: Tx, person_id: int, aid: Aid, going: Going) -> None:
    """Keep that they said so."""
    await tx.run(insert(aids).values(person_id=person_id, at=tx.now, aid=aid.value, going=going.value))


async def of_person(tx: Tx, person_id: int) -> Sequence[AidTold]:
    """Everything they said of it, oldest first."""
    wanted = select(aids.c.id, aids.c.person_id, aids.c.at, aids.c.aid, aids.c.going)
    rows = await tx.run(wanted.where(aids.c.person_id == person_id).order_by(aids.c.id))
    return [AidTold(row.id, row.person_id, row.at, Aid(row.aid), Going(row.going)) for row in rows]
