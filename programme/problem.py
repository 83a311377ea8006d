"""Working on what is in the way: one barrier, up to three ideas, one picked to try, and how that went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from programme.own_words import OwnWords

MOST_IDEAS: Final = 3
SHOWN: Final = 3  # ideas of ours at a time, once they ask
LOOK_AFTER: Final = 2  # days after the day they meant to try it


class Tried(StrEnum):
    """How an idea went, as the client says it."""

    HELPED = "helped"
    A_BIT = "a_bit"
    NOT_THIS_TIME = "not_this_time"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is in the way, and the ideas that they had about it, oldest first."""

    barrier: OwnWords
    ideas: Sequence[OwnWords] = ()

    @property
    def trying(self) -> OwnWords | None:
        """The idea that is picked, and of which it is not known so far how it went."""
        return next((one for one in self.ideas if one.on_date is not None and one.code is None), None)

    @property
    def room(self) -> bool:
        """Whether there is room for another idea: those that were tried do not count."""
        return sum(one.code is None for one in self.ideas) < MOST_IDEAS


def review_due(try_on: date, today: date) -> bool:
    """Whether an idea that was to be tried on `try_on` is asked about on `today`."""
    return (today - try_on).days >= LOOK_AFTER
