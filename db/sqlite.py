"""The embedded database: one encrypted file (SQLCipher), one writer, a few readers."""

import logging
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite
import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, event
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.errors import SqliteTooOld

SQLITE_WITH_WAL_FIX = (3, 51, 3)  # sqlite.org/wal.html#walresetbug
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=30000",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "journal_size_limit=16777216",
)

# At DEBUG aiosqlite writes whole statements with their values into the log.
logging.getLogger("aiosqlite").setLevel(logging.WARNING)


def check_version(found: tuple[int, ...] = sqlcipher3.dbapi2.sqlite_version_info) -> None:
    """Raises SqliteTooOld for an SQLite in which two connections can damage a WAL file."""
    if found < SQLITE_WITH_WAL_FIX:
        words = (".".join(map(str, version)) for version in (SQLITE_WITH_WAL_FIX, found))
        raise SqliteTooOld(needed=next(words), found=next(words))


def sqlite_engine(path: Path, key: str, *, begin: str, size: int, pragmas: tuple[str, ...]) -> AsyncEngine:
    """An engine over the file at `path`, which is there already (empty at first).

    `key` is 64 hex digits; `begin` is the statement every transaction starts with; `pragmas` come after PRAGMAS.
    """

    def connector() -> Any:
        uri = path.absolute().as_uri() + "?mode=rw"  # a file that went away is an error, not an empty database
        raw = sqlcipher3.dbapi2.connect(uri, uri=True, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            for pragma in (f"key=\"x'{key}'\"", *PRAGMAS, *pragmas):
                raw.execute(f"PRAGMA {pragma}").fetchall()
            if raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                raise sqlcipher3.dbapi2.OperationalError("this file system has no write-ahead log")
        except BaseException:
            raw.close()
            raise
        return raw

    url = URL.create("sqlite+aiosqlite", database=str(path))
    engine = create_async_engine(
        url, module=_driver(connector), pool_size=size, max_overflow=0, pool_timeout=60, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _driver(connector: Callable[[], Any]) -> AsyncAdapt_aiosqlite_dbapi:
    """aiosqlite with SQLCipher's connection and errors instead of Python's own sqlite3 (docs/decisions)."""

    def connect(*_: object, **__: object) -> aiosqlite.Connection:
        return aiosqlite.Connection(connector, iter_chunk_size=64)

    names = ("sqlite_version", "sqlite_version_info", *_errors())
    driver = types.ModuleType("db.sqlite.driver")
    vars(driver).update({name: getattr(sqlcipher3.dbapi2, name) for name in names})
    vars(driver).update(connect=connect, Connection=aiosqlite.Connection, __version__=aiosqlite.__version__)
    return AsyncAdapt_aiosqlite_dbapi(driver, sqlcipher3.dbapi2)


def _errors() -> list[str]:
    return [name for name in vars(sqlcipher3.dbapi2) if name.endswith("Error")]
