"""Quit attempts: a day from which somebody means not to smoke, and what moving that day does to the try."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
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


class Move(StrEnum):
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


def move(attempt: Attempt, to: date, today: date) -> Move:
    """What moving that attempt's day means. Days that count are never taken away (FIELD S12).

    - A day that has not come yet is moved, whichever way.
    - A day that has come can become an earlier one: they remembered better.
    - Moved to a later day, what was lived so far stays an attempt of its own.
    """
    if to == attempt.quit_on:
        return Move.SAME_DAY
    if attempt.has_come(today) and to > attempt.quit_on:
        return Move.NEW_ATTEMPT
    return Move.SAME_ATTEMPT


def is_weekend(day: date) -> bool:
    """Whether a quit date is one to think through: Saturday or Sunday (an association only: FIELD.md 2.8)."""
    return day.weekday() >= SATURDAY
