"""The clock the simulator lives by. Its caller may pass another, so that a test can turn the time."""

import time
from datetime import UTC, datetime
from typing import Protocol


class SimulatorClock(Protocol):
    """Time as an argument: dates and ages come from `now`, rates from `ticks`."""

    def now(self) -> datetime:
        """The wall clock: an aware moment in UTC."""
        ...

    def ticks(self) -> float:
        """Seconds that never run backwards, from any starting point."""
        ...


class SimulatorWallClock:
    """The real time."""

    def now(self) -> datetime:
        """This moment in UTC."""
        return datetime.now(UTC)

    def ticks(self) -> float:
        """The monotonic clock, in seconds."""
        return time.monotonic()
