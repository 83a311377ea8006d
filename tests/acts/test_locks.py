"""Two processes over one PostgreSQL: whoever writes about several people holds them all from the beginning."""

import asyncio

import pytest
from sqlalchemy import text

from care import supporters
from db import people
from db.engine import Database
from db.tx import Tx
from tests.acts.joined import NOW, lee, sam, stranger
from tests.acts.supported import supported

WAITED_FOR = text("select count(*) from pg_locks where not granted")


@pytest.fixture
def two_processes(database: Database) -> Database:
    """SQLite has one writer at a time, and nothing to wait for."""
    if database.dialect == "sqlite":
        pytest.skip("one writer at a time")
    return database


async def test_ending_it_with_somebody_who_was_here_first(two_processes: Database) -> None:
    """Jo was here before Sam. While Sam's tap ends it, another process takes both in the order of their ids: one waits
    for the other, and neither is thrown back."""
    database = two_processes
    jo = await stranger(database, 50)
    client = await sam(database, await lee(database))
    support = await database.write(lambda tx: supported(tx, NOW, client.id, jo.id))
    assert jo.id < client.id
    holds = asyncio.Event()

    async def tap(tx: Tx) -> bool:
        await people.lock_accounts(tx, {client.telegram_id})
        holds.set()
        while not (await tx.run(WAITED_FOR)).scalar_one():
            await tx.run(text("select pg_sleep(0.01)"))
        return await supporters.remove(tx, NOW, client, support.id)

    async def sweep() -> None:
        await holds.wait()
        await database.write(lambda tx: people.lock(tx, {jo.id, client.id}))

    ended, _ = await asyncio.gather(database.write(tap), sweep())
    assert ended
