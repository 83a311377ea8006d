"""What one process does at a time, sending and polling: a lock on a file for SQLite, on a line of one's own for
PostgreSQL.

Each taking over counts the epoch up, and what an older epoch was sending becomes a hidden answer.
"""

import fcntl
import os
from typing import Protocol

from db import leases
from db.engine import Database
from db.line import Line
from db.tx import Tx
from db.url import is_sqlite, sqlite_path

SENDER, POLLER = "sender", "poller"


class Role(Protocol):
    """The right to do it, for as long as it is held."""

    epoch: int

    @property
    def stands(self) -> bool:
        """Whether the role is ours, as far as can be known without asking."""
        ...

    async def seize(self) -> bool:
        """Takes the role over, with a new epoch. False where another has it."""
        ...

    async def still(self, tx: Tx) -> bool:
        """Whether the role is ours, and stays ours until this transaction ends."""
        ...

    async def release(self) -> None:
        """Another may have it at once."""
        ...


class SqliteRole:
    """A file beside the database, locked for the life of the process: the system lets go of it whatever happens."""

    def __init__(self, database: Database, name: str) -> None:
        path = sqlite_path(database.url)
        self._database = database
        self._name = name
        self._path = path.with_name(f"{path.name}.{name}")
        self._file: int | None = None
        self.epoch = 0

    @property
    def stands(self) -> bool:
        """See Role."""
        return self._file is not None

    async def seize(self) -> bool:
        """See Role."""
        if self._file is None and not self._locked():
            return False
        self.epoch = await self._database.write(lambda tx: leases.take(tx, self._name))
        return True

    async def still(self, tx: Tx) -> bool:
        """See Role."""
        return self.stands

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


class PostgresRole:
    """A lock of our line, which falls with the process, and a lease on the server's clock for a network that is cut."""

    def __init__(self, database: Database, line: Line, name: str) -> None:
        self._database = database
        self._line = line
        self._name = name
        self._holder = ""
        self.epoch = 0

    @property
    def stands(self) -> bool:
        """See Role. A line that was lost and opened anew holds nothing of before."""
        return self._line.holds(self._name) and self._line.holder == self._holder

    async def seize(self) -> bool:
        """See Role."""
        if not await self._line.lock(self._name):
            return False
        holder = self._line.holder
        self.epoch = await self._database.write(lambda tx: leases.take(tx, self._name, holder))
        self._holder = holder
        return self.stands

    async def still(self, tx: Tx) -> bool:
        """See Role."""
        return self.stands and await leases.hold(tx, self._name, self._holder, self.epoch)

    async def release(self) -> None:
        """See Role."""
        await self._database.write(lambda tx: leases.give_back(tx, self._name, self._holder, self.epoch))
        await self._line.unlock(self._name)


def line_of(database: Database) -> Line | None:
    """A direct line to a PostgreSQL; an SQLite file needs none."""
    return None if is_sqlite(database.url) else Line(database.direct_url)


def role_of(database: Database, line: Line | None, name: str = SENDER) -> Role:
    """The kind of role that fits the database."""
    return SqliteRole(database, name) if line is None else PostgresRole(database, line, name)
