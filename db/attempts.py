"""Quit attempts as they are stored. One that ended stays."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from db.tables import quit_attempts
from db.tx import Tx
from programme.quitting import Attempt

_COLUMNS = tuple(quit_attempts.c[name] for name in Attempt.__slots__)


_CURRENT = (
    select(*_COLUMNS)
    .where(quit_attempts.c.person_id == bindparam("person"), quit_attempts.c.ended_at.is_(None))
    .order_by(quit_attempts.c.id.desc())
    .limit(1)
)


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(*tuple(row))


async def add(tx: Tx, person_id: int, quit_on: date) -> Attempt:
    """Begin another attempt."""
    made = await tx.run(
        insert(quit_attempts).values(person_id=person_id, quit_on=quit_on, made_at=tx.now).returning(*_COLUMNS)
    )
    return _attempt(made.one())


async def current(tx: Tx, person_id: int) -> Attempt | None:
    """The attempt that goes on, whether its day has come or not; None without a quit date."""
    row = (await tx.run(_CURRENT, {"person": person_id})).one_or_none()
    return None if row is None else _attempt(row)


async def of_person(tx: Tx, person_id: int) -> Sequence[Attempt]:
    """Every attempt of that person, in the order in which they were made."""
    wanted = select(*_COLUMNS).where(quit_attempts.c.person_id == person_id)
    return [_attempt(row) for row in await tx.run(wanted.order_by(quit_attempts.c.id))]


async def change(tx: Tx, attempt: Attempt) -> None:
    """Keep the attempt's day, and how often it was moved, as they are now."""
    values = {"quit_on": attempt.quit_on, "moved": attempt.moved}
    await tx.run(update(quit_attempts).where(quit_attempts.c.id == attempt.id).values(values))


async def reopen(tx: Tx, attempt_id: int) -> None:
    """It goes on, as if it had not been ended."""
    await tx.run(update(quit_attempts).where(quit_attempts.c.id == attempt_id).values(ended_on=None, ended_at=None))


async def end(tx: Tx, attempt_id: int, on: date) -> None:
    """It holds no more from that local date on."""
    await tx.run(update(quit_attempts).where(quit_attempts.c.id == attempt_id).values(ended_on=on, ended_at=tx.now))
