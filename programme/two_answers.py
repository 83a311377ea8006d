"""Two answers about one try that cannot both be so: both stand with their dates, and neither is put right by us.

What else an answer may contradict is looked at where one client's outcomes are: programme.outcomes.contradictions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from programme.outcome import Outcome


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """`before` tells of more cigarettes than `after`, which is about all of its days and more."""

    before: Outcome
    after: Outcome

    @property
    def last_on(self) -> date:
        """The client's local date from which on both are there."""
        return max(self.before.told_on, self.after.told_on)


def two_answers(told: Iterable[Outcome]) -> tuple[TwoAnswers, ...]:
    """Every such two of these answers about one attempt: an outcome question asks about the days from day 15 on."""
    by_milestone = sorted(told, key=lambda one: one.milestone)
    return tuple(
        TwoAnswers(before, after)
        for before, after in combinations(by_milestone, 2)
        if before.milestone < after.milestone and _differ(before, after)
    )


def _differ(before: Outcome, after: Outcome) -> bool:
    return before.smoked_from is not None and after.smoked_to is not None and before.smoked_from > after.smoked_to
