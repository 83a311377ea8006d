"""Where a scenario is lived, what a scenario is, and what it gives back."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.clock import WallClock
from db.migrate import migrate
from db.store.engine import Database, open_database
from db.store.keys import new_key
from db.store.vault import open_vault
from programme.people.person import Place
from simulator import Phone, Simulator
from simulator.truth import Call, UpdateMade
from trials.clock import SharedClock
from trials.joining import LONDON, client_joins, practitioner_joins
from trials.services import ProcessSupervisor, Service
from trials.wires import free_ports

START = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)  # a Monday


@dataclass(frozen=True, slots=True)
class Size:
    """How much goes on: `strangers` write `messages` each within `seconds`, while `clients` live. Seeded."""

    strangers: int = 1000
    messages: int = 4
    seconds: float = 15.0
    clients: int = 20
    seed: int = 1


FULL = Size()
QUICK = Size(strangers=60, messages=4, seconds=3.0, clients=4)


@dataclass(frozen=True, slots=True)
class Figure:
    """Times of one kind, in seconds: how many were to come and came, the middle one, the worst, and the goal."""

    name: str
    wanted: int
    came: int
    middle: float | None = None
    worst: float | None = None
    goal: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether all came in time; None where there is no goal."""
        if self.goal is None:
            return None
        return self.came == self.wanted and (self.worst or 0.0) <= self.goal


