"""Backing up and restoring a PostgreSQL database, and the drill over both kinds."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from alongside.operate import memory
from alongside.operating.copies import backup, release, restore
from alongside.operating.drill import drill
from alongside.settings import read_settings
from care.people.leaving import Erased, erase, leave, settle
from care.schedule.due import open_due
from db.delivery import inbox
from db.delivery.inbox import NewUpdate
from db.migrate import current_revision, downgrade, migrate
from db.people import accounts
from db.store import service_facts
from db.store.engine import Database, opened
from db.store.errors import CopyByPgDump, CopyCannotBeMade, CopyCannotBeRead, CopyOfAnotherKind, DatabaseNotEmpty
from db.store.files import make_folder
from db.store.postgres import driver_of
from db.store.server_copies import make_server_copy, put_server_copy, scratch
from db.store.vault import Vault
from db.tables import inbox as inbox_table
from db.tables import metadata, prompts
from programme.people.person import Person
from tests.acts.joined import lee, sam
from tests.acts.people.test_leaving import EVENING, NIGHT, everything, lived
from tests.conftest import KEY
from tests.databases import KINDS, emptied, fresh
from tests.roof.test_copies import content, names
from tests.roof.test_doctor import finds
from trials.postgres import plain

COPY = Path("copies/monday.copy")
ODD = "one\nline\r\n\tand\\N another\\. 'and' \"so\" \x07 ü 🚭"


@pytest.fixture
def kept(folder: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a vault in it, whose key is set."""
    make_folder(folder / "secrets")
    shutil.copy(migrated_file / "vault", folder / "secrets")
    monkeypatch.setenv("ALONGSIDE_SECRET_KEYS", KEY)
    return folder


