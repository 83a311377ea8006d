"""Putting a check-in off: later today, tonight, tomorrow; never into the night."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from programme.occurrence import DAY, instant
from programme.quiet import LATEST_CHECK_IN, is_quiet, quiet_start_after

LATER_BY: Final = timedelta(hours=1)
TONIGHT: Final = time(20)
APART: Final = timedelta(minutes=25)  # what is nearer than that is not another choice


class Until(StrEnum):
    """Till when it is put off."""

    LATER = "later"
    TONIGHT = "tonight"
    TOMORROW = "tomorrow"


@dataclass(frozen=True, slots=True)
class Snooze:
    """One choice: when it comes back (UTC). `by_itself`: tomorrow's own check-in comes then, and this one is left."""

    until: Until
    at: datetime
    by_itself: bool = False


def snoozes(
    now: datetime, zone: str, slot: time, coming: datetime | None = None, other: datetime | None = None
) -> list[Snooze]:
    """The choices there are now, in the IANA `zone`, for a check-in whose time is `slot`.

    `coming` is when the next one comes by itself (UTC), and `other` when another question does.

    - Later is in an hour, where that is before the night.
    - Tonight is 20:00 or, where that is near or over, 21:30; at least 25 minutes from now, and after later.
    - Tomorrow is the first that comes by itself that day, or, where none does, the same time as today.
    - Nothing is put off beyond the next question that comes by itself: it would take this one's place (FIELD S6).
    """
    found: list[Snooze] = []
    if (later := now + LATER_BY) < _night(now, zone):
        found.append(Snooze(Until.LATER, later))
    earliest = APART + max((one.at for one in found), default=now)
    today = now.astimezone(ZoneInfo(zone)).date()
    for wall in (TONIGHT, LATEST_CHECK_IN):
        at = instant(today, wall, zone)
        if at is not None and at >= earliest:
            found.append(Snooze(Until.TONIGHT, at))
            break
    before = [one for one in found if coming is None or one.at < coming]
    every = [*before, *_tomorrow(today + DAY, zone, slot, coming)]
    return [one for one in every if one.by_itself or other is None or one.at < other]


def _tomorrow(day: date, zone: str, slot: time, coming: datetime | None) -> list[Snooze]:
    own = coming.astimezone(ZoneInfo(zone)).date() if coming is not None else None
    if coming is not None and own == day:
        return [Snooze(Until.TOMORROW, coming, by_itself=True)]
    at = instant(day, slot, zone)
    if at is None or is_quiet(at, zone) or (coming is not None and coming <= at):
        return []
    return [Snooze(Until.TOMORROW, at)]


def _night(now: datetime, zone: str) -> datetime:
    return now if is_quiet(now, zone) else quiet_start_after(now, zone)
