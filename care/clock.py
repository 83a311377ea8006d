"""How time reaches the program: one clock, handed in, the bells that end a sleep early, and whether all is held."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from db.hold import Hold


class Clock(Protocol):
    """The wall for what people see, ticks for measuring, and a sleep that both obey."""

    def now(self) -> datetime:
        """The wall clock: aware, UTC. It can be set forwards or back at any moment."""
        ...

    def ticks(self) -> float:
        """Seconds from an arbitrary start that never go back: for limits and pauses."""
        ...

    async def sleep(self, seconds: float, *wakes: asyncio.Event) -> None:
        """Wait that many seconds of this clock, or until one of the wakes is set."""
        ...


@dataclass(frozen=True, slots=True)
class Wakes:
    """Rung after a commit that left work for another loop. A hint: every loop also looks by itself."""

    inbox: asyncio.Event = field(default_factory=asyncio.Event)
    outbox: asyncio.Event = field(default_factory=asyncio.Event)
    plans: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Standby:
    """Whether the database is held, as this process knows it: set by jobs.guard, read by every loop."""

    held: Hold | None = None
