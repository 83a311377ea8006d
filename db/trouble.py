"""What the drivers raise, turned into errors that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from asyncpg.exceptions import PostgresError
from sqlalchemy.exc import DBAPIError

from db.errors import (
    DatabaseBehindPooler,
    DatabaseCannotBeReached,
    DatabaseCannotBeRead,
    DatabaseCannotBeWritten,
    MemoryTrouble,
)
from db.url import is_sqlite, place

UNREADABLE = ("file is not a database", "malformed", "not an error")
NOT_FOR_A_POOLER = "unsupported startup parameter"
UNWRITABLE = ("disk is full", "readonly database", "disk i/o error", "unable to open", "no write-ahead log")


@contextmanager
def opening(url: str, vault: Path) -> Iterator[None]:
    """While a database is opened: any driver error, and any error of the file system or the network, is ours."""
    try:
        yield
    except (DBAPIError, PostgresError, OSError, TimeoutError) as error:
        raise _ours(error, url, vault) or error from error


@contextmanager
def writing(url: str, vault: Path) -> Iterator[None]:
    """While a transaction writes: a full disk and a damaged file are ours, the rest is left as it is."""
    try:
        yield
    except DBAPIError as error:
        ours = _file_trouble(error, url, vault) if is_sqlite(url) else None
        if ours is None:
            raise
        raise ours from error


def _ours(error: Exception, url: str, vault: Path) -> MemoryTrouble | None:
    if not is_sqlite(url):
        if NOT_FOR_A_POOLER in _reason(error):
            return DatabaseBehindPooler(path=place(url))
        return DatabaseCannotBeReached(path=place(url), reason=_reason(error))
    if isinstance(error, OSError):
        return DatabaseCannotBeWritten(path=place(url), reason=_reason(error))
    return _file_trouble(error, url, vault)


def _file_trouble(error: Exception, url: str, vault: Path) -> MemoryTrouble | None:
    words = str(getattr(error, "orig", error)).lower()
    if any(sign in words for sign in UNREADABLE):
        return DatabaseCannotBeRead(path=place(url), vault=vault)
    if any(sign in words for sign in UNWRITABLE):
        return DatabaseCannotBeWritten(path=place(url), reason=_reason(error))
    return None


def _reason(error: Exception) -> str:
    """The driver's own words: they name no values and no password."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(getattr(error, "orig", error)) or type(error).__name__
