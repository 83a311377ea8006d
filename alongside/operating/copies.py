"""`alongside backup`, `restore` and `release`: a copy of the database, putting one back, and letting it go."""

import asyncio
import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from alongside.clock import WallClock
from alongside.operate import console, memory, own_vault, this_process
from alongside.operating.find_person import Kind, put_down
from alongside.settings import read_settings
from care.operators import starting
from care.operators.starting import Begun, Checked, Release
from care.operators.starting import release as let_go
from db.migrate import is_known, needs_migration
from db.store import service_facts
from db.store.copies import check_kind, make_copy, swap_in, take_copy
from db.store.engine import Database, opened
from db.store.errors import DatabaseIsNewer
from db.store.files import in_use
from db.store.server_copies import make_server_copy, put_server_copy, read_server_copy
from db.store.url import is_sqlite, sqlite_path
from db.store.vault import Vault
from db.tx import Tx
from programme.delivery import CopyMade, CopyPutBack, Released, VaultCopied


async def backup(path: Path, *, vault_to: Path | None = None) -> None:
    """Copies the database to `path`, whatever version it is of, then the vault to `vault_to` in place of its last copy;
    says what is in the copy and what is not. Raises db.store.errors."""
    settings, now = read_settings(), WallClock().now()
    url = settings.direct_url()  # past a pooler, which may lead each statement to another session
    async with own_vault(settings) as vault:
        people = await copy_database(url, path, vault)
        _say_copied(path, people)
        await _note(url, vault, now, service_facts.LAST_BACKUP, CopyMade)
        if vault_to is not None:
            vault.copy_to(vault_to)
            await _note(url, vault, now, service_facts.LAST_VAULT_COPY, VaultCopied)
    _say_what_is_not_in_it(settings.vault, vault_to)


async def copy_database(url: str, path: Path, vault: Vault) -> int:
    """Copies the database at `url` to the file `path`, and opens the copy; how many people are in it. Raises
    CopyCannotBeMade and CopyCannotBeRead."""
    if is_sqlite(url):
        return await asyncio.to_thread(make_copy, sqlite_path(url), path, vault)
    return (await make_server_copy(url, path, vault)).people


async def _note(url: str, vault: Vault, now: datetime, fact: str, kind: Kind) -> None:
    """Remembers that a copy was made, as that fact and as an event of that kind.

    From now on it is older than the database, whatever happens next."""
    if await needs_migration(url, vault=vault):
        return  # the next start counts up, once it has migrated

    async def note(tx: Tx) -> Checked:
        await service_facts.put(tx, fact, now.isoformat())
        await put_down(tx.at(now), kind)
        return await starting.check_at_start(tx.at(now))

    async with opened(url, vault=vault) as database:
        starting.confirm_start(vault, await database.write(note))


def _say_copied(path: Path, people: int) -> None:
    console.print(f"People in {path.absolute()}: {people}. It was opened and is whole.")


def _say_what_is_not_in_it(vault: Path, vault_to: Path | None) -> None:
    words = "Neither the vault nor the keys are in it, and without both nobody can read it."
    console.print(f"{words} The vault is at {vault.absolute()}.")
    if vault_to is not None:
        console.print(f"The vault was copied to {vault_to.absolute()}, in place of its last copy.")
        return
    words = "Keep its latest copy, and nothing older, in a second place: alongside backup PATH --vault-to PLACE"
    console.print(words)


async def restore(path: Path) -> None:
    """Puts the copy at `path` in place of the SQLite file, or into an empty PostgreSQL database; it starts held. Raises
    db.store.errors."""
    settings, now = read_settings(), WallClock().now()
    url = settings.direct_url()
    async with own_vault(settings, restores=True) as vault:
        check_kind(path, url, vault)
        with in_use(url, this_process(now)):
            people, begun = await (put_back_file if is_sqlite(url) else put_back_on_server)(path, url, vault, now)
    _say_restored(path, people, begun, _aside(url, now))


def _say_restored(path: Path, people: int, begun: Begun, aside: Path | None) -> None:
    console.print(f"{path.absolute()} is in place. People in it: {people}.")
    console.print(f"Erased since it was made, and so erased here too: {len(begun.erased)}.")
    if aside is not None:
        words = "Delete it when you need it no more: who was erased since may be in it"
        console.print(f"What was there before is at {aside.absolute()}. {words}.")
    console.print(HELD)


