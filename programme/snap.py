"""Where somebody is with smoking: Smoking, Not smoking, Attempting or Planning (SNAP: FIELD.md 2.9).

Any of the four may follow any other, and none is better to be told of. What people want changes from day to day: going
from an attempt back to a plan is a step like any other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

SETTLED: Final = timedelta(days=28)  # without a cigarette told of, from which on an attempt is "not smoking"
_DAY: Final = timedelta(days=1)


class Stage(StrEnum):
    """One of the four."""

    SMOKING = "smoking"  # and no plan to stop just now
    PLANNING = "planning"  # thinking of stopping, with a day to come or without one
    ATTEMPTING = "attempting"  # the day has come
    NOT_SMOKING = "not_smoking"  # and has not been for a while


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that told where they are, on a date of theirs.

    `stage` is what they said or did; None: it follows from the quit date. `quit_on` is the date that held from then on.
    """

    on: date
    stage: Stage | None = None
    quit_on: date | None = None


def stage_on(marks: Sequence[Mark], smoked: Mapping[date, bool], day: date) -> Stage | None:
    """Where they are on that date, by `marks` in the order in which they came; None where nothing tells it.

    - What they said stands until something else tells: a date set or moved, or one that has come since.
    - From a quit date on it is an attempt, whatever becomes of it; no cigarette ends it. Who names a relapse, does.
    - Four weeks into it, with none told of in the last four, it is "not smoking"; with one told of, an attempt.
    """
    told = [mark for mark in marks if mark.on <= day]
    if not told:
        return None
    last = told[-1]
    has_come = last.quit_on is not None and last.on < last.quit_on <= day
    if last.stage is not None and not has_come:
        lapsed = last.stage is Stage.NOT_SMOKING and any(was and last.on < on <= day for on, was in smoked.items())
        return Stage.ATTEMPTING if lapsed else last.stage
    if last.quit_on is None or last.quit_on > day:
        return Stage.PLANNING
    return Stage.NOT_SMOKING if _is_settled(last.quit_on, smoked, day) else Stage.ATTEMPTING


def _is_settled(quit_on: date, smoked: Mapping[date, bool], day: date) -> bool:
    lately = [was for on, was in smoked.items() if day - SETTLED < on <= day]
    return day - quit_on >= SETTLED and bool(lately) and not any(lately)


def movement(marks: Sequence[Mark], smoked: Mapping[date, bool], first: date, last: date) -> tuple[Stage, ...]:
    """The stages of these days, `first` and `last` among them, each as often as it came anew: one stage, no movement.

    What is not known is left out.
    """
    days = (first + n * _DAY for n in range((last - first).days + 1))
    found: Iterator[Stage | None] = (stage_on(marks, smoked, day) for day in days)
    return tuple(stage for stage, _ in groupby(stage for stage in found if stage is not None))
