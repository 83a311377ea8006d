"""Bringing a database to the version this program needs, on a connection of its own, all of it or nothing."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.cipher import check_version
from db.errors import DatabaseHasLooseEnds, DatabaseIsNewer, DatabaseNotMigrated
from db.files import make_private_file
from db.postgres import postgres_engine
from db.sqlite import sqlite_writer
from db.trouble import opening
from db.url import is_sqlite, place, sqlite_path
from db.vault import Vault

ONE_AT_A_TIME = 4_145_737_100  # names our advisory lock among others on the server


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
    async with _connection(url, vault) as connection:
        return await connection.run_sync(_version)


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

    Raises DatabaseIsNewer, or DatabaseHasLooseEnds where rows would point to nothing; then nothing is changed.
    """
    return await _change(url, vault, lambda config: command.upgrade(config, to))


async def downgrade(url: str, *, vault: Vault, to: str = "base") -> Migrated:
    """Takes the database back to version `to`; "base" leaves it without tables."""
    return await _change(url, vault, lambda config: command.downgrade(config, to))


async def _change(url: str, vault: Vault, step: Callable[[Config], None]) -> Migrated:
    async with _connection(url, vault) as connection:
        if not is_sqlite(url):
            await connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": ONE_AT_A_TIME})
        before = await connection.run_sync(_version)
        _refuse_newer(before, url)
        await connection.run_sync(lambda raw: step(_config(raw)))
        await _check_references(connection, url)
        return Migrated(before, await connection.run_sync(_version))


@asynccontextmanager
async def _connection(url: str, vault: Vault) -> AsyncIterator[AsyncConnection]:
    with opening(url, vault.path):
        if is_sqlite(url):
            check_version()
            make_private_file(sqlite_path(url))
            engine = sqlite_writer(sqlite_path(url), vault.database_key(), foreign_keys=False)
        else:
            engine = postgres_engine(url, size=1)
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


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(found: str | None, url: str) -> None:
    if found is not None and not is_known(found):
        raise DatabaseIsNewer(path=place(url), found=found)


async def _check_references(connection: AsyncConnection, url: str) -> None:
    if is_sqlite(url):
        loose = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
        if loose:
            raise DatabaseHasLooseEnds(path=place(url), count=len(loose), table=loose[0][0])
