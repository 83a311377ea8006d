"""The start: keys and vault are made once, and a database without them is refused with what to do."""

import os
import signal
import stat
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert

from db.migrate import migrate
from db.store.engine import open_database
from db.store.errors import (
    DatabaseCannotBeRead,
    DatabaseKeyMissing,
    SecretKeysMissing,
    SecretKeysNotUsable,
    VaultCannotBeOpened,
    VaultOfAnother,
)
from db.store.files import arm
from db.store.keys import new_key, parse_keys, read_keys, replace_keys_file
from db.store.opening import database_exists, drop_old_keys, prepare_secrets, rotate_keys_file
from db.store.vault import Vault, open_vault
from db.tables import counters
from tests.rows import each_row

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


class Home:
    """A place where a service keeps its secrets."""

    def __init__(self, folder: Path, url: str) -> None:
        self.keys_file = folder / "secrets" / "alongside.keys"
        self.vault = folder / "secrets" / "vault"
        self.url = url

    async def prepare(self, keys: str | None = None) -> Vault:
        """What the service does first."""
        return await prepare_secrets(database_url=self.url, keys=keys, keys_file=self.keys_file, vault=self.vault)

    def opened(self) -> Vault:
        """The vault, with the keys in the file."""
        read = partial(read_keys, self.keys_file, vault=self.vault)
        return open_vault(self.vault, read(), read)

    async def live(self, keys: str | None = None) -> None:
        """Starts, migrates, keeps one row and stops."""
        vault = await self.prepare(keys)
        await migrate(self.url, vault=vault)
        database = await open_database(self.url, vault=vault)
        await database.write(lambda tx: tx.run(insert(counters).values(name="n", last=1)))
        await database.close()
        vault.close()

    async def start_once_more(self) -> None:
        """Opens what is there and stops."""
        vault = await self.prepare()
        await (await open_database(self.url, vault=vault)).close()
        vault.close()


@pytest.fixture
def home(tmp_path: Path, empty_database_url: str) -> Home:
    """A service that was never started, on either database."""
    return Home(tmp_path, empty_database_url)


async def test_the_first_start_makes_a_key_and_a_vault(home: Home) -> None:
    """Where there is nothing yet, one key of 32 bytes and a vault are made, 0600 in a folder of 0700."""
    (await home.prepare()).close()
    assert len(parse_keys(home.keys_file.read_text(), source="file")) == 1
    assert {stat.S_IMODE(path.stat().st_mode) for path in (home.keys_file, home.vault)} == {0o600}
    assert stat.S_IMODE(home.vault.parent.stat().st_mode) == 0o700
    assert sorted(path.name for path in home.vault.parent.iterdir()) == ["alongside.keys", "vault"]


async def test_the_second_start_finds_the_same(home: Home) -> None:
    """A later start opens the same vault with the same key, and the database is read."""
    await home.live()
    before = home.keys_file.read_bytes()
    await home.start_once_more()
    assert home.keys_file.read_bytes() == before


async def test_a_database_without_its_vault_is_refused(home: Home) -> None:
    """With rows in the database and no vault, nothing is made and the message names the vault's place."""
    await home.live()
    home.vault.unlink()
    with pytest.raises(DatabaseKeyMissing, match=f"its vault is not at {home.vault}"):
        await home.prepare()
    assert not home.vault.exists()


async def test_a_vault_without_its_keys_is_refused(home: Home) -> None:
    """With a vault and no keys, no key is made and the message names both ways to give one."""
    await home.live()
    home.keys_file.unlink()
    with pytest.raises(SecretKeysMissing, match="ALONGSIDE_SECRET_KEYS"):
        await home.prepare()
    assert not home.keys_file.exists()


async def test_a_database_without_vault_and_keys_is_refused(home: Home) -> None:
    """With rows in the database and neither vault nor keys, neither is made."""
    await home.live()
    home.keys_file.unlink()
    home.vault.unlink()
    with pytest.raises(DatabaseKeyMissing, match="Nothing was changed"):
        await home.prepare()
    assert list(home.vault.parent.iterdir()) == []


