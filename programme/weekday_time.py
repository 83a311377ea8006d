"""A weekday and a time in people's own words: "Thu 11:00", "tomorrow at half past nine"."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from programme.occurrence import instant
from programme.times import TwoTimes, parse_time

WORK_BEGINS: Final = time(8)  # of two readings ("Thu 9") the one in the working day is meant
_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY: Final = re.compile(
    r"^(?:on |next )?(?P<day>today|tomorrow|mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?\b[.,]?\s*(?P<rest>.+)$"
)


@dataclass(frozen=True, slots=True)
class DayAndTime:
    """`weekday` (Monday is 0), or so many days `ahead` where "today" or "tomorrow" was said; and a wall time."""

    at: time
    weekday: int | None = None
    ahead: int | None = None


def parse_day_and_time(text: str) -> DayAndTime | None:
    """What somebody typed, where it is a day and a time between 7:00 and 21:30; None for anything else."""
    found = _DAY.match(" ".join(text.casefold().split()))
    read = parse_hour(found["rest"]) if found else None
    if found is None or read is None:
        return None
    if found["day"] in ("today", "tomorrow"):
        return DayAndTime(read, ahead=int(found["day"] == "tomorrow"))
    return DayAndTime(read, weekday=_NAMES.index(found["day"][:3]))


def parse_hour(text: str) -> time | None:
    """A time between 7:00 and 21:30, the one in working hours where two are meant; None for anything else."""
    read = parse_time(text)
    if isinstance(read, TwoTimes):
        return read.morning if read.morning >= WORK_BEGINS else read.evening
    return read if isinstance(read, time) else None


def next_moment(said: DayAndTime, now: datetime, zone: str) -> datetime | None:
    """The first such moment after `now` in the IANA `zone` (UTC); None where "today" at that time is over."""
    today = now.astimezone(ZoneInfo(zone)).date()
    for ahead in range(15) if said.ahead is None else (said.ahead,):
        day = today + timedelta(days=ahead)
        at = instant(day, said.at, zone)
        if at is not None and at > now and said.weekday in (None, day.weekday()):
            return at
    return None
