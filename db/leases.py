"""Roles that one process has at a time. Each taking over counts the epoch up; time is the database's own."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, DateTime, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import leases
from db.tx import Tx

LEASE = timedelta(seconds=30)
RENEW_AFTER = timedelta(seconds=5)


def _clock() -> ColumnElement[datetime]:
    """Now on the database's clock; `now()` would be the start of the transaction."""
    return func.clock_timestamp(type_=DateTime(timezone=True))


async def _ensure(tx: Tx, name: str) -> None:
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(leases).values(name=name, epoch=0).on_conflict_do_nothing(index_elements=["name"]))


async def count_up(tx: Tx, name: str) -> int:
    """A new epoch of the role, for one who holds it by other means (a lock on a file); returns it."""
    await _ensure(tx, name)
    one_more = update(leases).where(leases.c.name == name).values(epoch=leases.c.epoch + 1)
    return int((await tx.run(one_more.returning(leases.c.epoch))).scalar_one())


async def seize(tx: Tx, name: str, holder: str) -> int | None:
    """PostgreSQL: takes the role where nobody else has it or the lease ran out; the new epoch, or None."""
    await _ensure(tx, name)
    free = or_(leases.c.holder.is_(None), leases.c.holder == holder, leases.c.expires_at <= _clock())
    taken = await tx.run(
        update(leases)
        .where(leases.c.name == name, free)
        .values(holder=holder, epoch=leases.c.epoch + 1, expires_at=_clock() + LEASE)
        .returning(leases.c.epoch)
    )
    epoch: int | None = taken.scalar_one_or_none()
    return epoch


async def hold(tx: Tx, name: str, holder: str, epoch: int) -> bool:
    """PostgreSQL: whether the role is still theirs, and stays so until this transaction ends. Renewed where 5 s old.

    A lease that ran out and that nobody took is still theirs: the row is locked, so nobody takes it meanwhile.
    """
    mine = (leases.c.name == name, leases.c.holder == holder, leases.c.epoch == epoch)
    fresh = select(leases.c.expires_at > _clock() + (LEASE - RENEW_AFTER)).where(*mine)
    is_fresh: bool | None = (await tx.run(fresh.with_for_update())).scalar_one_or_none()
    if is_fresh is False:
        await tx.run(update(leases).where(*mine).values(expires_at=_clock() + LEASE))
    return is_fresh is not None


async def give_back(tx: Tx, name: str, holder: str, epoch: int) -> None:
    """PostgreSQL: another may take the role at once."""
    mine = (leases.c.name == name, leases.c.holder == holder, leases.c.epoch == epoch)
    await tx.run(update(leases).where(*mine).values(holder=None, expires_at=None))
