"""Files that nobody else may read, drafts, disk space, failpoints for trials, and who uses an SQLite file."""

import fcntl
import os
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from db.store.errors import CopyCannotBeMade, DatabaseCannotBeWritten, DatabaseInUse
from db.store.url import is_sqlite, sqlite_path


def make_folder(folder: Path) -> None:
    """Makes the folder, and those above it, readable by the owner only (0700); leaves one that is there as it is."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
        sync(path.parent)


def make_private_file(path: Path) -> None:
    """Makes an empty file, readable by the owner only (0600), where there is none; its name lasts through a loss of
    power. Raises OSError."""
    make_folder(path.parent)
    new = not path.exists()
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if new:
        sync(path.parent)


def sync(path: Path) -> None:
    """Makes what is written into the file, or a new name in the folder, last through a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """An empty file (0600) beside `target`, to be written in the block, which takes its place when that ends well.

    After an error, or a kill, `target` is as it was. Raises OSError.
    """
    draft = target.with_name(target.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        make_private_file(draft)
        yield draft
        sync(draft)
        draft.replace(target)
        sync(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def refuse_taken(target: Path) -> None:
    """Raises CopyCannotBeMade where there is something at `target`."""
    if target.exists():
        raise CopyCannotBeMade(path=target.absolute(), reason="something is there already")


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


def _never(name: str) -> None:
    """Where no failpoint is set, passing one costs a call and nothing else."""


def killer(setting: str, kill: Callable[[], object]) -> Callable[[str], None]:
    """A function to call at each named place; it calls `kill` at the n-th passing of the place in `setting`.

    `setting` is "name:n" with n counted from 1; "name" alone means the first passing, "" means never.
    """
    if not setting:
        return _never
    place, _, count = setting.partition(":")
    left = int(count or "1")

    def pass_by(name: str) -> None:
        nonlocal left
        if name == place:
            left -= 1
            if left == 0:
                kill()

    return pass_by


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


_armed = [killer(os.environ.get("ALONGSIDE_FAILPOINT", ""), _kill)]


def failpoint(name: str) -> None:
    """A place of that name is passed; where it is the one that was set, and for the n-th time, all ends here."""
    _armed[0](name)


def arm(setting: str) -> None:
    """Sets the failpoint of this process again: for one that was forked, and so read its environment long before."""
    _armed[0] = killer(setting, _kill)


LONGEST = 500  # bytes of what is said of who has it


class FileTurn:
    """The right to use the file; the system ends it with the process at the latest. Nothing is held of a server."""

    def __init__(self, file: int | None) -> None:
        self._file = file

    def end(self) -> None:
        """Another may have it at once."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def take_turn(url: str, who: str) -> FileTurn | None:
    """Takes the database for `who`, words that say which process it is; None where another has it.

    Raises DatabaseCannotBeWritten where its folder cannot be used.
    """
    if not is_sqlite(url):
        return FileTurn(None)
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
    return FileTurn(file)


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
