"""The one declaration of every table and column, and what is read off it."""

import re
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, insert, select

from db.people import accounts, data_inventory, erasing
from db.store.engine import Database
from db.store.url import sqlite_path
from db.store.vault import Vault
from db.tables import metadata
from db.tables.base import AgeRule, OnErasure, RowStays
from db.tx import Tx
from db.types import Json, Moment, Sealed
from tests.db.test_migrations import VALUES, value_for
from tests.stories.pages import opened

ONE = 1  # the person of every row, and their account
MARK = "Zq7xyj"
NOW = VALUES[Moment]


def says_too_little(table: Table) -> list[str]:
    """What a table leaves unsaid."""
    if not table.info:
        return [f"{table.name} says nothing"]
    said = data_inventory.kept_of(table)
    names, named = {column.name for column in table.columns}, set(said.columns())
    persons = {one.column for one in said.whose}
    theirs = {name for one in said.whose for name in one.theirs}
    points = {
        column.name
        for column in table.columns
        if any(key.target_fullname == "people.id" for key in column.foreign_keys)
    }
    found = [f"{table.name}.{name} says nothing" for name in names - named]
    found += [f"{table.name}.{name} is not there" for name in named - names]
    found += [f"{table.name}.{name} names somebody, and does not say whom" for name in points - persons]
    found += [f"{table.name}.{name} is theirs and ours" for name in (persons | theirs) & set(said.ours)]
    found += [
        f"{table.name}.{name} holds words of nobody" for name in set(data_inventory.sealed_columns(table)) - theirs
    ]
    if not said.answers:
        found.append(f"{table.name} does not say which yes it goes with, or why with none")
    if (said.stays is RowStays.SERVICE) != (not said.whose):
        found.append(f"{table.name} is somebody's or nobody's")
    if data_inventory.sealed_columns(table) and said.key and said.key not in persons:
        found.append(f"{table.name} does not say under whose key its words are")
    return found + [f"{table.name}: {name}" for rule in said.goes for name in _of_rule(rule) if name not in names]


def _of_rule(rule: AgeRule) -> set[str]:
    return {*rule.emptied, *([rule.since] if rule.since else [])}


def test_every_table_and_column_says_whose_it_is() -> None:
    """A table or column that says nothing fails here: say it beside its columns, with db.tables.base."""
    assert [words for table in metadata.sorted_tables for words in says_too_little(table)] == []


def test_a_table_that_says_nothing_is_noticed() -> None:
    """So is a column that nobody named, words of nobody, and a number of somebody."""
    column = Column("seen_by", Integer, ForeignKey("people.id"))
    info = metadata.tables["tonight"].info
    silent = Table("silent", MetaData(), Column("id", Integer))
    assert says_too_little(silent) == ["silent says nothing"]
    planted = Table("tonight", MetaData(), Column("person_id"), Column("at"), column, Column("why", Sealed), info=info)
    assert sorted(says_too_little(planted)) == [
        "tonight.seen_by names somebody, and does not say whom",
        "tonight.seen_by says nothing",
        "tonight.why holds words of nobody",
        "tonight.why says nothing",
    ]


def test_what_an_erasure_does_by_hand_is_done() -> None:
    """The columns that say so are those that db.people.erasing sees to."""
    found = {f"{table.name}.{column.name}" for table, column, _ in data_inventory.tables_naming(OnErasure.BY_HAND)}
    assert found == erasing.BY_HAND


def value(tx: Tx, column: Column[Any]) -> object:
    """A value that fits the column, with the mark in whatever holds text."""
    if column.name == "state" and column.table.name == "inbox":
        return "done"
    if isinstance(column.type, Sealed):
        return tx.seal(ONE, MARK)
    if isinstance(column.type, Json):
        return {"text": MARK}
    return MARK[: column.type.length] if isinstance(column.type, String) else value_for(tx, column)


async def fill(tx: Tx) -> list[bytes]:
    """A row of theirs in every table about people; the sealed words."""
    words = []
    for table in metadata.sorted_tables:
        if data_inventory.kept_of(table).whose:
            row = {column.name: value(tx, column) for column in table.columns}
            words += [bytes(row[name]) for name in data_inventory.sealed_columns(table)]  # type: ignore[call-overload]
            await tx.run(insert(table).values(row))
    return words


async def cells(tx: Tx) -> list[tuple[str, Any]]:
    """Every cell of every table, by its name, sealed ones opened where they can be."""
    found = []
    for table in metadata.sorted_tables:
        for row in await tx.run(select(table)):
            for column, cell in zip(table.columns, row, strict=True):
                plain = tx.unseal(ONE, cell) if isinstance(column.type, Sealed) else cell
                found.append((f"{table.name}.{column.name}", plain))
    return found


async def test_nothing_is_left_after_an_erasure(database: Database, vault: Vault) -> None:
    """With a mark in every text and their number in every column that has one, no cell has either after it but the
    number that never comes round, and on SQLite no byte of the files."""
    words = await database.write(fill)
    before = await database.read(cells)
    about = {f"{table.name}.{column.name}" for table, column, _ in data_inventory.tables_naming(*OnErasure)}
    assert {name for name, cell in before if cell == ONE} >= about - {"people.telegram_id"}
    assert len([cell for _, cell in before if MARK in str(cell)]) > 60
    await database.write(lambda tx: erasing.forget_accounts(tx.at(NOW), {ONE: ONE}))
    after = await database.read(cells)
    assert [name for name, cell in after if MARK in str(cell)] == []
    assert [name for name, cell in after if name in about and cell == ONE] == ["people.id"]
    vault.erase(ONE, ONE)
    await database.drop_deleted()
    if database.dialect == "sqlite":
        left = opened(sqlite_path(database.url), vault.database_key())
        assert [one for one in (MARK.encode(), *words) if one in left] == []


async def test_what_is_held_is_counted_off_the_tables(database: Database) -> None:
    """One row in every table about them is one in every count, and each table that goes is told by what it is."""
    await database.write(fill)
    person = await database.read(lambda tx: accounts.get(tx, ONE))
    assert person is not None
    counts = await database.read(lambda tx: data_inventory.held_counts(tx, ONE))
    kinds = {whose.counted for _, _, whose in data_inventory.tables_naming(*OnErasure) if whose.counted}
    assert {kind for kind, count in counts.items() if count} >= kinds - {"choices"}
    rows = await database.read(lambda tx: data_inventory.held_rows(tx, person))
    theirs = {
        data_inventory.kept_of(table).title
        for table, _, _ in data_inventory.tables_naming(OnErasure.GOES, OnErasure.BY_HAND)
    }
    assert set(rows) == theirs


def test_every_rule_of_age_says_what_it_removes_in_words() -> None:
    """An operator reads them in the log and in what doctor says."""
    for table, rule in data_inventory.ageing_tables():
        assert rule.after >= timedelta(days=1), table.name
        assert re.fullmatch("[a-z ]+", rule.rule), rule.rule
