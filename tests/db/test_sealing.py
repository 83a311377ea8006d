"""What lies on the disk: no words that somebody could read without the keys."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from db.people import accounts as persons
from db.store.engine import Database, open_database
from db.store.vault import Vault
from db.tables import people, toolkit_items
from db.tx import Tx
from db.types import SealedText

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = "walked round the block with Jo until it passed"
SAM = 1


async def keep_words(tx: Tx) -> None:
    """Sam, and one thing that has helped."""
    await tx.run(insert(people).values(id=SAM, name=tx.seal(SAM, "Samira"), locale="en-GB", first_seen_at=NOW))
    await tx.run(insert(toolkit_items).values(person_id=SAM, words=tx.seal(SAM, WORDS), made_at=NOW))


async def words(tx: Tx) -> str | None:
    """The thing that has helped."""
    sealed: SealedText = (await tx.run(select(toolkit_items.c.words))).scalar_one()
    return tx.unseal(SAM, sealed)


def on_disk(folder: Path) -> bytes:
    """Everything in every file."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_no_file_shows_a_word(file_database: Database, tmp_path: Path) -> None:
    """Neither database, write-ahead log nor vault has the bytes of a word or of a column's name, open or closed."""
    await file_database.write(keep_words)
    open_files = on_disk(tmp_path)
    assert (tmp_path / "data" / "alongside.db-wal").stat().st_size > 0
    await file_database.close()
    for found in (open_files, on_disk(tmp_path)):
        assert len(found) > 100_000
        assert [word for word in (WORDS, "Samira", "toolkit", "en-GB") if word.encode() in found] == []


async def test_the_server_never_hears_a_word(database: Database) -> None:
    """What a database itself can read of a sealed column has none of the words, on either database."""
    await database.write(keep_words)
    rows = (await database.read(lambda tx: tx.run(select(toolkit_items, people).join(people)))).all()
    assert WORDS not in str(rows)
    assert WORDS.encode() not in b"".join(bytes(cell) for row in rows for cell in row if isinstance(cell, bytes))
    assert await database.read(words) == WORDS


async def test_words_are_gone_when_the_key_is(database: Database, vault: Vault) -> None:
    """With the person's key erased the row is still there and its words are None, after a new start too."""
    await database.write(keep_words)
    vault.erase(SAM)
    assert await database.read(words) is None
    await database.close()
    later = await open_database(database.url, vault=vault)
    assert await later.read(words) is None
    await later.close()


async def test_the_key_outlives_a_transaction_that_does_not_commit(database: Database, vault: Vault) -> None:
    """A key is kept before the database commits, so that no committed words are ever without one."""
    seen: list[SealedText] = []

    async def break_down(tx: Tx) -> None:
        seen.append(tx.seal(SAM, WORDS))
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(break_down)
    assert vault.unseal(SAM, seen[0]) == WORDS


async def test_a_name_under_another_key_stops_nobody(file_database: Database) -> None:
    """Somebody whose name another key sealed has no name, and is read together with everybody else."""
    await file_database.write(keep_words)
    other = await file_database.write(lambda tx: persons.ensure(tx.at(NOW), 2, "en"))
    broken = file_database.vault.seal(other.id, "Samira")
    values = {"name": broken, "telegram_id": 1}
    await file_database.write(lambda tx: tx.run(update(people).where(people.c.id == SAM).values(values)))
    read = await file_database.read(lambda tx: persons.get_many(tx, [SAM, other.id]))
    assert {one: person.name for one, person in read.items()} == {SAM: None, other.id: None}
