"""The direct line: locks that fall with it, and a migration that waits for those who run."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

import db.migrate
import db.store.leases
from db.migrate import SERVING, SPACE, bring_file_up, current_revision, downgrade, migrate, newest_revision
from db.store.engine import Database, open_database
from db.store.errors import DatabaseBeingChanged, DatabaseInUse, DatabaseServed
from db.store.files import in_use
from db.store.leases import DirectLine
from db.store.vault import Vault
from db.tx import Tx
from trials.postgres import plain

OLDER = "0021"
on_a_server = pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
in_a_file = pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
of_a_server = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
async def line(empty_database_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DirectLine]:
    """A line to a migrated PostgreSQL, as each process that runs has one; its heart beats fast."""
    monkeypatch.setattr(db.store.leases, "BEAT", 0.05)
    await migrate(empty_database_url, vault=vault)
    one = DirectLine(empty_database_url)
    await one.open()
    yield one
    await one.close()


@on_a_server
async def test_a_migration_waits_until_those_who_run_have_left(
    line: DirectLine, empty_database_url: str, vault: Vault
) -> None:
    """Each sees it coming, and the version changes once the last has let go; then none of that program comes back."""
    changing = asyncio.create_task(downgrade(empty_database_url, vault=vault, to=OLDER))
    await asyncio.wait_for(line.leave.wait(), 10)
    assert not changing.done()
    await line.close()
    assert (await changing).after == OLDER
    late = DirectLine(empty_database_url)
    await late.open()
    assert late.leave.is_set()
    await late.close()


@on_a_server
async def test_a_migration_changes_nothing_under_one_that_does_not_leave(
    line: DirectLine, empty_database_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gives up after a while and says what to stop."""
    monkeypatch.setattr(db.migrate, "UNTIL_THEY_STOPPED", "200ms")
    with pytest.raises(DatabaseServed, match="Stop every `alongside run`, then type: alongside migrate"):
        await downgrade(empty_database_url, vault=vault, to=OLDER)
    assert await current_revision(empty_database_url, vault=vault) == newest_revision()
    assert line.stands


@of_a_server
async def test_nobody_starts_while_the_database_is_being_changed(database: Database) -> None:
    """Whoever comes then is told to wait."""
    other = DirectLine(database.url)

    async def change(tx: Tx) -> None:
        await tx.run(text(f"select pg_advisory_xact_lock({SPACE}, {SERVING})"))
        with pytest.raises(DatabaseBeingChanged, match="Wait for `alongside migrate`"):
            await other.open()

    await database.write(change)
    await other.open()
    assert other.stands
    await other.close()


@in_a_file
async def test_a_file_is_not_migrated_under_those_who_run(empty_database_url: str, vault: Vault) -> None:
    """Another version's command is refused while a service has the file, and changes nothing."""
    await migrate(empty_database_url, vault=vault)
    await downgrade(empty_database_url, vault=vault, to=OLDER)
    with in_use(empty_database_url), pytest.raises(DatabaseInUse):
        await bring_file_up(empty_database_url, vault=vault)
    assert await current_revision(empty_database_url, vault=vault) == OLDER
    await bring_file_up(empty_database_url, vault=vault)
    assert await current_revision(empty_database_url, vault=vault) == newest_revision()


@of_a_server
async def test_behind_a_pooler_nothing_stays_prepared_and_nothing_is_set(database: Database) -> None:
    """What one session of the server is told would reach whoever gets it next."""
    prepared = text("select count(*) from pg_prepared_statements")
    timeout = text("show idle_in_transaction_session_timeout")

    async def found(one: Database) -> tuple[bool, str]:
        await one.read(lambda tx: tx.run(prepared))
        rows = await one.read(lambda tx: tx.run(prepared))
        return rows.scalar_one() > 0, (await one.read(lambda tx: tx.run(timeout))).scalar_one()

    behind = await open_database(plain(database.url), vault=database.vault, direct_url=database.url)
    assert await found(behind) == (False, "0")
    assert await found(database) == (True, "10s")
    await behind.close()
