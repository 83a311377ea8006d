"""Roles that one process has at a time. Each taking over counts the epoch up; time is the database's own."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, DateTime, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import leases
from db.tx import Tx

LEASE = timedelta(seconds=12)  # for a network that is cut: another sends within 15; a lock falls with its process
RENEW_AFTER = timedelta(seconds=5)


def _clock() -> ColumnElement[datetime]:
    """Now on the database's clock; `now()` would be the start of the transaction."""
    return func.clock_timestamp(type_=DateTime(timezone=True))


async def take(tx: Tx, name: str, holder: str | None = None) -> int:
    """A new epoch of the role, for one who holds its lock; returns it. With a `holder` (PostgreSQL) it is leased."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(leases).values(name=name, epoch=0).on_conflict_do_nothing(index_elements=["name"]))
    until = {} if holder is None else {"holder": holder, "expires_at": _clock() + LEASE}
    one_more = update(leases).where(leases.c.name == name).values(epoch=leases.c.epoch + 1, **until)
    return int((await tx.run(one_more.returning(leases.c.epoch))).scalar_one())


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
    """PostgreSQL: the lease is over."""
    mine = (leases.c.name == name, leases.c.holder == holder, leases.c.epoch == epoch)
    await tx.run(update(leases).where(*mine).values(holder=None, expires_at=None))
