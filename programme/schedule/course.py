"""How often a client is asked, by how near the quit date is, and to which time one slot may be moved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from programme.quitting.attempts import months_in
from programme.schedule.slots import EARLIEST_CHECK_IN, LATEST_CHECK_IN, SlotTime, hhmm, instant, may_be_asked_at

MORNING: Final = time(8)
GAP: Final = timedelta(minutes=60)  # the least there is between two questions of one day
LAST_DAY: Final = 182  # since the quit date: 26 weeks
MONTHS: Final = months_in(LAST_DAY)  # days since the quit date
_NEAR: Final = 6  # days between such a day and the check-in that moves to it


class Level(StrEnum):
    """How much of it a client picked."""

    LIGHTER = "lighter"
    STANDARD = "standard"
    FULLER = "fuller"


class Phase(StrEnum):
    """Where somebody is on the way."""

    PLANNING = "planning"  # before the quit date, or without one
    QUIT_DAY = "quit_day"
    FIRST_DAYS = "first_days"  # 1 to 4
    EARLY = "early"  # 5 to 17
    LATER = "later"  # 18 to 28
    MONTHS_2_3 = "months_2_3"  # weeks 5 to 12
    MONTHS_4_6 = "months_4_6"
    OVER = "over"


class Form(StrEnum):
    """What a check-in asks."""

    MORNING = "morning"  # the urge on waking: one tap
    RISK = "risk"  # the urge at the hour that is hardest, and what helped
    EVENING = "evening"  # all of it
    QUIET = "quiet"  # one tap, after days without an answer: see programme.schedule.pause
    LAST = "last"  # asks nothing: the last word to somebody who has been quiet for long
    SOFT = "soft"  # one tap, and none of smoking: after a crisis card (programme.schedule.day)


WHOLE: Final = (None, Form.EVENING)  # forms of a check-in that asks everything


@dataclass(frozen=True, slots=True)
class Dose:
    """These forms, on the days of a cycle that are named: days since the quit date, counted round."""

    forms: tuple[Form, ...]
    days: frozenset[int] = frozenset({0})
    cycle: int = 1

    def asks_on(self, count: int) -> bool:
        """Whether anything is asked on the day with that number."""
        return count % self.cycle in self.days


_PHASES: Final = (
    (0, Phase.QUIT_DAY), (4, Phase.FIRST_DAYS), (17, Phase.EARLY), (28, Phase.LATER), (84, Phase.MONTHS_2_3),
    (LAST_DAY, Phase.MONTHS_4_6),
)  # fmt: skip
_M, _R, _E = Form.MORNING, Form.RISK, Form.EVENING
_DOSES: Final[Mapping[Level, Mapping[Phase, Dose]]] = {
    Level.LIGHTER: {
        Phase.PLANNING: Dose((_E,), cycle=2),
        Phase.QUIT_DAY: Dose((_E,)),
        Phase.FIRST_DAYS: Dose((_M, _E)),
        Phase.EARLY: Dose((_E,)),
        Phase.LATER: Dose((_E,), cycle=2),
        Phase.MONTHS_2_3: Dose((_E,), cycle=7),
        Phase.MONTHS_4_6: Dose((_E,), cycle=28),
    },
    Level.STANDARD: {
        Phase.PLANNING: Dose((_E,)),
        Phase.QUIT_DAY: Dose((_R, _E)),  # and the morning's own word: programme.schedule.kinds, quit_day
        Phase.FIRST_DAYS: Dose((_M, _R, _E)),
        Phase.EARLY: Dose((_M, _E)),
        Phase.LATER: Dose((_E,)),
        Phase.MONTHS_2_3: Dose((_E,), frozenset({0, 3}), 7),
        Phase.MONTHS_4_6: Dose((_E,), cycle=14),
    },
    Level.FULLER: {
        Phase.PLANNING: Dose((_M, _E)),
        Phase.QUIT_DAY: Dose((_R, _E)),
        Phase.FIRST_DAYS: Dose((_M, _R, _E)),
        Phase.EARLY: Dose((_M, _R, _E)),
        Phase.LATER: Dose((_M, _E)),
        Phase.MONTHS_2_3: Dose((_E,), frozenset({0, 2, 4}), 7),
        Phase.MONTHS_4_6: Dose((_E,), cycle=7),
    },
}


@dataclass(frozen=True, slots=True)
class Course:
    """A client's course: how much they picked, and the quit date it is anchored on (their local date; None: none yet).

    `risk` is the wall time that is hardest for them, where they told; `morning` that of the morning's question.
    """

    level: Level = Level.STANDARD
    quit_on: date | None = None
    risk: time | None = None
    morning: time = MORNING

    def day(self, on: date) -> int | None:
        """The day since the quit date, which is day 0; negative before it; None without one."""
        return None if self.quit_on is None else (on - self.quit_on).days

    def phase(self, on: date) -> Phase:
        """Where they are on the way on that date of theirs."""
        return phase_of(self.day(on))

    def asked_on(self, on: date, evening: time, spread: int = 0, *, months: bool = False) -> tuple[SlotTime, ...]:
        """What is asked on that date, the evening's at the client's own time, in order.

        Of two questions less than an hour apart the smaller one is left out: the evening's stays, then the morning's.
        The evening's may come up to `spread` minutes after its time. `months`: where days lie between, the check-in
        nearest to the day that makes it that many smoke-free months comes on that day.
        """
        day, phase = self.day(on), self.phase(on)
        dose = _DOSES[self.level].get(phase)
        if dose is None or not (dose.asks_on(on.toordinal()) if day is None else self._asks(day, months=months)):
            return ()
        walls = {Form.EVENING: evening, Form.MORNING: self.morning, Form.RISK: self.risk}
        kept: list[SlotTime] = []
        for form, wall in walls.items():
            if form in dose.forms and wall is not None and all(_apart(wall, one, spread) for one in kept):
                kept.append(SlotTime(wall, hhmm(wall), form))
        return tuple(sorted(kept, key=lambda one: one.wall))

    def _asks(self, day: int, *, months: bool) -> bool:
        if not months or not any(abs(day - month) <= _NEAR for month in MONTHS):
            return self._is_dosed(day)
        moved = {month: self._nearest(month) for month in MONTHS}
        return moved[day] is not None if day in MONTHS else self._is_dosed(day) and day not in moved.values()

    def _nearest(self, month: int) -> int | None:
        """The day of the check-in that moves to that of a month: of two as near the later one."""
        near = [day for day in range(month + _NEAR, month - _NEAR - 1, -1) if self._is_dosed(day)]
        return min(near, key=lambda day: abs(day - month), default=None)

    def _is_dosed(self, day: int) -> bool:
        dose = _DOSES[self.level].get(phase_of(day))
        return dose is not None and dose.asks_on(day)

    def to_json(self) -> dict[str, Any]:
        """As it is stored: {"level": "standard", "quit_on": "2026-03-05", "risk": "16:00", "morning": "08:00"}."""
        return {
            "level": self.level.value,
            "quit_on": self.quit_on and self.quit_on.isoformat(),
            "risk": self.risk and hhmm(self.risk),
            "morning": hhmm(self.morning),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The course of `to_json`."""
        quit_on, risk = stored["quit_on"], stored["risk"]
        return cls(
            Level(stored["level"]),
            quit_on and date.fromisoformat(quit_on),
            risk and time.fromisoformat(risk),
            time.fromisoformat(stored["morning"]),
        )


