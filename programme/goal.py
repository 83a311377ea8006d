"""A weekly goal in the client's own words: when it is looked at together, and what became of it."""

from datetime import date
from enum import StrEnum
from typing import Final

A_WEEK: Final = 7  # days
BEFORE_SESSION: Final = 2  # days: the evening before a session has its own card


class Outcome(StrEnum):
    """What became of a goal, as the client says it. None of them is a mark."""

    DID = "did"
    PART = "part"
    NOT_THIS_TIME = "not_this_time"


def review_due(set_on: date, asked_on: date | None, today: date, session_on: date | None) -> bool:
    """Whether a goal that was set on `set_on`, and last asked about on `asked_on`, is asked about on `today`.

    - With a session in the coming week, in the two days before it or on its day, so that it can be talked over there.
    - Without one, after seven days.
    - Not on the day it was set, and not twice before one session.
    """
    if today <= set_on or (asked_on is not None and (today - asked_on).days <= BEFORE_SESSION):
        return False
    if session_on is not None and 0 <= (ahead := (session_on - today).days) <= A_WEEK:
        return ahead <= BEFORE_SESSION
    return (today - (asked_on or set_on)).days >= A_WEEK
