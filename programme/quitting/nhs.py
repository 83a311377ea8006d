"""The NHS 4-week quitter: how English services count, 28 days after the quit date (FIELD.md 2.2, 1).

Self-reported: a treated smoker who says that they did not smoke on days 15 to 28. Verified: with a reading under 10 ppm
that a practitioner entered (NHS Digital, Statistics on NHS Stop Smoking Services, 2019/20). The quit date is day 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from programme.quitting.attempts import Attempt
from programme.quitting.days import Account, account
from programme.quitting.record import FIRST_COUNTED, VERIFIED_UNDER, CigarettesSaid, CoReading, Record
from programme.quitting.working import Code, WorkingStep, co_steps, told_by
from programme.schedule.slots import DAY

FIRST_DAY: Final = FIRST_COUNTED
LAST_DAY: Final = 28
# Three days before to fourteen after. Remembered from the department's monitoring guidance and not read there, so
# every working says so.
OPENS_DAY: Final = 25
CLOSES_DAY: Final = 42


class Nhs(StrEnum):
    """What a service's return counts an attempt as."""

    NOT_COUNTED = "not-counted"  # no treated smoker, or nobody said so yet, or the quit date never came
    NOT_YET = "not-yet"
    WAITING = "waiting"  # it may be asked now
    CO_VERIFIED = "co-verified"
    SELF_REPORTED = "self-reported"
    NOT_QUIT = "not-quit"
    NOT_KNOWN = "not-known"  # lost to follow-up: a category of its own, never smoking


_QUIT: Final = (Nhs.CO_VERIFIED, Nhs.SELF_REPORTED)


@dataclass(frozen=True, slots=True)
class NhsResult:
    """The category of one attempt and how it came about."""

    category: Nhs
    working: tuple[WorkingStep, ...]

    @property
    def is_quit(self) -> bool:
        """Whether a return counts it among those who quit."""
        return self.category in _QUIT

    @property
    def waits_for_treated(self) -> bool:
        """Whether only a practitioner's word is missing for it to count."""
        return any(step.code is Code.TREATED_NOT_SAID for step in self.working)


@dataclass(frozen=True, slots=True)
class _Days:
    """The local dates that one attempt's days fall on."""

    first: date
    last: date
    opens: date
    closes: date


def nhs_four_week(record: Record, attempt: Attempt, today: date) -> NhsResult:
    """How a return counts that attempt, as far as it is known on `today` (the client's local date).

    - Nothing counts before a practitioner said that this is a treated smoker.
    - Smoking on days 0 to 14 takes nothing away, nor does smoking after day 28.
    - Smoking told of for any day from 15 to 28 makes it not quit, whatever the follow-up says.
    - To count as quit takes an answer given on days 25 to 42 about all of days 15 to 28 that were over by then. Of what
      the client told and what a practitioner heard, the one that tells of smoking counts.
    - An answer about more days, of which each from 15 to 28 was told of as free, tells of the days after them.
    - No such answer, and a relapse that they named and told of no free days after: not quit, by their own word.
      Named after day 28 it takes nothing from days that were each told of as free.
    - No such answer by day 42: not known. It is never turned into smoking, nor, by check-ins only, into quit.
    """
    if attempt.ended_on is not None and attempt.ended_on <= attempt.quit_on:
        return NhsResult(Nhs.NOT_COUNTED, (WorkingStep.of(Code.NEVER_CAME),))
    said = record.treatment(attempt)
    if said is not None and not said.treated:
        return NhsResult(Nhs.NOT_COUNTED, (WorkingStep.of(Code.NOT_TREATED),))
    days = _Days(*(attempt.quit_on + timedelta(days=n) for n in (FIRST_DAY, LAST_DAY, OPENS_DAY, CLOSES_DAY)))
    category, steps = _category(record, account(record, attempt, today), days, today)
    readings = _readings(record, days)
    shown = co_steps(readings, attempt.day_number) if readings or category in _QUIT else []
    working = (*_frame(attempt), *steps, *shown)
    if said is None:
        return NhsResult(Nhs.NOT_COUNTED, (WorkingStep.of(Code.TREATED_NOT_SAID), *working))
    return NhsResult(category, working)


def _frame(attempt: Attempt) -> list[WorkingStep]:
    steps = [
        WorkingStep.of(Code.DAYS, first=FIRST_DAY, last=LAST_DAY),
        WorkingStep.of(Code.WINDOW, first=OPENS_DAY, last=CLOSES_DAY),
        WorkingStep.of(Code.WINDOW_NOT_SURE),
    ]
    if attempt.ended_on is not None:
        steps.append(WorkingStep.of(Code.ENDED, day=attempt.day_number(attempt.ended_on)))
    return steps


