"""To which time of its day one slot may be moved: by day, still to come, and not too near to another."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from programme.course import GAP
from programme.occurrence import instant
from programme.quiet import EARLIEST_CHECK_IN, LATEST_CHECK_IN, may_be_asked_at

STEP: Final = 30  # minutes between the times that are offered
Span = tuple[datetime, datetime]  # from when to when something else comes: the same twice, or a window (UTC)


class Refused(StrEnum):
    """Why a time is none for it."""

    OVER = "over"
    NIGHT = "night"
    NEAR = "near"  # less than an hour from something else that comes by itself


def refusal(on: date, to: time, zone: str, now: datetime, taken: Iterable[Span]) -> Refused | None:
    """Why a slot cannot come at that wall time of that date in the IANA `zone`; None: it can."""
    if not may_be_asked_at(to):
        return Refused.NIGHT
    at = instant(on, to, zone)
    if at is None or at <= now:
        return Refused.OVER
    near = any(start - GAP < at < end + GAP for start, end in taken)
    return Refused.NEAR if near else None


def free_times(on: date, near: time, zone: str, now: datetime, taken: Sequence[Span], most: int = 12) -> list[time]:
    """The half hours of that date that it may be moved to, in order: those nearest to `near`, without it."""
    first, last = _minutes(EARLIEST_CHECK_IN), _minutes(LATEST_CHECK_IN)
    halves = [time(minute // 60, minute % 60) for minute in range(first, last + 1, STEP)]
    free = [one for one in halves if one != near and refusal(on, one, zone, now, taken) is None]
    return sorted(sorted(free, key=lambda one: abs(_minutes(one) - _minutes(near)))[:most])


def _minutes(wall: time) -> int:
    return int(timedelta(hours=wall.hour, minutes=wall.minute) / timedelta(minutes=1))
