"""PostgreSQL over asyncpg."""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.store.url import parse_url, tls_of

POOL = 10
CONNECT_SECONDS = 10
STATEMENT_SECONDS = 60
# So that what a network that was cut leaves behind at the server, locks and all, is gone before another takes over.
ENDS_BY_ITSELF = {
    "idle_in_transaction_session_timeout": "10s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10s",
}


def process_name() -> str:
    """This process, among all that ever have sessions at the server: its number, and what makes it the only one."""
    return f"{os.getpid()}-{_mark(os.getpid())}"


@cache
def _mark(_process: int) -> str:
    return secrets.token_hex(8)


def postgres_engine(
    url: str, *, size: int = POOL, pooler: bool = False, patience: float | None = STATEMENT_SECONDS
) -> AsyncEngine:
    """A pool over the server at `url`; connections that died are noticed before use.

    Behind a `pooler` two statements outside a transaction may reach two sessions of the server, so nothing is prepared
    ahead, and no session is told anything: what ENDS_BY_ITSELF says is to be said to the server for the user there.
    `patience`: seconds that one statement may take; None: as long as it takes, in between too, for a migration.
    """
    unprepared = {
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "prepared_statement_name_func": str,  # "": the nameless one, of which nothing stays
    }
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
            "server_settings": {
                "application_name": f"alongside {process_name()}",
                **({} if pooler or patience is None else ENDS_BY_ITSELF),
            },
            **(unprepared if pooler else {}),
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
