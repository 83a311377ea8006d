"""PostgreSQL over asyncpg."""

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.tls import tls_of
from db.url import parse_url

POOL = 10
CONNECT_SECONDS = 10
STATEMENT_SECONDS = 60


def postgres_engine(url: str, *, size: int = POOL) -> AsyncEngine:
    """A pool over the server at `url`; connections that died are noticed before use."""
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
            "command_timeout": STATEMENT_SECONDS,
            "server_settings": {"application_name": "alongside"},
            **tls_of(url),
        },
    )


def snapshot_reader(engine: AsyncEngine) -> AsyncEngine:
    """The same pool for reads: every query of one read sees the same moment, as on SQLite, and none can write."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
