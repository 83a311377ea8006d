"""Who else on the machine may read or replace what the service keeps in files."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from shlex import quote

from alongside.settings import Settings
from alongside.trouble import OpenToOthers
from db.errors import MemoryTrouble
from db.url import is_sqlite, sqlite_path

_ANY_OF_OTHERS = 0o077
_WRITE_OF_OTHERS = 0o002


def refuse_open_secrets(settings: Settings) -> None:
    """Raises OpenToOthers where somebody else on the machine could read the keys, the vault, the token or the address
    of the database, or put other ones in their place."""
    if commands := chmods(secrets_of(settings)):
        raise OpenToOthers(commands=" && ".join(commands))


def chmods(files: Iterable[Path]) -> list[str]:
    """What to type so that these files, and what lies beside them under their name, are for their owner alone, and that
    nobody else may write into their folders; empty where all is well, or nothing is there yet.

    What systemd hands to this service alone is left out: its rights are kept in another way.
    """
    given = os.environ.get("CREDENTIALS_DIRECTORY")
    kept = [path for path in files if not (given and path.absolute().is_relative_to(given))]
    folders = sorted({path.absolute().parent for path in kept})
    # What lies beside a file is of it: -wal and -shm of a database.
    near = sorted({one for path in kept for one in path.parent.glob(f"{path.name}*") if one.is_file()})
    return [
        *(
            f"chmod go-w {quote(str(path))}"
            for path in folders
            if _mode(path) & _WRITE_OF_OTHERS and not _mode(path) & stat.S_ISVTX
        ),
        *(f"chmod 600 {quote(str(path))}" for path in near if _mode(path) & _ANY_OF_OTHERS),
    ]


def _mode(path: Path) -> int:
    return path.stat().st_mode if path.exists() else 0


def secrets_of(settings: Settings) -> Iterator[Path]:
    """The files that open something: whoever reads one reads people's words, or is the bot."""
    if settings.secret_keys is None:
        yield settings.secret_keys_file
    if settings.bot_token is None and settings.bot_token_file is not None:
        yield settings.bot_token_file
    if settings.database_url_file is not None:
        yield settings.database_url_file
    yield settings.vault


def database_file(settings: Settings) -> Path | None:
    """The SQLite file; None with PostgreSQL, or where the address is none."""
    try:
        return sqlite_path(settings.database_url) if is_sqlite(settings.database_url) else None
    except MemoryTrouble:
        return None  # said elsewhere
