"""Answers to the Heaviness of Smoking Index, as they are stored."""

from collections.abc import Sequence

from sqlalchemy import insert, select

from db.tables import hsi
from db.tx import Tx
from programme.scales.hsi import First, Hsi, HsiTold, PerDay


async def add(tx: Tx, person_id: int, said: Hsi, entered_by: int | None) -> None:
    """Keep both answers; `entered_by` is the practitioner who entered them."""
    values = {"first": said.first.value, "per_day": said.per_day.value, "entered_by": entered_by}
    await tx.run(insert(hsi).values(person_id=person_id, at=tx.now, **values))


async def of_person(tx: Tx, person_id: int) -> Sequence[HsiTold]:
    """Every time it was answered, oldest first."""
    wanted = select(hsi.c.at, hsi.c.first, hsi.c.per_day, hsi.c.entered_by).where(hsi.c.person_id == person_id)
    rows = await tx.run(wanted.order_by(hsi.c.id))
    return [HsiTold(row.at, Hsi(First(row.first), PerDay(row.per_day)), row.entered_by is not None) for row in rows]
