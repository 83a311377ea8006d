"""Which kind of copy a file is, and whether it may go where somebody wants to put it."""

from pathlib import Path

from db.copies import opens
from db.errors import CopyByPgDump, CopyCannotBeRead, CopyOfAnotherKind
from db.sealed_file import MAGIC
from db.url import is_sqlite, place
from db.vault import Vault

BY_PG_DUMP = (b"PGDMP", b"--\n-- PostgreSQL database dump")
FILE, SERVER = "an SQLite database", "a PostgreSQL database"


def check_kind(path: Path, url: str, vault: Vault) -> None:
    """Raises CopyOfAnotherKind where the copy at `path` is not of the kind of the database at `url`, CopyByPgDump, and
    CopyCannotBeRead where there is no file."""
    if not path.is_file() or not path.stat().st_size:
        raise CopyCannotBeRead(path=path.absolute(), vault=vault.path.absolute(), reason="there is no such file")
    with path.open("rb") as file:
        begins = file.read(len(MAGIC))
    if begins.startswith(BY_PG_DUMP):
        raise CopyByPgDump(path=path.absolute())
    if is_sqlite(url) and begins == MAGIC:
        wanted = "an empty PostgreSQL database"
        raise CopyOfAnotherKind(path=path.absolute(), kind=SERVER, other=FILE, place=place(url), wanted=wanted)
    if not is_sqlite(url) and begins != MAGIC and opens(path, vault):
        wanted = "where the SQLite file is to be, such as sqlite:///data/alongside.db"
        raise CopyOfAnotherKind(path=path.absolute(), kind=FILE, other=SERVER, place=place(url), wanted=wanted)
