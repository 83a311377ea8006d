"""The NHS 4-week quitter: how English services count, 28 days after the quit date (FIELD.md 2.2, 1).

Self-reported: a treated smoker who says that they did not smoke on days 15 to 28. Verified: with a reading under 10 ppm
that a practitioner entered (NHS Digital, Statistics on NHS Stop Smoking Services, 2019/20). The quit date is day 0.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from programme.outcomes.days import smoked_days_in
from programme.outcomes.record import FIRST_COUNTED, VERIFIED_UNDER, Record, Said
from programme.outcomes.working import Code, Step
from programme.quitting import Attempt

FIRST_DAY: Final = FIRST_COUNTED
LAST_DAY: Final = 28
# Three days before to fourteen after. Remembered from the department's monitoring guidance and not read there, so
# every working says so.
OPENS_DAY: Final = 25
CLOSES_DAY: Final = 42


class Nhs(StrEnum):
    """What a service's return counts an attempt as."""

    NOT_COUNTED = "not-counted"  # no treated smoker, or the quit date never came
    NOT_YET = "not-yet"
    WAITING = "waiting"  # it may be asked now
    CO_VERIFIED = "co-verified"
    SELF_REPORTED = "self-reported"
    NOT_QUIT = "not-quit"
    NOT_KNOWN = "not-known"  # lost to follow-up: a category of its own, never smoking


@dataclass(frozen=True, slots=True)
class NhsResult:
    """The category of one attempt and how it came about."""

    category: Nhs
    working: tuple[Step, ...]

    @property
    def is_quit(self) -> bool:
        """Whether a return counts it among those who quit."""
        return self.category in (Nhs.CO_VERIFIED, Nhs.SELF_REPORTED)


@dataclass(frozen=True, slots=True)
class _Days:
    """The local dates that one attempt's days fall on."""

    first: date
    last: date
    opens: date
    closes: date


def nhs_four_week(record: Record, attempt: Attempt, today: date) -> NhsResult:
    """How a return counts that attempt, as far as it is known on `today` (the client's local date).

    - Smoking on days 0 to 14 takes nothing away, nor does smoking after day 28.
    - Smoking told of for any day from 15 to 28 makes it not quit, whatever the follow-up says.
    - To count as quit takes an answer given on days 25 to 42 about all of days 15 to 28 that were over by then.
    - No such answer by day 42: not known. It is never turned into smoking, nor into quit by check-ins alone.
    """
    if attempt.ended_on is not None and attempt.ended_on <= attempt.quit_on:
        return NhsResult(Nhs.NOT_COUNTED, (Step.of(Code.NEVER_CAME),))
    if record.treated is False:
        return NhsResult(Nhs.NOT_COUNTED, (Step.of(Code.NOT_TREATED),))
    days = _Days(*(attempt.quit_on + timedelta(days=n) for n in (FIRST_DAY, LAST_DAY, OPENS_DAY, CLOSES_DAY)))
    category, steps = _category(record, attempt, days, today)
    return NhsResult(category, (*_frame(record, attempt), *steps))


def _frame(record: Record, attempt: Attempt) -> list[Step]:
    steps = [
        Step.of(Code.DAYS, first=FIRST_DAY, last=LAST_DAY),
        Step.of(Code.WINDOW, first=OPENS_DAY, last=CLOSES_DAY),
        Step.of(Code.WINDOW_NOT_SURE),
    ]
    if record.treated is None:
        steps.append(Step.of(Code.TREATED_NOT_SAID))
    if attempt.ended_on is not None:
        steps.append(Step.of(Code.ENDED, day=attempt.day_number(attempt.ended_on)))
    return steps


def _category(record: Record, attempt: Attempt, days: _Days, today: date) -> tuple[Nhs, list[Step]]:
    steps = _told(record, attempt, days)
    smoked = any(step.code is Code.TOLD_SMOKED for step in steps)
    answer = _answer(record, days, today)
    if answer is not None:
        return _answered(record, attempt, days, answer, steps, smoked=smoked)
    if smoked:
        return Nhs.NOT_QUIT, steps
    return _unanswered(record, attempt, days, today, steps)


def _told(record: Record, attempt: Attempt, days: _Days) -> list[Step]:
    """Smoked days before and among the days that count, as told of from day to day."""
    before = smoked_days_in(record.said, attempt.quit_on, days.first - timedelta(days=1))
    among = smoked_days_in(record.said, days.first, days.last)
    counted = ((Code.TOLD_BEFORE, before), (Code.TOLD_SMOKED, among))
    return [Step.of(code, days=count) for code, count in counted if count]


def _answer(record: Record, days: _Days, today: date) -> Said | None:
    """The last answer in the window that is about all of the days that count, as far as they were over."""
    found = record.follow_ups(days.opens, min(days.closes, today))
    return next((one for one in reversed(found) if one.covers(days.first, min(days.last, one.told_on))), None)


def _answered(
    record: Record, attempt: Attempt, days: _Days, answer: Said, steps: list[Step], *, smoked: bool
) -> tuple[Nhs, list[Step]]:
    asked = [Step.of(Code.ASKED, day=attempt.day_number(answer.told_on))]
    if answer.told_on < days.last:
        asked.append(Step.of(Code.ASKED_EARLY, days=(days.last - answer.told_on).days))
    if answer.most != 0:
        return Nhs.NOT_QUIT, [*steps, *asked, Step.of(Code.SAID_SMOKED), *_unsure(days, answer, smoked=smoked)]
    none = [*steps, *asked, Step.of(Code.SAID_NONE)]
    if smoked:
        return Nhs.NOT_QUIT, [*none, Step.of(Code.AGAINST)]
    reading = record.reading(days.opens, days.closes)
    if reading is None:
        return Nhs.SELF_REPORTED, [*none, Step.of(Code.CO_NONE)]
    under = reading.ppm < VERIFIED_UNDER
    code = Code.CO_UNDER if under else Code.CO_NOT_UNDER
    category = Nhs.CO_VERIFIED if under else Nhs.SELF_REPORTED
    return category, [*none, Step.of(code, ppm=reading.ppm, limit=VERIFIED_UNDER)]


def _unsure(days: _Days, answer: Said, *, smoked: bool) -> list[Step]:
    """An answer about more days than count, or that leaves none open, may mean others: it is counted strictly."""
    clear = smoked or (answer.least > 0 and answer.within(days.first, days.last))
    return [] if clear else [Step.of(Code.CANNOT_TELL)]


def _unanswered(
    record: Record, attempt: Attempt, days: _Days, today: date, steps: list[Step]
) -> tuple[Nhs, list[Step]]:
    if record.left_by(min(days.closes, today)):
        return Nhs.NOT_KNOWN, [*steps, Step.of(Code.DIED if record.died_on is not None else Code.MOVED)]
    if today < days.opens:
        return Nhs.NOT_YET, [*steps, Step.of(Code.NOT_YET, days=(days.opens - today).days)]
    if today <= days.closes:
        return Nhs.WAITING, [*steps, Step.of(Code.WAITING, days=(days.closes - today).days)]
    late = record.follow_ups(days.closes + timedelta(days=1), today)
    steps.append(Step.of(Code.NOT_ASKED))
    if late:
        steps.append(Step.of(Code.ASKED_LATE, day=attempt.day_number(late[0].told_on)))
    return Nhs.NOT_KNOWN, steps
