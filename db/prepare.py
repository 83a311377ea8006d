"""Keys and vault at the start: made where there is neither database nor key yet, refused where one is missing."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, select

from db.errors import DatabaseGone, DatabaseKeyMissing
from db.keys import make_keys_file, new_key, parse_keys, read_keys, replace_keys_file
from db.postgres import postgres_engine
from db.tables import metadata
from db.trouble import opening
from db.url import is_sqlite, place, sqlite_path
from db.vault import Vault, open_vault


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
    """Leaves the newest key alone in `keys_file`; gives how many it dropped. Raises VaultCannotBeOpened where that one
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
