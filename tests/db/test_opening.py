"""Opening a database: how it is set up, and what is said when it cannot be opened."""

import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from db.store.engine import Database, open_database
from db.store.errors import (
    DatabaseCannotBeReached,
    DatabaseCannotBeRead,
    DatabaseCannotBeWritten,
    DatabaseNotVerified,
    DatabaseUrlNotKnown,
    MemoryTrouble,
    SqliteTooOld,
)
from db.store.keys import new_key
from db.store.sqlite import check_version
from db.store.url import parse_url, place
from db.store.vault import Vault, open_vault
from db.tables import counters
from db.tx import Tx
from tests.rows import each_row

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 30000,
    "trusted_schema": 0,
    "secure_delete": 1,
    "cipher_version": "4.19.0 community",
}


async def settings(tx: Tx) -> dict[str, object]:
    """What SQLite says of this connection."""
    return {name: (await tx.run(text(f"PRAGMA {name}"))).scalar_one() for name in SETTINGS}


async def test_the_file_is_set_up_to_keep_what_it_is_told(file_database: Database) -> None:
    """Writer and readers have the settings that were measured; the readers can read alone."""
    assert await file_database.write(settings) == SETTINGS
    assert await file_database.read(settings) == SETTINGS | {"foreign_keys": 0}
    query_only = text("PRAGMA query_only")
    assert (await file_database.read(lambda tx: tx.run(query_only))).scalar_one() == 1
    assert (await file_database.write(lambda tx: tx.run(query_only))).scalar_one() == 0


