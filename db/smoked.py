"""Smoking told of between check-ins, as it is stored."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from db.recipients import ever_kept
from db.tables import smoked
from db.tx import Tx
from programme.check_in import HardMoment, Mood
from programme.smoking import Smoked

_COLUMNS = tuple(smoked.c[name] for name in Smoked.__slots__)
_KEPT = ever_kept(smoked.c.person_id, smoked.c.told_at)


_LAPSES = select(smoked.c.person_id, smoked.c.told_at).where(
    smoked.c.person_id.in_(bindparam("people", expanding=True)),
    smoked.c.told_at >= bindparam("since"),
    smoked.c.attempt_id.is_not(None),
)


def _smoked(row: Row[Any]) -> Smoked:
    named = dict(zip(Smoked.__slots__, row, strict=True))
    moment, mood = named["moment"], named["mood"]
    return Smoked(**named | {"moment": moment and HardMoment(moment), "mood": mood and Mood(mood)})


async def add(tx: Tx, person_id: int, local_date: date, attempt_id: int | None, zone: str | None = None) -> Smoked:
    """Keep that they told us so, and where they were (an IANA zone)."""
    values = {
        "person_id": person_id,
        "told_at": tx.now,
        "local_date": local_date,
        "attempt_id": attempt_id,
        "zone": zone,
    }
    return _smoked((await tx.run(insert(smoked).values(values).returning(*_COLUMNS))).one())


async def get(tx: Tx, smoked_id: int, person_id: int) -> Smoked | None:
    """That one, if it is theirs and was not taken back."""
    wanted = select(*_COLUMNS).where(smoked.c.id == smoked_id, smoked.c.person_id == person_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _smoked(row)


async def since(tx: Tx, person_id: int, told_since: datetime) -> Sequence[Smoked]:
    """What they told of from that moment on, in the order in which they told it."""
    wanted = select(*_COLUMNS).where(smoked.c.person_id == person_id, smoked.c.told_at >= told_since)
    return [_smoked(row) for row in await tx.run(wanted.order_by(smoked.c.told_at, smoked.c.id))]


async def lapses(tx: Tx, person_ids: Collection[int], told_since: datetime) -> dict[int, list[datetime]]:
    """When these people told of a lapse, from that moment on, in one statement; who did not is left out."""
    rows = await tx.run(_LAPSES, {"people": list(set(person_ids)), "since": told_since})
    found: dict[int, list[datetime]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row.told_at)
    return found


async def change(tx: Tx, told: Smoked) -> None:
    """Keep its day and time, attempt, moment, mood and number as they are now."""
    changing = ("local_date", "was_at", "attempt_id", "moment", "mood", "cigarettes_from", "cigarettes_to")
    await tx.run(update(smoked).where(smoked.c.id == told.id).values({name: getattr(told, name) for name in changing}))


async def remove(tx: Tx, smoked_id: int) -> None:
    """It was a mistake, and goes."""
    await tx.run(delete(smoked).where(smoked.c.id == smoked_id))


async def erase_unkept(tx: Tx, before: datetime) -> int:
    """What people told of before that moment, and never agreed to keep, is gone. How many that were."""
    return (await tx.run(delete(smoked).where(smoked.c.told_at < before, ~_KEPT))).rowcount
