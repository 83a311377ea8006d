"""How a client joins: one step after another, each kept at once, and the next one found from what is remembered."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from programme.consent import Choices

HELPED_WAITS: Final = timedelta(hours=1)  # so long the next words may be what has helped; later ones are a note


class Step(StrEnum):
    """A question on the way from the link to being set up, in order."""

    WELCOME = "welcome"
    FITS = "fits"  # is one of these you? Nothing of the answer is kept (docs/decisions/0030)
    CHOICES = "choices"
    NAME = "name"
    TIME = "time"  # with the place, so that the clock is right
    HELPED = "helped"  # asked on the screen that says they are set up
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of somebody who joins. `choices` is None until they were confirmed.

    `has_time`: a check-in plan runs. `has_helped`: the toolkit holds something, or the question was passed over.
    """

    choices: Choices | None = None
    has_name: bool = False
    has_time: bool = False
    has_helped: bool = False


def steps(choices: Choices) -> tuple[Step, ...]:
    """The steps for these choices: no time without check-ins, and nothing to keep where nothing is kept."""
    asked = (
        (Step.WELCOME, True),
        (Step.FITS, True),
        (Step.CHOICES, True),
        (Step.NAME, True),
        (Step.TIME, choices.check_in),
        (Step.HELPED, choices.keep_answers),
        (Step.READY, True),
    )
    return tuple(step for step, is_asked in asked if is_asked)


def next_step(known: Known) -> Step:
    """The first step that is not done. The welcome comes before anything was chosen: nothing is kept of what fits."""
    if known.choices is None:
        return Step.WELCOME
    done = {Step.NAME: known.has_name, Step.TIME: known.has_time, Step.HELPED: known.has_helped, Step.READY: False}
    return next(step for step in steps(known.choices) if not done.get(step, True))


def may_join(known: Known) -> bool:
    """Is enough known to be a client? Only the toolkit's first item may come later."""
    return known.choices is not None and known.has_name and (known.has_time or not known.choices.check_in)
