"""Who else on the machine may read what the service keeps in files."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from alongside.settings import Settings
from db.errors import MemoryTrouble
from db.url import is_sqlite, sqlite_path

_OTHERS = 0o077


def chmods(settings: Settings) -> list[str]:
    """What to type so that folders are 0700 and files 0600; empty where all is well, or nothing is there yet."""
    kept = list(_kept(settings))
    folders = sorted({path.parent for path in kept})
    # What lies beside a file is of it: -wal and -shm of a database.
    files = sorted({near for path in kept for near in path.parent.glob(f"{path.name}*") if near.is_file()})
    return [f"chmod {mode} {path}" for mode, paths in (("700", folders), ("600", files)) for path in _open(paths)]


def _kept(settings: Settings) -> Iterator[Path]:
    if settings.secret_keys is None:
        yield settings.secret_keys_file
    if settings.bot_token is None and settings.bot_token_file is not None:
        yield settings.bot_token_file
    yield settings.vault
    try:
        if is_sqlite(settings.database_url):
            yield sqlite_path(settings.database_url)
    except MemoryTrouble:
        return  # an address that is none is said elsewhere


def _open(paths: Iterable[Path]) -> Iterator[Path]:
    return (path for path in paths if path.exists() and stat.S_IMODE(path.stat().st_mode) & _OTHERS)
