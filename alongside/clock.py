"""The one clock of the program, and one that trials and the demo turn by hand."""

import asyncio
import time
from datetime import UTC, datetime, timedelta


async def _first_of(seconds: float, wakes: tuple[asyncio.Event, ...]) -> None:
    """Wait until one of the wakes is set, at most that many real seconds."""
    if not wakes:
        await asyncio.sleep(seconds)
        return
    waits = [asyncio.create_task(wake.wait()) for wake in wakes]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


class WallClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The wall clock, aware, UTC."""
        return datetime.now(UTC)

    def ticks(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    async def sleep(self, seconds: float, *wakes: asyncio.Event) -> None:
        """Wait that many seconds, or until one of the wakes is set."""
        await _first_of(seconds, wakes)


class TurnedClock:
    """A clock that runs like the machine's from a moment of your choice, and that can be turned forwards.

    With `running=False` it stands still between turns, and a sleep turns it by itself: a story of weeks is over in
    seconds, and limits hold in its time.
    """

    def __init__(self, start: datetime, *, running: bool) -> None:
        self._offset = start
        self._turned = 0.0
        self._running = running
        self._real_start = time.monotonic()

    def _elapsed(self) -> float:
        real = time.monotonic() - self._real_start if self._running else 0.0
        return self._turned + real

    def now(self) -> datetime:
        """This clock's wall time, aware, UTC."""
        return self._offset + timedelta(seconds=self._elapsed())

    def ticks(self) -> float:
        """Seconds since the start, turns counted in."""
        return self._elapsed()

    def turn(self, seconds: float) -> None:
        """Move on by that many seconds (0 or more)."""
        self._turned += max(0.0, seconds)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock forwards or back by that many seconds; the ticks go on as if nothing had been."""
        self._offset += timedelta(seconds=seconds)

    async def sleep(self, seconds: float, *wakes: asyncio.Event) -> None:
        """As on the wall while running; standing still it moves itself on and gives way once."""
        if self._running:
            await _first_of(seconds, wakes)
            return
        if not any(wake.is_set() for wake in wakes):
            self.turn(seconds)
        await asyncio.sleep(0)
