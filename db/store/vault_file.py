"""The vault as a file: a small SQLite file with a rollback journal, so that several processes can share it and a commit
that came back is on the disk. What it holds is wrapped already; here nothing is read or sealed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from db.store.errors import VaultCannotBeUsed
from db.store.files import make_private_file

PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "fullfsync=ON",  # macOS: a plain fsync leaves the bytes in the drive's cache
    "secure_delete=ON",
    "trusted_schema=OFF",
)
TABLES = (
    "create table if not exists own_keys (name text primary key, wrapped blob not null) without rowid",
    "create table if not exists people (person_id integer primary key, wrapped blob)",  # NULL: erased
    "create table if not exists suppressed (fingerprint blob primary key) without rowid",
    "create table if not exists left_at (person_id integer primary key, generation integer not null)",
    "create table if not exists lost (person_id integer primary key)",  # an earlier key of theirs is gone
    "create table if not exists confirmed (name text primary key, number integer not null) without rowid",
)
# The highest person id that the erasure of a fingerprint covers; 0 where it was written before this was kept.
UP_TO = "alter table suppressed add column up_to integer not null default 0"
GENERATION = "generation"
ROTATED = "rotated"  # how often the master keys were rotated, and when last (seconds since 1970, UTC)
ROTATED_AT = "rotated_at"
Wrapped = bytes | None
Rewrap = Callable[[bytes], bytes]


class WrappedAnew(Exception):
    """The master keys were rotated by another process: to be wrapped with the newest one, and tried again."""


class VaultFile:
    """Rows of wrapped keys and of fingerprints. Each read looks at the file, so what another process did is seen."""

    def __init__(self, path: Path, *, looks: bool = False) -> None:
        """Opens the file at `path`, made here (0600) where there is none. Raises VaultCannotBeUsed.

        `looks`: nothing is made or changed.
        """
        self.path = path
        self._lock = RLock()
        with self._trouble():
            if not looks:
                make_private_file(path)
            where = f"{path.absolute().as_uri()}?mode={'ro' if looks else 'rw'}"
            self._rows = sqlite3.connect(where, uri=True, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            self._stand_in() if looks else self._prepare()
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
            columns = {row[1] for row in self._rows.execute("pragma table_info(suppressed)")}
            if "up_to" not in columns:
                self._rows.execute(UP_TO)

    def _stand_in(self) -> None:
        """What an older file lacks is empty, in memory."""
        with self._trouble():
            self._rows.execute("PRAGMA temp_store=MEMORY")
            there = {name for (name,) in self._rows.execute("select name from sqlite_master")}
            for table in TABLES:
                if table.split()[5] not in there:
                    self._rows.execute(table.replace("create table", "create temp table"))

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

    def add_own_key(self, name: str, wrapped: bytes, rotation: int) -> None:
        """Keeps a key of the service where there is none called `name`; the first one stays. Raises WrappedAnew."""
        with self.writing():
            self._require(rotation)
            self._rows.execute("insert into own_keys values (?, ?) on conflict do nothing", (name, wrapped))

    def person(self, person_id: int) -> tuple[Wrapped] | None:
        """(wrapped key,) of the person, (None,) of one who was erased, None of one never seen."""
        return self._one("select wrapped from people where person_id = ?", person_id)

    def add_people(self, wrapped: Mapping[int, bytes], rotation: int, *, after_erasure: bool) -> None:
        """Keeps the keys of people who have none; one that is there stays, an erasure too unless `after_erasure`.

        Raises WrappedAnew where the keys were rotated since `rotation`: the master key that wrapped these may be gone.
        """
        update = "update people set wrapped = ? where person_id = ? and wrapped is null"
        with self.writing():
            self._require(rotation)
            self._rows.executemany("insert into people values (?, ?) on conflict do nothing", list(wrapped.items()))
            if after_erasure:
                self._rows.executemany(update, [(key, person_id) for person_id, key in wrapped.items()])

    def add_for_lost(self, wrapped: Mapping[int, bytes], rotation: int) -> None:
        """The same for people whose key is lost, and remembers that it is."""
        with self.writing():
            self._require(rotation)
            self._rows.executemany("insert into people values (?, ?) on conflict do nothing", list(wrapped.items()))
            self._rows.executemany("insert into lost values (?) on conflict do nothing", [(one,) for one in wrapped])

    def is_lost(self, person_id: int) -> bool:
        """Did this person have another key, which is gone?"""
        return self._one("select null from lost where person_id = ?", person_id) is not None

    def _require(self, rotation: int) -> None:
        if self.number(ROTATED) != rotation:
            raise WrappedAnew

    def erase_people(self, person_ids: Iterable[int], suppress: Mapping[bytes, int]) -> int:
        """Overwrites these people's keys, marks each as erased, and puts fingerprints on the suppression list, each up
        to a person id: all in one transaction. Gives how many keys there were."""
        ids = [(one,) for one in person_ids]
        with self.writing():
            gone = self._rows.executemany(
                "update people set wrapped = null where person_id = ? and wrapped is not null", ids
            ).rowcount
            self._rows.executemany("insert into people values (?, null) on conflict do nothing", ids)
            self._rows.executemany(
                "insert into suppressed (fingerprint, up_to) values (?, ?)"
                " on conflict do update set up_to = max(up_to, excluded.up_to)",
                list(suppress.items()),
            )
        return max(gone, 0)

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        with self._lock, self._trouble():
            return self._rows.execute(query).fetchall()

    def people(self, *, erased: bool) -> set[int]:
        """The ids of everybody who was erased, or of everybody who has a key."""
        gone = "select person_id from people where wrapped is null"
        there = "select person_id from people where wrapped is not null"
        return {row[0] for row in self._all(gone if erased else there)}

    def highest_person(self) -> int:
        """The highest person id that the vault ever held; 0 where it never held anybody."""
        return int(self._all("select coalesce(max(person_id), 0) from people")[0][0])

    def suppressed(self, fingerprint: bytes) -> bool:
        """Is this fingerprint on the suppression list?"""
        return self._one("select fingerprint from suppressed where fingerprint = ?", fingerprint) is not None

    def all_suppressed(self) -> dict[bytes, int]:
        """The suppression list: the highest person id that each erasure covers, by fingerprint."""
        return dict(self._all("select fingerprint, up_to from suppressed"))

    def lift(self, fingerprint: bytes) -> None:
        """Takes the fingerprint off the suppression list."""
        with self.writing():
            self._rows.execute("delete from suppressed where fingerprint = ?", (fingerprint,))

    def note_left(self, person_id: int) -> None:
        """Remembers that the person left, and at which generation."""
        with self.writing():
            self._rows.execute(
                "insert into left_at values (?, coalesce((select number from confirmed where name = ?), 0))"
                " on conflict do update set generation = excluded.generation",
                (person_id, GENERATION),
            )

    def note_back(self, person_id: int) -> None:
        """The person joined: nothing is remembered of their having left."""
        with self.writing():
            self._rows.execute("delete from left_at where person_id = ?", (person_id,))

    def left_since(self, generation: int) -> set[int]:
        """Who left at that generation or later, and did not join after it."""
        with self._lock, self._trouble():
            found = self._rows.execute("select person_id from left_at where generation >= ?", (generation,))
            return {row[0] for row in found}

    def number(self, name: str) -> int:
        """The number that is remembered under that name; 0 before the first."""
        found = self._one("select number from confirmed where name = ?", name)
        return int(found[0]) if found and found[0] else 0

    def generation(self) -> int:
        """The highest generation of the database that was confirmed here; 0 before the first."""
        return self.number(GENERATION)

    def confirm(self, generation: int) -> None:
        """Remembers that the database has committed that generation. A lower one changes nothing."""
        with self.writing():
            self._raise(GENERATION, generation)

    def _raise(self, name: str, number: int) -> None:
        self._rows.execute(
            "insert into confirmed values (?, ?) on conflict do update set number = max(number, excluded.number)",
            (name, number),
        )

    def rewrap(self, rewrap: Rewrap) -> int:
        """Puts every wrapped key through `rewrap`, in the transaction that is under way. Gives how many."""
        self._rows.create_function("rewrap", 1, rewrap, deterministic=False)
        own = self._rows.execute("update own_keys set wrapped = rewrap(wrapped)").rowcount
        people = self._rows.execute("update people set wrapped = rewrap(wrapped) where wrapped is not null")
        return own + people.rowcount

    def count_rotation(self, at: int) -> None:
        """Whoever wraps a key with another master key than the newest notices, from the end of this transaction on."""
        self._raise(ROTATED, self.number(ROTATED) + 1)
        self._raise(ROTATED_AT, at)

    def all_wrapped(self) -> Iterator[bytes]:
        """Every wrapped key."""
        query = "select wrapped from own_keys union all select wrapped from people where wrapped is not null"
        return (row[0] for row in self._all(query))

    def copy_to(self, target: Path) -> None:
        """Writes the whole vault, as it is at one moment, into the empty file at `target`."""
        with self._lock, self._trouble(), closing(sqlite3.connect(target)) as copy:
            self._rows.backup(copy)

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._rows.close()


def is_vault(path: Path) -> bool:
    """Is the file at `path` a vault? It is looked at, and not changed."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as rows:
            return rows.execute("select name from own_keys").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
