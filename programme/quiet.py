"""Quiet hours: from 22:00 to 7:00 where the person is, nothing goes out but answers to what they did (FIELD S4)."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from programme.occurrence import DAY, instant

QUIET_FROM = time(22)
QUIET_TO = time(7)
EARLIEST_CHECK_IN = time(7)
LATEST_CHECK_IN = time(21, 30)


def is_quiet(now: datetime, zone: str) -> bool:
    """Whether it is night for somebody in the IANA `zone`."""
    wall = now.astimezone(ZoneInfo(zone)).time()
    return wall >= QUIET_FROM or wall < QUIET_TO


def quiet_start_after(moment: datetime, zone: str) -> datetime:
    """When the next night begins: the first 22:00 in `zone` that is not before `moment`, in UTC."""
    return _next(moment, QUIET_FROM, zone)


def quiet_end_after(moment: datetime, zone: str) -> datetime:
    """When the night is over: the first 7:00 in `zone` that is not before `moment`, in UTC."""
    return _next(moment, QUIET_TO, zone)


def may_be_asked_at(wall: time) -> bool:
    """Whether a check-in may be set to that wall time: 7:00 to 21:30, so that it leaves room before the night."""
    return EARLIEST_CHECK_IN <= wall <= LATEST_CHECK_IN


def _next(moment: datetime, wall: time, zone: str) -> datetime:
    day = moment.astimezone(ZoneInfo(zone)).date()
    while (at := instant(day, wall, zone)) is None or at < moment:
        day += DAY
    return at
