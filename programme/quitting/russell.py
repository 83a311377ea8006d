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

from programme.quitting.attempts import Attempt
from programme.quitting.days import Account, account
from programme.quitting.record import FIRST_COUNTED, VERIFIED_UNDER, Amount, CigarettesSaid, Record
from programme.quitting.working import Code, WorkingStep, co_steps, told_by
from programme.schedule.slots import DAY

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
    """The category of one attempt at that many months. `sure`: False where answers cannot tell or none was given."""

    months: Months
    category: Russell
    working: tuple[WorkingStep, ...]
    sure: bool = True

    @property
    def is_unknown(self) -> bool:
        """Whether it counts as smoking only for want of an answer: to anybody but a trial that is not smoking."""
        return any(step.code is Code.UNKNOWN_IS_SMOKING for step in self.working)

    @property
    def in_denominator(self) -> bool:
        """Whether a trial would count them at all."""
        return self.category not in (Russell.LEFT, Russell.NOT_COUNTED)


def russell(record: Record, attempt: Attempt, months: Months, today: date, grace: timedelta = GRACE) -> RussellResult:
    """How a trial would count that attempt at 6 or 12 months after the quit date, as it is known on `today`.

    - Smoking in the grace period, up to its last day, takes nothing away.
    - The last answer from a week before to eight weeks after the due date that is about all the days since is the
      follow-up. What was told of from day to day, in an earlier answer or by naming a relapse counts against it, never
      for it: of two that contradict each other the most that was told stands (true status).
    - Told is not silence: with no such answer, more than five cigarettes told of, or a relapse, is smoking and known.
    - Whether they are a treated smoker does not matter: all who set out are counted (intention to treat).
    - A range that straddles the limit cannot be told and is counted as smoking: an unknown status.
    """
    if attempt.ended_on is not None and attempt.ended_on <= attempt.quit_on:
        return RussellResult(months, Russell.NOT_COUNTED, (WorkingStep.of(Code.NEVER_CAME),))
    start = attempt.quit_on + grace + DAY
    due = months_after(attempt.quit_on, months)
    frame = (WorkingStep.of(Code.GRACE, days=grace.days), WorkingStep.of(Code.ALLOWED, most=ALLOWED))
    told = account(record, attempt, today)
    answer = _answer(told, start, due, today)
    category, steps = (
        _unanswered(record, told, start, due, today) if answer is None else _answered(record, told, answer, start, due)
    )
    known = {Code.CANNOT_TELL, Code.UNKNOWN_IS_SMOKING}.isdisjoint(step.code for step in steps)
    return RussellResult(months, category, (*frame, *steps), sure=known)


def _answer(told: Account, start: date, due: date, today: date) -> CigarettesSaid | None:
    found = told.newest(due - EARLY, min(due + LATE, today), start, due)
    return max(found, key=lambda one: one.told_on, default=None)


def _answered(
    record: Record, told: Account, answer: CigarettesSaid, start: date, due: date
) -> tuple[Russell, list[WorkingStep]]:
    day = told.attempt.day_number
    total = told.total(start, due, answer)
    against = answer.most is not None and total[0] > answer.most
    if not against:
        total = (max(total[0], answer.least), answer.most)
    steps = [told_by(answer, day), _counted(total)]
    named = told.relapse(start, due)
    if named is not None:
        steps.append(WorkingStep.of(Code.RELAPSE, day=day(named)))
    if against or (named is not None and not _is_over(total)):
        steps.append(WorkingStep.of(Code.AGAINST))
    if _is_over(total) or named is not None:
        return Russell.SMOKING, steps
    if total[1] is None or total[1] > ALLOWED:
        return Russell.SMOKING, [*steps, WorkingStep.of(Code.CANNOT_TELL)]
    readings = record.taken(due - EARLY, due + LATE, near=due)
    steps += co_steps(readings, day)
    if not readings:
        return Russell.SELF_REPORTED, steps
    return (Russell.VERIFIED if readings[0].ppm < VERIFIED_UNDER else Russell.SMOKING), steps


def _unanswered(
    record: Record, told: Account, start: date, due: date, today: date
) -> tuple[Russell, list[WorkingStep]]:
    if record.left_by(min(due + LATE, today)):
        return Russell.LEFT, [WorkingStep.of(Code.DIED if record.died_on is not None else Code.MOVED)]
    if today < due - EARLY:
        return Russell.NOT_YET, [WorkingStep.of(Code.NOT_YET, days=(due - EARLY - today).days)]
    if own := _own_word(told, start, due):
        return Russell.SMOKING, own
    if today <= due + LATE:
        return Russell.WAITING, [WorkingStep.of(Code.WAITING, days=(due + LATE - today).days)]
    return Russell.SMOKING, [WorkingStep.of(Code.NOT_ASKED), WorkingStep.of(Code.UNKNOWN_IS_SMOKING)]


def _own_word(told: Account, start: date, due: date) -> list[WorkingStep]:
    """What they told of that makes it smoking without an answer; empty where nothing does."""
    steps, total = [], told.total(start, due)
    if _is_over(total):
        steps += [_counted(total), WorkingStep.of(Code.TOLD)]
    named = told.relapse(told.attempt.quit_on, due)
    if named is not None and (named >= start or not _is_free_since(told, named)):
        steps.append(WorkingStep.of(Code.RELAPSE, day=told.attempt.day_number(named)))
    return steps


def _is_free_since(told: Account, named: date) -> bool:
    """Whether they told of stopping after they named a relapse in the grace period, in an answer."""
    return any(one.most is not None and one.most <= ALLOWED and one.told_on > named for one in told.answers)


def _is_over(total: Amount) -> bool:
    return total[0] > ALLOWED


def _counted(total: Amount) -> WorkingStep:
    least, most = total
    if most is None:
        return WorkingStep.of(Code.CIGARETTES_AT_LEAST, least=least)
    if least == most:
        return WorkingStep.of(Code.CIGARETTES, number=least)
    return WorkingStep.of(Code.CIGARETTES_BETWEEN, least=least, most=most)


def months_after(day: date, months: int) -> date:
    """The same day of the month that many months on, or that month's last."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
