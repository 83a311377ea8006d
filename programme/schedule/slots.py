"""When a wall time comes round: one instant for each local date and time, and the quiet hours (FIELD S4)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import takewhile
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
_NOON = 12  # o'clock: no zone skips more than half a day, but for a whole date
LOOK_AHEAD = 40  # dates that are looked through for the next slot: the widest gap of a course is 28 days, and a margin


@dataclass(frozen=True, slots=True)
class SlotTime:
    """What is asked for on one date: a wall time, and what of (a form of programme.schedule.course.Form, or none).

    `slot` names it for good, "HH:MM", whatever becomes of its time: drawn by chance, moved by hand, or by the clocks.
    """

    wall: time
    slot: str
    form: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One slot of a rule, at one instant. `local_date` and `slot` name it; `form` is what is asked then."""

    at_utc: datetime
    local_date: date
    slot: str
    form: str | None = None


AskedOn = Callable[[date], Sequence[SlotTime]]


def instant(local_date: date, wall: time, zone: str) -> datetime | None:
    """The instant of that wall time on that date in the IANA `zone`, in UTC.

    A time that comes twice is the first one. A time that the clocks skip is moved on by as much as they skip. None for
    a date that the zone left out altogether.
    """
    return _instant(local_date, wall, ZoneInfo(zone))


def slots_after(
    after: datetime, asked_on: AskedOn, zone: str, *, first: date | None = None, dates: int = LOOK_AHEAD
) -> Iterator[Slot]:
    """The slots strictly after `after` (aware), in order: what is asked on that many dates from then, or from `first`.

    Two slots may share an instant. A slot that the clocks move past midnight comes after those of the next date that
    are before it.
    """
    place = ZoneInfo(zone)
    here = after.astimezone(place)
    day = here.date() - DAY if here.hour < _NOON else here.date()  # its last slot may have been moved past midnight
    if first is not None and day < first - DAY:
        day = first - DAY
    waiting: list[Slot] = []
    for _ in range(dates + 2):
        found, settled = _on(day, asked_on(day), after, place)
        if settled and not waiting:
            yield from found
        else:
            before = max((one.at_utc for one in waiting), default=after)
            waiting = sorted([*waiting, *found])
            yield from takewhile(lambda one, until=before: one.at_utc <= until, waiting)  # type: ignore[misc]
            waiting = [one for one in waiting if one.at_utc > before]
        day += DAY
    yield from waiting


def next_occurrence(after: datetime, times: Sequence[time], weekdays: frozenset[int], zone: str) -> Slot:
    """The first slot strictly after `after` (aware): `times` on `weekdays` (Monday is 0) in the IANA `zone`.

    Raises ValueError for a rule that never comes round.
    """
    found = next(slots_after(after, on_weekdays(times, weekdays), zone), None)
    if found is None:
        raise ValueError("this rule never comes round")
    return found


def occurrences_between(
    after: datetime, until: datetime, times: Sequence[time], weekdays: frozenset[int], zone: str
) -> list[Slot]:
    """Every slot after `after` up to and with `until` (both aware), in order."""
    return between(after, until, on_weekdays(times, weekdays), zone)


def between(after: datetime, until: datetime, asked_on: AskedOn, zone: str) -> list[Slot]:
    """Every slot after `after` up to and with `until` (both aware), in order."""
    dates = max((until - after).days, 0) + 2
    return list(takewhile(lambda one: one.at_utc <= until, slots_after(after, asked_on, zone, dates=dates)))


def on_weekdays(times: Sequence[time], weekdays: frozenset[int]) -> AskedOn:
    """The same wall times on each of these weekdays."""
    asked = tuple(SlotTime(wall, hhmm(wall)) for wall in sorted(times))
    return lambda day: asked if day.weekday() in weekdays else ()


@lru_cache(maxsize=1440)
def hhmm(wall: time) -> str:
    """A wall time as slots are named: "18:30"."""
    return f"{wall.hour:02}:{wall.minute:02}"


def _on(day: date, asked: Sequence[SlotTime], after: datetime, place: ZoneInfo) -> tuple[list[Slot], bool]:
    """The slots of that date after `after`, in order, and whether all of them are over before the next date begins."""
    found: list[Slot] = []
    settled = True
    for one in asked:
        at = _instant(day, one.wall, place)
        if at is not None and at > after:
            found.append(Slot(at, day, one.slot, one.form))
            settled = settled and not _is_moved_on(day, one.wall, place)
    return (sorted(found) if len(found) > 1 else found), settled


@lru_cache(maxsize=4096)
def _is_moved_on(day: date, wall: time, place: ZoneInfo) -> bool:
    at = _instant(day, wall, place)
    return at is not None and at.astimezone(place).date() != day


@lru_cache(maxsize=4096)  # many people share a wall time and a zone
def _instant(day: date, wall: time, place: ZoneInfo) -> datetime | None:
    asked = datetime.combine(day, wall, tzinfo=place)
    skipped = asked.replace(fold=1).utcoffset() - asked.utcoffset()  # type: ignore[operator]  # a ZoneInfo knows both
    return None if skipped >= DAY else asked.astimezone(UTC)


QUIET_FROM = time(22)
QUIET_TO = time(7)
ROOM = timedelta(minutes=30)  # from the last question of a day to the night
EARLIEST_CHECK_IN = QUIET_TO
LATEST_CHECK_IN = (datetime.combine(date(2000, 1, 1), QUIET_FROM) - ROOM).time()


def is_quiet(now: datetime, zone: str) -> bool:
    """Whether it is night for somebody in the IANA `zone`."""
    wall = now.astimezone(ZoneInfo(zone)).time()
    return wall >= QUIET_FROM or wall < QUIET_TO


def quiet_start_after(moment: datetime, zone: str) -> datetime:
    """When the next night begins: the first QUIET_FROM in `zone` that is not before `moment`, in UTC."""
    return _next(moment, QUIET_FROM, zone)


def quiet_end_after(moment: datetime, zone: str) -> datetime:
    """When the night is over: the first QUIET_TO in `zone` that is not before `moment`, in UTC."""
    return _next(moment, QUIET_TO, zone)


def may_be_asked_at(wall: time) -> bool:
    """Whether a check-in may be set to that wall time: after the night, and with ROOM before the next one."""
    return EARLIEST_CHECK_IN <= wall <= LATEST_CHECK_IN


def _next(moment: datetime, wall: time, zone: str) -> datetime:
    day = moment.astimezone(ZoneInfo(zone)).date()
    while (at := instant(day, wall, zone)) is None or at < moment:
        day += DAY
    return at
