"""Smoking told of between check-ins, and the stages with smoking (SNAP)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from programme.check_in.answers import HardMoment, Mood, cigarettes
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, instant

MORNING: Final = time(8)  # when the hello after a lapse comes
NIGHT_ENDS: Final = time(4)  # who is still up before that is in yesterday's evening
TWICE: Final = timedelta(minutes=2)  # told twice within that is told once
TAKEN_BACK_WITHIN: Final = timedelta(days=1)
DAYS_BACK: Final = 2  # how far back it may be said to have been


@dataclass(frozen=True, slots=True)
class Smoked:
    """One time somebody told us. `attempt_id` names the quit attempt it is a lapse of; None: an entry of the diary.

    `was_at` (UTC) is when it was, where they said another time than when they told. Cigarettes are a range as in
    programme.check_in.answers.CheckIn, where they said how many.
    """

    id: int
    person_id: int
    told_at: datetime
    local_date: date
    attempt_id: int | None = None
    moment: HardMoment | None = None
    mood: Mood | None = None
    cigarettes_from: int | None = None
    cigarettes_to: int | None = None
    was_at: datetime | None = None

    @property
    def is_lapse(self) -> bool:
        """Told of after the quit date."""
        return self.attempt_id is not None


def how_many(value: str) -> tuple[int, int | None] | None:
    """A range as programme.check_in.answers.cigarettes reads it; None also for none at all, for they smoked."""
    amount = cigarettes(value)
    return amount if amount is not None and amount[0] > 0 else None


def evening_of(at: datetime, zone: str) -> date:
    """The local date whose evening that moment belongs to: before four at night it is still yesterday's."""
    here = at.astimezone(ZoneInfo(zone))
    return here.date() - DAY if here.time() < NIGHT_ENDS else here.date()


def quiet_until(at: datetime, zone: str) -> datetime:
    """Until when nothing is said unasked on an evening that is left in peace from that moment on (UTC)."""
    day = evening_of(at, zone) + DAY
    while (morning := instant(day, NIGHT_ENDS, zone)) is None:
        day += DAY
    return morning


@dataclass(frozen=True, slots=True)
class Evening:
    """An evening on which nothing comes unasked, from the moment `at` (UTC) to the end of its night, and why."""

    at: datetime
    why: ReasonCode


def quiet_evening_at(due_at: datetime, evenings: Iterable[Evening], zone: str) -> ReasonCode | None:
    """Why nothing comes at that moment, where it falls into one of these evenings; None: it may."""
    return next((one.why for one in evenings if is_quiet_evening(due_at, [one.at], zone)), None)


def is_quiet_evening(due_at: datetime, lapses: Iterable[datetime], zone: str) -> bool:
    """Whether something due then falls between one of these lapses (when it was told of) and the end of its night."""
    return any(lapse <= due_at < quiet_until(lapse, zone) for lapse in lapses)


SETTLED: Final = timedelta(days=28)  # without a cigarette told of, from which on an attempt is "not smoking"
_DAY: Final = timedelta(days=1)


class Stage(StrEnum):
    """One of the four."""

    SMOKING = "smoking"  # and no plan to stop just now
    PLANNING = "planning"  # thinking of stopping, with a day to come or without one
    ATTEMPTING = "attempting"  # the day has come
    NOT_SMOKING = "not_smoking"  # and has not been for a while


@dataclass(frozen=True, slots=True)
class StageMark:
    """Something that told where they are, on a date of theirs.

    `stage` is what they said or did; None: it follows from the quit date. `quit_on` is the date that held from then on.
    """

    on: date
    stage: Stage | None = None
    quit_on: date | None = None


def stage_on(marks: Sequence[StageMark], smoked: Mapping[date, bool], day: date) -> Stage | None:
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


def stage_movement(
    marks: Sequence[StageMark], smoked: Mapping[date, bool], first: date, last: date
) -> tuple[Stage, ...]:
    """The stages of these days, `first` and `last` among them, each as often as it came again: one stage, no movement.

    What is not known is left out.
    """
    days = (first + n * _DAY for n in range((last - first).days + 1))
    found: Iterator[Stage | None] = (stage_on(marks, smoked, day) for day in days)
    return tuple(stage for stage, _ in groupby(stage for stage in found if stage is not None))
