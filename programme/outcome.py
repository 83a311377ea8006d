"""How it went 4, 12, 26 and 52 weeks after the quit date, as the client says it: kept, never reckoned with.

The day of the first is that of the NHS 4-week outcome, about day 25 to 42; days 1 to 14 do not count in it. The last
is that of the Russell Standard at 12 months, which takes an answer from a week before (FIELD 2.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from programme.rule import Rule

FOUR_WEEKS: Final = 28
HALF_A_YEAR: Final = 182
A_YEAR: Final = 364
MILESTONES: Final = (FOUR_WEEKS, 84, HALF_A_YEAR, A_YEAR)
_FOLLOW_UPS: Final = (0, 3, 7)  # days after each milestone on which it is asked, until there is an answer
_OF_A_YEAR: Final = (0, 7)  # check-ins are long over by then: once, and once more


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
class Outcome:
    """What was said at one milestone of an attempt: cigarettes from and to, None where that was not said.

    `told_on` is the client's local date on which they first told it, kept and never reckoned anew from `answered_at`
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


def over_by(quit_on: date, milestone: int, today: date, said: Outcome | None) -> date | None:
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
