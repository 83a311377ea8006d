"""When a wall time comes round: one instant for each local date and time, in every zone and both clock changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
LOOK_AHEAD = 20  # dates: one weekday a week, the one that a zone left out (Apia, 30 December 2011), and a margin


_Slot = tuple[datetime, date, time]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One slot of a rule. `slot` is the wall time asked for, "HH:MM", also where the clocks moved it."""

    at_utc: datetime
    local_date: date
    slot: str


def instant(local_date: date, wall: time, zone: str) -> datetime | None:
    """The instant of that wall time on that date in the IANA `zone`, in UTC.

    A time that comes twice is the first one. A time that the clocks skip is moved on by as much as they skip. None for
    a date that the zone left out altogether.
    """
    return _instant(local_date, wall, ZoneInfo(zone))


def next_occurrence(after: datetime, times: Sequence[time], weekdays: frozenset[int], zone: str) -> Occurrence:
    """The first slot strictly after `after` (aware): `times` on `weekdays` (Monday is 0) in the IANA `zone`.

    Raises ValueError for a rule that never comes round.
    """
    place = ZoneInfo(zone)
    found: _Slot | None = None
    day = after.astimezone(place).date() - DAY  # its last slot may have been moved past midnight
    for _ in range(LOOK_AHEAD):
        if found is not None and day > found[1] + DAY:
            return _occurrence(*found)
        if day.weekday() in weekdays:
            coming = [slot for slot in _of_day(day, times, place) if slot[0] > after]
            found = min(coming, default=None) if found is None else min([*coming, found])
        day += DAY
    raise ValueError("this rule never comes round")


def occurrences_between(
    after: datetime, until: datetime, times: Sequence[time], weekdays: frozenset[int], zone: str
) -> list[Occurrence]:
    """Every slot after `after` up to and with `until` (both aware), in order. Two slots may share an instant."""
    place = ZoneInfo(zone)
    first, last = after.astimezone(place).date() - DAY, until.astimezone(place).date() + DAY
    days = (first + n * DAY for n in range((last - first).days + 1))
    slots = (slot for day in days if day.weekday() in weekdays for slot in _of_day(day, times, place))
    return [_occurrence(*slot) for slot in sorted(slot for slot in slots if after < slot[0] <= until)]


def _of_day(day: date, times: Sequence[time], place: ZoneInfo) -> Iterator[_Slot]:
    for wall in times:
        at = _instant(day, wall, place)
        if at is not None:
            yield at, day, wall


@lru_cache(maxsize=4096)  # many people share a wall time and a zone
def _instant(day: date, wall: time, place: ZoneInfo) -> datetime | None:
    asked = datetime.combine(day, wall, tzinfo=place)
    skipped = asked.replace(fold=1).utcoffset() - asked.utcoffset()  # type: ignore[operator]  # a ZoneInfo knows both
    return None if skipped >= DAY else asked.astimezone(UTC)


def _occurrence(at: datetime, day: date, wall: time) -> Occurrence:
    return Occurrence(at, day, f"{wall.hour:02}:{wall.minute:02}")
