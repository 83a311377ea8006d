"""A copy of the SQLite file under its own key: made by SQLite while services run, and proven by opening it."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from db.drafts import draft_of, refuse_taken
from db.errors import CopyCannotBeMade, CopyCannotBeRead
from db.files import make_private_file, sync
from db.vault import Vault


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
