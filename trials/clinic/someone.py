"""The service of the clinic, and a person of it with a phone: what they do, read and told."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from alongside.clock import TurnedClock
from alongside.house import House
from care.people.invites import make_practitioner_invite
from care.schedule.due import next_due_at
from db.delivery import picking
from db.migrate import migrate
from db.store.engine import Database, open_database
from db.store.keys import new_key
from db.store.vault import open_vault
from db.tx import Tx
from simulator import Bubble, Phone, Simulator
from simulator.acts import CannotDo

JOBS = timedelta(hours=4)  # how often what is done at night and each hour is asked for; 03:30 is among them


class ClinicService:
    """One process's worth of service. Time moves by `goes_to` alone, from one due moment to the next."""

    def __init__(self, database: Database, clock: TurnedClock, simulator: Simulator) -> None:
        self.database = database
        self.clock = clock
        self.simulator = simulator
        self._numbers = count()
        self._house = self._build()
        self._kept_house = clock.now()

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path, start: datetime) -> AsyncIterator[Self]:
        """The service over an SQLite file in `folder`, at that moment (UTC); nothing of it lives on afterwards."""
        vault = open_vault(folder / "vault", (new_key(),))
        url = f"sqlite:///{folder}/alongside.db"
        await migrate(url, vault=vault)
        database, clock = await open_database(url, vault=vault), TurnedClock(start, running=False)
        try:
            async with Simulator(clock=clock) as simulator:
                service = cls(database, clock, simulator)
                await service._begin()
                try:
                    yield service
                finally:
                    await service._house.close()
        finally:
            await database.close()
            vault.close()

    def _build(self) -> House:
        return House(self.database, self.clock, token=self.simulator.token, api=self.simulator.base_url, in_flight=1)

    async def _begin(self) -> None:
        await self._house.begin()
        await self._house.learn_name(self.simulator.world.bot.username)

    async def restarts(self) -> None:
        """The service is stopped and started over the same memory, as after an update."""
        await self._house.close()
        self._house = self._build()
        await self._begin()
        await self.settle()

    def number(self) -> int:
        """A number that is one more each time."""
        return next(self._numbers)

    async def invites_practitioner(self, name: str) -> tuple[str, str]:
        """What the operator's command prints: a link's payload and the six digits."""
        now = self.clock.now()
        return await self.database.write(lambda tx: make_practitioner_invite(tx.at(now), name))

    async def settle(self) -> None:
        """All that can happen at this moment has happened."""
        await self._house.settle(polls=bool(self.simulator.telegram.updates.queue))

    async def next_at(self) -> datetime | None:
        """When something is due next, or may be said."""
        return await self.database.read(self._next)

    async def _next(self, tx: Tx) -> datetime | None:
        moments = (await next_due_at(tx), await picking.next_moment(tx.at(self.clock.now())))
        return min((at for at in moments if at is not None), default=None)

    async def goes_to(self, moment: datetime) -> None:
        """The clock shows that moment (UTC), unless it is later, and what is due then has happened."""
        self.clock.turn((moment - self.clock.now()).total_seconds())
        if self.clock.now() - self._kept_house >= JOBS:
            self._kept_house = self.clock.now()
            await self._house.timetable.ask()
        await self.settle()


