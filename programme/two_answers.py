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
    """`before` tells of more cigarettes than `after`, which is about all of its days.

    Of two about the same four weeks, one told to us and one heard in the room, either may have come first.
    """

    before: Outcome
    after: Outcome

    @property
    def last_on(self) -> date:
        """The client's local date from which on both are there."""
        return max(self.before.told_on, self.after.told_on)


def two_answers(told: Iterable[Outcome]) -> tuple[TwoAnswers, ...]:
    """Every such two of these answers about one attempt: an outcome question asks about the days from day 15 on."""
    by_milestone = sorted(told, key=lambda one: (one.milestone, -(one.smoked_from or 0)))
    return tuple(TwoAnswers(*both) for both in combinations(by_milestone, 2) if _differ(*both))


def _differ(before: Outcome, after: Outcome) -> bool:
    if before.last_on > after.last_on:
        return False
    return before.smoked_from is not None and after.smoked_to is not None and before.smoked_from > after.smoked_to
