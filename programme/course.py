"""How often a client is asked, by how near the quit date is: a first proposal (FIELD 2.10), not evidence.

No study found gives a best dose. What is known: too many messages is what people dislike most, and prompts are worth
most in the first days (cravings) and on days 4 to 17 (lapses).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from programme.milestone import months_in
from programme.occurrence import Asked, hhmm

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
    QUIET = "quiet"  # one tap, after days without an answer: see programme.silence
    LAST = "last"  # asks nothing: the last word to somebody who has been quiet for long
    SOFT = "soft"  # one tap, and none of smoking: after a crisis card (programme.soft)


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
        Phase.QUIT_DAY: Dose((_R, _E)),  # and the morning's own word: programme.kinds, quit_day
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

    def asked_on(self, on: date, evening: time, spread: int = 0, *, months: bool = False) -> tuple[Asked, ...]:
        """What is asked on that date, the evening's at the client's own time, in order.

        Of two questions less than an hour apart the smaller one is left out: the evening's stays, then the morning's.
        The evening's may come up to `spread` minutes after its time. `months`: where days lie between, the check-in
        nearest to the day that makes it so many smoke-free months comes on that day.
        """
        day, phase = self.day(on), self.phase(on)
        dose = _DOSES[self.level].get(phase)
        if dose is None or not (dose.asks_on(on.toordinal()) if day is None else self._asks(day, months=months)):
            return ()
        walls = {Form.EVENING: evening, Form.MORNING: self.morning, Form.RISK: self.risk}
        kept: list[Asked] = []
        for form, wall in walls.items():
            if form in dose.forms and wall is not None and all(_apart(wall, one, spread) for one in kept):
                kept.append(Asked(wall, hhmm(wall), form))
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


def _apart(wall: time, other: Asked, spread: int) -> bool:
    at, least = _minutes(wall), int(GAP.total_seconds() / 60)
    start = _minutes(other.wall)
    end = start + (spread if other.form is Form.EVENING else 0)
    return at <= start - least or at >= end + least


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
