"""The schema: made step by step, equal to db.tables, and movable with data in it."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Integer,
    LargeBinary,
    String,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.types import TypeEngine

from db.migrate import Migrated, current_revision, downgrade, migrate, needs_migration, newest_revision
from db.store.engine import Database, open_database
from db.store.errors import DatabaseHasLooseEnds, DatabaseIsNewer, DatabaseNotMigrated
from db.store.url import is_sqlite
from db.store.vault import Vault
from db.tables import metadata, people, service_facts
from db.tx import Tx
from db.types import Json, Moment, Sealed
from tests.databases import with_plain

VALUES: Mapping[type[TypeEngine[Any]], Any] = {
    Moment: datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    Json: {"times": ["18:30"]},
    String: "x",
    Boolean: True,
    Date: date(2026, 3, 29),
    LargeBinary: b"\x00\x01",
    Integer: 1,  # BigInteger is one of these
}
# Tables that version 0010 did not have.
YOUNGER = frozenset(
    {"audit", "errata", "request_line", "routes", "soft", "text_stops", "text_versions", "usual_before", "wordings"}
)


def value_for(tx: Tx, column: Column[Any]) -> object:
    """A value that fits the column."""
    if isinstance(column.type, Sealed):
        return tx.seal(1, "words")
    return next(value for kind, value in VALUES.items() if isinstance(column.type, kind))


async def fill(tx: Tx) -> None:
    """One row in every table, every column filled."""
    await tx.run(delete(service_facts))
    for table in metadata.sorted_tables:
        await tx.run(insert(table).values({column.name: value_for(tx, column) for column in table.columns}))


async def counts(tx: Tx, but: Collection[str] = ()) -> set[int]:
    """How many rows the tables have, each number once."""
    tables = [table for table in metadata.sorted_tables if table.name not in but]
    return {(await tx.run(select(func.count()).select_from(table))).scalar_one() for table in tables}


async def opened(url: str, vault: Vault) -> Database:
    """The database as it is, not migrated by opening."""
    return await open_database(url, vault=vault, migrate_file=False)


async def test_the_migrations_make_the_tables_of_db_tables(database: Database) -> None:
    """alembic finds no difference between the migrated database and db.tables."""

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, metadata))

    assert await database.read(lambda tx: with_plain(tx, differences)) == []


async def test_plans_lie_in_order_of_due_time(database: Database) -> None:
    """On SQLite plans are clustered by due time: the table is its own index."""
    if database.dialect == "sqlite":
        found = await database.read(lambda tx: tx.run(text("select sql from sqlite_master where name = 'plans'")))
        assert "WITHOUT ROWID" in found.scalar_one()
    keys = await database.read(lambda tx: with_plain(tx, lambda raw: inspect(raw).get_pk_constraint("plans")))
    assert keys["constrained_columns"] == ["next_due_at", "id"]


async def test_up_down_and_up_with_rows_in_every_table(empty_database_url: str, vault: Vault) -> None:
    """A filled database goes down to nothing and up to a schema that takes the same rows."""
    newest = newest_revision()
    assert await migrate(empty_database_url, vault=vault) == Migrated(None, newest)
    for _ in range(2):
        database = await opened(empty_database_url, vault)
        await database.write(fill)
        assert await database.read(counts) == {1}
        await database.close()
        assert await migrate(empty_database_url, vault=vault) == Migrated(newest, newest)
        assert await downgrade(empty_database_url, vault=vault) == Migrated(newest, None)
        assert await migrate(empty_database_url, vault=vault) == Migrated(None, newest)


async def test_whoever_was_there_before_was_last_heard_of_by_their_events(
    empty_database_url: str, vault: Vault
) -> None:
    """A database of before says of everybody when anything last came from them: what they did, or when they came."""
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    came, did = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)

    async def before(tx: Tx) -> None:
        for number in (1, 2):
            row = {"id": number, "telegram_id": number, "locale": "en", "first_seen_at": came}
            await tx.run(insert(people), row)
        for actor_id, at in ((1, did), (None, datetime(2026, 3, 1, tzinfo=UTC))):
            event: dict[str, Any] = {"person_id": 1, "actor_id": actor_id, "kind": "x", "data": {}, "at": at}
            await tx.run(insert(metadata.tables["events"]), event)

    await database.write(before)
    await database.close()
    await downgrade(empty_database_url, vault=vault, to="0002")
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    rows = await database.read(lambda tx: tx.run(select(people.c.id, people.c.heard_at).order_by(people.c.id)))
    assert [tuple(row) for row in rows] == [(1, did), (2, came)]
    await database.close()


async def test_whoever_read_what_was_wrong_is_to_be_told(empty_database_url: str, vault: Vault) -> None:
    """Of before: who said side effects; and who left while answers were kept, had told of smoking or cravings, and has
    none left. Not who keeps what they told, never agreed, or told of nothing."""
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    joined, left = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    table = metadata.tables

    async def before(tx: Tx) -> None:
        for number in range(1, 7):
            row = {"id": number, "telegram_id": number, "locale": "en", "first_seen_at": joined}
            await tx.run(insert(people), row)
        for number, going in ((1, "side-effects"), (1, "side-effects"), (2, "well")):
            row = {"person_id": number, "at": joined, "aid": "varenicline", "going": going}
            await tx.run(insert(table["aids"]), row)
        for number in (3, 4, 5, 6):
            told = {"person_id": number, "actor_id": number, "data": {}}
            kinds = [("ClientLeft", left)] if number == 6 else [("SmokedTold", joined), ("ClientLeft", left)]
            for kind, at in kinds:
                await tx.run(insert(table["events"]), told | {"kind": kind, "at": at})
            for granted, at in ((number != 5, joined), (False, left)):
                said = {"person_id": number, "item": "keep_answers", "granted": granted, "version": 1, "at": at}
                await tx.run(insert(table["consents"]), said)
        await tx.run(insert(table["smoked"]), {"person_id": 4, "told_at": joined, "local_date": joined.date()})

    await database.write(before)
    await database.close()
    await downgrade(empty_database_url, vault=vault, to="0017")
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    errata = table["errata"]
    rows = await database.read(lambda tx: tx.run(select(errata.c.person_id, errata.c.what, errata.c.told_at)))
    assert sorted(map(tuple, rows)) == [(1, "side-effects", None), (3, "answers", None)]
    await database.close()


async def test_what_leaving_ended_is_no_word_of_theirs(empty_database_url: str, vault: Vault) -> None:
    """Of before: a no that leaving wrote says so, or goes where there was no yes; and what survived a no to keeping
    answers goes. Not what somebody has who came back, or who keeps answers."""
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    joined, left = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    table, items = metadata.tables, ("check_in", "keep_answers", "summary", "same_day")

    async def before(tx: Tx) -> None:
        for number in (1, 2, 3):
            row = {"id": number, "telegram_id": number, "locale": "en", "first_seen_at": joined}
            await tx.run(insert(people), row)
            yes = [{"item": item, "granted": True, "at": joined} for item in items[:2]]
            kind: dict[str, Any] = {"person_id": number, "kind": "LookBackFits", "data": {}, "at": joined}
            await tx.run(insert(table["consents"]), [one | {"person_id": number, "version": 1} for one in yes])
            await tx.run(insert(table["events"]), kind)
        ended = [{"item": item, "granted": False, "at": left, "person_id": 1, "version": 1} for item in items]
        await tx.run(insert(table["consents"]), ended)
        await tx.run(insert(table["events"]), {"person_id": 1, "kind": "ClientLeft", "data": {}, "at": left})
        said_no = {"item": "keep_answers", "granted": False, "at": left, "person_id": 2, "version": 1}
        await tx.run(insert(table["consents"]), said_no)

    await database.write(before)
    await database.close()
    await downgrade(empty_database_url, vault=vault, to="0019")
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    said = select(*(table["consents"].c[name] for name in ("person_id", "item", "why")))
    rows = await database.read(lambda tx: tx.run(said.where(~table["consents"].c.granted)))
    assert sorted(map(tuple, rows)) == [(1, "check_in", "left"), (1, "keep_answers", "left"), (2, "keep_answers", None)]
    kept = select(table["events"].c.person_id).where(table["events"].c.kind == "LookBackFits")
    assert sorted((await database.read(lambda tx: tx.run(kept))).scalars()) == [1, 3]
    await database.close()


async def test_needs_migration_until_it_was_done(empty_database_url: str, vault: Vault) -> None:
    """An empty database needs migration, a migrated one does not."""
    assert await needs_migration(empty_database_url, vault=vault)
    assert await current_revision(empty_database_url, vault=vault) is None
    await migrate(empty_database_url, vault=vault)
    assert not await needs_migration(empty_database_url, vault=vault)
    assert await current_revision(empty_database_url, vault=vault) == newest_revision()


async def test_a_file_is_migrated_by_opening_and_a_server_is_not(empty_database_url: str, vault: Vault) -> None:
    """`open_database` migrates an embedded file; an unmigrated server is refused with the command to type."""
    if is_sqlite(empty_database_url):
        database = await open_database(empty_database_url, vault=vault)
        assert await database.read(lambda tx: with_plain(tx, lambda raw: inspect(raw).has_table("people")))
        await database.close()
    else:
        with pytest.raises(DatabaseNotMigrated, match="type: alongside migrate"):
            await open_database(empty_database_url, vault=vault)


async def test_a_database_of_a_newer_program_is_left_alone(database: Database, vault: Vault) -> None:
    """A version that this program does not know is refused by opening and by migrating."""
    await database.write(lambda tx: tx.run(text("update alembic_version set version_num = '9999'")))
    for attempt in (migrate, needs_migration, open_database):
        with pytest.raises(DatabaseIsNewer, match="version 9999"):
            await attempt(database.url, vault=vault)


async def test_a_migration_that_leaves_loose_ends_changes_nothing(file_database: Database, vault: Vault) -> None:
    """On SQLite, where foreign keys are off meanwhile, rows that point to nothing are found and nothing is kept."""
    async with file_database._writer.connect() as connection:
        raw = await connection.get_raw_connection()
        await raw.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        await connection.execute(text("insert into practitioners values (77, 0)"))
        await connection.commit()
    with pytest.raises(DatabaseHasLooseEnds, match="first in table practitioners"):
        await migrate(file_database.url, vault=vault)


async def test_foreign_keys_hold_at_work(database: Database) -> None:
    """In the open database a row that points to nobody is refused on both."""
    row = {column.name: 77 for column in metadata.tables["requests"].columns if column.name.endswith("_id")}
    moment = {"made_at": datetime(2026, 1, 1, tzinfo=UTC)}
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await database.write(lambda tx: tx.run(insert(metadata.tables["requests"]).values(row | moment)))


async def test_services_that_start_together_migrate_once(empty_database_url: str, vault: Vault) -> None:
    """Three processes that migrate at the same time all end at the newest version."""
    script = (
        "import asyncio, sys, pathlib; from db.migrate import migrate; from db.store.vault import open_vault; "
        "url, path, *keys = sys.argv[1:]; "
        "print(asyncio.run(migrate(url, vault=open_vault(pathlib.Path(path), tuple(keys)))).before)"
    )
    arguments = ("-c", script, empty_database_url, str(vault.path), *vault.wrapping.keys)
    started = [await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=PIPE) for _ in range(3)]
    said = sorted([(await process.communicate())[0].decode().strip() for process in started])
    assert said == [newest_revision(), newest_revision(), "None"]
    assert await current_revision(empty_database_url, vault=vault) == newest_revision()


async def test_ids_count_up_from_one(database: Database) -> None:
    """Rows get their numbers from the database, from 1 on, so that 0 is nobody's."""
    row = {"locale": "en", "first_seen_at": datetime(2026, 1, 1, tzinfo=UTC)}

    async def make(tx: Tx) -> int:
        return int((await tx.run(insert(people).values(row).returning(people.c.id))).scalar_one())

    assert [await database.write(make) for _ in range(3)] == [1, 2, 3]


async def test_no_number_is_given_twice(empty_database_url: str, vault: Vault) -> None:
    """Every table that counts its rows goes on counting where its last one is gone, and so does one made anew."""
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    await database.write(fill)
    await database.close()
    await downgrade(empty_database_url, vault=vault, to="0010")
    await migrate(empty_database_url, vault=vault)
    database = await opened(empty_database_url, vault)
    assert 0 not in await database.read(lambda tx: counts(tx, but=YOUNGER))
    if database.dialect == "sqlite":
        found = await database.read(lambda tx: tx.run(text("select name from sqlite_sequence")))
        count = {table.name for table in metadata.sorted_tables if table.autoincrement_column is not None}
        assert set(found.scalars()) == count - YOUNGER
        said = text("select name from sqlite_master where sql like '%AUTOINCREMENT%'")
        assert set((await database.read(lambda tx: tx.run(said))).scalars()) == count
    await database.close()
