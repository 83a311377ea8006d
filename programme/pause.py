"""A pause: a client wants to be left alone until then. What would have been due meanwhile counts for nothing."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from programme.occurrence import DAY, instant
from programme.plan import NEVER

HELLO_AT = time(8)


class Length(StrEnum):
    """How long a pause may be."""

    TODAY = "today"
    THREE_DAYS = "three_days"
    WEEK = "week"
    OPEN = "open"  # until they say that they are back


_DAYS = {Length.TODAY: 1, Length.THREE_DAYS: 3, Length.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Pause:
    """From `since` on, and before `until` (UTC; NEVER: until they are back)."""

    since: datetime
    until: datetime

    def covers(self, moment: datetime) -> bool:
        """Whether it holds then."""
        return self.since <= moment < self.until


def in_zone(moment: datetime, before: str, after: str) -> datetime:
    """The wall time that `moment` has in the zone `before`, in the zone `after` (UTC); NEVER stays never."""
    if moment == NEVER:
        return NEVER
    wall = moment.astimezone(ZoneInfo(before))
    return _at(wall.date(), wall.time(), after)


def ends_at(now: datetime, length: Length, zone: str) -> datetime:
    """When a pause that begins now is over (UTC): at 8:00 in the IANA `zone`, so many days on; or NEVER."""
    if length is Length.OPEN:
        return NEVER
    return _at(now.astimezone(ZoneInfo(zone)).date() + _DAYS[length] * DAY, HELLO_AT, zone)


def _at(day: date, wall: time, zone: str) -> datetime:
    while (at := instant(day, wall, zone)) is None:
        day += DAY  # the zone left that date out
    return at
