"""How much room there is on the disks that we write to."""

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from db.url import is_sqlite, sqlite_path


def free_bytes(url: str, vault: Path) -> int | None:
    """The least room, in bytes, of the folders of the vault and of an SQLite file; None where no folder can be asked.

    Of a server's disk nothing is known here.
    """
    return min(room([vault, *([sqlite_path(url)] if is_sqlite(url) else [])]).values(), default=None)


def room(files: Iterable[Path]) -> Mapping[Path, int]:
    """The room, in bytes, of each folder in which one of these lies, or of the nearest above it that is there; without
    those that cannot be asked."""
    found: dict[Path, int] = {}
    for file in files:
        folder = next(one for one in file.absolute().parents if one.exists())
        with suppress(OSError):
            found[folder] = shutil.disk_usage(folder).free
    return found
