"""Who uses an SQLite file: services share it, and whoever puts another file in its place has it for themselves."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import DatabaseCannotBeWritten, DatabaseInUse
from db.files import make_private_file
from db.url import is_sqlite, sqlite_path


@contextmanager
def in_use(url: str, *, exclusive: bool = False) -> Iterator[None]:
    """Holds the database for the block, together with other services or `exclusive`; the system lets go of it whatever
    happens. Nothing is held of a PostgreSQL database.

    Raises DatabaseInUse, and DatabaseCannotBeWritten where its folder cannot be used.
    """
    if not is_sqlite(url):
        yield
        return
    file = _open(sqlite_path(url))
    try:
        _lock(file, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH, url)
        yield
    finally:
        os.close(file)


def _lock(file: int, how: int, url: str) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise DatabaseInUse(path=sqlite_path(url).absolute()) from None


def _open(path: Path) -> int:
    lock = path.with_name(path.name + ".lock")
    try:
        make_private_file(lock)
        return os.open(lock, os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        raise DatabaseCannotBeWritten(path=path, reason=error.strerror or str(error)) from error