HELD = (
    "The database is held: start `alongside run`, and crisis cards go out, and nothing else. What people write is kept."
    " Look with `alongside doctor`, then type: alongside release"
)


async def put_back_file(path: Path, url: str, vault: Vault, now: datetime) -> tuple[int, Begun]:
    """The copy at `path` is made ready beside its place, and put there when it is; how many people are in it."""
    at = sqlite_path(url)
    ready = at.with_name(at.name + ".restoring")
    people = await asyncio.to_thread(take_copy, path, ready, vault)
    begun = await _held(f"sqlite:///{ready.absolute()}", vault, now)
    await asyncio.to_thread(swap_in, ready, at, _beside(url, now), vault)
    return people, begun


async def put_back_on_server(path: Path, url: str, vault: Vault, now: datetime) -> tuple[int, Begun]:
    """The copy at `path` is read, and put into the empty database at `url`; how many people are in it."""
    copy = await asyncio.to_thread(read_server_copy, path, vault, named=path)
    if not is_known(copy.version):
        raise DatabaseIsNewer(path=path, found=copy.version)
    await put_server_copy(url, path, vault, copy.version)
    return copy.people, await _held(url, vault, now)


async def _held(url: str, vault: Vault, now: datetime) -> Begun:
    """What is at `url` now is held, and whoever was erased since it was copied is erased there."""
    async with opened(url, vault=vault) as database:
        begun = await database.write(lambda tx: _begin(tx.at(now)))
        starting.finish_start(vault, begun)
        await database.drop_deleted()
    return begun


async def _begin(tx: Tx) -> Begun:
    begun = await starting.begin_start(tx, by_command=True)
    await put_down(tx, CopyPutBack)
    return begun


def _beside(url: str, now: datetime) -> Path:
    at = sqlite_path(url)
    return at.with_name(f"{at.name}.before-{now:%Y%m%dT%H%M%S}")


def _aside(url: str, now: datetime) -> Path | None:
    """Where the file lies that was in place before."""
    return _beside(url, now) if is_sqlite(url) and _beside(url, now).exists() else None


async def release(*, as_json: bool) -> None:
    """Lets a held database go, and says what that came to."""
    async with memory(read_settings()) as database:
        released = await release_now(database, WallClock().now())
    if released is None:
        print(json.dumps({"held": False})) if as_json else console.print("Nothing is held.")
    elif as_json:
        print(json.dumps({"held": True} | asdict(released)))
    else:
        _say_released(released)


async def release_now(database: Database, now: datetime) -> Release | None:
    """Lets this database go; None where it is not held."""
    begun = await database.write(lambda tx: starting.begin_start(tx.at(now)))
    starting.finish_start(database.vault, begun)
    found = await database.write(lambda tx: _let_go(tx.at(now)))
    if found is None:
        return None
    released, checked = found
    starting.confirm_start(database.vault, checked)
    return released


AS_IT_WAS = (
    (
        "What changed since the copy was made is as it was then: pauses, supporters, a yes that was taken back. Tell"
        " practitioners from which day it is."
    ),
    "So is who is a practitioner, and whose clients are with whom: look with alongside practitioner list",
    "So are stopped texts: look at them with alongside texts stop --list",
)


async def _let_go(tx: Tx) -> tuple[Release, Checked] | None:
    found = await let_go(tx)
    if found is not None:
        await put_down(tx, Released)
    return found


def _say_released(released: Release) -> None:
    if released.why == "vault":
        words = "Their names and words are lost; what they write from now on is kept"
        console.print(f"Let go. People without a key in the vault: {released.without_key}. {words}.")
        console.print(f"Written and tapped meanwhile, and handled from now on: {released.updates}.")
        return
    console.print(f"Let go. Due by now and missed by us, which is nobody's silence: {released.missed}.")
    console.print(f"Of the copy not sent: {released.cancelled}; may have arrived before: {released.uncertain}.")
    console.print(f"Written and tapped meanwhile, and handled from now on: {released.updates}.")
    for line in AS_IT_WAS:
        console.print(line)
    if released.requests:
        words = "Requests for help that nobody opened, by what the copy knows"
        console.print(f"{words}: {released.requests}. Ring whoever is to look.")
