"""What becomes of the check-ins of somebody who does not answer: counted in silent days, never in messages.

The ladder is a first proposal (FIELD 2.10), not evidence. A silent day is a local date that lies behind us, on which
something was asked or held back for silence, and nothing came from the person. Days on which we sent nothing, could not
reach them, or were asked to pause are no silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

ASK_KINDLY: Final = 2  # silent days, after which one tap is asked for
SLOWER: Final = 4  # after which a question comes every third day
SLOWER_DAYS: Final = timedelta(days=3)
GO_QUIET: Final = 10  # after which one last word is said
FORTNIGHT: Final = timedelta(days=14)
NO_THINNING_BEFORE: Final = 7  # days since the quit date


class Rung(StrEnum):
    """What a check-in that is due becomes."""

    USUAL = "usual"
    QUIET = "quiet"  # the one-tap question takes its place
    LAST = "last"  # the last word takes its place
    HELD = "held"  # nothing is said


@dataclass(frozen=True, slots=True)
class Silence:
    """How long somebody has been silent, since anything came from them.

    `days` are silent days; `asked_on` the last date on which a question went out; `asked_kindly` and `said_last`:
    whether that step was taken in this silence.
    """

    days: int = 0
    asked_on: date | None = None
    asked_kindly: bool = False
    said_last: bool = False


def asks_if_hard(asked_on: Iterable[date], on: date) -> bool:
    """Whether the one-tap question of that date may ask if this is hard to look at (FIELD.md 3.7).

    At most once a fortnight: `asked_on` are the dates of such questions before it, whatever their words.
    """
    return all(on - before >= FORTNIGHT for before in asked_on)


def rung(silence: Silence, on: date, quit_day: int | None) -> Rung:
    """What a check-in due on that local date becomes; `quit_day` is the day since the quit date, where there is one.

    - After two silent days one tap is asked for, once in a silence.
    - Nothing is thinned out before day 7 after the quit date.
    - After four, a question comes every third day; after ten, one last word, and then nothing until they return.
    """
    if silence.days >= ASK_KINDLY and not silence.asked_kindly:
        return Rung.QUIET
    if silence.days < SLOWER or (quit_day is not None and 0 <= quit_day < NO_THINNING_BEFORE):
        return Rung.USUAL
    if silence.days >= GO_QUIET:
        return Rung.HELD if silence.said_last else Rung.LAST
    recent = silence.asked_on is not None and on - silence.asked_on < SLOWER_DAYS
    return Rung.HELD if recent and silence.asked_on != on else Rung.USUAL
