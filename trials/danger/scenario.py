"""What a scenario is, and what it gives back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trials.danger.stage import Stage


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
    live: Callable[["Stage", Size], Awaitable[Sequence[Figure]]]
    start: datetime = START
    short: bool = True
