"""Backing up, restoring and letting go, typed in a folder of its own."""

import json
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from alongside.clock import WallClock
from alongside.operate import memory
from alongside.operating.copies import backup, release, restore
from alongside.operating.host_checks import backup_state
from alongside.settings import read_settings
from care.operators import starting
from care.people.leaving import Erased, erase, settle
from db.delivery import inbox
from db.delivery.inbox import NewUpdate
from db.migrate import current_revision, downgrade
from db.people import accounts
from db.store.engine import open_database
from db.store.errors import CopyCannotBeMade, CopyCannotBeRead, DatabaseGone, DatabaseInUse
from db.store.files import in_use, make_folder
from db.store.keys import new_key
from db.store.opening import prepare_secrets
from db.store.vault import Vault, open_vault
from db.tables import inbox as inbox_table
from programme.people.person import Person
from tests.acts.joined import lee, sam, stranger
from tests.acts.people.test_leaving import NIGHT
from tests.conftest import KEY
from tests.roof.test_doctor import finds

COPY = Path("copies/monday.db")
payloads = inbox_table.c.payload.is_not(None)


@pytest.fixture
def home(folder: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with a database in which every migration was done, its vault and its key."""
    for name, place in (("alongside.db", "data"), ("vault", "secrets")):
        make_folder(folder / place)
        shutil.copy(migrated_file / name, folder / place)
    monkeypatch.setenv("ALONGSIDE_SECRET_KEYS", KEY)
    return folder


def content(path: Path) -> bytes:
    """What is in the file."""
    return path.read_bytes()


def names(folder: Path, pattern: str = "*") -> set[str]:
    """What is in the folder, by such a name."""
    return {path.name for path in folder.glob(pattern)}


async def _lived() -> Person:
    async with memory(read_settings()) as database:
        person = await sam(database, await lee(database))
        await sam(database, await lee(database, 101), 201)
        return person


async def _erased(person: Person) -> None:
    async with memory(read_settings()) as database:
        done = await database.write(lambda tx: erase(tx.at(NIGHT), person))
        assert isinstance(done, Erased)
        settle(database.vault, done)


async def _is_there(account: int) -> bool:
    async with memory(read_settings()) as database:
        found = await database.read(lambda tx: accounts.find(tx, account))
        return found is not None and found.is_client


async def _words_in(copy: Path) -> int:
    """How many updates a copy holds, which the service's own key would open whoever was erased."""
    vault = open_vault(read_settings().vault, (KEY,))
    database = await open_database(f"sqlite:///{copy}", vault=vault)
    try:
        return len((await database.read(lambda tx: tx.run(select(inbox_table.c.update_id).where(payloads)))).all())
    finally:
        await database.close()
        vault.close()


async def test_back_by_command(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy made while it is open goes back with nobody who was erased since, held; what was there stays beside it."""
    person = await _lived()
    async with memory(read_settings()) as database:
        said = NewUpdate(7, 200, "my words", wordy=True)
        await database.write(lambda tx: inbox.add(tx.at(NIGHT), [said]))
        await backup(COPY)
        assert await database.read(inbox.waiting_in_all) == 1
    assert names(COPY.parent) == {"monday.db"}
    assert ": 4. It was opened" in capsys.readouterr().out
    assert await _words_in(COPY) == 0
    await _erased(person)
    assert not await _is_there(200)
    before = content(COPY)
    await restore(COPY)
    assert "erased here too: 1." in capsys.readouterr().out
    assert content(COPY) == before
    assert not await _is_there(200)
    assert await _is_there(201)
    assert names(home / "data") > {"alongside.db", "alongside.db.lock"}
    assert len(names(home / "data", "*.before-*")) == 1
    assert not names(home / "data", "*.restoring*")
    found = await finds("held")
    assert (found.state, "restore` put it back" in found.words) == ("bad", True)
    capsys.readouterr()
    await release(as_json=True)
    assert json.loads(capsys.readouterr().out)["held"] is True
    assert (await finds("held")).state == "ok"
    await release(as_json=False)
    assert "Nothing is held." in capsys.readouterr().out


async def test_what_cannot_be_put_back(home: Path) -> None:
    """While a service runs, with another vault's copy, a torn one or none: refused, and nothing is changed."""
    await _lived()
    await backup(COPY)
    with pytest.raises(CopyCannotBeMade, match="something is there already"):
        await backup(COPY)
    before = content(home / "data" / "alongside.db")
    with (
        in_use(read_settings().database_url, "a test"),
        pytest.raises(DatabaseInUse, match="Stop every `alongside run`"),
    ):
        await restore(COPY)
    with closing(open_vault(home / "another" / "vault", (new_key(),))) as other:
        await (await open_database("sqlite:///copies/other.db", vault=other)).close()
    (COPY.parent / "torn.db").write_bytes(content(COPY)[: 4096 * 9])
    for name in ("other.db", "torn.db", "none.db"):
        with pytest.raises(CopyCannotBeRead, match=f"copies/{name} cannot be used"):
            await restore(COPY.parent / name)
    assert content(home / "data" / "alongside.db") == before
    assert names(home / "data") == {"alongside.db", "alongside.db.lock"}


async def test_what_is_not_migrated_is_copied_as_it_is(home: Path) -> None:
    """A copy from before an upgrade is of the version from before it, and so is the database still."""
    (home / "data/alongside.db").rename(home / "aside.db")
    with pytest.raises(CopyCannotBeMade, match="there is no database at"):
        await backup(COPY)
    (home / "aside.db").rename(home / "data/alongside.db")
    url = read_settings().database_url
    vault = open_vault(read_settings().vault, (KEY,))
    with closing(vault):
        await downgrade(url, vault=vault, to="0015")
        await backup(COPY)
        assert await current_revision(f"sqlite:///{COPY}", vault=vault) == "0015"
        assert await current_revision(url, vault=vault) == "0015"


async def test_a_lost_file_is_named_and_comes_back(home: Path) -> None:
    """The vault of people without its database is refused by every command, in words that help, and then it is back."""
    await _lived()
    await backup(COPY)
    (home / "data" / "alongside.db").unlink()
    found = await finds("database")
    assert found.state == "bad"
    assert f"{home}/data/alongside.db is missing or empty" in found.words
    assert f"vault at {home}/secrets/vault" in found.words
    with pytest.raises(DatabaseGone):
        await _is_there(200)
    await restore(COPY)
    assert await _is_there(200)
    (home / "secrets" / "vault").unlink()
    assert f"{home}/data/alongside.db, and its vault is not at {home}/secrets/vault" in (await finds("database")).words


async def test_a_vault_without_people_begins_anew(
    empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or a server without a row is fine beside a vault that never held anybody, and refused beside another."""
    key = new_key()

    async def prepared() -> Vault:
        return await prepare_secrets(
            database_url=empty_database_url, keys=key, keys_file=tmp_path / "keys", vault=tmp_path / "vault"
        )

    for _ in range(2):
        (await prepared()).close()
    with closing(open_vault(tmp_path / "vault", (key,))) as vault:
        vault.key_for_new(1)
        vault.erase(1)
    with pytest.raises(DatabaseGone, match="holds the keys of people"):
        await prepared()


async def test_an_older_vault_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """People who joined after the vault was copied have no key: the doctor says what to put where, the next start holds
    the database, and letting it go says how many have lost their words."""
    await _lived()
    old = content(home / "secrets" / "vault")
    async with memory(read_settings()) as database:
        await stranger(database, 300)
    assert (await finds("vault")).state == "ok"
    (home / "secrets" / "vault").write_bytes(old)
    found = await finds("vault")
    assert (found.state, "newest copy of the vault" in found.words) == ("bad", True)
    async with memory(read_settings()) as database:
        begun = await database.write(lambda tx: starting.begin_start(tx.at(NIGHT)))
        starting.finish_start(database.vault, begun)
    found = await finds("held")
    assert (found.state, "the vault is older than the database" in found.words) == ("bad", True)
    await release(as_json=False)
    assert "People without a key in the vault: 1." in capsys.readouterr().out
    assert [(await finds(what)).state for what in ("held", "vault")] == ["ok", "ok"]


async def test_the_vault_goes_to_its_second_place(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said that neither vault nor keys are in a copy; with a place, the newest vault lies there, and the doctor
    knows how old both are."""
    await _lived()
    assert "No backup was made yet" in (await finds("backup")).words
    await backup(COPY)
    said = capsys.readouterr().out
    assert (
        f"Neither the vault nor the keys are in it, and without both nobody can read it. The vault is at {home}" in said
    )
    assert "The vault has no copy that we know of" in (await finds("backup")).words
    for name in ("tuesday.db", "wednesday.db"):
        await backup(COPY.with_name(name), vault_to=Path("second/vault"))
    with (
        closing(open_vault(Path("second/vault"), (KEY,))) as there,
        closing(open_vault(read_settings().vault, (KEY,))) as here,
    ):
        assert there.highest_person == here.highest_person > 0
    found = await _backup_state(timedelta(hours=1))
    assert (found[0], "0 hours ago" in found[1] or "1 hours ago" in found[1]) == ("ok", True)
    assert (await _backup_state(timedelta(days=3)))[0] == "look"


async def _backup_state(later: timedelta) -> tuple[str, str]:
    async with memory(read_settings()) as database:
        return await backup_state(database, WallClock().now() + later)
