"""The database: every read and every write of the service goes through one Database, with its own vault."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from db.migrate import migrate, needs_migration, require_migrated
from db.store import service_facts
from db.store.errors import DatabaseClosed, VaultOfAnother
from db.store.files import failpoint
from db.store.postgres import postgres_engine, snapshot_reader
from db.store.sqlite import READERS, empty_log, sqlite_readers, sqlite_writer
from db.store.url import is_sqlite, opening, sqlite_path, writing
from db.store.vault import Vault
from db.tx import Tx

VAULT_FACT = "vault"


async def check_vault(tx: Tx) -> bool:
    """Is it known which vault this database belongs to? Raises VaultOfAnother where it is not this one."""
    found = await service_facts.get(tx, VAULT_FACT)
    if found is not None and found != tx.vault.mark():
        raise VaultOfAnother(path=tx.vault.path)
    return found is not None


async def remember_vault(tx: Tx) -> None:
    """Writes down, at the first start, that the database belongs to this vault. Raises VaultOfAnother."""
    if not await check_vault(tx):
        await service_facts.put(tx, VAULT_FACT, tx.vault.mark())


T = TypeVar("T")
Work = Callable[[Tx], Awaitable[T]]


class Database:
    """Transactions over the embedded file or PostgreSQL. Made by `open_database`."""

    def __init__(
        self, url: str, vault: Vault, writer: AsyncEngine, reader: AsyncEngine, *, direct_url: str | None = None
    ) -> None:
        self.url = url
        self.direct_url = direct_url or url  # past any pooler
        self._vault = vault
        self._writer = writer
        self._reader = reader
        # A queue of our own in front of the pool: its own loses wake-ups when a waiter is cancelled (RELIABILITY 3.3).
        self._turn_to_write: AbstractAsyncContextManager[Any] = asyncio.Lock() if is_sqlite(url) else nullcontext()
        self._turn_to_read = asyncio.Semaphore(READERS) if is_sqlite(url) else nullcontext()
        self._running: set[asyncio.Task[Any]] = set()
        self._closing = False

    @property
    def dialect(self) -> str:
        """Which database it is: sqlite or postgresql."""
        return self._writer.dialect.name

    @property
    def vault(self) -> Vault:
        """The vault that this database belongs to."""
        return self._vault

    async def write(self, work: Work[T]) -> T:
        """Runs `work` in one transaction and commits it; an exception in it rolls everything back and comes out here.

        A caller who is cancelled leaves, and the transaction still ends whole. `work` awaits nothing but the database.
        """
        return await self._protected(self._write(work))

    async def read(self, work: Work[T]) -> T:
        """Runs `work` in a transaction that sees one moment and cannot write. No writer holds it up."""
        return await self._protected(self._read(work))

    async def drop_deleted(self) -> bool:
        """What was deleted leaves the log beside an SQLite file too; in the file it was overwritten when it went.

        False where somebody who reads was in the way: to be done at another time. A PostgreSQL server does the like by
        itself, in its own time (vacuum, recycling of its log).
        """
        if not is_sqlite(self.url):
            return True
        return await self._protected(self._empty_log())

    async def _empty_log(self) -> bool:
        async with self._turn_to_write:
            return await empty_log(self._writer)

    async def close(self, grace: float = 20) -> None:
        """Takes no more work, waits up to `grace` seconds for what runs, rolls the rest back and lets go."""
        self._closing = True
        if self._running:
            await asyncio.wait(self._running, timeout=grace)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._reader.dispose()
        await self._writer.dispose()

    async def _protected(self, work: Coroutine[Any, Any, T]) -> T:
        if self._closing:
            work.close()
            raise DatabaseClosed
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # asked for here, because the caller may have left

    async def _write(self, work: Work[T]) -> T:
        async with self._turn_to_write:
            with writing(self.url, self._vault.path):
                async with self._writer.begin() as connection:
                    result = await work(Tx(connection, self._vault))
                    failpoint("before_commit")
            failpoint("after_commit")
            return result

    async def _read(self, work: Work[T]) -> T:
        async with self._turn_to_read, self._reader.begin() as connection:
            return await work(Tx(connection, self._vault))


async def open_database(
    url: str, *, vault: Vault, migrate_file: bool = True, direct_url: str | None = None
) -> Database:
    """The database at `url` (sqlite:///path or postgresql://...), ready for use.

    An SQLite file is made where there is none (0600, its folder 0700) and migrated, unless `migrate_file` is False; a
    PostgreSQL database that is behind raises DatabaseNotMigrated. Raises the errors of db.store.errors, each with what
    to do.

    `direct_url`: the same PostgreSQL without the pooler that `url` leads to.
    """
    if migrate_file and is_sqlite(url):
        if await needs_migration(url, vault=vault):
            await migrate(url, vault=vault)
    else:
        await require_migrated(direct_url or url, vault=vault)
    through = direct_url is not None and direct_url != url
    writer, reader = _file_engines(url, vault) if is_sqlite(url) else _server_engines(url, pooler=through)
    database = Database(url, vault, writer, reader, direct_url=direct_url)
    try:
        with opening(url, vault.path):
            if not await database.read(check_vault):
                await database.write(remember_vault)
    except BaseException:
        await database.close()
        raise
    return database


@asynccontextmanager
async def opened(url: str, *, vault: Vault, direct_url: str | None = None) -> AsyncIterator[Database]:
    """The same, for as long as the block lasts."""
    database = await open_database(url, vault=vault, direct_url=direct_url)
    try:
        yield database
    finally:
        await database.close()


def _file_engines(url: str, vault: Vault) -> tuple[AsyncEngine, AsyncEngine]:
    path, key = sqlite_path(url), vault.database_key()
    return sqlite_writer(path, key), sqlite_readers(path, key)


def _server_engines(url: str, *, pooler: bool) -> tuple[AsyncEngine, AsyncEngine]:
    engine = postgres_engine(url, pooler=pooler)
    return engine, snapshot_reader(engine)
