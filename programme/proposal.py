"""When to ask somebody whether another time suits them better: from what they did, and never changed by itself (S14).

The numbers are a first proposal, not evidence: enough answers to be no accident, and a difference worth a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from statistics import median
from typing import Final

from programme.quiet import EARLIEST_CHECK_IN, LATEST_CHECK_IN

ENOUGH: Final = 7  # answers
LATEST_ANSWERS: Final = 14  # that are looked at: habits change
DIFFERS: Final = 45  # minutes from the time that is asked
ALIKE: Final = 60  # minutes around the middle one, in which half of the answers lie
STEP: Final = 30  # minutes
TIME: Final = "time"  # what is proposed: another time for the evening check-in
AT_MOST_ONCE_IN: Final = timedelta(days=14)
NOT_NOW_FOR: Final = timedelta(weeks=4)


class Reply(StrEnum):
    """What somebody may say to a proposal."""

    YES = "yes"
    NOT_NOW = "not_now"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that was put to somebody: `value` is the time, "20:30". `answer` is None until they say."""

    id: int
    person_id: int
    what: str
    value: str
    made_at: datetime
    answer: Reply | None = None
    answered_at: datetime | None = None

    @property
    def at(self) -> time:
        """The time that was proposed."""
        return time.fromisoformat(self.value)


def better_time(asked: time, answered: Sequence[tuple[datetime, datetime]]) -> time | None:
    """The half hour at which they mostly answer, where that is another time than `asked`; None: leave it as it is.

    `answered` holds, oldest first, for each evening check-in when it was due and when it was answered, both local.

    - At least seven answers, of which the last fourteen are looked at.
    - The middle one differs from the time that is asked by 45 minutes or more.
    - Half of them lie within an hour of one another, around the middle one.
    """
    recent = answered[-LATEST_ANSWERS:]
    if len(recent) < ENOUGH:
        return None
    minutes = [_minutes(due.time()) + (at - due) / timedelta(minutes=1) for due, at in recent]
    middle = median(minutes)
    alike = sum(abs(one - middle) <= ALIKE / 2 for one in minutes)
    if abs(middle - _minutes(asked)) < DIFFERS or 2 * alike < len(minutes):
        return None
    found = _rounded(middle)
    return None if found == asked else found


def may_propose(earlier: Sequence[Proposal], now: datetime) -> bool:
    """Whether one more may be made: once in two weeks, not in the four after "not now", never after "never"."""
    for one in earlier:
        if one.answer is Reply.NEVER or now - one.made_at < AT_MOST_ONCE_IN:
            return False
        if one.answer is Reply.NOT_NOW and one.answered_at is not None and now - one.answered_at < NOT_NOW_FOR:
            return False
    return True


def _rounded(minutes: float) -> time:
    nearest = int(minutes / STEP + 0.5) * STEP
    allowed = min(max(nearest, _minutes(EARLIEST_CHECK_IN)), _minutes(LATEST_CHECK_IN))
    return time(allowed // 60, allowed % 60)


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
