"""There is one sender at a time: a lock on a file for SQLite, a lease in the database for PostgreSQL.

Each taking over counts the epoch up, and what an older epoch was sending becomes a hidden answer.
"""

import fcntl
import os
import secrets
from pathlib import Path
from typing import Protocol

from care.clock import Clock
from db import leases
from db.engine import Database
from db.sending import Inherited, take_over
from db.tx import Tx
from db.url import is_sqlite, sqlite_path

NAME = "sender"


class Role(Protocol):
    """The right to send, for as long as it is held."""

    epoch: int

    async def seize(self) -> Inherited | None:
        """Takes the role over; what the one before left in mid-send. None where another has it."""
        ...

    async def still(self, tx: Tx) -> bool:
        """Whether the role is ours, and stays ours until this transaction ends."""
        ...

    async def release(self) -> None:
        """Another may have it at once."""
        ...


class SqliteRole:
    """A file beside the database, locked for the life of the process: the system lets go of it whatever happens."""

    def __init__(self, database: Database, clock: Clock, path: Path) -> None:
        self._database = database
        self._clock = clock
        self._path = path
        self._file: int | None = None
        self.epoch = 0

    async def seize(self) -> Inherited | None:
        """See Role."""
        if self._file is None and not self._locked():
            return None
        return await self._database.write(self._begin)

    async def still(self, tx: Tx) -> bool:
        """See Role."""
        return self._file is not None

    async def release(self) -> None:
        """See Role."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _locked(self) -> bool:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    async def _begin(self, tx: Tx) -> Inherited:
        self.epoch = await leases.count_up(tx, NAME)
        return await take_over(tx, self._clock.now(), self.epoch)


class PostgresRole:
    """A lease of 30 seconds on the database's own clock, renewed with what is taken; nobody compares it with ours."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._holder = f"{os.getpid()}-{secrets.token_hex(8)}"
        self.epoch = 0

    async def seize(self) -> Inherited | None:
        """See Role."""
        return await self._database.write(self._begin)

    async def still(self, tx: Tx) -> bool:
        """See Role."""
        return await leases.hold(tx, NAME, self._holder, self.epoch)

    async def release(self) -> None:
        """See Role."""
        await self._database.write(lambda tx: leases.give_back(tx, NAME, self._holder, self.epoch))

    async def _begin(self, tx: Tx) -> Inherited | None:
        epoch = await leases.seize(tx, NAME, self._holder)
        if epoch is None:
            return None
        self.epoch = epoch
        return await take_over(tx, self._clock.now(), epoch)


def role_of(database: Database, clock: Clock) -> Role:
    """The kind of role that fits the database: the file lock stands beside an SQLite file."""
    if not is_sqlite(database.url):
        return PostgresRole(database, clock)
    path = sqlite_path(database.url)
    return SqliteRole(database, clock, path.with_name(path.name + ".sender"))
