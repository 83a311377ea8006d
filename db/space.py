"""How much room there is on the disks that we write to."""

import shutil
from contextlib import suppress
from pathlib import Path

from db.url import is_sqlite, sqlite_path


def free_bytes(url: str, vault: Path) -> int | None:
    """The least room, in bytes, of the folders of the vault and of an SQLite file; None where no folder can be asked.

    Of a server's disk nothing is known here.
    """
    folders = {vault.absolute().parent} | ({sqlite_path(url).absolute().parent} if is_sqlite(url) else set())
    found = []
    for folder in folders:
        with suppress(OSError):
            found.append(shutil.disk_usage(folder).free)
    return min(found, default=None)
