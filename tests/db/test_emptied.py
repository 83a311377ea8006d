"""The PostgreSQL database that one test after another has: nothing of the test before is left in it."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from db.people import accounts
from db.store.engine import Database, open_database
from db.store.vault import Vault
from db.tables import people as people_table
from db.tx import Tx
from tests.databases import emptied
from tests.db.test_migrations import counts, fill


async def numbered(tx: Tx) -> int:
    """Somebody new; their number comes from the database."""
    return (await accounts.ensure(tx.at(datetime(2026, 11, 2, tzinfo=UTC)), 5, "en")).id


async def full(tx: Tx) -> None:
    """A number that was given, and a row in every table."""
    await numbered(tx)
    await tx.run(delete(people_table))
    await fill(tx)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_it_is_as_a_new_one(database: Database, database_url: str, vault: Vault) -> None:
    """No row in any table, and numbers from one on, though somebody did not hang up."""
    await database.write(full)
    await asyncio.to_thread(emptied, database_url)
    anew = await open_database(database_url, vault=vault)
    assert await anew.read(lambda tx: counts(tx, but=("service_facts",))) == {0}
    assert await anew.write(numbered) == 1
    await anew.close()
