"""A town to tell stories in: the real house over a real database and a Telegram of its own, and a clock that obeys."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.clock import TurnedClock
from alongside.house import House
from care.people.invites import make_client_invite, make_practitioner_invite
from care.schedule.due import next_due_at
from db.people import accounts
from db.store.engine import Database
from simulator import Bubble, Phone, Simulator

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass
class Someone:
    """A person of the story. After everything they do, all that follows from it has happened."""

    town: "Town"
    phone: Phone

    async def writes(self, text: str) -> None:
        """Types words and sends them."""
        self.phone.writes(text)
        await self.town.settle()

    async def taps(self, *labels: str) -> None:
        """Taps one button after the other, and looks at what each brings; the last is left to be seen."""
        for number, label in enumerate(labels):
            if number:
                self.phone.looks()
            self.phone.taps(self._whole(label))
            await self.town.settle()

    async def does(self, act: Callable[[Phone], object]) -> None:
        """Anything else a phone can do."""
        act(self.phone)
        await self.town.settle()

    async def sees(self, *parts: str) -> Bubble:
        """Something new on the screen has these words in it, and is now looked at."""
        bubble = self.phone.gets(parts[0])
        for part in parts[1:]:
            assert part in bubble.text, f"{part!r} is not in:\n{bubble}"
        return bubble

    async def sees_nothing_new(self) -> None:
        """The phone stayed silent, and nothing on it changed."""
        self.phone.sees_nothing_new()

    def labels(self) -> list[str]:
        """The buttons under the newest message that has any."""
        for bubble in reversed(self.phone.messages):
            if bubble.buttons:
                return [button.label for row in bubble.buttons for button in row]
        return []

    def _whole(self, label: str) -> str:
        """A button may be named by how its label begins."""
        labels = self.labels()
        return label if label in labels else next((have for have in labels if have.startswith(label)), label)


class Town:
    """Everything there is. London time, and it is Monday 2 March 2026, 12:00, unless the story says otherwise."""

    def __init__(self, database: Database, clock: TurnedClock, simulator: Simulator) -> None:
        self.database = database
        self.clock = clock
        self.simulator = simulator
        self.zone = ZoneInfo("Europe/London")
        self.people = [Someone(self, phone) for phone in simulator.phones]
        self.house = self.build()

    def build(self) -> House:
        """A house over what is there: the first one, or the next after a restart."""
        return House(self.database, self.clock, token=self.simulator.token, api=self.simulator.base_url, in_flight=1)

    async def settle(self) -> None:
        """All that can happen at this moment has happened."""
        await self.house.settle()

    async def restarts(self) -> None:
        """The service is stopped and started."""
        await self.house.close()
        self.house = self.build()
        await self.settle()

    async def goes_on(self, by: timedelta) -> None:
        """Time passes, from due moment to due moment, so that all happens when it is due."""
        await self._until(self.clock.now() + by)

    async def reaches(self, when: str) -> None:
        """Time passes until the next "Wed 18:30" of the town's zone, or, where it says "18:30", of any day."""
        await self._until(self.next(when))

    def next(self, when: str) -> datetime:
        """The next such moment, UTC."""
        day, _, at = when.rpartition(" ")
        hour, minute = map(int, at.split(":"))
        here = self.clock.now().astimezone(self.zone)
        for ahead in range(9):
            date = here.date() + timedelta(days=ahead)
            moment = datetime(date.year, date.month, date.day, hour, minute, tzinfo=self.zone).astimezone(UTC)
            if moment > self.clock.now() and (not day or DAYS[date.weekday()] == day):
                return moment
        raise AssertionError(f"there is no {when}")

    async def is_down(self, until: str) -> None:
        """Time passes and the service sleeps through it."""
        moment = self.next(until)
        self.clock.turn((moment - self.clock.now()).total_seconds())

    async def _until(self, moment: datetime) -> None:
        await self.settle()
        while self.clock.now() < moment:
            await self.step(moment)

    async def step(self, until: datetime) -> None:
        """Time passes to the next moment at which something is due, or to `until` where nothing is before it."""
        now = self.clock.now()
        due = await self.database.read(next_due_at)
        stop = min(until, due) if due is not None and due > now else until
        self.clock.turn((stop - now).total_seconds())
        await self.settle()

    def someone(self, name: str, account: int | None = None) -> Someone:
        """A person with a phone, of that Telegram account where it matters."""
        person = Someone(self, self.simulator.phone(name, user_id=account))
        self.people.append(person)
        return person

    def known(self, name: str) -> Someone:
        """Somebody of that name who lives here."""
        return next(person for person in self.people if person.phone.name == name)

    async def practitioner(self, name: str = "Lee") -> Someone:
        """Somebody whom the operator let in."""
        lee = self.someone(name)
        now = self.clock.now()
        token, code = await self.database.write(lambda tx: make_practitioner_invite(tx.at(now), name))
        await lee.does(lambda phone: phone.starts(token))
        await lee.writes(code)
        lee.phone.looks()
        return lee

    async def link_of(self, lee: Someone, label: str | None = None) -> str:
        """A start payload that this practitioner made."""
        person = await self.database.read(lambda tx: accounts.find(tx, lee.phone.id))
        assert person is not None
        now = self.clock.now()
        made = await self.database.write(lambda tx: make_client_invite(tx.at(now), person, label))
        assert made is not None
        return made.token

    async def client(
        self, lee: Someone, name: str = "Sam", *, at: str = "18:30", helped: str = "A walk", account: int | None = None
    ) -> Someone:
        """Somebody who joined through this practitioner, said yes to all three and picked a check-in time."""
        sam = self.someone(name, account)
        token = await self.link_of(lee)
        await sam.does(lambda phone: phone.starts(token))
        await sam.taps("Set up", "None of these", "☐ Check in", "☐ Keep", "☐ Show", "Continue")
        await sam.writes(name)
        await sam.writes(at)
        await sam.writes(helped)
        sam.phone.looks()
        lee.phone.looks()
        return sam

    def nobody_has_anything_unseen(self) -> None:
        """What a story does not look at fails it."""
        for person in self.people:
            person.phone.sees_nothing_new()
