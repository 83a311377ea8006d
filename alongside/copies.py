"""`alongside backup`, `restore` and `release`: a copy of the database, putting one back, and letting it go."""

import asyncio
import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from alongside.clock import WallClock
from alongside.operate import console, memory, own_vault, this_process
from alongside.settings import read_settings
from alongside.trouble import BackupIsForFiles, RestoreIsForFiles
from care import starting
from care.release import release as let_go
from db.copies import make_copy, swap_in, take_copy
from db.engine import open_database
from db.in_use import in_use
from db.migrate import needs_migration
from db.url import is_sqlite, sqlite_path
from db.vault import Vault


async def backup(path: Path) -> None:
    """Copies the SQLite file to `path`, whatever version it is of, and says what is in the copy. Raises
    BackupIsForFiles and db.errors."""
    settings = read_settings()
    if not is_sqlite(url := settings.database_url):
        raise BackupIsForFiles
    async with own_vault(settings) as vault:
        people = await asyncio.to_thread(make_copy, sqlite_path(url), path, vault)
        if not await needs_migration(url, vault=vault):  # else the next start counts up, once it has migrated
            await _count_up(url, vault)
    _say_copied(path, people, settings.vault)


async def _count_up(url: str, vault: Vault) -> None:
    """From now on the copy is older than the database, whatever happens next."""
    database = await open_database(url, vault=vault)
    try:
        starting.confirm(vault, await database.write(lambda tx: starting.check(tx, WallClock().now())))
    finally:
        await database.close()


def _say_copied(path: Path, people: int, vault: Path) -> None:
    console.print(f"People in {path.absolute()}: {people}. It was opened and is whole.", soft_wrap=True)
    words = "Keep the two apart, and of the vault the latest copy and nothing older."
    console.print(f"It opens with the vault at {vault.absolute()} only. {words}", soft_wrap=True)


async def restore(path: Path) -> None:
    """Puts the copy at `path` in place of the SQLite file; it starts held. Raises RestoreIsForFiles and db.errors."""
    settings = read_settings()
    if not is_sqlite(settings.database_url):
        raise RestoreIsForFiles
    place, now = sqlite_path(settings.database_url), WallClock().now()
    async with own_vault(settings, restores=True) as vault:
        with in_use(settings.database_url, this_process(now)):
            put_back = await _put_back(path, place, vault, now)
    _say_restored(path, *put_back)


def _say_restored(path: Path, people: int, erased: int, aside: Path | None) -> None:
    console.print(f"{path.absolute()} is in place. People in it: {people}.", soft_wrap=True)
    console.print(f"Erased since it was made, and so erased here too: {erased}.")
    if aside is not None:
        words = "Delete it when you need it no more: who was erased since may be in it"
        console.print(f"What was there before is at {aside.absolute()}. {words}.", soft_wrap=True)
    console.print(HELD, soft_wrap=True)


HELD = (
    "The database is held: start `alongside run`, and crisis cards go out, and nothing else. What people write is kept."
    " Look with `alongside doctor`, then type: alongside release"
)


async def _put_back(path: Path, place: Path, vault: Vault, now: datetime) -> tuple[int, int, Path | None]:
    """The copy is made ready beside its place, and put there when it is; how many people are in it, how many of them
    had been erased, and where the file that was there lies now."""
    ready = place.with_name(place.name + ".restoring")
    people = await asyncio.to_thread(take_copy, path, ready, vault)
    database = await open_database(f"sqlite:///{ready.absolute()}", vault=vault)
    try:
        begun = await database.write(lambda tx: starting.begin(tx, now, by_command=True))
        starting.finish(vault, begun)
        await database.drop_deleted()
    finally:
        await database.close()
    aside = place.with_name(f"{place.name}.before-{now:%Y%m%dT%H%M%S}")
    had = await asyncio.to_thread(swap_in, ready, place, aside, vault)
    return people, len(begun.erased), aside if had else None


async def release(*, as_json: bool) -> None:
    """Lets a held database go, and says what that came to."""
    settings = read_settings()
    async with memory(settings) as database:
        now = WallClock().now()
        begun = await database.write(lambda tx: starting.begin(tx, now))
        starting.finish(database.vault, begun)
        found = await database.write(lambda tx: let_go(tx, now))
        if found is None:
            print(json.dumps({"held": False})) if as_json else console.print("Nothing is held.")
            return
        released, checked = found
        starting.confirm(database.vault, checked)
    if as_json:
        print(json.dumps({"held": True} | asdict(released)))
        return
    console.print(f"Let go. Due by now and missed by us, which is nobody's silence: {released.missed}.")
    console.print(f"Of the copy not sent: {released.cancelled}; may have arrived before: {released.uncertain}.")
    console.print(f"Written and tapped meanwhile, and handled from now on: {released.updates}.")
    words = "What changed since the copy was made is as it was then: pauses, supporters, a yes that was taken back"
    console.print(f"{words}. Tell practitioners from which day it is.", soft_wrap=True)
    console.print("So are stopped texts: look at them with alongside texts stop --list", soft_wrap=True)
    if released.requests:
        words = "Requests for help that nobody opened, by what the copy knows"
        console.print(f"{words}: {released.requests}. Ring whoever is to look.", soft_wrap=True)
