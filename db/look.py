"""Opening a database to look at it: nothing is made, migrated or changed, neither in it nor beside it."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from db.belonging import check_vault
from db.engine import Database
from db.migrate import require_newest
from db.postgres import postgres_engine, snapshot_reader
from db.prepare import database_exists
from db.sqlite import sqlite_look
from db.trouble import opening
from db.url import is_sqlite, sqlite_path
from db.vault import Vault

# Ways to open an SQLite file, by what lies beside it.
OPEN = "mode=ro&readonly_shm=1"  # somebody has it open, or was killed: then the log is read into memory
CLOSED = "mode=ro&immutable=1"
COPIED = "mode=ro"


@asynccontextmanager
async def look_at(url: str, *, vault: Vault) -> AsyncIterator[Database | None]:
    """The database at `url` for reading alone, for as long as the block lasts; None where there is none yet.

    Raises DatabaseNotMigrated where it is behind, DatabaseIsNewer where it is ahead, and the other errors of db.errors.
    """
    if is_sqlite(url) and not await database_exists(url, vault=vault.path):
        yield None
        return
    with opening(url, vault.path), _engine(url, vault) as engine:
        reader = engine if is_sqlite(url) else snapshot_reader(engine)
        database = Database(url, vault, reader, reader)
        try:
            yield database if await _is_ready(database, reader) else None
        finally:
            await database.close()


async def _is_ready(database: Database, engine: AsyncEngine) -> bool:
    async with engine.connect() as connection:
        found = await connection.run_sync(_version)
    if found is None:
        return False
    require_newest(found, database.url)
    await database.read(check_vault)
    return True


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def _engine(url: str, vault: Vault) -> Iterator[AsyncEngine]:
    if not is_sqlite(url):
        yield postgres_engine(url, size=1)
        return
    with _file_and_way(sqlite_path(url)) as (path, how):
        yield sqlite_look(path, vault.database_key(), how)


@contextmanager
def _file_and_way(path: Path) -> Iterator[tuple[Path, str]]:
    """The file, and how to open it. A log without its index (copied by hand) makes SQLite write one, so a copy of both
    is looked at."""
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    if index.exists():
        yield path, OPEN
    elif not log.exists() or log.stat().st_size == 0:
        yield path, CLOSED
    else:
        with tempfile.TemporaryDirectory(prefix="alongside-look-") as folder:
            for one in (path, log):
                shutil.copyfile(one, Path(folder) / one.name)
            yield Path(folder) / path.name, COPIED
