"""PostgreSQL over asyncpg."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.tls import tls_of
from db.url import parse_url

POOL = 10
CONNECT_SECONDS = 10
STATEMENT_SECONDS = 60


def postgres_engine(url: str, *, size: int = POOL, patience: float | None = STATEMENT_SECONDS) -> AsyncEngine:
    """A pool over the server at `url`; connections that died are noticed before use. `patience`: seconds that a
    statement may take."""
    return create_async_engine(
        parse_url(url),
        pool_size=size,
        max_overflow=0,
        pool_timeout=60,
        pool_pre_ping=True,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": patience,
            "server_settings": {"application_name": "alongside"},
            **tls_of(url),
        },
    )


def snapshot_reader(engine: AsyncEngine) -> AsyncEngine:
    """The same pool for reads: every query of one read sees the same moment, as on SQLite, and none can write."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@asynccontextmanager
async def driver_of(url: str) -> AsyncIterator[Any]:
    """asyncpg's own connection, which speaks COPY; no statement on it has a limit of time."""
    engine = postgres_engine(url, size=1, patience=None)
    try:
        async with engine.connect() as connection:
            yield (await connection.get_raw_connection()).driver_connection
    finally:
        await engine.dispose()
