"""Cravings that were rated, as they are stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from db.people.consents import ever_kept
from db.tables import cravings
from db.tx import Tx
from programme.check_in.answers import HardMoment
from programme.craving import Craving, CravingMeans

_COLUMNS = tuple(cravings.c[name] for name in Craving.__slots__)
_CHANGED = ("before", "moment", "tried", "item_id", "code")
_KEPT = ever_kept(cravings.c.person_id, cravings.c.at)


def _craving(row: Row[Any]) -> Craving:
    named = dict(zip(Craving.__slots__, row, strict=True))
    moment = named["moment"] and HardMoment(named["moment"])
    return Craving(**named | {"tried": named["tried"] and CravingMeans(named["tried"]), "moment": moment})


async def add(tx: Tx, person_id: int, before: int, zone: str | None = None) -> int:
    """Keep how strong it is, 0..5, and where they were (an IANA zone); returns its id."""
    values = {"person_id": person_id, "at": tx.now, "before": before, "zone": zone}
    return int((await tx.run(insert(cravings).values(values).returning(cravings.c.id))).scalar_one())


async def get(tx: Tx, craving_id: int, person_id: int) -> Craving | None:
    """That one, if it is theirs."""
    wanted = select(*_COLUMNS).where(cravings.c.id == craving_id, cravings.c.person_id == person_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _craving(row)


async def of_person(tx: Tx, person_id: int) -> Sequence[Craving]:
    """All of theirs, oldest first."""
    rows = await tx.run(select(*_COLUMNS).where(cravings.c.person_id == person_id).order_by(cravings.c.id))
    return [_craving(row) for row in rows]


async def change(tx: Tx, craving: Craving) -> None:
    """Keep what was going on, what was tried, and how strong it is now where that was said."""
    values: dict[str, object] = {name: getattr(craving, name) for name in _CHANGED}
    if craving.after is not None:
        values |= {"after": craving.after, "after_at": tx.now}
    await tx.run(update(cravings).where(cravings.c.id == craving.id).values(values))


async def erase_unkept(tx: Tx, before: datetime) -> int:
    """What people rated before that moment, and never agreed to keep, is gone. How many that were."""
    return (await tx.run(delete(cravings).where(cravings.c.at < before, ~_KEPT))).rowcount
