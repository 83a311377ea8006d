"""How outcomes were counted up to November 2026 (frozen), and what each is by the rules as they are now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from programme.quitting.attempts import Attempt
from programme.quitting.days import try_of
from programme.quitting.nhs import CLOSES_DAY, LAST_DAY, OPENS_DAY, Nhs, NhsResult, nhs_four_week
from programme.quitting.outcomes import latest_attempt
from programme.quitting.record import FIRST_COUNTED, VERIFIED_UNDER, CigarettesSaid, CoReading, Record, by_day
from programme.quitting.russell import (
    ALLOWED,
    EARLY,
    GRACE,
    LATE,
    Months,
    Russell,
    RussellResult,
    months_after,
    russell,
)
from programme.quitting.working import Code
from programme.schedule.slots import DAY

UNKNOWN: Final = "unknown"  # smoking only for want of an answer


def nhs_before(record: Record, attempt: Attempt, today: date) -> Nhs:
    """The 4-week result of that try: every try's answers counted, "treated" not said counted as treated."""
    if not attempt.holds_on(attempt.quit_on) or (record.treatments and not record.treatments[-1].treated):
        return Nhs.NOT_COUNTED
    first, last, opens, closes = (attempt.quit_on + n * DAY for n in (FIRST_COUNTED, LAST_DAY, OPENS_DAY, CLOSES_DAY))
    smoked = any(least for day, (least, _) in by_day(record.days()).items() if first <= day <= last)
    answer = _answer(record, first, last, opens, min(closes, today))
    if smoked or (answer is not None and answer.most != 0):
        return Nhs.NOT_QUIT
    if answer is not None:
        reading = _reading(record, opens, closes)
        verified = reading is not None and reading.ppm < VERIFIED_UNDER
        return Nhs.CO_VERIFIED if verified else Nhs.SELF_REPORTED
    if record.left_by(min(closes, today)) or today > closes:
        return Nhs.NOT_KNOWN
    return Nhs.NOT_YET if today < opens else Nhs.WAITING


def russell_before(record: Record, attempt: Attempt, months: Months, today: date) -> str:
    """What a trial would have counted that try as, as a value of Russell or UNKNOWN: a corrected answer counted too."""
    if not attempt.holds_on(attempt.quit_on):
        return Russell.NOT_COUNTED
    start, due = attempt.quit_on + GRACE + DAY, months_after(attempt.quit_on, months)
    answer = _answer(record, start, due, due - EARLY, min(due + LATE, today))
    if answer is None:
        return _unanswered(record, due, today)
    days = by_day(one for one in record.days() if one.within(start, due)).values()
    spans = [one.least for one in record.said if one.follow_up and one.within(start, due)]
    least = max([sum(least for least, _ in days), answer.least, *spans])
    if least > ALLOWED or answer.most is None or answer.most > ALLOWED:
        return Russell.SMOKING
    if least > answer.most and any(most is None for _, most in days):
        return Russell.SMOKING
    if least > answer.most and sum(most or 0 for _, most in days) > ALLOWED:
        return Russell.SMOKING
    reading = _reading(record, due - EARLY, due + LATE)
    if reading is None:
        return Russell.SELF_REPORTED
    return Russell.VERIFIED if reading.ppm < VERIFIED_UNDER else Russell.SMOKING


def _unanswered(record: Record, due: date, today: date) -> str:
    if record.left_by(min(due + LATE, today)):
        return Russell.LEFT
    if today < due - EARLY:
        return Russell.NOT_YET
    return Russell.WAITING if today <= due + LATE else UNKNOWN


def _answer(record: Record, first: date, last: date, opens: date, closes: date) -> CigarettesSaid | None:
    """The last answer of those days, about whichever try it was, that is about all of the days that count."""
    told = [one for one in record.said if one.follow_up and opens <= one.told_on <= closes]
    found = [one for one in told if one.covers(first, min(last, one.told_on))]
    return max(reversed(found), key=lambda one: one.told_on, default=None)


def _reading(record: Record, first: date, last: date) -> CoReading | None:
    """The last of those days."""
    found = [one for one in record.readings if one.by_practitioner and first <= one.on <= last]
    return max(found, key=lambda one: one.on, default=None)


NOT_SAID: Final = "not-said"  # not counted until a practitioner says "treated"
# Nobody relies on a result that there is not.
_OPEN: Final = frozenset({NOT_SAID, Nhs.NOT_COUNTED.value, Nhs.NOT_YET.value, Nhs.WAITING.value})


class WhichOutcome(StrEnum):
    """Which outcome."""

    NHS = "nhs"
    SIX = "six"
    YEAR = "year"


