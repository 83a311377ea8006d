"""Quit attempts: a day from which somebody means not to smoke, its milestones, and getting ready for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count, takewhile
from typing import Final

EARLIEST: Final = timedelta(days=14)  # back: "I stopped on ..."
LATEST: Final = timedelta(days=365)  # ahead
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at stopping, in the person's own local dates. It holds from `quit_on` up to, and without, `ended_on`.

    `moved` is how often the day was changed; None as `ended_on`: it goes on.
    """

    id: int
    person_id: int
    quit_on: date
    moved: int = 0
    ended_on: date | None = None

    def has_come(self, today: date) -> bool:
        """Whether its day is here: smoking is a lapse from then on, and an entry of a diary before."""
        return self.quit_on <= today

    def holds_on(self, day: date) -> bool:
        """Whether smoking on that day is a lapse of this attempt."""
        return self.quit_on <= day and (self.ended_on is None or day < self.ended_on)

    def day_number(self, today: date) -> int:
        """Which day since the quit date it is; the quit date itself is day 0."""
        return (today - self.quit_on).days


class AttemptMove(StrEnum):
    """What becomes of an attempt whose day is changed."""

    SAME_DAY = "same_day"  # nothing changes
    SAME_ATTEMPT = "same_attempt"  # its day is another one
    NEW_ATTEMPT = "new_attempt"  # the old one stays with its days, and another begins


class WhyMoved(StrEnum):
    """What may have led to a quit date being moved or taken away; or their own words."""

    NOT_READY = "not_ready"
    TOO_MUCH = "too_much"
    UNWELL = "unwell"
    ANOTHER_DAY = "another_day"


def may_be_quit_date(day: date, today: date) -> bool:
    """Whether that day may be picked: up to two weeks back, up to a year ahead."""
    return today - EARLIEST <= day <= today + LATEST


def move_attempt(attempt: Attempt, to: date, today: date) -> AttemptMove:
    """What moving that attempt's day means. Days that count are never taken away (FIELD S12).

    - A day that has not come yet is moved, whichever way.
    - A day that has come can become an earlier one: they remembered better.
    - Moved to a later day, what was lived so far stays an attempt of its own.
    """
    if to == attempt.quit_on:
        return AttemptMove.SAME_DAY
    if attempt.has_come(today) and to > attempt.quit_on:
        return AttemptMove.NEW_ATTEMPT
    return AttemptMove.SAME_ATTEMPT


def is_weekend(day: date) -> bool:
    """Whether a quit date is one to think through: Saturday or Sunday (an association only: FIELD.md 2.8)."""
    return day.weekday() >= SATURDAY


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
    """That many smoke-free `days`, which is `count` of that unit."""

    days: int
    count: int
    unit: Unit


def milestone_at(smoke_free: int) -> Milestone | None:
    """The highest milestone that this many smoke-free days have reached; None before the first.

    A month is a twelfth of a year, rounded up: never told early.
    """
    reached = None
    for one in _milestones():
        if one.days > smoke_free:
            return reached
        reached = one
    return reached


def months_in(days: int) -> frozenset[int]:
    """The days on which somebody who smoked on none so far reaches months of them, up to that many days."""
    reached = takewhile(lambda one: one.days <= days, _milestones())
    return frozenset(one.days for one in reached if one.unit is Unit.MONTHS)


def _milestones() -> Iterator[Milestone]:
    yield from (Milestone(days, days, Unit.DAYS) for days in _DAYS)
    yield from (Milestone(weeks * _A_WEEK, weeks, Unit.WEEKS) for weeks in _WEEKS)
    yield from (Milestone(-(-months * _A_YEAR // _MONTHS), months, Unit.MONTHS) for months in count(2))


class Thing(StrEnum):
    """One thing of the list that everybody starts from (FIELD.md 2.4). What is not theirs to do, they leave."""

    HOME = "home"
    BAG = "bag"
    CAR = "car"
    LIGHTER = "lighter"
    SHOP = "shop"  # where they buy
    OTHERS = "others"  # who smokes at home
    TELL = "tell"
    HANDS = "hands"


DUE: Final = (7, 3, 1)  # days before the quit date


def due_step(days_since: int | None) -> int | None:
    """The step that a day belongs to: a week, three days and a day before the quit date; None on other days.

    `days_since` counts from the quit date, negative before it; None without one. A step that no check-in could carry on
    its very day may be brought up the day after, while that is still before the quit date.
    """
    left = -(days_since or 0)
    return next((step for step in DUE if 0 < left <= step <= left + 1), None)
