"""What one process does at a time, sending and polling; and being the one sender until the role is given back or
lost."""

import fcntl
import os
from collections.abc import Callable
from typing import Protocol

import structlog

from bot.sending.pace import Pace
from care.clock import Clock
from db.delivery import sending
from db.delivery.outbox import OutboxState
from db.delivery.sending import Inherited
from db.store import leases
from db.store.engine import Database
from db.store.leases import DirectLine
from db.store.url import is_sqlite, sqlite_path
from db.tx import Tx

SENDER, POLLER = "sender", "poller"


class ProcessRole(Protocol):
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

    def __init__(self, database: Database, line: DirectLine, name: str) -> None:
        self._database = database
        self._line = line
        self._name = name
        self._holder = ""
        self.epoch = 0

    @property
    def stands(self) -> bool:
        """See Role. A line that was lost and opened again holds nothing of before."""
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


def direct_line_of(database: Database) -> DirectLine | None:
    """A direct line to a PostgreSQL; an SQLite file needs none."""
    return None if is_sqlite(database.url) else DirectLine(database.direct_url)


def role_of(database: Database, line: DirectLine | None, name: str = SENDER) -> ProcessRole:
    """The kind of role that fits the database."""
    return SqliteRole(database, name) if line is None else PostgresRole(database, line, name)


log = structlog.get_logger(__name__)


class RoleLost(Exception):
    """Another process took the role of the sender over."""


class Tenure:
    """Holds the role. What the one before left in mid-send is counted, and the holds it knew of go into `pace`."""

    def __init__(
        self, database: Database, clock: Clock, role: ProcessRole, pace: Pace, count: Callable[[OutboxState], object]
    ) -> None:
        self._database = database
        self._clock = clock
        self._role = role
        self._pace = pace
        self._count = count
        self.holds = False

    async def begin(self) -> bool:
        """Whether the role is ours, from now on or already."""
        if not self.holds and await self._role.seize():
            now = self._clock.now()
            self._tell(await self._database.write(lambda tx: sending.take_over(tx.at(now), self._role.epoch)))
            await self._learn_holds()
            self.holds = True
        return self.holds

    @property
    def stands(self) -> bool:
        """Whether we may go on sending, as far as can be known without asking."""
        return self.holds and self._role.stands

    async def epoch(self, tx: Tx) -> int:
        """The epoch in which we send, ours until this transaction ends. Raises RoleLost."""
        if not await self._role.still(tx):
            raise RoleLost
        return self._role.epoch

    def lose(self) -> None:
        """The role is another's now."""
        log.warning("sending_taken_over_by_another")
        self.holds = False

    async def end(self) -> None:
        """Gives the role back."""
        if self.holds:
            await self._role.release()
            self.holds = False

    def _tell(self, inherited: Inherited) -> None:
        if inherited.once_more or inherited.uncertain:
            log.warning("sending_taken_over", once_more=inherited.once_more, uncertain=inherited.uncertain)
        for _ in range(inherited.uncertain):
            self._count(OutboxState.UNCERTAIN)

    async def _learn_holds(self) -> None:
        now, ticks = self._clock.now(), self._clock.ticks()
        for chat, seconds in (await self._database.read(lambda tx: sending.holds(tx.at(now)))).items():
            self._pace.hold(chat, ticks + seconds)
