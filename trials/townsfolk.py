"""The people of a trial: each looks at the phone now and then and does what a person would, by a seed of their own."""

import asyncio
import random
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from simulator import Bubble, Button, Phone

CHATTER = (
    "/help",
    "hello",
    "/privacy",
    "/checkin",
    "/craving",
    "stop",
    "/settings",
    "I walked it off",
    "Nights are the problem",
    "/start",
    "...",
)
# What nobody could take for anything else: each brings the crisis card, whoever writes it and whatever goes on.
DANGER = ("I want to die", "I am going to kill myself", "I want to end my life")
IN_DANGER = 0.04  # how often words that nobody asked for are these
LOOKS_EVERY = (0.03, 0.15)  # real seconds
LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")
IMPATIENT = 0.1  # how often a finger taps twice
SAYS_ONCE_MORE = 3.0  # real seconds without an answer after which somebody who joins tries once more


@dataclass
class Street:
    """What the people share. While `open` is not set nobody does anything; `done` counts what they did.

    `now` is the clock on the wall, UTC. `chatty` is how often somebody who looks says something that nobody asked for.
    """

    seed: int
    now: Callable[[], datetime]
    open: asyncio.Event = field(default_factory=asyncio.Event)
    done: int = 0
    chatty: float = 0.01
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def does(self, count: int) -> None:
        """Waits until so many more things were done."""
        enough = self.done + count
        while self.done < enough:
            self._news.clear()
            await self._news.wait()

    def did(self) -> None:
        """Somebody did something."""
        self.done += 1
        self._news.set()

    def chance(self, name: str) -> random.Random:
        """A person's own chance, so that what one does moves nobody else's."""
        return random.Random(f"{self.seed}:{name}")


class Resident(ABC):
    """Somebody with a phone."""

    def __init__(self, street: Street, phone: Phone) -> None:
        self.street = street
        self.phone = phone
        self.chance = street.chance(phone.name)
        self._waited = 0.0

    @property
    @abstractmethod
    def is_in(self) -> bool:
        """Whether they take part by now."""

    @property
    def is_called(self) -> bool:
        """Whether there is something to begin with at once."""
        return False

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
            elif (self.is_called or self._waited > SAYS_ONCE_MORE) and self.begin():
                self._acts(True)
            elif self.chance.random() < self.street.chatty:
                in_danger = self.is_in and self.chance.random() < IN_DANGER
                self._acts(self.calls_out() if in_danger else self.chatter())

    def _acts(self, did: bool) -> None:
        if did:
            self._waited = 0.0
            self.street.did()

    @abstractmethod
    def answer(self) -> bool:
        """Reacts to something new; whether anything was done."""

    def begin(self) -> bool:
        """Does what gets things going, where nothing has come for a while."""
        return False

    def chatter(self) -> bool:
        """Says something that nobody asked for."""
        self.phone.writes(self.chance.choice(CHATTER))
        return True

    def calls_out(self) -> bool:
        """Writes words of danger."""
        self.phone.writes(self.chance.choice(DANGER))
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

    def taps_one(self, liking: Mapping[str, float]) -> bool:
        """Taps one button of the newest message, by how much they like what it does; what is not named is left."""
        found = self.buttons(*liking)
        if not found:
            return False
        choice = self.chance.choices(found, [liking[_does(button)] for _, button in found])[0]
        self.taps(choice)
        if self.chance.random() < IMPATIENT:
            self.taps(choice)
        return True

    def says(self) -> bool:
        """Writes words of their own, each time others."""
        self.phone.writes(f"Words {self.chance.randrange(10**6)}")
        return True

    def links(self) -> Iterator[str]:
        """Every link that was ever shown to them, oldest first: what follows start=."""
        for bubble in self.phone.messages:
            if not bubble.from_me:
                urls = [button.url or "" for row in bubble.buttons for button in row]
                yield from LINK.findall(" ".join([bubble.text, bubble.html, *urls]))

    def reads(self, *parts: str) -> bool:
        """Whether the newest message of the bot says one of these."""
        last = self.phone.last
        return last is not None and any(part in last.text for part in parts)


def _does(button: Button) -> str:
    parts = (button.data or "").split(":")
    return parts[2] if len(parts) > 2 else ""