async def test_keys_from_the_setting_leave_no_file(home: Home) -> None:
    """Keys given by ALONGSIDE_SECRET_KEYS are used, and no keys file is made."""
    keys = f"{new_key()}\n"
    await home.live(keys)
    (await home.prepare(keys)).close()
    assert not home.keys_file.exists()


async def test_foreign_keys_are_refused(home: Home) -> None:
    """Keys that are not those of the vault are refused and the old ones still work."""
    await home.live()
    with pytest.raises(VaultCannotBeOpened):
        await home.prepare(new_key())
    (await home.prepare()).close()


async def test_a_vault_of_another_database_is_refused(home: Home, tmp_path: Path) -> None:
    """A vault that opens and belongs to another database is refused, and the right one still works."""
    await home.live()
    other = open_vault(tmp_path / "other", (new_key(),))
    with pytest.raises((VaultOfAnother, DatabaseCannotBeRead), match=f"{other.path}"):
        await open_database(home.url, vault=other)
    other.close()
    await home.start_once_more()


async def test_rotating_the_keys_file_keeps_everything_readable(home: Home) -> None:
    """After a rotation the file has a fresh key before the old one; once that is dropped, it alone opens vault and
    database, and the old one opens nothing."""
    await home.live()
    old = home.keys_file.read_text()
    vault = await home.prepare()
    assert rotate_keys_file(vault, home.keys_file, NOW) == 3
    vault.close()
    assert home.keys_file.read_text().split()[1:] == old.split()
    await home.start_once_more()
    vault = await home.prepare()
    assert drop_old_keys(vault, home.keys_file) == 1
    vault.close()
    assert len(home.keys_file.read_text().split()) == 1
    await home.start_once_more()
    with pytest.raises(VaultCannotBeOpened):
        await home.prepare(old)


def _killed_in_a_rotation(home: Home, place: str) -> int:
    """How a process ended that rotates the keys up to there."""
    if (child := os.fork()) == 0:
        arm(place)
        rotate_keys_file(home.opened(), home.keys_file, NOW)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child touches two files and is killed
@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("place", ["keys_written", "vault_wrapped", "keys_rotated"])
async def test_a_rotation_that_was_killed_leaves_keys_that_open(home: Home, place: str) -> None:
    """Killed at each place of it, the keys file still opens the vault, and the rotation can be done once more."""
    await home.live()
    assert _killed_in_a_rotation(home, place) == -signal.SIGKILL
    await home.start_once_more()
    with closing(home.opened()) as vault:
        assert rotate_keys_file(vault, home.keys_file, NOW) == 3
        assert drop_old_keys(vault, home.keys_file) in (1, 2)
    await home.start_once_more()


async def test_a_start_that_was_killed_half_way_goes_on(home: Home) -> None:
    """A key without a vault, and a vault without a database, are what a kill at the first start leaves: both go on."""
    (await home.prepare()).close()
    home.vault.unlink()
    await home.live()


async def test_an_empty_database_is_not_there_yet(home: Home) -> None:
    """An empty file, or a server with our tables and no rows, has nothing to lose."""
    assert not await database_exists(home.url, vault=home.vault)
    await home.live()
    assert await database_exists(home.url, vault=home.vault)


@each_row("text", ["", "short", "# a remark alone", "x" * 44, "A" * 40])
def test_keys_that_are_none_are_refused_by_line(text: str) -> None:
    """A line that is not 32 bytes in base64 is named by its number, and its content is not shown."""
    with pytest.raises(SecretKeysNotUsable, match=r"line [12] of the file") as caught:
        parse_keys(f"{new_key()}\n{text}" if text and text[0] != "#" else text, source="the file")
    assert not text or text not in str(caught.value)


def test_keys_may_be_written_in_any_base64() -> None:
    """Plain and URL-safe base64, with and without the padding, empty lines and remarks: all are read."""
    key = "-_" * 21 + "8="
    text = f"# newest\n{key}\n\n  {key.replace('-', '+').replace('_', '/')}\n{key.rstrip('=')}\n"
    assert parse_keys(text, source="file") == (key, key, key)


def test_a_keys_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    """`replace_keys_file` leaves the new keys, 0600, and no draft."""
    path = tmp_path / "keys"
    keys = (new_key(), new_key())
    replace_keys_file(path, keys)
    assert parse_keys(path.read_text(), source="file") == keys
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
