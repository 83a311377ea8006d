"""A copy of a database on a PostgreSQL server, and a scratch database to read it into."""

import hashlib
import json
import secrets
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from asyncpg.exceptions import InsufficientPrivilegeError, PostgresError

from db.migrate import downgrade, migrate
from db.store.copies import BrokenFile, SealedWriter, records
from db.store.errors import CopyCannotBeMade, CopyCannotBeRead, DatabaseNotEmpty, MayNotMakeDatabase
from db.store.files import draft_of, refuse_taken
from db.store.opening import database_exists
from db.store.postgres import driver_of
from db.store.url import opening, place, with_account_of, with_database
from db.store.vault import Vault
from db.tables import metadata

VERSION = "alembic_version"
# What each record of the file is, by its first byte; all but rows are JSON.
ABOUT, TABLE, ROWS, END, LAST = (bytes([letter]) for letter in b"ATRE.")
# The same words out and in, whatever a server or a role has set.
PLAIN = "set local datestyle = 'ISO'; set local timezone = 'UTC'; set local extra_float_digits = 3; "
PLAIN += "set local bytea_output = 'hex'; set local intervalstyle = 'iso_8601'"
# Updates that wait, or were set aside, are sealed with the service's own key, which no erasure deletes. A copy that is
# put back handles none of them, so their words are left out of it.
LEFT_OUT: Mapping[tuple[str, str], str] = {
    ("inbox", "payload"): "null",
    ("inbox", "looked"): "looked or state = 'waiting'",
    ("inbox", "state"): "case when state = 'waiting' then 'done' else state end",
}
TABLES = """
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'r'
    and a.attnum > 0 and not a.attisdropped group by c.relname
"""
POINTS = """
    select f.relname as from_, t.relname as to_ from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.oid <> t.oid and f.relnamespace = quote_ident(current_schema())::regnamespace
"""
COUNTED = "select sequencename, last_value from pg_sequences where schemaname = current_schema() and last_value > 0"
GO_ON = "select setval(quote_ident($1)::regclass, $2)"


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy: the version of the database, how many people, and the rows and the SHA-256 of each table."""

    version: str
    people: int
    rows: Mapping[str, int]
    digests: Mapping[str, str]


async def make_server_copy(url: str, target: Path, vault: Vault) -> Contents:
    """Copies the database at `url` to the file `target` (0600), and proves the copy by reading it; what is in it.

    It is there whole, or not at all. Raises CopyCannotBeMade where `target` is there or cannot be written, or the
    server breaks off, and CopyCannotBeRead where the copy does not prove good.
    """
    refuse_taken(target)
    try:
        with draft_of(target) as draft, draft.open("wb") as file:
            async with AsyncExitStack() as stack:
                with opening(url, vault.path):
                    server = await stack.enter_async_context(driver_of(url))
                await _copy_out(server, SealedWriter(file, vault))
            file.flush()
            return read_server_copy(draft, vault, named=target)
    except (BrokenFile, PostgresError, OSError) as error:
        raise _not_made(target, error) from error


def _not_made(target: Path, error: Exception) -> CopyCannotBeMade:
    return CopyCannotBeMade(path=target.absolute(), reason=getattr(error, "strerror", None) or str(error))


def _not_read(path: Path, vault: Vault, error: Exception) -> CopyCannotBeRead:
    reason = getattr(error, "strerror", None) or str(error)
    return CopyCannotBeRead(path=path.absolute(), vault=vault.path.absolute(), reason=reason)


async def _copy_out(server: Any, copy: SealedWriter) -> None:
    there = await server.fetch(TABLES)
    if VERSION not in {row["name"] for row in there}:
        raise BrokenFile("the database has no tables of ours")
    async with server.transaction(isolation="repeatable_read", readonly=True):
        # Held first: a migration that comes between would change tables after the moment that is copied.
        await server.execute(f"lock table {', '.join(_quoted(row['name']) for row in there)} in access share mode")
        await server.execute(PLAIN)
        tables = {row["name"]: row["columns"] for row in await server.fetch(TABLES)}
        if tables.keys() != {row["name"] for row in there}:
            raise BrokenFile("it was migrated at that moment: try again")
        order = _in_order(tables, await server.fetch(POINTS))
        about = {
            "version": await server.fetchval("select version_num from alembic_version"),
            "people": await server.fetchval("select count(*) from people where telegram_id is not null"),
            "counted": dict(await server.fetch(COUNTED)),
        }
        copy.put(ABOUT + json.dumps(about).encode())
        for name in order:
            await _table_out(server, copy, name, tables[name])
        copy.put(LAST + json.dumps({"tables": len(order)}).encode(), last=True)


def _in_order(tables: Mapping[str, object], points: Sequence[Any]) -> list[str]:
    """Our tables, each after those that its rows point to."""
    sorter = TopologicalSorter({name: set[str]() for name in sorted(tables) if name != VERSION})
    for row in points:
        sorter.add(row["from_"], row["to_"])
    return list(sorter.static_order())


async def _table_out(server: Any, copy: SealedWriter, name: str, columns: Sequence[str]) -> None:
    copy.put(TABLE + json.dumps({"name": name, "columns": columns}).encode())
    digest = hashlib.sha256()

    async def keep(data: bytes) -> None:
        digest.update(data)
        copy.put(ROWS + data)

    chosen = ", ".join(LEFT_OUT.get((name, column), _quoted(column)) for column in columns)
    said = await server.copy_from_query(f"select {chosen} from {_quoted(name)}", output=keep)  # noqa: S608 (names of the server's own)
    copy.put(END + json.dumps({"rows": int(said.split()[-1]), "sha256": digest.hexdigest()}).encode())


def read_server_copy(path: Path, vault: Vault, *, named: Path) -> Contents:
    """What is in the copy at `path`, all of which is read. Raises CopyCannotBeRead, in which it is `named` so."""
    try:
        return _contents(records(path, vault))
    except (BrokenFile, OSError) as error:
        raise _not_read(named, vault, error) from error


def _contents(found: Iterator[bytes]) -> Contents:
    about: dict[str, Any] = {}
    rows, digests = dict[str, int](), dict[str, str]()
    name, count, digest, ended = "", 0, hashlib.sha256(), False
    for record in found:
        kind, body = record[:1], record[1:]
        if kind == ROWS:
            count += body.count(b"\n")  # a line break in a value is written in two letters
            digest.update(body)
            continue
        said = json.loads(body)
        if kind == ABOUT:
            about = said
        elif kind == TABLE:
            name, count, digest = said["name"], 0, hashlib.sha256()
        elif kind == END:
            if said != {"rows": count, "sha256": digest.hexdigest()}:
                raise BrokenFile(f"the rows of {name} are not those that were written")
            rows[name], digests[name] = count, said["sha256"]
        else:
            ended = kind == LAST and said["tables"] == len(rows)
    if not ended:
        raise BrokenFile("it is not whole")
    return Contents(about["version"], about["people"], rows, digests)


async def require_empty(url: str, vault: Vault) -> None:
    """Raises DatabaseNotEmpty where there is a row of ours at `url`, or a table of anybody else."""
    async with driver_of(url) as server:
        there = {row["name"] for row in await server.fetch(TABLES)} - {VERSION}
    if there - metadata.tables.keys() or await database_exists(url, vault=vault.path):
        raise DatabaseNotEmpty(path=place(url))


async def put_server_copy(url: str, path: Path, vault: Vault, version: str) -> None:
    """Puts the copy at `path`, which was read and is of that version, into the empty database at `url`, and brings it
    up to this version. Raises DatabaseNotEmpty and CopyCannotBeRead.

    Killed before the rows are all in, it leaves a database that is empty still.
    """
    with opening(url, vault.path):
        await require_empty(url, vault)
    await downgrade(url, vault=vault)  # tables without rows, of whatever version
    await migrate(url, vault=vault, to=version)
    try:
        with opening(url, vault.path):
            async with driver_of(url) as server, server.transaction():
                await server.execute(PLAIN)
                await _copy_in(server, records(path, vault))
    except BrokenFile as error:
        raise _not_read(path, vault, error) from error
    await migrate(url, vault=vault)


async def _copy_in(server: Any, found: Iterator[bytes]) -> None:
    there = [row["name"] for row in await server.fetch(TABLES) if row["name"] != VERSION]
    await server.execute(f"truncate {', '.join(map(_quoted, there))}")  # a migration may have put rows
    counted: Mapping[str, int] = {}
    for record in found:
        if record[:1] == ABOUT:
            counted = json.loads(record[1:])["counted"]
        elif record[:1] == TABLE:
            await _table_in(server, json.loads(record[1:]), found)
    for name, last in counted.items():
        await server.execute(GO_ON, name, last)


async def _table_in(server: Any, table: Mapping[str, Any], found: Iterator[bytes]) -> None:
    ends: list[Mapping[str, Any]] = []

    async def rows() -> AsyncIterator[bytes]:
        for record in found:
            if record[:1] == END:
                ends.append(json.loads(record[1:]))
                return
            yield record[1:]

    said = await server.copy_to_table(table["name"], source=rows(), columns=table["columns"])
    if int(said.split()[-1]) != ends[0]["rows"]:
        raise BrokenFile(f"the server took {said} of {table['name']}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@asynccontextmanager
async def scratch(url: str, vault: Vault, given: str | None = None) -> AsyncIterator[str]:
    """The address of an empty database on the server of `url`, dropped afterwards; or the one that is `given`, which is
    empty again afterwards, with the account of `url` where it names no user.

    Raises MayNotMakeDatabase, and DatabaseNotEmpty where there is something in the given one.
    """
    if given is not None:
        given = with_account_of(given, url)  # a password that is typed can be read in the list of processes
        with opening(given, vault.path):
            await require_empty(given, vault)
        try:
            yield given
        finally:
            await downgrade(given, vault=vault)
        return
    name = f"alongside_drill_{secrets.token_hex(4)}"
    await _order(url, vault, f"create database {name}")
    try:
        yield with_database(url, name)
    finally:
        await _order(url, vault, f"drop database {name} with (force)")


async def _order(url: str, vault: Vault, statement: str) -> None:
    with opening(url, vault.path):
        async with driver_of(url) as server:
            try:
                await server.execute(statement)
            except InsufficientPrivilegeError:
                raise MayNotMakeDatabase(path=place(url)) from None