def _category(record: Record, told: Account, days: _Days, today: date) -> tuple[Nhs, list[WorkingStep]]:
    steps, day = _told(told, days), told.attempt.day_number
    answers = told.newest(days.opens, min(days.closes, today), days.first, days.last)
    smoked = bool(told.smoked(days.first, days.last) or told.relapse(days.first, days.last))
    if not answers:
        return (Nhs.NOT_QUIT, steps) if smoked else _unanswered(record, told, days, today, steps)
    for answer in answers:
        steps.append(told_by(answer, day))
        if answer.told_on < days.last:
            steps.append(WorkingStep.of(Code.ASKED_EARLY, days=(days.last - answer.told_on).days))
        steps.append(_said(told, days, answer))
    telling = [one for one in answers if _said(told, days, one).code is Code.SAID_SMOKED]
    if telling or smoked:
        return Nhs.NOT_QUIT, [*steps, *_against(days, answers, telling, smoked=smoked)]
    if later := told.smoked(days.last + DAY, today):
        steps.append(WorkingStep.of(Code.SMOKED_LATER, days=len(later)))
    readings = _readings(record, days)
    verified = bool(readings) and readings[0].ppm < VERIFIED_UNDER
    return (Nhs.CO_VERIFIED if verified else Nhs.SELF_REPORTED), steps


def _readings(record: Record, days: _Days) -> list[CoReading]:
    """Those of the window; they are shown whatever it comes to, and count where it is a quit."""
    return record.taken(days.opens, days.closes, near=days.last)


def _told(told: Account, days: _Days) -> list[WorkingStep]:
    """Smoked days before and among the days that count, as told of from day to day, and a relapse."""
    counted = (
        (Code.TOLD_BEFORE, told.smoked(told.attempt.quit_on, days.first - DAY)),
        (Code.TOLD_SMOKED, told.smoked(days.first, days.last)),
    )
    steps = [WorkingStep.of(code, days=len(smoked)) for code, smoked in counted if smoked]
    named = told.relapse(told.attempt.quit_on, date.max)
    return steps if named is None else [*steps, WorkingStep.of(Code.RELAPSE, day=told.attempt.day_number(named))]


def _said(told: Account, days: _Days, answer: CigarettesSaid) -> WorkingStep:
    if answer.most == 0:
        return WorkingStep.of(Code.SAID_NONE)
    if answer.last > days.last and told.is_free(days.first, days.last):
        last = told.attempt.day_number(answer.last)
        return WorkingStep.of(Code.SAID_LATER, first=FIRST_DAY, last=last, least=answer.least, most=answer.most or 0)
    return WorkingStep.of(Code.SAID_SMOKED)


def _against(
    days: _Days, answers: Sequence[CigarettesSaid], telling: Sequence[CigarettesSaid], *, smoked: bool
) -> list[WorkingStep]:
    """Why it is not quit, where there is more to say than that the answers tell of smoking.

    An answer about more days than count, or that leaves none open, may mean others: it is counted strictly.
    """
    if not telling:
        return [WorkingStep.of(Code.AGAINST)]
    steps = [WorkingStep.of(Code.DIFFER)] if len(telling) < len(answers) else []
    clear = smoked or any(one.least > 0 and one.within(days.first, days.last) for one in telling)
    return steps if clear else [*steps, WorkingStep.of(Code.CANNOT_TELL)]


def _unanswered(
    record: Record, told: Account, days: _Days, today: date, steps: list[WorkingStep]
) -> tuple[Nhs, list[WorkingStep]]:
    if _is_back(told, days) and (today > days.closes or told.attempt.ended_on is not None):
        return Nhs.NOT_QUIT, steps
    if record.left_by(min(days.closes, today)):
        return Nhs.NOT_KNOWN, [*steps, WorkingStep.of(Code.DIED if record.died_on is not None else Code.MOVED)]
    if today < days.opens:
        return Nhs.NOT_YET, [*steps, WorkingStep.of(Code.NOT_YET, days=(days.opens - today).days)]
    if today <= days.closes:
        return Nhs.WAITING, [*steps, WorkingStep.of(Code.WAITING, days=(days.closes - today).days)]
    late = next((one for one in told.answers if one.told_on > days.closes), None)
    steps.append(WorkingStep.of(Code.NOT_ASKED))
    if late is not None:
        steps.append(WorkingStep.of(Code.ASKED_LATE, day=told.attempt.day_number(late.told_on)))
    return Nhs.NOT_KNOWN, steps


def _is_back(told: Account, days: _Days) -> bool:
    """Whether their last word of it is that they smoke again: the days that count were not told of as free since,
    nor, named after all of them, before."""
    named = told.relapse(told.attempt.quit_on, days.closes)
    if named is None:
        return False
    first = days.first if named >= days.last else max(days.first, named + DAY)
    return not told.is_free(first, days.last)
