"""It was earlier: when a cigarette or an urge was, by one or two taps, counted back from when it was told of."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Final

from programme.occurrence import DAY, instant
from programme.patterns import Part
from programme.smoking import DAYS_BACK, evening_of

HOURS: Final = (1, 2)
AS_TOLD: Final = "now"  # it was then after all
# About the middle of each part of the day: what a part stands for when all of its logs are counted.
MIDDLE: Final[Mapping[Part, time]] = {
    Part.MORNING: time(8),
    Part.MIDDAY: time(12, 30),
    Part.AFTERNOON: time(15, 30),
    Part.EVENING: time(19),
    Part.NIGHT: time(22),
}


def hours_code(hours: int) -> str:
    """So many hours earlier, as a code."""
    return f"h{hours}"


def part_code(days_back: int, part: Part) -> str:
    """A part of a day so many days earlier, as a code."""
    return f"{days_back}-{part}"


def parts_of(told_at: datetime, zone: str, days_back: int) -> tuple[Part, ...]:
    """The parts of that day that were over when it was told of, or well begun."""
    return tuple(part for part in MIDDLE if read_earlier(part_code(days_back, part), told_at, zone) is not None)


def read_earlier(code: str, told_at: datetime, zone: str) -> datetime | None:
    """The moment (UTC) that a code names, before `told_at`; None for any other code, and for what was not yet then.

    Hours are as they pass, whatever the clocks do. A day is the one whose evening it was: before four at night, the day
    before.
    """
    for hours in HOURS:
        if code == hours_code(hours):
            return told_at.astimezone(UTC) - timedelta(hours=hours)
    for days_back in range(DAYS_BACK + 1):
        for part, wall in MIDDLE.items():
            if code == part_code(days_back, part):
                at = instant(evening_of(told_at, zone) - days_back * DAY, wall, zone)
                return at if at is not None and at < told_at else None
    return None
