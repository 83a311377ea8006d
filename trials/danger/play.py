"""A little play on a stage: people write, tap and read, the clock turns, and each line of it has what had to come."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.clock import WallClock
from alongside.house import HOUSEKEEPING
from care.schedule.due import next_due_at
from db.event_replay import unrest
from jobs.timetable import Timetable
from simulator import Bubble, Phone
from simulator.acts import CannotDo
from trials.danger.stage import DangerStage, Figure, Size

LONDON = ZoneInfo("Europe/London")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PATIENCE = 30.0  # real seconds for all that follows from one act
LOOK_EVERY = 0.05
WAITS = 0.1  # seconds of the clock that pass with each look at what is not done yet


@dataclass
class PlayLine:
    """One line of the play: what it is about, and how many of the things that had to be so were so."""

    says: str
    wanted: int = 0
    came: int = 0


class Play:
    """What the people of one scenario do, and what came of it. What is missing stands in the transcript."""

    def __init__(self, stage: DangerStage) -> None:
        self.stage = stage
        self.lines: list[PlayLine] = []
        self._timetable = Timetable(stage.database, stage.clock, HOUSEKEEPING)

    def line(self, says: str) -> None:
        """From here on it is about this."""
        self.lines.append(PlayLine(says))
        self.stage.note(f"\n== {says}")

    def figures(self) -> Sequence[Figure]:
        """A row for each line of the play."""
        return [Figure(one.says, one.wanted, one.came) for one in self.lines]

    # What people do

    async def begin(self) -> None:
        """The service runs, and what it has to say by itself has been said and looked at."""
        await self.stage.begin()
        await self.settle()
        self.look_away()

    async def writes(self, phone: Phone, text: str) -> None:
        """Types words and sends them."""
        await self.does(phone, lambda one: one.writes(text))

    async def taps(self, phone: Phone, *labels: str) -> None:
        """Taps one button after the other, each named by how it begins; what the last brings is left to be read."""
        for number, label in enumerate(labels):
            if number:
                phone.looks()
            try:
                phone.taps(_whole(phone, label))
            except CannotDo:
                self._so(False, f"{phone.name} was to see the button [{label}]")
            await self.settle()

    async def does(self, phone: Phone, act: Callable[[Phone], object]) -> None:
        """Anything that a phone can do. What was on it before is looked at first."""
        phone.looks()
        act(phone)
        await self.settle()

    # What had to come

    def reads(self, phone: Phone, *parts: str) -> Bubble | None:
        """One new message has all of these words in it."""
        for bubble in phone.unseen:
            if all(part in _all_of(bubble) for part in parts):
                self._so(True, "")
                return bubble
        self._so(False, f"{phone.name} was to read: {' ... '.join(parts)}")
        return None

    def reads_nothing_of(self, phone: Phone, *words: str) -> None:
        """None of these words stands in what is new."""
        for word in words:
            found = [one for one in phone.unseen if word.lower() in _all_of(one).lower()]
            self._so(not found, f"{phone.name} was not to read: {word}")

    def reads_nothing(self, phone: Phone) -> None:
        """Nothing is new."""
        self._so(not phone.unseen, f"{phone.name} was to read nothing")

    def so(self, is_so: object, what: str) -> None:
        """Anything else that had to be so."""
        self._so(bool(is_so), what)

    def _so(self, is_so: bool, what: str) -> None:
        self.lines[-1].wanted += 1
        self.lines[-1].came += is_so
        if not is_so:
            self.stage.note(f">> MISSING: {what}")

    # Time

    async def settle(self) -> None:
        """All that can happen at this moment has happened, or many seconds have passed."""
        wall = WallClock()
        give_up, calm = wall.ticks() + PATIENCE, 0
        while calm < 2 and wall.ticks() < give_up:
            calm = calm + 1 if await self._is_calm() else 0
            if not calm:
                self.stage.turn(WAITS)  # nobody here waits for the pace of messages
            await self.stage.sleep(LOOK_EVERY)
        if calm < 2:
            self.stage.note(">> this took longer than it may")

    async def _is_calm(self) -> bool:
        simulator, now = self.stage.simulator, self.stage.clock.now()
        if simulator.telegram.updates.queue or any(one.is_waiting for one in simulator.phones):
            return False

        return not await self.stage.database.read(lambda tx: unrest(tx.at(now)))

    async def goes_on(self, by: timedelta) -> None:
        """Time passes, from one due moment to the next."""
        await self._until(self.stage.clock.now() + by)

    async def reaches(self, when: str) -> None:
        """Time passes until the next "Wed 18:30" in London, or, where it says "18:30", of any day."""
        day, _, at = when.rpartition(" ")
        hour, minute = map(int, at.split(":"))
        here = self.stage.clock.now().astimezone(LONDON)
        for ahead in range(8):
            moment = (here + timedelta(days=ahead)).replace(hour=hour, minute=minute, second=0, microsecond=0)
            if moment > here and day in ("", DAYS[moment.weekday()]):
                await self._until(moment)
                return

    async def _until(self, moment: datetime) -> None:
        await self.settle()
        while (now := self.stage.clock.now()) < moment:
            due = await self.stage.database.read(next_due_at)
            stop = min(moment, due) if due is not None and due > now else moment
            self.stage.turn((stop - now).total_seconds())
            await self._timetable.ask()  # the service asks by the wall's clock, which nobody turns
            await self.settle()

    def look_away(self) -> None:
        """Everybody has looked at everything."""
        for phone in self.stage.simulator.phones:
            phone.looks()


def played(act: Callable[[Play], Awaitable[None]]) -> Callable[[DangerStage, Size], Awaitable[Sequence[Figure]]]:
    """A scenario out of a play."""

    async def live(stage: DangerStage, _size: Size) -> Sequence[Figure]:
        play = Play(stage)
        await act(play)
        return play.figures()

    return live


def labels(phone: Phone) -> list[str]:
    """The buttons under the newest message that has any."""
    for bubble in reversed(phone.messages):
        if bubble.buttons:
            return [button.label for row in bubble.buttons for button in row]
    return []


def _whole(phone: Phone, label: str) -> str:
    have = [button.label for one in reversed(phone.messages) for row in one.buttons for button in row]
    return label if label in have else next((one for one in have if one.startswith(label)), label)


def _all_of(bubble: Bubble) -> str:
    return "\n".join([bubble.text, *(f"[{one.label}]" for row in bubble.buttons for one in row)])