class RecountReason(StrEnum):
    """What made the difference."""

    TREATED = "treated"  # nobody has said so of that try
    CORRECTED = "corrected"  # an answer that was corrected counted beside the correction
    MOVED = "moved"  # the date of an answer moved with the client
    OTHER_TRY = "other-try"  # what was told of another try counted for this one
    RELAPSE = "relapse"  # one that they named was left out
    LATER = "later"  # cigarettes after the days that count were taken for some in them
    TOLD_MORE = "told-more"  # more, at another time than in the answer, or without one
    READING = "reading"  # the last one counted, and not the nearest
    RULES = "rules"  # several of these, or a smaller one


@dataclass(frozen=True, slots=True)
class OutcomeChange:
    """`before` and `now`: what stood there, as a value of Nhs or Russell, NOT_SAID or UNKNOWN."""

    which: WhichOutcome
    before: str
    now: str
    why: RecountReason


@dataclass(frozen=True, slots=True)
class _Rules:
    """One outcome of one try: as it was counted, how it is, and the day whose nearest reading counts."""

    which: WhichOutcome
    attempt: Attempt
    old: Callable[[Record], str]
    result: Callable[[Record], NhsResult | RussellResult]
    due: date

    def new(self, record: Record) -> str:
        """As it is."""
        found = self.result(record)
        if isinstance(found, NhsResult):
            return NOT_SAID if found.waits_for_treated else found.category
        return UNKNOWN if found.is_unknown else found.category

    def looked_at(self, record: Record, *codes: Code) -> bool:
        """Whether its working has one of these steps."""
        return any(step.code in codes for step in self.result(record).working)


def outcome_changes(record: Record, before: Record, today: date) -> list[OutcomeChange]:
    """Where the outcomes of the try that is read of differ on `today`, the client's local date.

    `before` is the same record as it was read then: with each answer that was ever given to an outcome question.
    A result that there was none of, then and now, is no change.
    """
    attempt = latest_attempt(record.attempts, today)
    found = []
    for one in () if attempt is None else _all(attempt, today):
        old, new = one.old(before), one.new(record)
        if old != new and not {old, new} <= _OPEN:
            found.append(OutcomeChange(one.which, old, new, _why(one, record, before)))
    return found


def _all(attempt: Attempt, today: date) -> tuple[_Rules, ...]:
    def trial(which: WhichOutcome, months: Months) -> _Rules:
        return _Rules(
            which,
            attempt,
            lambda one: russell_before(one, attempt, months, today),
            lambda one: russell(one, attempt, months, today),
            months_after(attempt.quit_on, months),
        )

    four_weeks = _Rules(
        WhichOutcome.NHS,
        attempt,
        lambda one: nhs_before(one, attempt, today),
        lambda one: nhs_four_week(one, attempt, today),
        attempt.quit_on + LAST_DAY * DAY,
    )
    return four_weeks, trial(WhichOutcome.SIX, 6), trial(WhichOutcome.YEAR, 12)


def _why(one: _Rules, record: Record, before: Record) -> RecountReason:
    """The one thing that makes the difference by itself; of several, none of which does, it says no more than that."""
    old, new = one.old(before), one.new(record)
    if new == NOT_SAID:
        return RecountReason.TREATED
    answers = [told for told in record.said if told.follow_up]
    more = len(answers) < sum(told.follow_up for told in before.said)
    by_itself = {
        RecountReason.CORRECTED if more else RecountReason.MOVED: replace(before, said=(*before.days(), *answers)),
        RecountReason.OTHER_TRY: _of_one(one.attempt, before),
        RecountReason.READING: replace(before, readings=tuple(record.taken(date.min, date.max, near=one.due)[:1])),
    }
    for why, changed in by_itself.items():
        if one.old(changed) == new:
            return why
    if one.new(replace(record, relapses=())) == old:
        return RecountReason.RELAPSE
    if one.looked_at(record, Code.SAID_LATER):
        return RecountReason.LATER
    more = new in (Nhs.NOT_QUIT, Russell.SMOKING) and one.looked_at(record, Code.TOLD, Code.AGAINST)
    return RecountReason.TOLD_MORE if more else RecountReason.RULES


def _of_one(attempt: Attempt, record: Record) -> Record:
    """What was told and said of that try only."""
    days = (one for one in record.days() if try_of(record.attempts, one.first) == attempt)
    answers = (one for one in record.said if one.follow_up and one.attempt_id == attempt.id)
    treated = tuple(one for one in record.treatments if one.attempt_id == attempt.id)
    return replace(record, said=(*days, *answers), treatments=treated)
