"""Who uses an SQLite file: one service at a time, or whoever puts another file in its place."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.errors import DatabaseCannotBeWritten, DatabaseInUse
from db.files import make_private_file
from db.url import is_sqlite, sqlite_path

LONGEST = 500  # bytes of what is said of who has it


class Turn:
    """The right to use the file; the system ends it with the process at the latest. Nothing is held of a server."""

    def __init__(self, file: int | None) -> None:
        self._file = file

    def end(self) -> None:
        """Another may have it at once."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def take_turn(url: str, who: str) -> Turn | None:
    """Takes the database for `who`, words that say which process it is; None where another has it.

    Raises DatabaseCannotBeWritten where its folder cannot be used.
    """
    if not is_sqlite(url):
        return Turn(None)
    path = sqlite_path(url)
    try:
        make_private_file(_lock_of(path))
        file = os.open(_lock_of(path), os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        raise DatabaseCannotBeWritten(path=path, reason=error.strerror or str(error)) from error
    if not _locks(file, fcntl.LOCK_EX):
        os.close(file)
        return None
    with suppress(OSError):  # a full disk: nobody is named then
        os.ftruncate(file, 0)
        os.pwrite(file, who.encode()[:LONGEST], 0)
    return Turn(file)


def who_uses(url: str) -> str | None:
    """What the process that has the SQLite file said of itself; None where nobody has it. Changes nothing."""
    try:
        file = os.open(_lock_of(sqlite_path(url)), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return None if _locks(file, fcntl.LOCK_SH) else os.pread(file, LONGEST, 0).decode(errors="replace")
    finally:
        os.close(file)


@contextmanager
def in_use(url: str, who: str = "a command") -> Iterator[None]:
    """Holds the SQLite file for the block. Raises DatabaseInUse where another has it, and as `take_turn` does."""
    turn = take_turn(url, who)
    if turn is None:
        raise DatabaseInUse(path=sqlite_path(url).absolute())
    try:
        yield
    finally:
        turn.end()


def _locks(file: int, how: int) -> bool:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")