async def test_the_file_is_for_its_owner_alone(file_database: Database, tmp_path: Path) -> None:
    """The database and what SQLite puts beside it are 0600, in a folder of 0700."""
    await file_database.write(lambda tx: tx.run(insert(counters).values(name="n", last=0)))
    files = list((tmp_path / "data").iterdir())
    assert {path.name for path in files} == {"alongside.db", "alongside.db-wal", "alongside.db-shm"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


async def test_another_key_is_refused_and_changes_nothing(file_database: Database, tmp_path: Path) -> None:
    """A vault of another database does not open this one, and the file stays as it was."""
    await file_database.close()
    file = tmp_path / "data" / "alongside.db"
    before = file.read_bytes()
    other = open_vault(tmp_path / "other", (new_key(),))
    with pytest.raises(DatabaseCannotBeRead, match=f"{file} cannot be read: the vault at {other.path}"):
        await open_database(file_database.url, vault=other)
    assert file.read_bytes() == before
    other.close()


@pytest.mark.parametrize("kind", ["noise", "plain SQLite"])
async def test_a_file_that_is_no_database_of_ours_is_left_alone(
    file_url: str, vault: Vault, tmp_path: Path, kind: str
) -> None:
    """Noise, or an SQLite file without encryption, is refused and not touched."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "alongside.db"
    if kind == "noise":
        file.write_bytes(b"noise" * 2000)
    else:
        plain = sqlite3.connect(file)
        plain.execute("create table t (x)")
        plain.close()
    before = file.read_bytes()
    with pytest.raises(DatabaseCannotBeRead):
        await open_database(file_url, vault=vault)
    assert file.read_bytes() == before


async def test_a_folder_that_cannot_be_written_is_named(vault: Vault, tmp_path: Path) -> None:
    """Where no file can be made the message names it and says why."""
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseCannotBeWritten, match=r"file/alongside\.db cannot be written \(.+\)"):
        await open_database(f"sqlite:///{tmp_path}/file/alongside.db", vault=vault)


async def test_a_full_disk_is_said_and_nothing_is_lost(file_database: Database) -> None:
    """A write that finds no space is refused in our words, and what was there before stays readable and writable."""
    await file_database.write(lambda tx: tx.run(insert(counters).values(name="before", last=0)))

    async def too_much(tx: Tx) -> None:
        pages = (await tx.run(text("PRAGMA page_count"))).scalar_one()
        await tx.run(text(f"PRAGMA max_page_count = {pages + 2}"))
        await tx.run(insert(counters), [{"name": f"{n:016}", "last": n} for n in range(2000)])

    with pytest.raises(DatabaseCannotBeWritten, match="disk is full"):
        await file_database.write(too_much)
    found = await file_database.read(lambda tx: tx.run(text("select name from counters")))
    assert found.scalars().all() == ["before"]
    await file_database.write(lambda tx: tx.run(insert(counters).values(name="after", last=0)))


async def test_a_file_that_went_away_is_not_made_anew(file_url: str, vault: Vault, tmp_path: Path) -> None:
    """A connection opened after the file was moved away is an error, not an empty database."""
    await (await open_database(file_url, vault=vault)).close()
    database = await open_database(file_url, vault=vault)
    (tmp_path / "data" / "alongside.db").rename(tmp_path / "moved")
    with pytest.raises(DatabaseCannotBeWritten, match="unable to open"):
        await database.write(lambda tx: tx.run(text("select 1")))
    assert not (tmp_path / "data" / "alongside.db").exists()
    await database.close()


async def test_a_server_that_does_not_answer_is_named_without_the_password(vault: Vault, tmp_path: Path) -> None:
    """Where no server listens the message names the place and never the password."""
    with pytest.raises(DatabaseCannotBeReached) as caught:
        await open_database("postgresql://lee:hush@127.0.0.1:1/alongside", vault=vault)
    assert "127.0.0.1/alongside" in str(caught.value)
    assert "hush" not in str(caught.value)
    with pytest.raises(DatabaseCannotBeReached, match="No such file"):
        await open_database(f"postgresql:///alongside?host={tmp_path}", vault=vault)


async def test_an_sqlite_that_can_damage_files_is_refused() -> None:
    """SQLite before 3.51.3 can damage a file with two connections; the one that comes with us cannot."""
    check_version()
    with pytest.raises(SqliteTooOld, match=r"needs SQLite 3\.51\.3 or newer, and found 3\.40\.1"):
        check_version((3, 40, 1))


@each_row(
    ("url", "driver"),
    [
        ("sqlite:///data/a.db", "sqlite+aiosqlite:///data/a.db"),
        ("sqlite+aiosqlite:////srv/a.db", "sqlite+aiosqlite:////srv/a.db"),
        ("postgres://lee@localhost/a", "postgresql+asyncpg://lee@localhost/a"),
        ("postgresql+psycopg://lee@[::1]:5433/a?sslmode=require", "postgresql+asyncpg://lee@[::1]:5433/a?ssl=require"),
        ("postgresql://lee@db/a?sslmode=verify-full&sslrootcert=c", "postgresql+asyncpg://lee@db/a?ssl=verify-full"),
        ("postgresql:///a?host=/run/pg", "postgresql+asyncpg:///a?host=%2Frun%2Fpg"),
    ],
)
def test_addresses_are_taken_as_people_write_them(url: str, driver: str) -> None:
    """The usual spellings of an address all reach our drivers."""
    assert parse_url(url).render_as_string(hide_password=False) == driver


@each_row("url", ["mysql://db/a", "sqlite://", "sqlite:///:memory:", "alongside.db", ""])
def test_other_addresses_are_refused_with_an_example(url: str) -> None:
    """An address we do not know, and a database in memory, are refused with one that would do."""
    with pytest.raises(DatabaseUrlNotKnown, match="sqlite:///path/to"):
        parse_url(url)


def test_a_place_is_fit_for_a_log() -> None:
    """The place of a server has no user and no password."""
    assert place("postgresql://lee:hush@db.example/a?sslmode=verify-full") == "db.example/a"
    assert place("postgresql:///a?host=/run/pg") == "/run/pg/a"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://lee:hush@db.example/a",
        "postgresql://lee:hush@db.example/a?sslmode=require",
        "postgresql://lee:hush@10.0.0.7:5432/a?sslmode=verify-ca",
        "postgresql://lee:hush@/a?host=/run/pg,db.example:5432",
        "postgresql://lee:hush@/a?service=clinic",
    ],
)
def test_a_server_beyond_this_machine_has_to_prove_itself(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another machine without a verified certificate is refused with what to add, and without the password."""
    with pytest.raises(DatabaseNotVerified, match=r"\?sslmode=verify-full") as refused:
        parse_url(url)
    assert "hush" not in str(refused.value)
    parse_url(url.partition("?")[0].replace("db.example", "localhost").replace("10.0.0.7", "127.0.0.9"))
    monkeypatch.setenv("PGHOST", "db.example")
    with pytest.raises(DatabaseNotVerified):
        parse_url("postgresql:///a")


@each_row(
    "url",
    [
        "postgresql://lee:hu@sh@127.0.0.1/a",
        "postgresql://lee:hu/sh:1@127.0.0.1:port/a",
        "hush",
        "lee:hush@127.0.0.1",
        "mysql://lee:hush@db/a",
    ],
)
def test_an_address_that_cannot_be_read_does_not_show_its_password(url: str) -> None:
    """Whatever is wrong with an address, no part of its password stands in the words about it."""
    with pytest.raises(MemoryTrouble, match="postgresql://") as refused:
        parse_url(url)
    assert not any(part in str(refused.value) for part in ("hush", "hu@", "sh@", "hu/"))


@each_row("kind", MemoryTrouble.__subclasses__(), ids=lambda kind: kind.__name__)
def test_every_error_says_what_to_do_in_our_words(kind: type[MemoryTrouble]) -> None:
    """Each message is whole without a traceback: filled in, in sentences, without the words we do not use."""
    names = "scheme database missing path vault line source reason person_id found needed count table"
    facts = dict.fromkeys(f"{names} kind other place wanted".split(), "X")
    said = str(kind(**facts))
    assert "{" not in said
    assert "\n" not in said
    assert len(said.split()) > 8
    assert not {"should", "must", "failed", "just", "only", "again"} & set(said.lower().replace(",", "").split())