LONDON = "Europe/London"
MONDAY, NOBODY = "Not a risk check", "· 0 people"  # what a weekly summary says of itself
ALWAYS = (  # what of all that comes by itself is for the transcript
    "You've reached", "Have you smoked since", "did you smoke", "Kept as you said", "How is the timing",
    "This is the day you picked", "A short word, as I said", "read your week", "Half a year is over", "last word",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One message as it came to, or stood changed on, a phone; or what its person did (`by_them`).

    `kept`: it is one for the transcript. `asked`: it came of what its person did just before. `number`
    puts the lines of all phones in the order in which they were read.
    """

    at: datetime
    text: str
    labels: tuple[str, ...] = ()
    by_them: bool = False
    changed: bool = False
    kept: bool = False
    asked: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class ToldFact:
    """What somebody said of their cigarettes from `first` to `last`, at that moment: at least, at most (None: open)."""

    at: datetime
    first: date
    last: date
    least: int
    most: int | None


@dataclass
class Someone:
    """`zone` is where they are. `lines` is all their phone ever showed, `told` what they said of cigarettes."""

    service: ClinicService
    phone: Phone
    zone: str = LONDON
    lines: list[ChatLine] = field(default_factory=list)
    told: list[ToldFact] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    keeps: bool = False
    _screens: dict[int, Bubble] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As we call them; two may say the same name of themselves."""
        return self.phone.name

    @property
    def now(self) -> datetime:
        """The moment on their own clock."""
        return self.service.clock.now().astimezone(ZoneInfo(self.zone))

    def at(self, day: date, wall: str) -> datetime:
        """That wall time of theirs on that day of theirs."""
        hour, minute = map(int, wall.split(":"))
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(self.zone))

    # What they do

    @contextmanager
    def keeping(self, keeps: bool = True) -> Iterator[None]:
        """What is done and read meanwhile is for the transcript, or not."""
        before, self.keeps = self.keeps, keeps
        try:
            yield
        finally:
            self.keeps = before

    async def writes(self, text: str) -> list[Bubble]:
        """Types words, and reads what comes of it."""
        return await self._does(f"“{text}”", lambda phone: phone.writes(text))

    async def opens(self, link: str) -> list[Bubble]:
        """Follows a link, and reads what comes of it."""
        return await self._does("opens the link", lambda phone: phone.opens(link))

    async def starts(self, payload: str) -> list[Bubble]:
        """Presses Start with a link's payload, and reads what comes of it."""
        return await self._does("presses Start", lambda phone: phone.starts(payload))

    async def taps(self, *labels: str) -> list[Bubble]:
        """Taps one button after the other, each named by how it begins; gives what the last one brought."""
        seen: list[Bubble] = []
        for label in labels:
            whole = self._whole(label)
            if whole is None:
                self.missing.append(f"{self.now:%a %d %b %Y %H:%M} there was no [{label}] among {self.labels()}")
                return seen
            seen = await self._does(f"[{whole}]", partial(Phone.taps, label=whole))
        return seen

    async def _does(self, words: str, act: Callable[[Phone], object]) -> list[Bubble]:
        self.lines.append(ChatLine(self.now, words, by_them=True, kept=self.keeps, number=self.service.number()))
        try:
            act(self.phone)
        except CannotDo as trouble:
            self.missing.append(f"{self.now:%a %d %b %Y %H:%M} {words}: {str(trouble).splitlines()[0]}")
        await self.service.settle()
        return self.looks(asked=True)

    # What they read

    def looks(self, *, asked: bool = False) -> list[Bubble]:
        """Everything new or changed on the phone, which is now read."""
        new = self.phone.looks()
        for one in new:
            self._screens.pop(one.id, None)
            self._screens[one.id] = one
            words = one.text or f"({one.kind})"
            kept = (
                self.keeps
                or any(sign in words for sign in ALWAYS)
                or (MONDAY in words and NOBODY not in words and not asked)
            )
            line = ChatLine(self.now, words, tuple(one.labels), False, one.edited, kept, asked, self.service.number())
            self.lines.append(line)
        return new

    def labels(self) -> list[str]:
        """The buttons under the newest message that has any."""
        return next((one.labels for one in reversed(self._screens.values()) if one.labels), [])

    def _whole(self, label: str) -> str | None:
        have = [word for one in reversed(self._screens.values()) for word in one.labels]
        return label if label in have else next((one for one in have if one.startswith(label)), None)

    # What they told

    def tells(self, least: int, most: int | None, first: date | None = None, last: date | None = None) -> None:
        """They said so of the days from `first` to `last`, today where not said."""
        today = self.now.date()
        self.told.append(ToldFact(self.now, first or today, last or today, least, most))


def told_days(told: Iterable[ToldFact], moment: datetime) -> dict[date, bool]:
    """Which days somebody had told of by then, and whether they smoked on them; what was said of a day last counts."""
    days: dict[date, bool] = {}
    for one in told:
        if one.at < moment and (one.least == 0 or one.first == one.last):
            days |= dict.fromkeys(days_from(one.first, one.last), one.least > 0)
    return days


def days_from(first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both counted in."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
