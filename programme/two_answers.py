"""Two answers about one try that cannot both be so: both stand with their dates, and neither is put right by us."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from programme.outcome import Outcome


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """`before` tells of more cigarettes than `after`, whose days have all of its days among them; with the client's
    local date on which each was told."""

    before: Outcome
    before_on: date
    after: Outcome
    after_on: date

    @property
    def last_on(self) -> date:
        """The date from which on both are there."""
        return max(self.before_on, self.after_on)


def two_answers(told: Iterable[Outcome], day_of: Callable[[datetime], date]) -> tuple[TwoAnswers, ...]:
    """Every such two of these answers, which are of one attempt: each is about all days since its day 15.

    `day_of` gives the client's local date of a moment (UTC).
    """
    by_milestone = sorted(told, key=lambda one: one.milestone)
    return tuple(
        TwoAnswers(before, day_of(before.answered_at), after, day_of(after.answered_at))
        for before, after in combinations(by_milestone, 2)
        if before.milestone < after.milestone and _differ(before, after)
    )


def _differ(before: Outcome, after: Outcome) -> bool:
    return before.smoked_from is not None and after.smoked_to is not None and before.smoked_from > after.smoked_to
