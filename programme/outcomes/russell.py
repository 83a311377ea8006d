"""The Russell Standard: how trials count having stopped at 6 and 12 months (West and others 2005, PubMed 15733243).

From the end of a grace period that was fixed before to 6 or 12 months after the quit date, up to five cigarettes in
all; a status that is not known counts as smoking; a death, or a move after which nobody can find them, leaves the
reckoning; a reading is asked for at the end.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

from programme.occurrence import DAY
from programme.outcomes.days import cigarettes_in
from programme.outcomes.record import FIRST_COUNTED, VERIFIED_UNDER, Amount, CoReading, Record, Said
from programme.outcomes.working import Code, Step
from programme.quitting import Attempt

GRACE: Final = timedelta(days=FIRST_COUNTED - 1)  # two weeks: common in trials, remembered, not the standard's words
ALLOWED: Final = 5
# How far from the due date an answer counts: our own choice, the standard names none.
EARLY: Final = timedelta(days=7)
LATE: Final = timedelta(days=56)
_YEAR = 12

Months = Literal[6, 12]


class Russell(StrEnum):
    """What a trial would count an attempt as."""

    NOT_COUNTED = "not-counted"  # the quit date never came
    NOT_YET = "not-yet"
    WAITING = "waiting"
    VERIFIED = "verified"  # the standard in full
    SELF_REPORTED = "self-reported"  # all but the reading
    SMOKING = "smoking"
    LEFT = "left"  # leaves numerator and denominator


@dataclass(frozen=True, slots=True)
class RussellResult:
    """The category of one attempt at so many months. `sure`: False where the answers cannot tell, or none was given."""

    months: Months
    category: Russell
    working: tuple[Step, ...]
    sure: bool = True

    @property
    def is_unknown(self) -> bool:
        """Whether it counts as smoking for want of an answer alone: to anybody but a trial that is not smoking."""
        return any(step.code is Code.UNKNOWN_IS_SMOKING for step in self.working)

    @property
    def in_denominator(self) -> bool:
        """Whether a trial would count them at all."""
        return self.category not in (Russell.LEFT, Russell.NOT_COUNTED)


def russell(record: Record, attempt: Attempt, months: Months, today: date, grace: timedelta = GRACE) -> RussellResult:
    """How a trial would count that attempt at 6 or 12 months after the quit date, as it is known on `today`.

    - Smoking in the grace period, up to its last day, takes nothing away.
    - The last answer from a week before to eight weeks after the due date that is about all the days since is the
      follow-up. What was told of from day to day counts against it, never for it.
    - A range that straddles the limit cannot be told and is counted as smoking: an unknown status.
    """
    if attempt.ended_on is not None and attempt.ended_on <= attempt.quit_on:
        return RussellResult(months, Russell.NOT_COUNTED, (Step.of(Code.NEVER_CAME),))
    start = attempt.quit_on + grace + DAY
    due = months_after(attempt.quit_on, months)
    frame = (Step.of(Code.GRACE, days=grace.days), Step.of(Code.ALLOWED, most=ALLOWED))
    answer = _answer(record, start, due, today)
    if answer is None:
        category, steps = _unanswered(record, due, today)
        return RussellResult(months, category, (*frame, *steps), sure=category is not Russell.SMOKING)
    total, against = _total(record, answer, start, due)
    asked = [Step.of(Code.ASKED, day=attempt.day_number(answer.told_on)), _counted(total)]
    if against:
        asked.append(Step.of(Code.AGAINST))
    category, steps = _judged(total, record.reading(due - EARLY, due + LATE))
    sure = all(step.code is not Code.CANNOT_TELL for step in steps)
    return RussellResult(months, category, (*frame, *asked, *steps), sure=sure)


def _answer(record: Record, start: date, due: date, today: date) -> Said | None:
    found = record.follow_ups(due - EARLY, min(due + LATE, today))
    return next((one for one in reversed(found) if one.covers(start, min(due, one.told_on))), None)


def _unanswered(record: Record, due: date, today: date) -> tuple[Russell, list[Step]]:
    if record.left_by(min(due + LATE, today)):
        return Russell.LEFT, [Step.of(Code.DIED if record.died_on is not None else Code.MOVED)]
    if today < due - EARLY:
        return Russell.NOT_YET, [Step.of(Code.NOT_YET, days=(due - EARLY - today).days)]
    if today <= due + LATE:
        return Russell.WAITING, [Step.of(Code.WAITING, days=(due + LATE - today).days)]
    return Russell.SMOKING, [Step.of(Code.NOT_ASKED), Step.of(Code.UNKNOWN_IS_SMOKING)]


def _total(record: Record, answer: Said, start: date, due: date) -> tuple[Amount, bool]:
    """Cigarettes in all, least and most, and whether what was told between goes against the answer.

    Several answers about the same days are not added up: at least as many were smoked as the largest of them says.
    """
    told, most = cigarettes_in(one for one in record.days() if one.within(start, due))
    spans = [one.least for one in record.said if one.follow_up and one.within(start, due)]
    between = max([told, *spans])
    if answer.most is not None and between > answer.most:
        return (between, None if most is None else max(most, between)), True
    return (max(between, answer.least), answer.most), False


def _counted(total: Amount) -> Step:
    least, most = total
    if most is None:
        return Step.of(Code.CIGARETTES_AT_LEAST, least=least)
    if least == most:
        return Step.of(Code.CIGARETTES, number=least)
    return Step.of(Code.CIGARETTES_BETWEEN, least=least, most=most)


def _judged(total: Amount, reading: CoReading | None) -> tuple[Russell, list[Step]]:
    least, most = total
    if least > ALLOWED:
        return Russell.SMOKING, []
    if most is None or most > ALLOWED:
        return Russell.SMOKING, [Step.of(Code.CANNOT_TELL)]
    if reading is None:
        return Russell.SELF_REPORTED, [Step.of(Code.CO_NONE)]
    if reading.ppm < VERIFIED_UNDER:
        return Russell.VERIFIED, [Step.of(Code.CO_UNDER, ppm=reading.ppm, limit=VERIFIED_UNDER)]
    return Russell.SMOKING, [Step.of(Code.CO_NOT_UNDER, ppm=reading.ppm, limit=VERIFIED_UNDER)]


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
