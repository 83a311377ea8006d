"""The embedded database: SQLCipher under aiosqlite and SQLAlchemy, one encrypted file, one writer, a few readers."""

import logging
import types
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import aiosqlite
import sqlcipher3.dbapi2
from sqlalchemy import Connection, event
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.store.errors import SqliteTooOld


class OneTripCursor:
    """Runs a statement and brings all its rows back at once; what SQLAlchemy asks for afterwards is here already."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Sequence[Any] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        """One statement, once."""
        await self._connection._execute(self._run, "execute", statement, parameters)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return self

    async def executemany(self, statement: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """One statement for each of the parameters."""
        await self._connection._execute(self._run, "executemany", statement, parameters)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return self

    def _run(self, how: str, statement: str, parameters: Any) -> None:
        cursor = self._connection._conn.cursor()  # noqa: SLF001
        try:
            getattr(cursor, how)(statement, parameters)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()

    async def fetchall(self) -> list[Any]:
        """The rows, once."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is open."""


class CipherConnection(aiosqlite.Connection):
    """aiosqlite's connection with cursors of one trip. It does not stream: every result is fetched whole."""

    def cursor(self) -> OneTripCursor:  # type: ignore[override]
        """A cursor for one statement."""
        return OneTripCursor(self)


WITH_WAL_FIX = (3, 51, 3)  # before it two connections can damage a file: sqlite.org/wal.html#walresetbug
END_OF_THREAD = 5  # seconds; it takes microseconds
# At DEBUG aiosqlite writes whole statements with their values into the log.
logging.getLogger("aiosqlite").setLevel(logging.WARNING)


def check_version(found: tuple[int, ...] = sqlcipher3.dbapi2.sqlite_version_info) -> None:
    """Raises SqliteTooOld for an SQLite in which two connections can damage a WAL file."""
    if found < WITH_WAL_FIX:
        needed, there = (".".join(map(str, version)) for version in (WITH_WAL_FIX, found))
        raise SqliteTooOld(needed=needed, found=there)


READ_AND_WRITE = "mode=rw"  # a file that went away is an error, not an empty database


def cipher_connector(path: Path, key: str, pragmas: tuple[str, ...], how: str = READ_AND_WRITE) -> Callable[[], Any]:
    """What opens the file at `path`, which is there already, with `key` (64 hex digits) and then `pragmas`.

    `how` are the parameters of an SQLite URI.
    """
    uri = f"{path.absolute().as_uri()}?{how}"

    def connect() -> Any:
        raw = sqlcipher3.dbapi2.connect(uri, uri=True, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            # Its own log goes to stderr in words for nobody; what is wrong is said by db.store.errors.
            for pragma in ("cipher_log_level=NONE", f"key=\"x'{key}'\"", *pragmas):
                raw.execute(f"PRAGMA {pragma}").fetchall()
            if how == READ_AND_WRITE and raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                raise sqlcipher3.dbapi2.OperationalError("this file system has no write-ahead log")
        except BaseException:
            raw.close()
            raise
        return raw

    return connect


def async_creator(connector: Callable[[], Any]) -> Callable[[], Awaitable[aiosqlite.Connection]]:
    """The same for SQLAlchemy's async engine: each connection lives in a thread of its own."""

    async def create() -> aiosqlite.Connection:
        connection = CipherConnection(connector, iter_chunk_size=64)
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for the connections it makes
        try:
            return await connection
        except BaseException:
            # The thread of a connection that was refused is ending. It still speaks to the loop, so wait for it.
            connection._thread.join(END_OF_THREAD)  # noqa: SLF001
            raise

    return create


def cipher_driver() -> AsyncAdapt_aiosqlite_dbapi:
    """What SQLAlchemy takes for the aiosqlite module, with SQLCipher's errors and version, so that it wraps them."""
    driver = types.ModuleType("db.store.sqlite.driver")
    names = [name for name in vars(sqlcipher3.dbapi2) if name.endswith("Error")]
    for name in ("sqlite_version", "sqlite_version_info", *names):
        setattr(driver, name, getattr(sqlcipher3.dbapi2, name))
    driver.__dict__.update(Connection=aiosqlite.Connection, __version__=aiosqlite.__version__)
    return AsyncAdapt_aiosqlite_dbapi(driver, sqlcipher3.dbapi2)


READERS = 4
BUSY_TIMEOUT = 30_000  # milliseconds that one process waits for another
LOG_PATIENCE = 1_000  # milliseconds; writers wait as long
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # a commit that came back is on the disk, before the vault confirms it
    "fullfsync=ON",  # macOS: a plain fsync leaves the bytes in the drive's cache
    f"busy_timeout={BUSY_TIMEOUT}",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "journal_size_limit=16777216",
)
LOOKING = ("query_only=ON", f"busy_timeout={LOG_PATIENCE}", "trusted_schema=OFF", "temp_store=MEMORY")


def sqlite_writer(path: Path, key: str, *, foreign_keys: bool = True) -> AsyncEngine:
    """The one connection that writes: it takes the write lock when a transaction begins, so that none is lost."""
    keys = "foreign_keys=ON" if foreign_keys else "foreign_keys=OFF"
    return _engine(path, key, "BEGIN IMMEDIATE", 1, keys)


def sqlite_readers(path: Path, key: str) -> AsyncEngine:
    """Connections that cannot write and wait for no writer."""
    return _engine(path, key, "BEGIN DEFERRED", READERS, "query_only=ON")


async def empty_log(writer: AsyncEngine) -> bool:
    """Writes the log into the file and cuts it to nothing; False where a reader was in the way for LOG_PATIENCE.

    Nobody else may hold the writer meanwhile.
    """
    async with writer.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert isinstance(driver, CipherConnection), "SQLAlchemy would begin a transaction, in which no log is emptied"
        await driver.execute_fetchall(f"PRAGMA busy_timeout={LOG_PATIENCE}")
        try:
            [(busy, _, _)] = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            await driver.execute_fetchall(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")
    return not busy


def sqlite_look(path: Path, key: str, how: str) -> AsyncEngine:
    """A connection that changes nothing, not even what lies beside the file. `how`: see db.store.opening."""
    return _made(cipher_connector(path, key, LOOKING, how), "BEGIN DEFERRED", 1)


def _engine(path: Path, key: str, begin: str, size: int, pragma: str) -> AsyncEngine:
    return _made(cipher_connector(path, key, (*PRAGMAS, pragma)), begin, size)


def _made(connector: Callable[[], Any], begin: str, size: int) -> AsyncEngine:
    engine = create_async_engine(
        "sqlite+aiosqlite:///file",  # the connector knows which
        module=cipher_driver(),
        async_creator=async_creator(connector),
        pool_size=size,
        max_overflow=0,
        pool_timeout=60,
        hide_parameters=True,
    )

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
