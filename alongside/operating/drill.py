"""`alongside drill`: a backup is made, put back in a place of its own, and looked at from every side."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, closing, nullcontext
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from rich.markup import escape

from alongside.clock import WallClock
from alongside.operate import console, own_vault
from alongside.operating.copies import copy_database, put_back_file, put_back_on_server, release_now
from alongside.settings import read_settings
from care.operators.starting import Begun
from db.delivery import sight
from db.delivery.sight import figures
from db.people import erasing
from db.store.copies import check_copy, check_kind
from db.store.engine import Database, opened
from db.store.errors import CopyCannotBeRead, DatabaseKeyMissing, MemoryTrouble
from db.store.keys import new_key
from db.store.opening import prepare_secrets
from db.store.server_copies import read_server_copy, scratch
from db.store.url import is_sqlite, sqlite_path
from db.store.vault import Vault, open_vault
from trials.check import compare_all

Seen = tuple[str, bool, str]  # what was looked at, whether it is so, and what was seen


@dataclass(frozen=True, slots=True)
class DrillStep:
    """One thing that was looked at: whether it is so, what was seen, and how many seconds it took."""

    what: str
    so: bool
    seen: str
    seconds: float


async def drill(path: Path | None, *, database_url: str | None, as_json: bool) -> int:
    """Proves the copy at `path`, or one that is made now; on PostgreSQL in the empty database at `database_url`, or in
    one made now. 1 where a step is not so. Raises SettingsWrong and db.store.errors where it cannot begin."""
    settings = read_settings()
    url, steps = settings.direct_url(), list[DrillStep]()
    async with own_vault(settings) as vault:
        with tempfile.TemporaryDirectory(prefix="alongside-drill-") as name:
            try:
                async with _place(url, database_url, vault, Path(name)) as place:
                    await _live(steps, _looks(url, path, place, vault, Path(name)), show=not as_json)
            except MemoryTrouble as trouble:
                _took(steps, DrillStep("The next step", so=False, seen=str(trouble), seconds=0.0), show=not as_json)
    _took(steps, _left(Path(name)), show=not as_json)
    good = all(step.so for step in steps)
    if as_json:
        print(json.dumps({"so": good, "steps": [asdict(step) for step in steps]}))
    else:
        taken = sum(step.seconds for step in steps)
        words = "This backup can be put back" if good else "This backup CANNOT be relied on: see what is not so above"
        console.print(f"{words}. Seconds in all: {taken:.1f}.")
    return 0 if good else 1


def _left(folder: Path) -> DrillStep:
    return DrillStep("Nothing is left behind", so=not folder.exists(), seen=f"It was done in {folder}.", seconds=0.0)


def _place(url: str, given: str | None, vault: Vault, folder: Path) -> AbstractAsyncContextManager[str]:
    """Where the copy is put back: a file in `folder`, or an empty database on a server."""
    return nullcontext(f"sqlite:///{folder}/restored.db") if is_sqlite(url) else scratch(url, vault, given)


async def _live(steps: list[DrillStep], looks: AsyncIterator[Seen], *, show: bool) -> None:
    clock = WallClock()
    began = clock.ticks()
    async for what, so, seen in looks:
        _took(steps, DrillStep(what, so, seen, clock.ticks() - began), show=show)
        began = clock.ticks()


def _took(steps: list[DrillStep], step: DrillStep, *, show: bool) -> None:
    steps.append(step)
    if show:
        mark = "[green]ok [/]" if step.so else "[bold red]NO [/]"
        console.print(f"{mark} {step.seconds:6.1f} s  {step.what}. {escape(step.seen)}", markup=True)


async def _looks(url: str, path: Path | None, place: str, vault: Vault, folder: Path) -> AsyncIterator[Seen]:
    copy, now = path or folder / "copy", WallClock().now()
    if path is None:
        people = await copy_database(url, copy, vault)
        size = copy.stat().st_size / 1e6
        yield "The database is copied while it runs", True, f"People in the copy: {people}; {size:.1f} MB."
    vault.copy_to(folder / "vault")
    with closing(open_vault(folder / "vault", vault.wrapping.keys)) as spare:
        yield "The vault is copied, and the keys open it", True, ""
        check_kind(copy, place, spare)
        put_back = put_back_file if is_sqlite(url) else put_back_on_server
        people, begun = await put_back(copy, place, spare, now)
        yield "The copy is put back in a place of its own", True, f"People in it: {people}."
        yield await _whole(copy, place, spare)
        async with opened(place, vault=spare) as database:
            async for seen in _inside(database, people, begun, now):
                yield seen
        yield await _refused(copy, place, folder)


async def _whole(copy: Path, place: str, vault: Vault) -> Seen:
    """Raises CopyCannotBeRead."""
    what = "Nothing in it is damaged"
    if is_sqlite(place):
        await asyncio.to_thread(check_copy, sqlite_path(place), vault, named=copy)
        return what, True, "Each page is as it was written."
    found = await asyncio.to_thread(read_server_copy, copy, vault, named=copy)
    words = f"Rows: {sum(found.rows.values())} in {len(found.rows)} tables, each with the SHA-256 it was written with."
    return what, True, words


async def _inside(database: Database, people: int, begun: Begun, now: datetime) -> AsyncIterator[Seen]:
    living = await database.read(erasing.living_people)
    words = f"There: {len(living)}. In the copy: {people}. Erased since: {len(begun.erased)}."
    yield "Everybody is there but who was erased since", len(living) == people - len(begun.erased), words
    back, unknown = database.vault.erased_among(living), database.vault.without_key(living)
    words = f"Erased and back: {len(back)}. Without a key in the vault: {len(unknown)}."
    yield "Nobody who was erased is back, and the vault knows everybody", not back and not unknown, words
    held = await database.read(sight.get_hold)
    yield "It is held: it sends nothing but crisis cards", held is not None, ""
    counted, broken = await database.read(compare_all)
    rules = ", ".join(sorted({one.rule for one in broken}))
    words = f"Slots: {counted.slots}; missing: {counted.missing}; double: {counted.double}. {rules}"
    yield "Every due slot has its one record (alongside check)", not broken, words
    released = await release_now(database, now)
    waiting = (await database.read(lambda tx: figures(tx.at(now)))).outbox_waiting
    if released is not None:
        words = (
            f"Not sent: {released.cancelled}; may have arrived before: {released.uncertain}; missed by us:"
            f" {released.missed}; left to send: {waiting}."
        )
    yield "Let go, it sends nothing that the copy was about to send", released is not None and not waiting, words


async def _refused(copy: Path, place: str, folder: Path) -> Seen:
    """Whether neither the copy nor what was put back opens without its vault."""
    with closing(open_vault(folder / "other", (new_key(),))) as other:
        read: Callable[..., object] = check_copy if is_sqlite(place) else read_server_copy
        try:
            await asyncio.to_thread(read, copy, other, named=copy)
            opens = True
        except CopyCannotBeRead:
            opens = False
    nowhere = folder / "nowhere"
    try:
        vault = await prepare_secrets(database_url=place, keys=new_key(), keys_file=nowhere, vault=nowhere)
        vault.close()
        starts = True
    except DatabaseKeyMissing:
        starts = False
    return "Without the vault it is refused", not opens and not starts, ""
