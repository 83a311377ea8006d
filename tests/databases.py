"""Where the databases of the tests are: SQLite files, and databases made and dropped on a PostgreSQL."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from os import getpid
from pathlib import Path
from typing import TypeVar

import asyncpg
from sqlalchemy import URL, Connection, make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from db.tables import metadata
from db.tx import Tx

KINDS = ("sqlite", "postgresql")
NUMBERS = count(1)
T = TypeVar("T")
# What `emptied` does to a database, without asking for more rights than its owner has.
PUT_OUT = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> $1"
FULL = "select relname from pg_class where relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0"
FROM_ONE = (
    "select setval(format('%I.%I', schemaname, sequencename), start_value, false) "
    "from pg_sequences where last_value is not null"
)


@contextmanager
def fresh(server: str, *, template: str = "template1") -> Iterator[str]:
    """The address of a new database on `server`, a copy of `template`; dropped afterwards, whoever is still in it."""
    name = f"alongside_test_{getpid()}_{next(NUMBERS)}"
    asyncio.run(_order(server, f'create database "{name}" template "{template}" strategy file_copy'))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_order(server, f'drop database "{name}" with (force)'))


def emptied(url: str) -> str:
    """The address of a database on a server, now with no rows and nobody in it: as it was when it was migrated.

    That takes a fifth of what a new one takes. Whoever changes tables wants a database of their own, see `fresh`.
    """
    asyncio.run(_empty(url))
    return url


async def _empty(url: str) -> None:
    connection = await asyncpg.connect(dsn=_plain(make_url(url)))
    try:
        await connection.execute(PUT_OUT, connection.get_server_pid())
        full = {row["relname"] for row in await connection.fetch(FULL)}
        names = [f'"{table.name}"' for table in reversed(metadata.sorted_tables) if table.name in full]
        if names:
            await connection.execute("; ".join(f"delete from {name}" for name in names))
            # Gives the pages back too, so that rows come in the order in which they were written, as in a new one.
            await connection.execute(f"vacuum (index_cleanup on) {', '.join(names)}")
        await connection.execute(FROM_ONE)
    finally:
        await connection.close()


def file_in(folder: Path) -> str:
    """The address of the SQLite database in that folder."""
    return f"sqlite+aiosqlite:///{folder}/alongside.db"


def name_of(url: str) -> str:
    """The name of the database at `url`."""
    return make_url(url).database or ""


async def _order(server: str, statement: str) -> None:
    connection = await asyncpg.connect(dsn=_plain(make_url(server)))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


async def with_plain(tx: Tx, look: Callable[[Connection], T]) -> T:
    """What `look` finds with the plain connection that libraries want which know of no other."""
    assert isinstance(tx.connection, AsyncConnection)
    return await tx.connection.run_sync(look)
