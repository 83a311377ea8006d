"""The people of a trial: each looks at the phone now and then and does what a person would, by a seed of their own."""

import asyncio
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator import Bubble, Button, Phone

ANSWERS = frozenset({"mood", "urge", "cigarettes", "moment", "helped", "one_tap"})
ASIDES = frozenset({"skip", "done", "leave_it", "later", "not_today", "now", "add_late", "share"})
CHATTER = (
    "/help",
    "hello",
    "/privacy",
    "/checkin",
    "/craving",
    "stop",
    "/settings",
    "I walked it off",
    "/start",
    "...",
)
LOOKS_EVERY = (0.03, 0.15)  # real seconds
SAYS_ONCE_MORE = 3.0  # real seconds without an answer after which somebody who joins tries once more
LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")


@dataclass
class Street:
    """What the people share. While `open` is not set nobody does anything; `done` counts what they did."""

    seed: int
    open: asyncio.Event = field(default_factory=asyncio.Event)
    done: int = 0
    chatty: float = 0.02

    def chance(self, name: str) -> random.Random:
        """A person's own chance, so that what one does moves nobody else's."""
        return random.Random(f"{self.seed}:{name}")


class Resident:
    """Somebody with a phone."""

    def __init__(self, street: Street, phone: Phone) -> None:
        self.street = street
        self.phone = phone
        self.chance = street.chance(phone.name)
        self._waited = 0.0

    async def live(self) -> None:
        """Until cancelled: look, and do what there is to do."""
        while True:
            pause = self.chance.uniform(*LOOKS_EVERY)
            await asyncio.sleep(pause)
            await self.street.open.wait()
            self._waited += pause
            if self.phone.person.blocked:
                continue
            if self.phone.unseen:
                self.phone.looks()
                self._acts(self.answer())
            elif self._waited > SAYS_ONCE_MORE and self.begin():
                self._acts(True)
            elif self.chance.random() < self.street.chatty:
                self._acts(self.chatter())

    def _acts(self, did: bool) -> None:
        if did:
            self._waited = 0.0
            self.street.done += 1

    def answer(self) -> bool:
        """Reacts to something new; whether anything was done."""
        raise NotImplementedError

    def begin(self) -> bool:
        """Does what gets things going, where nothing has come for a while."""
        return False

    def chatter(self) -> bool:
        """Says something that nobody asked for."""
        self.phone.writes(self.chance.choice(CHATTER))
        return True

    def newest(self) -> Bubble | None:
        """The newest message that has buttons."""
        return next((one for one in reversed(self.phone.messages) if not one.from_me and one.buttons), None)

    def buttons(self, *dos: str) -> list[tuple[Bubble, Button]]:
        """The buttons of the newest message that do one of these."""
        bubble = self.newest()
        every = [button for row in bubble.buttons for button in row] if bubble else []
        return [(bubble, button) for button in every if bubble and _does(button) in dos]

    def taps(self, found: tuple[Bubble, Button]) -> bool:
        """Taps that very button."""
        bubble, button = found
        self.phone.taps_raw(button.data or "", bubble.id)
        return True

    def reads(self, *parts: str) -> bool:
        """Whether the newest message of the bot says one of these."""
        last = self.phone.last
        return last is not None and any(part in last.text for part in parts)


class Practitioner(Resident):
    """Lets clients in, one link for each who has none, and looks at weeks."""

    def __init__(self, street: Street, phone: Phone, token: str, code: str, clients: "list[Client]") -> None:
        super().__init__(street, phone)
        self._token = token
        self._code = code
        self._clients = clients
        self._passed_on: set[str] = set()
        self._joined = False

    def answer(self) -> bool:
        """Gives the code, makes links, passes them on."""
        self._pass_on()
        self._joined = self._joined or bool(self.buttons("invite"))
        if not self._joined and self.reads("six"):
            self.phone.writes(self._code)
            return True
        if found := self.buttons("no_label"):
            return self.taps(found[0])
        if seen := self.buttons("seen"):
            return self.taps(seen[0])
        return self._invites() if self.chance.random() < 0.7 else False

    def begin(self) -> bool:
        """Opens the own link, then invites."""
        if not self._joined:
            self.phone.starts(self._token)
            return True
        return self._invites()

    def chatter(self) -> bool:
        """Looks at how people are."""
        if not self._joined:
            return False
        self.phone.writes(self.chance.choice(("/summary", "/clients", "/help")))
        return True

    def _invites(self) -> bool:
        if not self._joined or not any(client.token is None for client in self._clients):
            return False
        self.phone.writes("/invite")
        return True

    def _pass_on(self) -> None:
        for token in self._links():
            waiting = next((client for client in self._clients if client.token is None), None)
            if waiting is not None and token not in self._passed_on and token != self._token:
                self._passed_on.add(token)
                waiting.token = token

    def _links(self) -> Iterator[str]:
        for bubble in self.phone.messages:
            if not bubble.from_me:
                urls = [button.url or "" for row in bubble.buttons for button in row]
                yield from LINK.findall(" ".join([bubble.text, bubble.html, *urls]))


