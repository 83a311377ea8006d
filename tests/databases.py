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

from db.tx import Tx

NUMBERS = count(1)
T = TypeVar("T")


@contextmanager
def fresh(server: str, *, template: str = "template1") -> Iterator[str]:
    """The address of a new database on `server`, a copy of `template`; dropped afterwards, whoever is still in it."""
    name = f"alongside_test_{getpid()}_{next(NUMBERS)}"
    asyncio.run(_order(server, f'create database "{name}" template "{template}" strategy file_copy'))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_order(server, f'drop database "{name}" with (force)'))


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
