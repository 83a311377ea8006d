"""Evenings on which nothing comes unasked: of a lapse, and where somebody left smoking for tonight."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, literal, select, union_all
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import smoked, tonight
from db.tx import Tx
from programme.smoking import LAPSE, TONIGHT, Evening

_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_SINCE: BindParameter[Any] = bindparam("since")
_EVENINGS = union_all(
    select(smoked.c.person_id, smoked.c.told_at.label("at"), literal(LAPSE).label("why")).where(
        smoked.c.person_id.in_(_PEOPLE), smoked.c.told_at >= _SINCE, smoked.c.attempt_id.is_not(None)
    ),
    select(tonight.c.person_id, tonight.c.at, literal(TONIGHT)).where(
        tonight.c.person_id.in_(_PEOPLE), tonight.c.at >= _SINCE
    ),
)


async def of_people(tx: Tx, person_ids: Collection[int], since: datetime) -> dict[int, list[Evening]]:
    """The evenings of these people that began from that moment on (UTC), in one statement; who has none is left out."""
    rows = await tx.run(_EVENINGS, {"people": list(set(person_ids)), "since": since})
    found: dict[int, list[Evening]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(Evening(row.at, row.why))
    return found


async def begin(tx: Tx, person_id: int) -> None:
    """That person leaves smoking for tonight, from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    held = make(tonight).values(person_id=person_id, at=tx.now)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_={"at": tx.now}))


async def take_back(tx: Tx, person_id: int) -> bool:
    """Tonight is as any other night; False where it was."""
    return (await tx.run(delete(tonight).where(tonight.c.person_id == person_id))).rowcount > 0
