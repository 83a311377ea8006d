"""What clients say 4, 12, 26 and 52 weeks after the quit date, and two answers that cannot both be true."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import combinations
from typing import Final

from programme.schedule.plan import Rule
from programme.schedule.slots import DAY
from programme.schedule.typed import as_digits

FOUR_WEEKS: Final = 28
HALF_A_YEAR: Final = 182
A_YEAR: Final = 364
MILESTONES: Final = (FOUR_WEEKS, 84, HALF_A_YEAR, A_YEAR)
_FOLLOW_UPS: Final = (0, 3, 7)  # days after each milestone on which it is asked, until there is an answer
_OF_A_YEAR: Final = (0, 7)  # check-ins are long over by then: once, and again


def follow_ups(milestone: int) -> tuple[int, ...]:
    """How many days after that milestone it is asked, until there is an answer."""
    return _OF_A_YEAR if milestone == A_YEAR else _FOLLOW_UPS


DAYS: Final = tuple(milestone + later for milestone in MILESTONES for later in follow_ups(milestone))
SINCE_DAY: Final = 15  # of the attempt: what is asked about begins here
DUE_FROM, DUE_BY = 25, 42  # days since the quit date in which the four-week result may be taken
NOT_SAID: Final = "not_said"
RANGES: Final[Mapping[str, tuple[int | None, int | None]]] = {
    "0": (0, 0), "1-5": (1, 5), "6+": (6, None), NOT_SAID: (None, None),
}  # fmt: skip
_LATE_MORNING, _AFTERNOON = time(10), time(16)
_APART: Final = 180  # minutes


@dataclass(frozen=True, slots=True)
class OutcomeAnswer:
    """What was said at one milestone of an attempt: cigarettes from and to, None where that was not said.

    `told_on` is the client's local date on which they first told it, kept and never reckoned again from `answered_at`
    (UTC); `last_on` the last of the local days that it is about. `entered_by`: the practitioner who heard it, by id;
    None: the client told us.
    """

    attempt_id: int
    milestone: int
    answered_at: datetime
    smoked_from: int | None
    smoked_to: int | None
    answer: str
    told_on: date
    last_on: date
    entered_by: int | None = None

    @property
    def is_not_said(self) -> bool:
        """Whether they would rather not say, which tells of nothing."""
        return self.answer == NOT_SAID


def milestone_of(day: int) -> int | None:
    """The milestone that a day since the quit date asks about; None before the first one."""
    return next((one for one in reversed(MILESTONES) if one <= day), None)


def since(quit_on: date) -> date:
    """The local date from which on it is asked whether they smoked."""
    return quit_on + timedelta(days=SINCE_DAY)


def asked_till(quit_on: date, milestone: int, today: date) -> date:
    """The last local day that is asked about: after four weeks day 28, however late it is told; else that day."""
    return min(today, quit_on + timedelta(days=FOUR_WEEKS)) if milestone == FOUR_WEEKS else today


def over_by(quit_on: date, milestone: int, today: date, said: OutcomeAnswer | None) -> date | None:
    """The last local day that is asked about, or was by the answer that is corrected; None: it goes up to today."""
    told = said is not None and not said.is_not_said
    last = said.last_on if said is not None and told else asked_till(quit_on, milestone, today)
    return last if last < today else None


def asked_at(evening: time) -> time:
    """When it is asked: in the late morning, or in the afternoon where their check-in is near that."""
    at = evening.hour * 60 + evening.minute
    return _AFTERNOON if abs(at - _LATE_MORNING.hour * 60) < _APART else _LATE_MORNING


def due_by(quit_on: date, today: date, *, answered: bool) -> date | None:
    """By when a four-week result is due, where it may be taken now and is not there; None otherwise."""
    day = (today - quit_on).days
    return quit_on + timedelta(days=DUE_BY) if DUE_FROM <= day <= DUE_BY and not answered else None


def without_follow_ups(rule: Rule, milestone: int) -> Rule:
    """That rule, of MILESTONES and their follow-ups, with nothing more about a milestone that was answered.

    Its days are gone, and are no changes: nobody left these questions out, and there is nothing to bring back.
    """
    answered = {milestone + later for later in follow_ups(milestone)}
    return replace(rule, days=tuple(day for day in rule.days if day not in answered))


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """`before` tells of more cigarettes than `after`, which is about all of its days.

    Of two about the same four weeks, one told to us and one heard in the room, either may have come first.
    """

    before: OutcomeAnswer
    after: OutcomeAnswer

    @property
    def last_on(self) -> date:
        """The client's local date from which on both are there."""
        return max(self.before.told_on, self.after.told_on)


