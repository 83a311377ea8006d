"""What practitioners set for requests to them: their hours, and who covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import practitioners, routes
from db.tx import Tx


@dataclass(frozen=True, slots=True)
class Own:
    """`hours` as programme.route.hours_code has them; None for what the practitioner left open."""

    hours: str | None = None
    cover_id: int | None = None


async def get(tx: Tx, practitioner_id: int) -> Own:
    """What that practitioner set."""
    found = select(routes.c.hours, routes.c.cover_id).where(routes.c.practitioner_id == practitioner_id)
    row = (await tx.run(found)).one_or_none()
    return Own() if row is None else Own(row.hours, row.cover_id)


async def put(tx: Tx, practitioner_id: int, own: Own) -> None:
    """That practitioner has it so from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {"hours": own.hours, "cover_id": own.cover_id}
    new = make(routes).values(practitioner_id=practitioner_id, **values)
    await tx.run(new.on_conflict_do_update(index_elements=["practitioner_id"], set_=values))


async def covered_by(tx: Tx, practitioner_id: int) -> Sequence[int]:
    """Practitioners who named that one as their cover."""
    found = select(routes.c.practitioner_id).where(routes.c.cover_id == practitioner_id)
    return list((await tx.run(found.order_by(routes.c.practitioner_id))).scalars())


async def remove(tx: Tx, practitioner_id: int) -> None:
    """They are no practitioner any more: nobody's cover, and without hours."""
    await tx.run(update(routes).where(routes.c.cover_id == practitioner_id).values(cover_id=None))
    await tx.run(delete(routes).where(routes.c.practitioner_id == practitioner_id))


async def practitioner_ids(tx: Tx) -> Sequence[int]:
    """Everybody who is a practitioner here."""
    found = select(practitioners.c.person_id).order_by(practitioners.c.person_id)
    return list((await tx.run(found)).scalars())
