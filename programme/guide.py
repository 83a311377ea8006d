"""Exercises that we do together: one message that says the next small step when it is time for it.

A step is a function of the seconds since the beginning alone. Whoever comes late, because the network or the service
was away, is at the step that is due by then; what was missed is passed over and never made up for.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

IN, OUT, BREATHS = 4, 6, 9  # seconds, seconds, times: a minute and a half
READY = 5  # seconds to sit down
SURF_STEPS, SURF_SECONDS = 8, 30  # four minutes: about as long as most cravings last


class Guide(StrEnum):
    """What we do together."""

    BREATHE = "breathe"
    SURF = "surf"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, how many seconds it lasts, and which of how many rounds it is in."""

    name: str
    seconds: int
    round: int = 0
    rounds: int = 0


def _breathing() -> tuple[Step, ...]:
    breath = [(name, seconds) for name, seconds in (("in", IN), ("out", OUT))]
    rounds = (Step(name, seconds, n, BREATHS) for n in range(1, BREATHS + 1) for name, seconds in breath)
    return (Step("ready", READY), *rounds)


STEPS: Final = {
    Guide.BREATHE: _breathing(),
    Guide.SURF: tuple(Step(str(n), SURF_SECONDS, n, SURF_STEPS) for n in range(1, SURF_STEPS + 1)),
}
# The strategies of the catalogue that are done so.
STRATEGIES: Final = {"slow-breaths": Guide.BREATHE, "surf-the-urge": Guide.SURF}


def lasts(guide: Guide) -> int:
    """Seconds from the beginning to the end."""
    return sum(step.seconds for step in STEPS[guide])


def step_at(guide: Guide, seconds: float) -> Step | None:
    """The step that is due so many seconds after the beginning; None once it is over."""
    due = _due(guide, seconds)
    return due[0] if due else None


def next_change(guide: Guide, seconds: float) -> int | None:
    """How many seconds after the beginning the next step is due; None where nothing follows any more."""
    due = _due(guide, seconds)
    return due[1] if due else None


def _due(guide: Guide, seconds: float) -> tuple[Step, int] | None:
    """The step that is due, and when it ends."""
    steps = STEPS[guide]
    ends = accumulate(step.seconds for step in steps)
    return next(((step, end) for step, end in zip(steps, ends, strict=True) if seconds < end), None)
