"""What was told of one try and cannot all be true: shown with its dates, and never put right by us."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from programme.outcomes.account import Account, account
from programme.outcomes.days import cigarettes_in
from programme.outcomes.record import Record, Said
from programme.quitting import Attempt


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`more` tells of cigarettes in days of which `less` says fewer. `told_on` is the date of each, `by` its teller.

    Where `more` is no answer it was told day by day, or, with `is_relapse`, by naming a relapse on that day.
    """

    more: Said
    less: Said
    is_relapse: bool = False


def contradictions(record: Record, attempt: Attempt, today: date = date.max) -> tuple[Contradiction, ...]:
    """Every two tellings about that try, as known on `today`, that cannot both be; in the order of the later telling.

    An answer beside another, beside all that was told of from day to day (as one telling, on its last day), or beside
    a relapse that was named (one cigarette at least, on its day).
    """
    told = account(record, attempt, today)
    return tuple(sorted(_found(told), key=lambda one: (_later(one), one.more.told_on, one.less.told_on)))


def _later(one: Contradiction) -> date:
    return max(one.more.told_on, one.less.told_on)


def _found(told: Account) -> Iterator[Contradiction]:
    for less in told.answers:
        for more in (*told.answers, *_days(told, less)):
            if _differ(more, less):
                yield Contradiction(more, less)
        for more in (_relapse(told, day) for day in told.relapses):
            if _differ(more, less):
                yield Contradiction(more, less, is_relapse=True)
        if less.least and told.is_free(less.first, less.last):
            yield Contradiction(less, Said(less.first, less.last, 0, 0, less.last, attempt_id=told.attempt.id))


def _differ(more: Said, less: Said) -> bool:
    return less.most is not None and more.least > less.most and more.within(less.first, less.last)


def _days(told: Account, answer: Said) -> Iterator[Said]:
    """The smoked days that the answer is about, as one telling."""
    smoked = [one for one in told.daily(answer.first, answer.last) if one.least]
    if smoked:
        first, last = min(one.first for one in smoked), max(one.last for one in smoked)
        yield Said(first, last, *cigarettes_in(smoked), last, attempt_id=told.attempt.id)


def _relapse(told: Account, day: date) -> Said:
    return Said(day, day, 1, None, day, attempt_id=told.attempt.id)