@pytest.fixture
def server(kept: Path, server_database: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That folder, with an empty migrated PostgreSQL database set."""
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", emptied(server_database))
    return kept


@pytest.fixture
def empty(postgres_server: str) -> Iterator[str]:
    """The address of a PostgreSQL database with nothing in it."""
    with fresh(postgres_server) as url:
        yield url


async def _cells(database: Database) -> list[str]:
    """Every cell of every table, but those of updates, which a copy handles none of."""
    return sorted(cell for cell in (await everything(database)).splitlines() if not cell.startswith("inbox"))


async def _accounts() -> set[int]:
    async with memory(read_settings()) as database:
        found = [await database.read(lambda tx, one=one: accounts.find(tx, one)) for one in (200, 201, 202)]  # type: ignore[misc]
        return {one.telegram_id for one in found if one is not None and one.is_client}


async def _drilled(path: Path | None, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], int]:
    """The exit code, which steps were not so, and how many there were."""
    capsys.readouterr()
    code = await drill(path, database_url=None, as_json=True)
    steps = json.loads(capsys.readouterr().out)["steps"]
    return code, [step["what"] for step in steps if not step["so"]], len(steps)


async def _goes_on_without(database: Database, erased: Person, left: Person) -> None:
    done = await database.write(lambda tx: erase(tx.at(NIGHT), erased))
    assert isinstance(done, Erased)
    settle(database.vault, done)
    await database.write(lambda tx: leave(tx.at(NIGHT), left))


async def test_every_cell_comes_back(server: Path, empty: str) -> None:
    """All that stood in the database stands in the one it is put back into, and numbers go on from where they were."""
    async with memory(read_settings()) as database:
        await lived(database, await lee(database))
        await database.write(lambda tx: service_facts.put(tx, "odd", ODD))
        before = await _cells(database)
        copy = await make_server_copy(database.url, COPY, database.vault)
        assert copy.rows.keys() == metadata.tables.keys()
        assert (copy.rows["people"], copy.people) == (2, 2)
        assert rights(COPY) == 0o600
        await put_server_copy(empty, COPY, database.vault, copy.version)
        async with opened(empty, vault=database.vault) as other:
            assert await _cells(other) == before
            ids = [(await lee(one, 900)).id for one in (database, other)]
            assert ids[0] == ids[1]


async def test_back_by_command(
    server: Path, empty: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy made while it is open goes into an empty database: nobody who was erased or left since is in it, it is
    held, and no words of updates are in it. What is not empty is refused."""
    async with memory(read_settings()) as database:
        by = await lee(database)
        gone, left, _ = [await sam(database, by, account) for account in (200, 201, 202)]
        await database.write(lambda tx: inbox.add(tx.at(NIGHT), [NewUpdate(7, 200, "my words", wordy=True)]))
        await backup(COPY)
        with pytest.raises(CopyCannotBeMade, match="something is there already"):
            await backup(COPY)
        assert "0 hours ago" in (await finds("backup")).words
        await _goes_on_without(database, gone, left)
    before = content(COPY)
    assert ": 4. It was opened" in capsys.readouterr().out
    with pytest.raises(DatabaseNotEmpty, match="make a new database"):
        await restore(COPY)
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", empty)
    await restore(COPY)
    assert "erased here too: 1." in capsys.readouterr().out
    assert content(COPY) == before
    assert await _accounts() == {202}
    found = await finds("held")
    assert (found.state, "restore` put it back" in found.words) == ("bad", True)
    async with memory(read_settings()) as database:
        rows = (await database.read(lambda tx: tx.run(select(inbox_table.c.state, inbox_table.c.payload)))).all()
        assert [tuple(row) for row in rows] == [("done", None)]
    await release(as_json=True)
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["held"] is True
    assert (await finds("held")).state == "ok"


async def test_a_copy_of_an_older_version(server: Path, empty: str, vault: Vault) -> None:
    """It is copied as it is; put back, it is of that version first, and then of this one."""
    async with memory(read_settings()) as database:
        url, own = database.url, database.vault
        await lee(database)
        await downgrade(url, vault=own, to="0023")
        try:
            await backup(COPY)
        finally:
            await migrate(url, vault=own)
        await put_server_copy(empty, COPY, own, "0023")
        async with opened(empty, vault=own) as other:
            assert await other.read(lambda tx: accounts.find(tx, 100)) is not None
        newest = await current_revision(url, vault=own)
        assert await current_revision(empty, vault=own) == newest != "0023"


async def test_what_cannot_be_put_back(server: Path, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A torn copy, one by pg_dump, none, and one of the other kind are refused with what to do; nothing is changed."""
    async with memory(read_settings()) as database:
        await lee(database)
    await backup(COPY)
    _tear(COPY, COPY.parent / "torn")
    (COPY.parent / "dump").write_bytes(b"PGDMP and so on")
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", "sqlite:///data/alongside.db")
    with pytest.raises(CopyOfAnotherKind, match="to an empty PostgreSQL database"):
        await restore(COPY)
    assert not names(Path(), "data")
    shutil.move("secrets/vault", "secrets/theirs")
    async with memory(read_settings()) as database:
        await lee(database)
    await backup(COPY.parent / "file")
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", empty)
    with pytest.raises(CopyOfAnotherKind, match="such as sqlite:///data"):
        await restore(COPY.parent / "file")
    shutil.move("secrets/theirs", "secrets/vault")
    for name, trouble, words in (
        ("torn", CopyCannotBeRead, "damaged, or was cut off"),
        ("dump", CopyByPgDump, "pg_restore"),
        ("none", CopyCannotBeRead, "no such file"),
        ("file", CopyCannotBeRead, "no copy of ours"),
    ):
        with pytest.raises(trouble, match=words):
            await restore(COPY.parent / name)
    async with driver_of(empty) as connection:
        assert await connection.fetch("select tablename from pg_tables where schemaname = 'public'") == []


@pytest.fixture(params=KINDS)
def either(kept: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That folder, with an empty database of either kind set."""
    if request.param == "postgresql":
        monkeypatch.setenv("ALONGSIDE_DATABASE_URL", emptied(request.getfixturevalue("server_database")))
    return kept


async def test_a_drill(either: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each step is so, and what runs is as it was; a copy in which a slot has no record, or a torn one, is found."""
    async with memory(read_settings()) as database:
        person = await sam(database, await lee(database))
        await database.write(lambda tx: open_due(tx.at(EVENING)))
        before = await _cells(database)
        assert await _drilled(None, capsys) == (0, [], 11)
        assert await _cells(database) == before
        earlier = update(prompts).where(prompts.c.person_id == person.id).values(local_date=date(2026, 11, 20))
        await database.write(lambda tx: tx.run(earlier))
        await backup(COPY)
    code, wrong, _ = await _drilled(COPY, capsys)
    assert (code, wrong) == (1, ["Every due slot has its one record (alongside check)"])
    _tear(COPY, COPY)
    assert (await _drilled(COPY, capsys))[:2] == (1, ["The next step"])


def rights(path: Path) -> int:
    """Who may do what with the file."""
    return path.stat().st_mode & 0o777


def _tear(copy: Path, to: Path) -> None:
    to.write_bytes(copy.read_bytes()[:-40])


async def test_a_copy_is_made_past_a_pooler(server: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the address past it is set, that is the one: whatever is behind the other, it is not asked."""
    monkeypatch.setenv("ALONGSIDE_DATABASE_DIRECT_URL", plain(read_settings().database_url))
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", "postgresql://127.0.0.1:9/pooled")
    await backup(COPY)
    assert names(COPY.parent) == {COPY.name}
    with pytest.raises(CopyCannotBeRead):
        await restore(Path("none"))


async def test_a_database_that_is_named_for_a_drill_needs_no_password(server: Path, empty: str) -> None:
    """What is typed can be read in the list of processes: without a user, it is the one of the settings."""
    nobody = plain(empty).replace("postgres@", "")
    assert "postgres@" not in nobody
    async with memory(read_settings()) as database, scratch(database.url, database.vault, nobody) as there:
        assert await current_revision(there, vault=database.vault) is None