@dataclass(frozen=True, slots=True)
class Home:
    """Where a client lives: the country's name as typed, the zone as its button carries it, and the time to ask at."""

    country: str
    zone: str
    at: str


NAMES = ("Sam", "Ana", "Ben", "Cai", "Dot", "Eli", "Fay", "Gil")
HOMES = (
    Home("United Kingdom", "Europe/London", "18:30"),
    Home("United Kingdom", "Europe/London", "07:00"),
    Home("Ireland", "Europe/Dublin", "21:30"),
    Home("Germany", "Europe/Berlin", "19:30"),
    Home("United States", "America/New_York", "08:15"),
    Home("India", "Asia/Kolkata", "20:00"),
    Home("Australia", "Australia/Lord_Howe", "09:00"),
    Home("Egypt", "Africa/Cairo", "12:30"),
)


class Client(Resident):
    """Joins with the link they are given, answers check-ins more or less, and sometimes writes by themselves."""

    def __init__(self, street: Street, phone: Phone, home: Home) -> None:
        super().__init__(street, phone)
        self.home = home
        self.token: str | None = None
        self.joined = False
        self._moved = False
        self._lazy = self.chance.uniform(0.0, 0.5)

    def begin(self) -> bool:
        """Opens the link; or, stuck on the way in, opens it once more."""
        if self.token is None or self.joined:
            return False
        self.phone.starts(self.token)
        return True

    def chatter(self) -> bool:
        """Only once they are in."""
        return super().chatter() if self.joined else False

    def answer(self) -> bool:
        """What a person would do with what is on the screen."""
        if self.buttons("go") and self.buttons("time"):  # craving help, and another time: all is set up
            self.joined = True
        return self._joins() if not self.joined else self._checks_in()

    def _joins(self) -> bool:
        if self.buttons("elsewhere", "at"):
            return self._says_when()
        asked = {"own_name": self.phone.name, "skip_helped": "A walk by the water", "country": self.home.country}
        for do, words in asked.items():
            if self.buttons(do):
                self._moved = self._moved or do == "country"
                self.phone.writes(words)
                return True
        ticks = [one for one in self.buttons("toggle") if one[1].label.startswith("☐")]
        found = ticks or self.buttons("choices_done", "set_up") or self._zones()
        return self.taps(found[0]) if found else False

    def _zones(self) -> list[tuple[Bubble, Button]]:
        every = self.buttons("zone")
        return [one for one in every if (one[1].data or "").endswith(self.home.zone)] or every

    def _says_when(self) -> bool:
        elsewhere = self.buttons("elsewhere")
        if elsewhere and not self._moved and self.home.zone != "Europe/London":
            return self.taps(elsewhere[0])
        self.phone.writes(self.home.at)
        return True

    def _checks_in(self) -> bool:
        if self.chance.random() < self._lazy / 4:
            return False
        if self.buttons("done") and self.chance.random() < 0.5:
            self.phone.writes(f"Words of {self.phone.name}, {self.chance.randrange(10**6)}")
            return True
        if self.buttons("cigarettes") and self.chance.random() < 0.3:
            self.phone.writes(str(self.chance.randrange(40)))
            return True
        usual, other = self.buttons(*ANSWERS), self.buttons(*ASIDES)
        choice = usual if usual and (not other or self.chance.random() < 0.85) else other
        if not choice:
            return False
        self.taps(self.chance.choice(choice))
        if self.chance.random() < 0.1:  # an impatient finger
            self.taps(self.chance.choice(choice))
        return True


def _does(button: Button) -> str:
    parts = (button.data or "").split(":")
    return parts[2] if len(parts) > 2 else ""