def figure(name: str, times: Sequence[float | None], goal: float | None = None) -> Figure:
    """The figure of these times; None is one that never came."""
    came = sorted(one for one in times if one is not None)
    middle = round(came[len(came) // 2], 2) if came else None
    return Figure(name, len(times), len(came), middle, round(came[-1], 2) if came else None, goal)


def count(name: str, came: int) -> Figure:
    """A figure that is a number and no time, and has no goal."""
    return Figure(name, 0, came)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing that people live through. `says` is for the table; `short` is lived in CI too."""

    name: str
    says: str
    live: Callable[["DangerStage", Size], Awaitable[Sequence[Figure]]]
    start: datetime = START
    short: bool = True


ZONE = ZoneInfo("Europe/London")
PATIENCE = 60.0  # real seconds
STOPS_WITHIN = 20.0


class DangerStage:
    """Everybody and everything in one scenario. `database` is the same memory that the service has."""

    def __init__(self, folder: Path, url: str, start: datetime = START) -> None:
        self.folder = folder
        self.url = url
        self.clock = SharedClock(folder / "clock")
        self.clock.set_to(start)
        self.simulator = Simulator(clock=self.clock, log_file=folder / "telegram.log")
        self.service: Service | None = None
        self._keys = new_key()
        self._notes: list[tuple[int, str]] = []
        self._database: Database | None = None
        self._supervisor = ProcessSupervisor(folder, folder / "clock")

    @property
    def database(self) -> Database:
        """The memory. There while the stage is open."""
        assert self._database is not None, "the stage is not open"
        return self._database

    @asynccontextmanager
    async def open(self) -> AsyncIterator["DangerStage"]:
        """Telegram listens and the memory is there; at the end nothing that was started here lives on."""
        vault = open_vault(self.folder / "vault", (self._keys,))
        await migrate(self.url, vault=vault)
        self._database = await open_database(self.url, vault=vault)
        try:
            async with self.simulator:
                await self._supervisor.open()
                try:
                    yield self
                finally:
                    await self._supervisor.close()
        finally:
            await self._database.close()
            vault.close()

    # People

    def phone(self, name: str) -> Phone:
        """Somebody whom nobody here knows."""
        return self.simulator.phone(name)

    async def practitioner(self, name: str) -> Phone:
        """A practitioner who came in with link and code."""
        phone, now = self.phone(name), self.clock.now()
        await self.database.write(lambda tx: practitioner_joins(tx.at(now), phone.id, name))
        return phone

    async def client(self, name: str, practitioner: Phone, at: time = time(18, 30), place: Place = LONDON) -> Phone:
        """A client of that practitioner who said yes to everything, asked at that wall time."""
        phone, now, by = self.phone(name), self.clock.now(), practitioner.id
        await self.database.write(lambda tx: client_joins(tx.at(now), phone.id, name, by=by, at=at, place=place))
        phone.starts()
        return phone

    # The service

    async def begin(self, more: Mapping[str, str] | None = None) -> None:
        """Starts the service, with `more` settings, and waits until it asks Telegram for what happened."""
        self.service = await self.start("service", **(more or {}))
        await self.simulator.until(lambda: self.simulator.is_polled, PATIENCE)

    async def start(self, name: str, **more: str) -> Service:
        """Starts one more process of the service, with these settings besides; waits for nothing."""
        return await self._supervisor.start(name, self.settings() | more)

    def settings(self) -> dict[str, str]:
        """What a process of the service is told."""
        [port] = free_ports(1)
        return {
            "ALONGSIDE_BOT_TOKEN": self.simulator.token,
            "ALONGSIDE_DATABASE_URL": self.url,
            "ALONGSIDE_SECRET_KEYS": self._keys,
            "ALONGSIDE_VAULT": str(self.folder / "vault"),
            "ALONGSIDE_TELEGRAM_API": self.simulator.base_url,
            "ALONGSIDE_LISTEN": f"127.0.0.1:{port}",
            "ALONGSIDE_METRICS_LISTEN": "127.0.0.1:0",
        }

    async def end(self) -> int | None:
        """Stops the service as an operator does; its exit code, None where it took too long."""
        return await self.service.stop(STOPS_WITHIN) if self.service else None

    def turn(self, seconds: float) -> None:
        """Everybody's clock goes on by that much at once."""
        self.clock.turn(seconds)

    def turn_to(self, moment: datetime) -> None:
        """Everybody's clock shows that moment, or the time it is where that is later."""
        self.clock.turn((moment - self.clock.now()).total_seconds())

    async def until(self, is_so: Callable[[], object], seconds: float = PATIENCE) -> bool:
        """Waits until something is so on a phone or in the log, at most that many real seconds; whether it is."""
        try:
            await self.simulator.until(is_so, seconds)
        except TimeoutError:
            return False
        return True

    async def reads(self, phone: Phone, words: str, seconds: float = PATIENCE) -> bool:
        """Waits until the newest messages of that phone that nobody looked at say this; whether they do."""
        return await self.until(lambda: any(words in one.text for one in phone.unseen), seconds)

    async def sleep(self, seconds: float) -> None:
        """Real seconds in which people do nothing."""
        await WallClock().sleep(seconds)

    async def calm(self, seconds: float = PATIENCE) -> bool:
        """Waits until nothing has been sent for three seconds; whether that came about in time."""
        wall = WallClock()
        give_up, seen, since = wall.ticks() + seconds, -1, wall.ticks()
        while wall.ticks() < give_up:
            sent = len(self.simulator.log.effects())
            if sent != seen:
                seen, since = sent, wall.ticks()
            elif wall.ticks() - since > 3.0:
                return True
            await asyncio.sleep(0.2)
        return False

    # What was seen

    def note(self, words: str) -> None:
        """A line of its own in the transcript, at this place."""
        self._notes.append((len(self.simulator.log.entries), words))

    def transcript(self) -> str:
        """What went on on all phones, in order, each line with its moment in London."""
        names = {phone.id: phone.name for phone in self.simulator.phones}
        notes, lines = list(self._notes), list[str]()
        for number, entry in enumerate(self.simulator.log.entries):
            while notes and notes[0][0] <= number:
                lines.append(notes.pop(0)[1])
            said = _heard(entry, names) if isinstance(entry, UpdateMade) else _shown(entry, names)
            if said:
                lines.append(f"{entry.at.astimezone(ZONE):%a %H:%M:%S.%f}"[:-4] + f"  {said}")
        return "\n".join([*lines, *(words for _, words in notes)]) + "\n"


def _heard(made: UpdateMade, names: dict[int, str]) -> str:
    name, update = names.get(made.user_id or 0), made.update
    if name is None:
        return ""
    if "callback_query" in update:
        query = update["callback_query"]
        rows = query["message"].get("reply_markup", {}).get("inline_keyboard", [])
        tapped = [one["text"] for row in rows for one in row if one.get("callback_data") == query["data"]]
        return f"{name} taps [{(tapped or [query['data']])[0]}]"
    body = update.get("message") or update.get("edited_message") or {}
    how = " (changed)" if "edited_message" in update else ""
    known = {"from", "chat", "date", "edit_date", "message_id", "entities"}
    rest = {key: value for key, value in body.items() if key not in known}
    return f"{name}{how}: {body.get('text') or body.get('caption') or rest or made.kind}"


def _shown(call: object, names: dict[int, str]) -> str:
    if not isinstance(call, Call):
        return ""
    words = str(call.params.get("text") or call.params.get("caption") or "")
    if call.effect == "answered":
        return f"(over the screen: {words})" if words else ""
    if call.chat_id not in names or call.effect not in ("sent", "edited", "deleted", "pinned"):
        return ""
    indented = "".join(f"\n          | {line}" for line in words.split("\n")) if words else ""
    markup = call.params.get("reply_markup") or {}
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    buttons = "".join("\n          " + " ".join(f"[{one['text']}]" for one in row) for row in rows)
    sound = ", no sound" if call.params.get("disable_notification") else ""
    number = call.message_id or call.params.get("message_id") or call.params.get("message_ids")
    return f"to {names[call.chat_id]} ({call.effect} #{number}{sound}){indented}{buttons}"
