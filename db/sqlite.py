"""The embedded database: one encrypted file, one writer, a few readers."""

from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.cipher import async_creator, cipher_connector, cipher_driver

READERS = 4
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=30000",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "journal_size_limit=16777216",
)


def sqlite_writer(path: Path, key: str, *, foreign_keys: bool = True) -> AsyncEngine:
    """The one connection that writes: it takes the write lock when a transaction begins, so that none is lost."""
    keys = "foreign_keys=ON" if foreign_keys else "foreign_keys=OFF"
    return _engine(path, key, "BEGIN IMMEDIATE", 1, keys)


def sqlite_readers(path: Path, key: str) -> AsyncEngine:
    """Connections that cannot write and wait for no writer."""
    return _engine(path, key, "BEGIN DEFERRED", READERS, "query_only=ON")


def _engine(path: Path, key: str, begin: str, size: int, pragma: str) -> AsyncEngine:
    engine = create_async_engine(
        "sqlite+aiosqlite:///file",  # the connector knows which
        module=cipher_driver(),
        async_creator=async_creator(cipher_connector(path, key, (*PRAGMAS, pragma))),
        pool_size=size,
        max_overflow=0,
        pool_timeout=60,
        hide_parameters=True,
    )

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
