"""The worst night: the machine is lost, and the last backup is put back on another one."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, time, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from alongside.clock import WallClock
from care.delivery.say import show
from care.people.leaving import Erased, erase, leave, settle
from db.delivery.outbox import Rank
from db.people import accounts
from db.store.copies import make_copy
from db.store.engine import Database
from db.store.server_copies import make_server_copy, scratch
from db.store.url import is_sqlite, sqlite_path
from programme.people.person import Person
from programme.people.person import Place as Where
from simulator import Bubble, Phone, Simulator
from trials.joining import client_joins, practitioner_joins
from trials.operator.home import PATIENCE, Home
from trials.operator.trial import TrialLine, TrialPlace
from trials.postgres import run_program

PEOPLE = 16
EVERY = 30.0  # seconds between two copies, for an operator who wants to lose at most a minute
RPO, RTO = 60.0, 900.0
SOON = timedelta(seconds=150)
QUIET = 4.0  # real seconds in which something would have been sent
PLACES = (
    Where("GB", "Europe/London"), Where("US", "America/New_York"), Where("US", "America/Los_Angeles"),
    Where("NZ", "Pacific/Auckland"), Where("JP", "Asia/Tokyo"), Where("IN", "Asia/Kolkata"),
)  # fmt: skip
DANGER, HELLO = "I want to kill myself", "/progress"


async def restore(place: TrialPlace) -> Sequence[TrialLine]:
    """Sixteen people live, a backup is made, life goes on, the machine dies; the copy is put back and let go."""
    async with Simulator() as simulator:
        home = Home(place.folder, place.url, simulator)
        await home.prepare()
        night = Night(home)
        await night.arrive()
        async with night.second_database() as other:
            await night.live()
            await night.put_back(home.at(other))
            if not is_sqlite(home.url):
                await night.by_hand()
        return night.lines


class Night:
    """What is done in that night, and the lines of what was seen."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.clock = WallClock()
        self.lines: list[TrialLine] = []
        self.lee = home.simulator.phone("Lee")
        self.phones = [home.simulator.phone(f"Client{number}") for number in range(PEOPLE)]
        self.copy, self.dump = home.folder / "backups" / "monday.copy", home.folder / "by-hand.dump"

    def so(self, says: str, so: bool, seen: str = "", figure: float | None = None, goal: float | None = None) -> None:
        """A line of the table."""
        self.lines.append(TrialLine(says, so, seen, figure, goal))

    async def arrive(self) -> None:
        """Everybody joins; a tip waits for each, and each is asked in some minutes, at the same time."""
        now = self.clock.now()
        where = min(PLACES, key=lambda one: abs(now.astimezone(ZoneInfo(one.zone)).hour - 13))  # nobody's night
        at = (now + SOON).astimezone(ZoneInfo(where.zone)).time().replace(second=0, microsecond=0)
        async with self.home.memory() as database:
            await database.write(lambda tx: practitioner_joins(tx.at(now), self.lee.id, "Lee"))
            for phone in self.phones:
                await _joins(database, now, phone, self.lee.id, where, at)

    async def live(self) -> None:
        """A copy is made while the service runs, then one is erased and one leaves, and the others are asked."""
        async with self.home.running() as service:
            began = self.clock.ticks()
            made = await self.home.types("backup", str(self.copy), "--vault-to", "second/vault")
            took = self.clock.ticks() - began
            self.so("a copy is made while it runs, and proven", made.code == 0, made.out.split("\n")[0] or made.err)
            alone = await self._copied()
            seen = f"the command took {took:.1f} s, the copy itself {alone:.1f} s"
            self.so("a copy every half minute loses at most", True, seen, EVERY + alone, RPO)
            if not is_sqlite(self.home.url):
                await self._dumped()
            async with self.home.memory() as database:
                await self._goes_on(database)
            asked = await self._until(lambda: all(map(_asked, self.phones[2:])), SOON.total_seconds() + PATIENCE)
            self.so("then everybody who is still here is asked, once", asked, f"{sum(map(_asked, self.phones))} asked")
            await service.dies()

    async def _goes_on(self, database: Database) -> None:
        now = self.clock.now()
        gone, left = [await _person(database, phone) for phone in self.phones[:2]]
        erased = await database.write(lambda tx: erase(tx.at(now), gone))
        assert isinstance(erased, Erased)
        settle(database.vault, erased)
        await database.write(lambda tx: leave(tx.at(now), left))

    async def put_back(self, home: Home) -> None:
        """Another machine: the copy, the vault and the keys are there, and nothing else."""
        if is_sqlite(home.url):
            for one in sqlite_path(home.url).parent.glob("alongside.db*"):
                one.unlink()
        before, began = self._sent(), self.clock.ticks()
        back = await home.types("restore", str(self.copy))
        self.so("the copy is put back", back.code == 0, back.out.split("\n")[0] or back.err)
        async with home.running() as service:
            self.so("it is held, and says so", await service.health() == 503, f"/health: {await service.health()}")
            await self._held(before)
            seen = len(self.phones[3].messages)
            let_go = await home.types("release", "--json")
            said = json.loads(let_go.out or "{}")
            self.so("it is let go", said.get("held") is True, let_go.out.strip() or let_go.err)
            answered = await self._until(lambda: len(self.phones[3].messages) > seen)
            self.so("from the loss to the first answer", answered, "", self.clock.ticks() - began, RTO)
            await asyncio.sleep(QUIET)
            again = [phone.name for phone in self.phones if sum(map(_is_question, phone.messages)) > 1]
            tips = [phone.name for phone in self.phones if any("Fine. I'm here" in one.text for one in phone.messages)]
            self.so("nothing that was said before is said again", not again, " ".join(again))
            self.so("nothing that the copy was about to say is said", not tips, " ".join(tips))
            self.so("it ends as it should", await service.stop() == 0)
        async with home.memory() as database:
            found = [await database.read(lambda tx, one=one: accounts.find(tx, one.id)) for one in self.phones]  # type: ignore[misc]
        here = [one is not None and one.is_client for one in found]
        self.so("who was erased is not back, who left has left", here == [False, False, *[True] * (PEOPLE - 2)])
        checked = await home.types("check")
        self.so("every due slot has its one record (alongside check)", checked.code == 0, checked.err)

    async def _held(self, before: int) -> None:
        """One is in danger and one says hello; nobody else hears anything."""
        self.phones[2].writes(DANGER)
        self.phones[3].writes(HELLO)
        card = await self._until(
            lambda: any("Thank you for saying that" in one.text for one in self.phones[2].messages)
        )
        told = await self._until(lambda: any("can't answer yet" in one.text for one in self.phones[3].messages))
        await asyncio.sleep(QUIET)
        self.so("who is in danger gets the card, who writes hears that it waits", card and told)
        self.so("nothing else is sent while it is held", self._sent() - before == 2, f"{self._sent() - before} sent")

    async def by_hand(self) -> None:
        """pg_restore puts back what pg_dump made, and nobody says so to us: the start is held all the same."""
        async with self.home.memory() as database, scratch(self.home.url, database.vault) as url:
            run_program("pg_restore", "--no-owner", "--dbname", _libpq(url), str(self.dump))
            home = self.home.at(url)
            async with home.running() as service:
                status = await service.health()
                await service.stop()
            self.so("put back by hand with pg_restore, it starts held", status == 503, f"/health: {status}")

    async def _copied(self) -> float:
        """Seconds from the moment that is copied until the copy is there and proven: what an interval does not hold.
        The start of a command is not in it, for it comes before that moment, each time again."""
        path = self.copy.with_name("timed.copy")
        async with self.home.memory() as database:
            began = self.clock.ticks()
            if is_sqlite(self.home.url):
                await asyncio.to_thread(make_copy, sqlite_path(self.home.url), path, database.vault)
            else:
                await make_server_copy(self.home.url, path, database.vault)
            return self.clock.ticks() - began

    async def _dumped(self) -> None:
        words = ("--format=custom", "--exclude-table-data=inbox", "--file", str(self.dump), _libpq(self.home.url))
        await asyncio.to_thread(run_program, "pg_dump", *words)

    @asynccontextmanager
    async def second_database(self) -> AsyncIterator[str]:
        """Where the copy is put back: the same file again, or another database."""
        async with AsyncExitStack() as stack:
            if is_sqlite(self.home.url):
                yield self.home.url
                return
            database = await stack.enter_async_context(self.home.memory())
            yield await stack.enter_async_context(scratch(self.home.url, database.vault))

    def _sent(self) -> int:
        return len(self.home.simulator.log.deliveries())

    async def _until(self, is_so: Callable[[], object], seconds: float = PATIENCE) -> bool:
        try:
            await self.home.simulator.until(is_so, seconds)
        except TimeoutError:
            return False
        return True


async def _joins(database: Database, now: datetime, phone: Phone, by: int, where: Where, at: time) -> None:
    await database.write(lambda tx: client_joins(tx.at(now), phone.id, phone.name, by=by, at=at, place=where))
    phone.starts()
    person = await _person(database, phone)
    later = now + timedelta(hours=1)
    tip = {"key": "let-be"}
    await database.write(lambda tx: show(tx.at(now), person.id, "note", tip, rank=Rank.PROMPT, not_before=later))


async def _person(database: Database, phone: Phone) -> Person:
    found = await database.read(lambda tx: accounts.find(tx, phone.id))
    assert found is not None
    return found


def _is_question(bubble: Bubble) -> bool:
    return "How is your mood" in bubble.text


def _asked(phone: Phone) -> bool:
    return any(map(_is_question, phone.messages))


def _libpq(url: str) -> str:
    parts = urlsplit(url)
    host = parse_qs(parts.query)["host"][0]
    return f"postgresql://{parts.username}@{parts.path}?host={host}"
