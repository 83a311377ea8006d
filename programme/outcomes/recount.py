"""What a practitioner read of an outcome, and what it is by the rules as they are now: both for the same day."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from programme.occurrence import DAY
from programme.outcomes.account import try_of
from programme.outcomes.all_four import latest
from programme.outcomes.as_before import UNKNOWN, nhs_before, russell_before
from programme.outcomes.nhs import LAST_DAY, Nhs, NhsResult, nhs_four_week
from programme.outcomes.record import Record
from programme.outcomes.russell import Months, Russell, RussellResult, months_after, russell
from programme.outcomes.working import Code
from programme.quitting import Attempt

NOT_SAID: Final = "not-said"  # not counted until a practitioner says "treated"
# Nobody relies on a result that there is not.
_OPEN: Final = frozenset({NOT_SAID, Nhs.NOT_COUNTED.value, Nhs.NOT_YET.value, Nhs.WAITING.value})


class Which(StrEnum):
    """Which outcome."""

    NHS = "nhs"
    SIX = "six"
    YEAR = "year"


class Why(StrEnum):
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
class Change:
    """`before` and `now`: what stood there, as a value of Nhs or Russell, NOT_SAID or UNKNOWN."""

    which: Which
    before: str
    now: str
    why: Why


@dataclass(frozen=True, slots=True)
class _Rules:
    """One outcome of one try: as it was counted, how it is, and the day whose nearest reading counts."""

    which: Which
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


def changes(record: Record, before: Record, today: date) -> list[Change]:
    """Where the outcomes of the try that is read of differ on `today`, the client's local date.

    `before` is the same record as it was read then: with each answer that was ever given to an outcome question.
    A result that there was none of, then and now, is no change.
    """
    attempt = latest(record.attempts, today)
    found = []
    for one in () if attempt is None else _all(attempt, today):
        old, new = one.old(before), one.new(record)
        if old != new and not {old, new} <= _OPEN:
            found.append(Change(one.which, old, new, _why(one, record, before)))
    return found


def _all(attempt: Attempt, today: date) -> tuple[_Rules, ...]:
    def trial(which: Which, months: Months) -> _Rules:
        return _Rules(
            which,
            attempt,
            lambda one: russell_before(one, attempt, months, today),
            lambda one: russell(one, attempt, months, today),
            months_after(attempt.quit_on, months),
        )

    four_weeks = _Rules(
        Which.NHS,
        attempt,
        lambda one: nhs_before(one, attempt, today),
        lambda one: nhs_four_week(one, attempt, today),
        attempt.quit_on + LAST_DAY * DAY,
    )
    return four_weeks, trial(Which.SIX, 6), trial(Which.YEAR, 12)


def _why(one: _Rules, record: Record, before: Record) -> Why:
    """The one thing that makes the difference by itself; of several, none of which does, it says no more than that."""
    old, new = one.old(before), one.new(record)
    if new == NOT_SAID:
        return Why.TREATED
    answers = [told for told in record.said if told.follow_up]
    more = len(answers) < sum(told.follow_up for told in before.said)
    by_itself = {
        Why.CORRECTED if more else Why.MOVED: replace(before, said=(*before.days(), *answers)),
        Why.OTHER_TRY: _of_one(one.attempt, before),
        Why.READING: replace(before, readings=tuple(record.taken(date.min, date.max, near=one.due)[:1])),
    }
    for why, changed in by_itself.items():
        if one.old(changed) == new:
            return why
    if one.new(replace(record, relapses=())) == old:
        return Why.RELAPSE
    if one.looked_at(record, Code.SAID_LATER):
        return Why.LATER
    more = new in (Nhs.NOT_QUIT, Russell.SMOKING) and one.looked_at(record, Code.TOLD, Code.AGAINST)
    return Why.TOLD_MORE if more else Why.RULES


def _of_one(attempt: Attempt, record: Record) -> Record:
    """What was told and said of that try alone."""
    days = (one for one in record.days() if try_of(record.attempts, one.first) == attempt)
    answers = (one for one in record.said if one.follow_up and one.attempt_id == attempt.id)
    treated = tuple(one for one in record.treatments if one.attempt_id == attempt.id)
    return replace(record, said=(*days, *answers), treatments=treated)
