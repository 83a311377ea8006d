"""Round numbers of smoke-free days, all tries together: 1 and 3 days, 1, 2 and 4 weeks, and from then on months."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, takewhile
from typing import Final

_DAYS: Final = (1, 3)
_WEEKS: Final = (1, 2, 4)
_A_WEEK: Final = 7
_A_YEAR: Final = 365
_MONTHS: Final = 12


class Unit(StrEnum):
    """What a milestone is counted in when it is told."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Milestone:
    """So many smoke-free `days`, which is `count` of that unit."""

    days: int
    count: int
    unit: Unit


def milestone_at(smoke_free: int) -> Milestone | None:
    """The highest that so many smoke-free days have reached; None before the first.

    A month is a twelfth of a year, rounded up: never told early.
    """
    reached = None
    for one in _milestones():
        if one.days > smoke_free:
            return reached
        reached = one
    return reached


def months_in(days: int) -> frozenset[int]:
    """The days on which somebody who smoked on none so far reaches months of them, up to so many days."""
    reached = takewhile(lambda one: one.days <= days, _milestones())
    return frozenset(one.days for one in reached if one.unit is Unit.MONTHS)


def _milestones() -> Iterator[Milestone]:
    yield from (Milestone(days, days, Unit.DAYS) for days in _DAYS)
    yield from (Milestone(weeks * _A_WEEK, weeks, Unit.WEEKS) for weeks in _WEEKS)
    yield from (Milestone(-(-months * _A_YEAR // _MONTHS), months, Unit.MONTHS) for months in count(2))
