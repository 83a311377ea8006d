"""The clock as an argument, the signs of life of the loops, and spells of trouble."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from structlog.stdlib import BoundLogger

from db.delivery.outbox import OutboxState
from db.delivery.sight import Hold


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


@dataclass(slots=True)
class Signs:
    """Moments are ticks of the clock, None before the first; counts begin with the process.

    `reached_at`: Telegram answered a call. `polled_at`: it answered a fetching of updates. `beat_at`, `beat_took`: the
    pulse went through, and in how many seconds. `sender_at`: the sender's loop turned; `sends`: it has the role.
    `outcomes`: rows of the outbox that reached an end, by state. `waits`: calls that were told to wait (429).
    `stepped_at`: the wall clock was set by a minute or more. `keyless`: people without a key in the vault at the start.
    """

    reached_at: float | None = None
    polled_at: float | None = None
    beat_at: float | None = None
    beat_took: float = 0.0
    sender_at: float | None = None
    sends: bool = False
    outcomes: Counter[OutboxState] = field(default_factory=Counter)
    waits: int = 0
    takeovers: int = 0
    clock_steps: int = 0
    stepped_at: float | None = None
    keyless: int = 0

    def ended(self, state: OutboxState) -> None:
        """A row of the outbox reached that end."""
        self.outcomes[state] += 1


class Spell:
    """Trouble of one kind, such as `pulse_trouble`, told to `log`."""

    def __init__(self, log: BoundLogger, what: str = "") -> None:
        self._log = log
        self._what = what
        self.times = 0

    def goes_on(self, error: BaseException, what: str = "", **more: Any) -> None:
        """Met, or met again. Of the error its class is told, never its words; `what` is its kind from then on."""
        if not self.times:
            self._what = what or self._what
            self._log.warning(self._what, error=type(error).__name__, **more)
        self.times += 1

    def is_over(self) -> None:
        """Not met this time."""
        if self.times:
            self._log.info("trouble_over", was=self._what, times=self.times)
        self.times = 0