def phase_of(day: int | None) -> Phase:
    """The phase of a day since the quit date; None: no quit date."""
    if day is None or day < 0:
        return Phase.PLANNING
    for last, phase in _PHASES:
        if day <= last:
            return phase
    return Phase.OVER


def _apart(wall: time, other: SlotTime, spread: int) -> bool:
    at, least = _minutes(wall), int(GAP.total_seconds() / 60)
    start = _minutes(other.wall)
    end = start + (spread if other.form is Form.EVENING else 0)
    return at <= start - least or at >= end + least


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute


SLOT_STEP: Final = 30  # minutes between the times that are offered
Span = tuple[datetime, datetime]  # from when to when something else comes: the same twice, or a window (UTC)


class SlotRefusal(StrEnum):
    """Why a time is none for it."""

    OVER = "over"
    NIGHT = "night"
    NEAR = "near"  # less than an hour from something else that comes by itself


def slot_refusal(on: date, to: time, zone: str, now: datetime, taken: Iterable[Span]) -> SlotRefusal | None:
    """Why a slot cannot come at that wall time of that date in the IANA `zone`; None: it can."""
    if not may_be_asked_at(to):
        return SlotRefusal.NIGHT
    at = instant(on, to, zone)
    if at is None or at <= now:
        return SlotRefusal.OVER
    near = any(start - GAP < at < end + GAP for start, end in taken)
    return SlotRefusal.NEAR if near else None


def free_times(on: date, near: time, zone: str, now: datetime, taken: Sequence[Span], most: int = 12) -> list[time]:
    """The half hours of that date that it may be moved to, in order: those nearest to `near`, without it."""
    first, last = _minute_of(EARLIEST_CHECK_IN), _minute_of(LATEST_CHECK_IN)
    halves = [time(minute // 60, minute % 60) for minute in range(first, last + 1, SLOT_STEP)]
    free = [one for one in halves if one != near and slot_refusal(on, one, zone, now, taken) is None]
    return sorted(sorted(free, key=lambda one: abs(_minute_of(one) - _minute_of(near)))[:most])


def _minute_of(wall: time) -> int:
    return int(timedelta(hours=wall.hour, minutes=wall.minute) / timedelta(minutes=1))
