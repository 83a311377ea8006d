"""The log beside an SQLite file: emptied when asked to, and given up soon where somebody still reads from it."""

import asyncio

import pytest

from db.store import service_facts
from db.store.engine import Database
from db.store.url import sqlite_path
from db.tx import Tx


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_log_is_emptied_when_nobody_reads(database: Database) -> None:
    """With a reader in the way it stays, and that is said; afterwards it is cut to nothing, and writing goes on."""
    log = sqlite_path(database.url).with_name("alongside.db-wal")
    reading, enough = asyncio.Event(), asyncio.Event()

    async def reads(tx: Tx) -> None:
        await service_facts.get(tx, "a")
        reading.set()
        await enough.wait()

    reader = asyncio.create_task(database.read(reads))
    await reading.wait()
    await database.write(lambda tx: service_facts.put(tx, "a", "b"))
    assert not await database.drop_deleted()
    enough.set()
    await reader
    assert log.stat().st_size > 0
    assert await database.drop_deleted()
    assert log.stat().st_size == 0
    await database.write(lambda tx: service_facts.put(tx, "a", "c"))
    assert await database.read(lambda tx: service_facts.get(tx, "a")) == "c"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_server_looks_after_its_own_log(database: Database) -> None:
    """There is nothing for us to do."""
    assert await database.drop_deleted()
