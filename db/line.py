"""The direct line: one connection of a process's own to PostgreSQL, past any pooler, whose locks fall with the process.

A lock of a session is gone the moment its connection is. A network that is cut tells the server nothing, so what a
line has locked is leased too (db.leases): whoever finds the lease over ends the sessions of that process.
"""

import asyncio
import math
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db.errors import DatabaseBeingChanged
from db.leases import LEASE
from db.migrate import SERVING, SPACE, newest_revision
from db.postgres import postgres_engine, process_name
from db.trouble import opening

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


class Line:
    """The connection, opened by whoever asks for a lock and opened anew where it was lost; then no lock is held.

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
        """Lets go of all; `lock` would open it anew."""
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
