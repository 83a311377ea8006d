"""Working on what is in the way: one barrier, up to three ideas, one picked to try, and how that went."""

from datetime import date
from enum import StrEnum
from typing import Final

MOST_IDEAS: Final = 3
SHOWN: Final = 3  # ideas of ours at a time, once they ask
LOOK_AFTER: Final = 2  # days after the day they meant to try it


class Tried(StrEnum):
    """How an idea went, as the client says it."""

    HELPED = "helped"
    A_BIT = "a_bit"
    NOT_THIS_TIME = "not_this_time"


def review_due(try_on: date, today: date) -> bool:
    """Whether an idea that was to be tried on `try_on` is asked about on `today`."""
    return (today - try_on).days >= LOOK_AFTER
