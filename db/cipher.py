"""SQLCipher under aiosqlite and SQLAlchemy: the connection that knows its key, and the module that names its errors.

Nothing is swapped in sys.modules: SQLAlchemy is given a driver module of our own (docs/decisions/0005-memory.md)."""

import logging
import types
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiosqlite
import sqlcipher3.dbapi2
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi

from db.cipher_cursor import CipherConnection
from db.errors import SqliteTooOld

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
            # Its own log goes to stderr in words for nobody; what is wrong is said by db.errors.
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
    driver = types.ModuleType("db.cipher.driver")
    names = [name for name in vars(sqlcipher3.dbapi2) if name.endswith("Error")]
    for name in ("sqlite_version", "sqlite_version_info", *names):
        setattr(driver, name, getattr(sqlcipher3.dbapi2, name))
    driver.__dict__.update(Connection=aiosqlite.Connection, __version__=aiosqlite.__version__)
    return AsyncAdapt_aiosqlite_dbapi(driver, sqlcipher3.dbapi2)
