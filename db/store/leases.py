"""Roles that one process has at a time: leases, the direct line to PostgreSQL that holds them, and who sends."""

import asyncio
import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, DateTime, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db.migrate import SERVING, SPACE, newest_revision
from db.store.errors import DatabaseBeingChanged
from db.store.files import who_uses
from db.store.postgres import postgres_engine, process_name
from db.store.url import is_sqlite, opening
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


BEAT = 2.0  # seconds between two beats
ANSWER = 6.0  # seconds for the answer to one
TRUST = LEASE.total_seconds() - 3.0  # seconds since the last answer after which we no longer rely on our locks
NUMBERS: Mapping[str, int] = {"sender": 2, "poller": 3}  # SERVING is 1
_SERVE = text("select pg_try_advisory_lock_shared(:space, :number)")
_LOCK = text("select pg_try_advisory_lock(:space, :number)")
_UNLOCK = text("select pg_advisory_unlock(:space, :number)")
_RENEW = text("update leases set expires_at = clock_timestamp() + :lease where holder = :holder")
_LOOK = text(
    "select (select version_num from alembic_version), exists (select from pg_locks where locktype = 'advisory'"
    " and classid = :space and objid = :number and not granted and mode = 'ExclusiveLock'"
    " and database = (select oid from pg_database where datname = current_database()))"
)
# All sessions of that process: one that waits for a row would get it, and hold it, when the one before it is ended.
_OUST = text(
    "select pg_terminate_backend(theirs.pid, 300) from pg_stat_activity theirs, leases"
    " where leases.name = :name and leases.expires_at <= clock_timestamp() and theirs.datname = current_database()"
    " and (theirs.application_name = 'alongside ' || regexp_replace(leases.holder, '-[0-9]+$', '')"
    " and theirs.application_name <> current_setting('application_name')"
    " or leases.holder like '%-' || theirs.pid and exists (select from pg_locks held"
    " where held.pid = theirs.pid and held.locktype = 'advisory' and held.granted and held.objsubid = 2"
    " and held.classid = :space and held.objid = :number))"
)


class DirectLine:
    """The connection, opened by whoever asks for a lock and opened again where it was lost; then no lock is held.

    `leave` is set where this program is to stop: the database is, or is about to be, at another version than its own.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._turn = asyncio.Lock()  # one statement at a time
        self._engine: AsyncEngine | None = None
        self._connection: AsyncConnection | None = None
        self._raw: Any = None
        self._beating: asyncio.Task[None] | None = None
        self._locked: set[str] = set()
        self._heard_at = -math.inf
        self.leave = asyncio.Event()

    @property
    def holder(self) -> str:
        """Who holds a lease by this line: the process, and the server's number of its session."""
        return f"{process_name()}-{self._raw.get_server_pid() if self._raw is not None else 0}"

    @property
    def stands(self) -> bool:
        """Whether the server answered lately. Looked at before anything is done that only one process may do."""
        heard = asyncio.get_running_loop().time() - self._heard_at  # real seconds, as the server's
        return self._raw is not None and not self._raw.is_closed() and heard < TRUST

    def holds(self, name: str) -> bool:
        """Whether that lock is ours."""
        return self.stands and name in self._locked

    async def open(self) -> None:
        """Connects, where it is not connected. Raises DatabaseBeingChanged and DatabaseCannotBeReached."""
        async with self._turn:
            with opening(self._url, Path()):
                await self._open()

    async def lock(self, name: str) -> bool:
        """Takes the lock of that name where nobody has it, or where the lease of whoever has it is over."""
        async with self._turn:
            await self._open()
            if name not in self._locked and not await self._ask(_LOCK, number=NUMBERS[name]):
                await self._ask(_OUST, number=NUMBERS[name], name=name)
                if not await self._ask(_LOCK, number=NUMBERS[name]):
                    return False
            self._locked.add(name)
            return True

    async def unlock(self, name: str) -> None:
        """Another may have it at once."""
        async with self._turn:
            if self.holds(name):
                await self._ask(_UNLOCK, number=NUMBERS[name])
            self._locked.discard(name)

    async def close(self) -> None:
        """Lets go of all; `lock` would open it again."""
        beating, self._beating = self._beating, None
        if beating is not None:
            beating.cancel()
            await asyncio.gather(beating, return_exceptions=True)
        await self._drop()

    async def _open(self) -> None:
        if self.stands:
            return
        await self._drop()
        self._engine = postgres_engine(self._url, size=1, patience=ANSWER)
        try:
            connection = await self._engine.connect()
            self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            self._raw = (await connection.get_raw_connection()).driver_connection
            if not await self._ask(_SERVE, number=SERVING):
                raise DatabaseBeingChanged
            await self._look()
        except BaseException:
            await self._drop()
            raise
        if self._beating is None or self._beating.done():
            self._beating = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            async with self._turn:
                if self._connection is None:
                    continue
                try:
                    async with asyncio.timeout(ANSWER):
                        await self._connection.execute(_RENEW, {"lease": LEASE, "holder": self.holder})
                        await self._look()
                except (SQLAlchemyError, OSError):  # also where no answer came in time
                    await self._drop()

    async def _look(self) -> None:
        """Whether this program may go on over this database."""
        assert self._connection is not None
        found, is_wanted = (await self._connection.execute(_LOOK, {"space": SPACE, "number": SERVING})).one()
        self._heard()
        if is_wanted or found != newest_revision():
            self.leave.set()

    async def _ask(self, statement: Any, **values: object) -> bool:
        assert self._connection is not None
        found = await self._connection.execute(statement, {"space": SPACE, **values})
        self._heard()
        return bool(found.scalar())

    def _heard(self) -> None:
        self._heard_at = asyncio.get_running_loop().time()

    async def _drop(self) -> None:
        """The server hears of it where the network lets it; it waits for nobody."""
        engine, connection, raw = self._engine, self._connection, self._raw
        self._engine = self._connection = self._raw = None
        self._locked.clear()
        if raw is not None:
            raw.terminate()
        with suppress(Exception):
            if connection is not None:
                await connection.invalidate()
                await connection.close()
        if engine is not None:
            await engine.dispose()


SENDER_ROLE = "sender"
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
    found = select(leases.c.holder, leases.c.expires_at).where(
        leases.c.name == SENDER_ROLE, leases.c.holder.is_not(None)
    )
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
