"""Keys and vault at the start, and two other ways to open a database: to look at it, and in one loop for trials."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.ext.asyncio import AsyncEngine

from db.migrate import migrate, require_newest, version_of
from db.store.engine import Database, T, Work, check_vault, remember_vault
from db.store.errors import DatabaseGone, DatabaseKeyMissing
from db.store.keys import make_keys_file, new_key, parse_keys, read_keys, replace_keys_file
from db.store.postgres import postgres_engine, snapshot_reader
from db.store.sqlite import PRAGMAS, cipher_connector, cipher_driver, sqlite_look
from db.store.url import is_sqlite, opening, place, sqlite_path, writing
from db.store.vault import Vault, open_vault
from db.tables import metadata
from db.tx import Tx


async def prepare_secrets(
    *, database_url: str, keys: str | None, keys_file: Path, vault: Path, restores: bool = False
) -> Vault:
    """The open vault that belongs to the database at `database_url`.

    - `keys` (ALONGSIDE_SECRET_KEYS, one a line) wins over `keys_file`.
    - Where there is no database, no vault and no key, a key file and a vault are made.
    - A database without its vault or keys raises DatabaseKeyMissing; a vault without keys SecretKeysMissing.
    - Keys that do not open the vault raise VaultCannotBeOpened, and nothing is changed.
    - A vault that ever held a person beside no database, or an empty one, raises DatabaseGone, but for one who
      `restores` it.
    """
    if not _is_there(vault) and await database_exists(database_url, vault=vault):
        raise _without_vault(database_url, vault)
    newest = None if keys else lambda: read_keys(keys_file, vault=vault)
    opened = open_vault(vault, _keys(keys, keys_file, vault), newest)
    try:
        if opened.highest_person and not restores and not await database_exists(database_url, vault=vault):
            raise _gone(database_url, vault)
    except BaseException:
        opened.close()
        raise
    return opened


async def secrets_to_look(*, database_url: str, keys: str | None, keys_file: Path, vault: Path) -> Vault | None:
    """The same for one who looks: nothing is made or changed. None where there is no vault yet, and no database."""
    if not _is_there(vault):
        if await database_exists(database_url, vault=vault):
            raise _without_vault(database_url, vault)
        return None
    known = parse_keys(keys, source="ALONGSIDE_SECRET_KEYS") if keys else read_keys(keys_file, vault=vault)
    opened = open_vault(vault, known, looks=True)
    try:
        if opened.highest_person and not await database_exists(database_url, vault=vault):
            raise _gone(database_url, vault)
    except BaseException:
        opened.close()
        raise
    return opened


def _without_vault(url: str, vault: Path) -> DatabaseKeyMissing:
    return DatabaseKeyMissing(database=place(url, absolute=True), missing="vault", path=vault.absolute())


def _gone(url: str, vault: Path) -> DatabaseGone:
    return DatabaseGone(database=place(url, absolute=True), vault=vault.absolute())


def _keys(keys: str | None, keys_file: Path, vault: Path) -> tuple[str, ...]:
    if keys:
        return parse_keys(keys, source="ALONGSIDE_SECRET_KEYS")
    if _is_there(vault) or keys_file.exists():
        return read_keys(keys_file, vault=vault)
    return make_keys_file(keys_file)


def rotate_keys_file(vault: Vault, keys_file: Path, now: datetime) -> int:
    """Puts a fresh key before those in `keys_file` and wraps the vault under it; gives how many keys it wrapped.

    Services that run go on: they read the file when they notice. A kill at any moment leaves keys that open the vault.
    """
    return vault.wrapping.rotate(new_key(), lambda keys: replace_keys_file(keys_file, keys), now)


def drop_old_keys(vault: Vault, keys_file: Path) -> int:
    """Keeps the newest key only in `keys_file`; gives how many it dropped. Raises VaultCannotBeOpened where that one
    does not open all there is."""
    return vault.wrapping.drop_old(lambda keys: replace_keys_file(keys_file, keys))


def _is_there(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0


async def database_exists(url: str, *, vault: Path) -> bool:
    """Is there anything to lose at `url`? A file that is not empty, or a row in one of our tables on a server."""
    if is_sqlite(url):
        return _is_there(sqlite_path(url))
    with opening(url, vault):
        engine = postgres_engine(url, size=1)
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(_has_rows)
        finally:
            await engine.dispose()


def _has_rows(connection: Connection) -> bool:
    found = set(inspect(connection).get_table_names())
    ours = [table for name, table in metadata.tables.items() if name in found]
    return any(connection.execute(select(1).select_from(table).limit(1)).first() for table in ours)


class InLoopDatabase(Database):
    """A Database over one plain connection that reads and writes."""

    def __init__(self, url: str, vault: Vault, engine: Engine) -> None:
        self.url = self.direct_url = url
        self._vault = vault
        self._engine = engine

    @property
    def dialect(self) -> str:
        """sqlite."""
        return self._engine.dialect.name

    async def write(self, work: Work[T]) -> T:
        """As Database.write. Two at once do not wait for each other: that is an error."""
        with writing(self.url, self._vault.path), self._engine.begin() as connection:
            return await work(Tx(connection, self._vault))

    async def read(self, work: Work[T]) -> T:
        """As Database.read, and nothing keeps it from writing."""
        return await self.write(work)

    async def close(self, grace: float = 0) -> None:
        """Lets go of the file."""
        self._engine.dispose()


async def open_in_loop(url: str, *, vault: Vault) -> InLoopDatabase:
    """The database in the SQLite file at `url`, made where there is none, and migrated. Raises as db.store.engine
    does."""
    await migrate(url, vault=vault)
    database = InLoopDatabase(url, vault, _loop_engine(url, vault))
    with opening(url, vault.path):
        if not await database.read(check_vault):
            await database.write(remember_vault)
    return database


def _loop_engine(url: str, vault: Vault) -> Engine:
    connect = cipher_connector(sqlite_path(url), vault.database_key(), (*PRAGMAS, "foreign_keys=ON"))
    engine = create_engine(
        "sqlite+pysqlite:///file",  # the connector knows which
        module=cipher_driver().sqlite,
        creator=connect,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


# Ways to open an SQLite file, by what lies beside it.
OPEN = "mode=ro&readonly_shm=1"  # somebody has it open, or was killed: then the log is read into memory
CLOSED = "mode=ro&immutable=1"
COPIED = "mode=ro"


@asynccontextmanager
async def look_at(url: str, *, vault: Vault) -> AsyncIterator[Database | None]:
    """The database at `url` for reading only, for as long as the block lasts; None where there is none yet.

    Raises DatabaseNotMigrated where it is behind, DatabaseIsNewer where it is ahead, and the other errors of
    db.store.errors.
    """
    if is_sqlite(url) and not await database_exists(url, vault=vault.path):
        yield None
        return
    with opening(url, vault.path), _looking_engine(url, vault) as engine:
        reader = engine if is_sqlite(url) else snapshot_reader(engine)
        database = Database(url, vault, reader, reader)
        try:
            yield database if await _is_ready(database, reader) else None
        finally:
            await database.close()


async def _is_ready(database: Database, engine: AsyncEngine) -> bool:
    async with engine.connect() as connection:
        found = await connection.run_sync(version_of)
    if found is None:
        return False
    require_newest(found, database.url)
    await database.read(check_vault)
    return True


@contextmanager
def _looking_engine(url: str, vault: Vault) -> Iterator[AsyncEngine]:
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
