"""Smoking told of between check-ins: an entry of a diary before the quit date, a lapse from then on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from programme.check_in import HardMoment, Mood, cigarettes
from programme.occurrence import DAY, instant
from programme.reason_code import ReasonCode

MORNING: Final = time(8)  # when the hello after a lapse comes
NIGHT_ENDS: Final = time(4)  # who is still up before that is in yesterday's evening
TWICE: Final = timedelta(minutes=2)  # told twice within that is told once
TAKEN_BACK_WITHIN: Final = timedelta(days=1)
DAYS_BACK: Final = 2  # how far back it may be said to have been


@dataclass(frozen=True, slots=True)
class Smoked:
    """One time somebody told us. `attempt_id` names the quit attempt it is a lapse of; None: an entry of the diary.

    `was_at` (UTC) is when it was, where they said another time than when they told. Cigarettes are a range as in
    programme.check_in.CheckIn, where they said how many.
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
    """A range as programme.check_in.cigarettes reads it; None also for none at all, for they smoked."""
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


def peace_at(due_at: datetime, evenings: Iterable[Evening], zone: str) -> ReasonCode | None:
    """Why nothing comes at that moment, where it falls into one of these evenings; None: it may."""
    return next((one.why for one in evenings if is_left_in_peace(due_at, [one.at], zone)), None)


def is_left_in_peace(due_at: datetime, lapses: Iterable[datetime], zone: str) -> bool:
    """Whether something due then falls between one of these lapses (when it was told of) and the end of its night."""
    return any(lapse <= due_at < quiet_until(lapse, zone) for lapse in lapses)
