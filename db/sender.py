"""Which process sends, as an operator is told."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text

from db.in_use import who_uses
from db.tables import leases
from db.tx import Tx
from db.url import is_sqlite

ROLE = "sender"
_SESSION = text("select client_addr, backend_start from pg_stat_activity where pid = :pid")
_CLOCK = text("select clock_timestamp()")


@dataclass(frozen=True, slots=True)
class Holder:
    """The process number on its own machine, the machine's address as the server sees it (None: this one, or not
    known), and since when it is connected (None: not known)."""

    pid: str
    address: str | None
    since: datetime | None

    def __str__(self) -> str:
        since = f" since {self.since:%Y-%m-%d %H:%M} UTC" if self.since else ""
        return f"process {self.pid} at {self.address or 'this machine or a socket'}{since}"


async def holder(tx: Tx) -> Holder | None:
    """PostgreSQL: who has the lease at this moment by the server's clock; None where nobody has."""
    found = select(leases.c.holder, leases.c.expires_at).where(leases.c.name == ROLE, leases.c.holder.is_not(None))
    row = (await tx.run(found)).one_or_none()
    if row is None or row.expires_at <= (await tx.run(_CLOCK)).scalar_one():
        return None
    pid, *_, session = row.holder.split("-")
    known = (await tx.run(_SESSION, {"pid": int(session)})).one_or_none() if session.isdigit() else None
    return Holder(pid, str(known.client_addr) if known and known.client_addr else None, known and known.backend_start)


async def who_sends(tx: Tx, url: str) -> str | None:
    """In words, which process sends from the database at `url`; None where none does. Changes nothing."""
    if is_sqlite(url):
        return who_uses(url)
    found = await holder(tx)
    return None if found is None else str(found)
