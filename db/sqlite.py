"""The embedded database: one encrypted file, one writer, a few readers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.cipher import async_creator, cipher_connector, cipher_driver
from db.cipher_cursor import CipherConnection

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
    """A connection that changes nothing, not even what lies beside the file. `how`: see db.look."""
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