def two_answers(told: Iterable[OutcomeAnswer]) -> tuple[TwoAnswers, ...]:
    """Every such two of these answers about one attempt: an outcome question asks about the days from day 15 on."""
    by_milestone = sorted(told, key=lambda one: (one.milestone, -(one.smoked_from or 0)))
    return tuple(TwoAnswers(*both) for both in combinations(by_milestone, 2) if _differ(*both))


def _differ(before: OutcomeAnswer, after: OutcomeAnswer) -> bool:
    if before.last_on > after.last_on:
        return False
    return before.smoked_from is not None and after.smoked_to is not None and before.smoked_from > after.smoked_to


HIGHEST_READING: Final = 200  # ppm; more is a slip of the finger
_MOST_DIGITS: Final = 3  # of that many days ago
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_READING: Final = re.compile(r"(?:co\s*:?\s*)?(\d{1,3})\s*(?:ppm)?(?:[\s,]+(?:on\s+)?(.+))?", re.ASCII)
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_NAMED: Final = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?(?:\s+(\d{4}|\d{2}))?", re.ASCII)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALONE: Final = re.compile(r"(?:on |last )?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?", re.ASCII)
_AGO: Final = re.compile(r"(?:an?|([\w-]+)) days? ago", re.ASCII)
_NUMBERS: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?", re.ASCII)


def read_reading(typed: str, today: date) -> tuple[int, date | None] | None:
    """Its ppm, 0 to HIGHEST, and its date where one was typed; None where it is no such thing."""
    found = _READING.fullmatch(" ".join(typed.lower().split()).removesuffix("."))
    if found is None or int(found[1]) > HIGHEST_READING:
        return None
    on = None if found[2] is None else read_date(found[2], today)
    return None if found[2] is not None and on is None else (int(found[1]), on)


def read_date(typed: str, today: date) -> date | None:
    """A date as people here write it, day before month; without a year the last such day up to `today`.

    Also "today", "yesterday", "2 days ago", and a weekday: the last one.
    """
    words = " ".join(typed.lower().split()).removesuffix(".")
    if words in ("today", "yesterday"):
        return today if words == "today" else today - DAY
    if (ago := _AGO.fullmatch(words)) is not None:
        back = as_digits(ago[1] or "1")
        return today - int(back) * DAY if back.isdecimal() and len(back) <= _MOST_DIGITS else None
    if (alone := _ALONE.fullmatch(words)) is not None:
        return today - (today.weekday() - _WEEKDAYS.index(alone[1][:3])) % 7 * DAY
    if (named := _NAMED.fullmatch(words)) is not None and named[2][:3] in _MONTHS:
        return _date(int(named[1]), _MONTHS.index(named[2][:3]) + 1, named[3], today)
    if (numbers := _NUMBERS.fullmatch(words)) is not None:
        return _date(int(numbers[1]), int(numbers[2]), numbers[3], today)
    return None


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year is not None:
            return date(int(year) if len(year) > 2 else 2000 + int(year), month, day)
        this = date(today.year, month, day)
        return this if this <= today else date(today.year - 1, month, day)
    except ValueError:
        return None
