"""The look-back as it is stored: who wants it, and stress at a cigarette and later, in the row of that cigarette."""

from collections.abc import Sequence

from sqlalchemy import select, update

from db.tables import clients, smoked
from db.tx import Tx
from programme.looking_back import Asked


async def wanted(tx: Tx, person_id: int) -> bool | None:
    """Whether that client wants it; None: they never said."""
    found = select(clients.c.look_back).where(clients.c.person_id == person_id)
    answer: bool | None = (await tx.run(found)).scalar_one_or_none()
    return answer


async def choose(tx: Tx, person_id: int, *, yes: bool) -> None:
    """Keep that they want it, or do not."""
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(look_back=yes))


async def of_person(tx: Tx, person_id: int) -> Sequence[Asked]:
    """Every cigarette of theirs with how stressed they were, in the order in which they told them."""
    columns = (smoked.c.id, smoked.c.told_at, smoked.c.stress, smoked.c.stress_after)
    mine = select(*columns).where(smoked.c.person_id == person_id, smoked.c.stress.is_not(None))
    return [Asked(*tuple(row)) for row in await tx.run(mine.order_by(smoked.c.told_at, smoked.c.id))]


async def rate(tx: Tx, person_id: int, smoked_id: int, stress: int | None) -> None:
    """Keep how stressed they were, 0..5; None: of that cigarette nothing is looked back at."""
    mine = update(smoked).where(smoked.c.id == smoked_id, smoked.c.person_id == person_id)
    await tx.run(mine.values(stress=stress))


async def rate_after(tx: Tx, person_id: int, smoked_id: int, stress: int) -> None:
    """Keep how stressed they are about forty minutes later, 0..5."""
    mine = update(smoked).where(smoked.c.id == smoked_id, smoked.c.person_id == person_id)
    await tx.run(mine.values(stress_after=stress, stress_after_at=tx.now))
