"""A copy of the SQLite file under its own key, the sealed file format, and which kind of copy a file is."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3.dbapi2
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.store.errors import CopyByPgDump, CopyCannotBeMade, CopyCannotBeRead, CopyOfAnotherKind
from db.store.files import draft_of, make_private_file, refuse_taken, sync
from db.store.url import is_sqlite, place
from db.store.vault import Vault

MAGIC = b"Alongside: a copy of a PostgreSQL database, 1\n"
SALT = 32
LONGEST = 1 << 30  # bytes of a record; a length beyond it is damage


class BrokenFile(Exception):
    """The file does not open with this vault, or is damaged."""


class SealedWriter:
    """Writes records to a file, in order. The last one is to be put with `last`."""

    def __init__(self, file: BinaryIO, vault: Vault) -> None:
        salt = os.urandom(SALT)
        self._file = file
        self._box = AESGCM(vault.copy_key(salt))
        self._number = 0
        file.write(MAGIC + salt)

    def put(self, record: bytes, *, last: bool = False) -> None:
        """Seals the record and writes it."""
        sealed = self._box.encrypt(_nonce(self._number, last), record, MAGIC)
        self._file.write(len(sealed).to_bytes(4) + sealed)
        self._number += 1


def records(path: Path, vault: Vault) -> Iterator[bytes]:
    """Every record of the file at `path`, in order. Raises Broken, at the latest in place of the last one."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise BrokenFile("it is no copy of ours")
        box, number = AESGCM(vault.copy_key(file.read(SALT))), 0
        sealed = _next(file)
        while sealed is not None:
            following = _next(file)
            try:
                yield box.decrypt(_nonce(number, following is None), sealed, MAGIC)
            except InvalidTag:
                words = "it does not open with this vault" if number == 0 else "it is damaged, or was cut off"
                raise BrokenFile(words) from None
            sealed, number = following, number + 1
    if number == 0:
        raise BrokenFile("it was cut off")


def _next(file: BinaryIO) -> bytes | None:
    """The next sealed record; None at the end. One that was cut off comes as far as it goes, and does not open."""
    length = int.from_bytes(head) if len(head := file.read(4)) == 4 else 0
    return file.read(min(length, LONGEST)) if head else None


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def make_copy(source: Path, target: Path, vault: Vault) -> int:
    """Copies the database at `source` to `target` (0600), encrypted with the same key; how many people are in it.

    It is there whole, or not at all. Raises CopyCannotBeMade where `target` is there or cannot be written, and
    CopyCannotBeRead where the copy does not prove good.
    """
    refuse_taken(target)
    if not source.exists():
        raise CopyCannotBeMade(path=target.absolute(), reason=f"there is no database at {source.absolute()}")
    try:
        with draft_of(target) as draft:
            _copy(source, draft, vault)
            return check_copy(draft, vault, named=target)
    except (sqlcipher3.dbapi2.Error, OSError) as error:
        raise CopyCannotBeMade(path=target.absolute(), reason=getattr(error, "strerror", None) or str(error)) from error


def take_copy(path: Path, ready: Path, vault: Vault) -> int:
    """Copies the copy at `path`, with a log that lies beside it, to `ready` (0600), and proves it there: `path` may be
    where nobody can write. How many people are in it. Raises CopyCannotBeRead."""
    if not path.is_file() or not path.stat().st_size:
        raise CopyCannotBeRead(path=path.absolute(), vault=vault.path.absolute(), reason="there is no such file")
    for end in ("", "-wal"):
        from_, to = path.with_name(path.name + end), ready.with_name(ready.name + end)
        to.unlink(missing_ok=True)  # of a restore that was cut off
        if from_.is_file():
            make_private_file(to)
            shutil.copyfile(from_, to)
    try:
        return check_copy(ready, vault, named=path)
    except BaseException:
        for end in ("", "-wal", "-shm"):
            ready.with_name(ready.name + end).unlink(missing_ok=True)
        raise


def check_copy(path: Path, vault: Vault, *, named: Path) -> int:
    """How many people are in the copy at `path`. Raises CopyCannotBeRead where it does not open or is damaged; to whom
    it is told it is `named` so."""
    try:
        raw = _connect(path, vault)
        try:
            damaged = raw.execute("PRAGMA cipher_integrity_check").fetchall()
            [said] = raw.execute("PRAGMA integrity_check(1)").fetchone()
            count = raw.execute("select count(*) from people where telegram_id is not null").fetchone()[0]
        finally:
            raw.close()
    except sqlcipher3.dbapi2.Error as error:
        raise CopyCannotBeRead(path=named.absolute(), vault=vault.path.absolute(), reason=error) from error
    if damaged or said != "ok":
        reason = damaged[0][0] if damaged else said
        raise CopyCannotBeRead(path=named.absolute(), vault=vault.path.absolute(), reason=reason)
    return int(count)


def opens(path: Path, vault: Vault) -> bool:
    """Is this an SQLite file of ours, under this vault's key?"""
    try:
        raw = _connect(path, vault, mode="ro")
        try:
            raw.execute("select count(*) from sqlite_master").fetchall()
        finally:
            raw.close()
    except sqlcipher3.dbapi2.Error:
        return False
    return True


def _copy(source: Path, target: Path, vault: Vault) -> None:
    """In one step under one read lock: no writer is kept waiting, and none makes it begin again.

    Updates that wait, or were set aside, are sealed with the service's own key, which no erasure deletes. A copy that
    is put back handles none of them, so their words are left out of it.
    """
    from_, to = _connect(source, vault), _connect(target, vault)
    try:
        from_.backup(to)
        to.execute("PRAGMA secure_delete=ON")
        to.execute("update inbox set payload = null where payload is not null")
        to.execute("update inbox set state = 'done', looked = 1 where state = 'waiting'")
    finally:
        to.close()
        from_.close()


def _connect(path: Path, vault: Vault, mode: str = "rw") -> Any:
    raw = sqlcipher3.dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=30, isolation_level=None
    )
    try:
        for pragma in ("cipher_log_level=NONE", f"key=\"x'{vault.database_key()}'\""):
            raw.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        raw.close()
        raise
    return raw


def swap_in(new: Path, path: Path, aside: Path, vault: Vault) -> bool:
    """Puts the file `new` in place of `path`, and what was there with its log aside; whether anything was. Nobody may
    use either.

    A kill at any moment leaves the old one, or the new one.
    """
    had = path.exists()
    if had:
        _empty_log(path, vault)
    for end in ("-wal", "-shm"):  # of a database that nobody closed; beside another file they would be its log
        there = path.with_name(path.name + end)
        if there.exists():
            there.replace(aside.with_name(aside.name + end))
    if had:
        try:
            os.link(path, aside)
        except OSError:  # a file system without links
            path.replace(aside)
    new.replace(path)
    sync(path.parent)
    return had


def _empty_log(path: Path, vault: Vault) -> None:
    """What stands only in the log is written into the file, as far as it can be read."""
    with suppress(sqlcipher3.dbapi2.Error):
        raw = _connect(path, vault)
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            raw.close()


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
