"""A pause: a client wants to be left alone until then. What would have been due meanwhile counts for nothing."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from programme.kinds import KINDS
from programme.occurrence import DAY, instant
from programme.plan import NEVER, NUDGE

HELLO_AT = time(8)
LONGEST = timedelta(days=92)  # with a date; without one it is as long as they like


class Length(StrEnum):
    """How long a pause may be."""

    TODAY = "today"
    THREE_DAYS = "three_days"
    WEEK = "week"
    OPEN = "open"  # until they say that they are back


class What(StrEnum):
    """What a pause is of."""

    ALL = "all"
    CHECK_INS = "check_ins"  # and all else that comes to the client by itself
    NUDGES = "nudges"  # their supporters'


_DAYS = {Length.TODAY: 1, Length.THREE_DAYS: 3, Length.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Pause:
    """From `since` on, and before `until` (UTC; NEVER: until they are back); `what` is not due then."""

    since: datetime
    until: datetime
    what: What = What.ALL

    def covers(self, moment: datetime) -> bool:
        """Whether it holds then."""
        return self.since <= moment < self.until

    def holds(self, kind: str) -> bool:
        """Whether that kind of plan is what it is of."""
        return KINDS[kind].pauses and self.what in paused_as(kind)

    @property
    def of_client(self) -> bool:
        """Whether the client themselves is left alone in it."""
        return self.what is not What.NUDGES


def paused_as(kind: str) -> frozenset[What]:
    """Of what a pause has to be to hold that kind back."""
    return frozenset({What.ALL, What.NUDGES if kind == NUDGE else What.CHECK_INS})


def may_end_on(day: date, today: date) -> bool:
    """Whether a pause may be set to end on that local date: from tomorrow to three months on."""
    return today < day <= today + LONGEST


def in_zone(moment: datetime, before: str, after: str) -> datetime:
    """The wall time that `moment` has in the zone `before`, in the zone `after` (UTC); NEVER stays never."""
    if moment == NEVER:
        return NEVER
    wall = moment.astimezone(ZoneInfo(before))
    return _at(wall.date(), wall.time(), after)


def ends_at(now: datetime, length: Length | date, zone: str) -> datetime:
    """When a pause that begins now is over (UTC): at 8:00 in the IANA `zone`, days on or on that date."""
    if length is Length.OPEN:
        return NEVER
    day = now.astimezone(ZoneInfo(zone)).date() + _DAYS[length] * DAY if isinstance(length, Length) else length
    return _at(day, HELLO_AT, zone)


def _at(day: date, wall: time, zone: str) -> datetime:
    while (at := instant(day, wall, zone)) is None:
        day += DAY  # the zone left that date out
    return at
