"""Messages as people see them: which screen stands in which message, and whether its buttons are still there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import screens
from db.tx import Tx

_COLUMNS = (
    screens.c.id,
    screens.c.person_id,
    screens.c.name,
    screens.c.args,
    screens.c.subject_id,
    screens.c.message_id,
    screens.c.live,
)


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One screen: `args` holds ids and codes, never words; `message_id` is None until it was sent."""

    id: int
    person_id: int
    name: str
    args: Mapping[str, Any]
    subject_id: int | None
    message_id: int | None
    live: bool


def _row(row: Row[Any]) -> ScreenRow:
    return ScreenRow(*row)


async def add(
    tx: Tx, now: datetime, person_id: int, name: str, args: Mapping[str, Any], subject_id: int | None
) -> int:
    """Remember a new screen; returns its id."""
    result = await tx.run(
        insert(screens)
        .values(person_id=person_id, name=name, args=dict(args), subject_id=subject_id, made_at=now, live=True)
        .returning(screens.c.id)
    )
    return int(result.scalar_one())


async def get(tx: Tx, screen_id: int) -> ScreenRow | None:
    """The screen, or None where there is none of that id."""
    row = (await tx.run(select(*_COLUMNS).where(screens.c.id == screen_id))).one_or_none()
    return None if row is None else _row(row)


async def live_of(
    tx: Tx, person_id: int, name: str | None = None, subject_id: int | None = None
) -> list[ScreenRow]:
    """The person's screens whose buttons are still there, oldest first; narrowed by name and subject."""
    wanted = select(*_COLUMNS).where(screens.c.person_id == person_id, screens.c.live)
    if name is not None:
        wanted = wanted.where(screens.c.name == name)
    if subject_id is not None:
        wanted = wanted.where(screens.c.subject_id == subject_id)
    return [_row(row) for row in await tx.run(wanted.order_by(screens.c.id))]


async def become(
    tx: Tx, screen_id: int, name: str, args: Mapping[str, Any], subject_id: int | None
) -> None:
    """The same message, showing another screen from now on."""
    await tx.run(
        update(screens)
        .where(screens.c.id == screen_id)
        .values(name=name, args=dict(args), subject_id=subject_id, live=True)
    )


async def retire(tx: Tx, screen_id: int) -> None:
    """Its buttons no longer count."""
    await tx.run(update(screens).where(screens.c.id == screen_id).values(live=False))


async def adopt(tx: Tx, screen_id: int, message_id: int) -> None:
    """The screen stands in that message: Telegram told us so, or a tap did."""
    await tx.run(update(screens).where(screens.c.id == screen_id).values(message_id=message_id))
