"""The vault as a file: a small SQLite file with a rollback journal, so that several processes can share it and a commit
that came back is on the disk. What it holds is wrapped already; here nothing is read or sealed."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from db.errors import VaultCannotBeUsed
from db.files import make_private_file

PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON", "trusted_schema=OFF")
TABLES = (
    "create table if not exists own_keys (name text primary key, wrapped blob not null) without rowid",
    "create table if not exists people (person_id integer primary key, wrapped blob)",  # NULL: erased
    "create table if not exists suppressed (fingerprint blob primary key) without rowid",
)
Wrapped = bytes | None
Rewrap = Callable[[bytes], bytes]


class VaultFile:
    """Rows of wrapped keys and of fingerprints. Each read looks at the file, so what another process did is seen."""

    def __init__(self, path: Path) -> None:
        """Opens the file at `path`, made here (0600) where there is none. Raises VaultCannotBeUsed."""
        self.path = path
        self._lock = RLock()
        with self._trouble():
            make_private_file(path)
            self._rows = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._rows.close()
            raise

    def _prepare(self) -> None:
        with self._trouble():
            for pragma in PRAGMAS:
                self._rows.execute(f"PRAGMA {pragma}")
        with self.writing():
            for table in TABLES:
                self._rows.execute(table)

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as error:
            raise VaultCannotBeUsed(path=self.path, reason=error) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing, on the disk when it ends; other processes wait."""
        with self._lock, self._trouble():
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._rows.execute("ROLLBACK")
                raise
            self._rows.execute("COMMIT")

    def _one(self, query: str, key: object) -> tuple[Wrapped] | None:
        with self._lock, self._trouble():
            row: tuple[Wrapped] | None = self._rows.execute(query, (key,)).fetchone()
            return row

    def own_key(self, name: str) -> bytes | None:
        """The wrapped key of the service called `name`, or None."""
        row = self._one("select wrapped from own_keys where name = ?", name)
        return row[0] if row else None

    def add_own_key(self, name: str, wrapped: bytes) -> None:
        """Keeps a key of the service where there is none called `name`; the first one stays."""
        with self.writing():
            self._rows.execute("insert into own_keys values (?, ?) on conflict do nothing", (name, wrapped))

    def person(self, person_id: int) -> tuple[Wrapped] | None:
        """(wrapped key,) of the person, (None,) of one who was erased, None of one never seen."""
        return self._one("select wrapped from people where person_id = ?", person_id)

    def add_people(self, wrapped: Mapping[int, bytes], *, after_erasure: bool) -> None:
        """Keeps the keys of people who have none; one that is there stays, an erasure too unless `after_erasure`."""
        update = "update people set wrapped = ? where person_id = ? and wrapped is null"
        with self.writing():
            self._rows.executemany("insert into people values (?, ?) on conflict do nothing", list(wrapped.items()))
            if after_erasure:
                self._rows.executemany(update, [(key, person_id) for person_id, key in wrapped.items()])

    def erase_person(self, person_id: int) -> None:
        """Overwrites the person's key and remembers that there was an erasure."""
        upsert = "insert into people values (?, null) on conflict do update set wrapped = null"
        with self.writing():
            self._rows.execute(upsert, (person_id,))

    def suppressed(self, fingerprint: bytes) -> bool:
        """Is this fingerprint on the suppression list?"""
        return self._one("select fingerprint from suppressed where fingerprint = ?", fingerprint) is not None

    def set_suppressed(self, fingerprint: bytes, on: bool) -> None:
        """Puts the fingerprint on the suppression list, or takes it off."""
        change = "insert into suppressed values (?) on conflict do nothing"
        with self.writing():
            self._rows.execute(change if on else "delete from suppressed where fingerprint = ?", (fingerprint,))

    def rewrap(self, rewrap: Rewrap) -> int:
        """Puts every wrapped key through `rewrap`, all or none. Gives how many."""
        with self.writing():
            self._rows.create_function("rewrap", 1, rewrap, deterministic=False)
            own = self._rows.execute("update own_keys set wrapped = rewrap(wrapped)").rowcount
            people = self._rows.execute("update people set wrapped = rewrap(wrapped) where wrapped is not null")
            return own + people.rowcount

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._rows.close()
