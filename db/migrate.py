"""Bringing a database to the version this program needs, on a connection of its own, all of it or nothing."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.store.errors import DatabaseHasLooseEnds, DatabaseIsNewer, DatabaseNotMigrated, DatabaseServed
from db.store.files import in_use, make_private_file
from db.store.postgres import postgres_engine
from db.store.sqlite import check_version, sqlite_writer
from db.store.url import is_sqlite, opening, place, sqlite_path
from db.store.vault import Vault

ONE_AT_A_TIME = 4_145_737_100  # names our advisory lock among others on the server
SPACE, SERVING = 414_573_710, 1  # and that which every service that runs has in common, see db.store.leases
UNTIL_THEY_STOPPED = "30s"
LOCK_NOT_AVAILABLE = "55P03"


@dataclass(frozen=True, slots=True)
class Migrated:
    """The version before (None: an empty database) and after."""

    before: str | None
    after: str | None


def newest_revision() -> str:
    """The version this program needs."""
    head = _scripts().get_current_head()
    assert head is not None
    return head


def is_known(revision: str) -> bool:
    """Is this a version that this program knows?"""
    return revision in {script.revision for script in _scripts().walk_revisions()}


async def current_revision(url: str, *, vault: Vault) -> str | None:
    """The version of the database at `url`, None where it is empty. Makes an SQLite file that is not there."""
    async with connected(url, vault) as connection:
        return await connection.run_sync(version_of)


async def needs_migration(url: str, *, vault: Vault) -> bool:
    """Is the database behind this program? Raises DatabaseIsNewer where it is ahead."""
    found = await current_revision(url, vault=vault)
    _refuse_newer(found, url)
    return found != newest_revision()


async def require_migrated(url: str, *, vault: Vault) -> None:
    """Raises DatabaseNotMigrated where the database is behind this program, DatabaseIsNewer where it is ahead."""
    require_newest(await current_revision(url, vault=vault), url)


def require_newest(found: str | None, url: str) -> None:
    """The same for the version that was `found` there (None: an empty database)."""
    _refuse_newer(found, url)
    if found != newest_revision():
        raise DatabaseNotMigrated(path=place(url), found=found or "none", needed=newest_revision())


async def migrate(url: str, *, vault: Vault, to: str = "head") -> Migrated:
    """Brings the database up to version `to`, the newest. Processes that start together wait for one another.

    Services that run over a PostgreSQL are asked to stop first. Raises DatabaseServed where one does not,
    DatabaseIsNewer, and DatabaseHasLooseEnds where rows would point to nothing; then nothing is changed.
    """
    version = newest_revision() if to == "head" else to
    return await _change(url, vault, lambda config: command.upgrade(config, to), version)


async def bring_file_up(url: str, *, vault: Vault) -> None:
    """Migrates an SQLite file that is behind, while nobody uses it. Raises DatabaseInUse, and what `migrate` does."""
    if is_sqlite(url) and await needs_migration(url, vault=vault):
        with in_use(url):
            await migrate(url, vault=vault)


async def downgrade(url: str, *, vault: Vault, to: str = "base") -> Migrated:
    """Takes the database back to version `to`; "base" leaves it without tables."""
    return await _change(url, vault, lambda config: command.downgrade(config, to), to)


async def _change(url: str, vault: Vault, step: Callable[[Config], None], to: str) -> Migrated:
    async with connected(url, vault) as connection:
        if not is_sqlite(url):
            await connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": ONE_AT_A_TIME})
        before = await connection.run_sync(version_of)
        _refuse_newer(before, url)
        if not is_sqlite(url) and before is not None and before != to:
            await _ask_services_to_stop(connection, url)
        await connection.run_sync(lambda raw: step(_config(raw)))
        await _check_references(connection, url)
        return Migrated(before, await connection.run_sync(version_of))


async def _ask_services_to_stop(connection: AsyncConnection, url: str) -> None:
    """Each sees that somebody waits for what they have in common, ends what is under way and lets go of it."""
    await connection.execute(text(f"set local lock_timeout = '{UNTIL_THEY_STOPPED}'"))
    try:
        lock = text("select pg_advisory_xact_lock(:space, :number)")
        await connection.execute(lock, {"space": SPACE, "number": SERVING})
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != LOCK_NOT_AVAILABLE:
            raise
        raise DatabaseServed(path=place(url)) from error
    await connection.execute(text("set local lock_timeout = 0"))


@asynccontextmanager
async def connected(url: str, vault: Vault) -> AsyncIterator[AsyncConnection]:
    """One transaction over the database at `url`, whatever version it is at. Raises db.store.errors."""
    with opening(url, vault.path):
        if is_sqlite(url):
            check_version()
            make_private_file(sqlite_path(url))
            engine = sqlite_writer(sqlite_path(url), vault.database_key(), foreign_keys=False)
        else:
            engine = postgres_engine(url, size=1, patience=None)
        try:
            async with engine.begin() as connection:
                yield connection
        finally:
            await engine.dispose()


@cache  # to read all the files takes longer than all else that opening a database does, and they stay as they are
def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent / "migrations"))


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def version_of(connection: Connection) -> str | None:
    """The last step that this database has; None where it has none."""
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(found: str | None, url: str) -> None:
    if found is not None and not is_known(found):
        raise DatabaseIsNewer(path=place(url), found=found)


async def _check_references(connection: AsyncConnection, url: str) -> None:
    if is_sqlite(url):
        loose = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
        if loose:
            raise DatabaseHasLooseEnds(path=place(url), count=len(loose), table=loose[0][0])


VERSION = "alembic_version"


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: the names of its columns, and its rows in that order, each value as it is written."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def of(self, columns: Sequence[str]) -> Counter[tuple[str, ...]]:
        """The rows, with these columns only."""
        places = [self.columns.index(name) for name in columns]
        return Counter(tuple(row[place] for place in places) for row in self.rows)


Likeness = Mapping[str, Rows]


async def likeness(url: str, *, vault: Vault) -> Likeness:
    """Every table but that of the version."""
    async with connected(url, vault) as connection:
        return await connection.run_sync(_read)


def lost(before: Likeness, after: Likeness) -> list[str]:
    """Where `after` has other rows than `before`, in tables and columns that both have."""
    found = []
    for name in before.keys() & after.keys():
        both = [column for column in before[name].columns if column in after[name].columns]
        was, now = before[name].of(both), after[name].of(both)
        if was != now:
            found.append(f"{name}: {(was - now).total()} rows gone, {(now - was).total()} new")
    return sorted(found)


def _read(connection: Connection) -> Likeness:
    tables = MetaData()
    tables.reflect(connection)
    found = {}
    for table in tables.sorted_tables:
        if table.name != VERSION:
            rows: Sequence[Any] = connection.execute(select(table)).all()
            found[table.name] = Rows(tuple(table.columns.keys()), [tuple(map(str, row)) for row in rows])
    return found
