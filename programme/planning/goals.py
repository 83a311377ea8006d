"""A goal for the week, what is in the way of it, and ideas about that."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from programme.planning.reasons import OwnWords


class ComB(StrEnum):
    """What was short: knowing and being able to, the chance to, or wanting to."""

    CAPABILITY = "capability"
    OPPORTUNITY = "opportunity"
    MOTIVATION = "motivation"


class Barrier(StrEnum):
    """What got in the way, as a client picks it."""

    NO_IDEA = "no_idea"
    WORN_OUT = "worn_out"
    AT_HAND = "at_hand"
    OTHERS = "others"
    NO_BREAK = "no_break"
    TOO_STRONG = "too_strong"
    WANTED_ONE = "wanted_one"
    OTHER = "other"


GROUPS: Final[Mapping[Barrier, ComB]] = {
    Barrier.NO_IDEA: ComB.CAPABILITY,
    Barrier.WORN_OUT: ComB.CAPABILITY,
    Barrier.AT_HAND: ComB.OPPORTUNITY,
    Barrier.OTHERS: ComB.OPPORTUNITY,
    Barrier.NO_BREAK: ComB.OPPORTUNITY,
    Barrier.TOO_STRONG: ComB.MOTIVATION,
    Barrier.WANTED_ONE: ComB.MOTIVATION,
}
Grouped = Mapping[ComB | None, tuple[tuple[Barrier, int], ...]]


def grouped(barriers: Iterable[Barrier]) -> Grouped:
    """How often each was in the way, by group, most often first; under None what belongs to no group."""
    times = sorted(Counter(barriers).items(), key=lambda pair: (-pair[1], list(Barrier).index(pair[0])))
    found = {group: tuple(pair for pair in times if GROUPS.get(pair[0]) is group) for group in (*ComB, None)}
    return {group: those for group, those in found.items() if those}


A_WEEK: Final = 7  # days
BEFORE_SESSION: Final = 2  # days: the evening before a session has its own card


class GoalOutcome(StrEnum):
    """What became of a goal, as the client says it. None of them is a mark."""

    DID = "did"
    PART = "part"
    NOT_THIS_TIME = "not_this_time"


def goal_review_due(set_on: date, asked_on: date | None, today: date, session_on: date | None) -> bool:
    """Whether a goal that was set on `set_on`, and last asked about on `asked_on`, is asked about on `today`.

    - With a session in the coming week, in the two days before it or on its day, so that it can be talked over there.
    - Without one, after seven days.
    - Not on the day it was set, and not twice before one session.
    """
    if today <= set_on or (asked_on is not None and (today - asked_on).days <= BEFORE_SESSION):
        return False
    if session_on is not None and 0 <= (ahead := (session_on - today).days) <= A_WEEK:
        return ahead <= BEFORE_SESSION
    return (today - (asked_on or set_on)).days >= A_WEEK


MOST_IDEAS: Final = 3
IDEAS_SHOWN: Final = 3  # ideas of ours at a time, once they ask
IDEA_LOOK_AFTER: Final = 2  # days after the day they meant to try it


class IdeaResult(StrEnum):
    """How an idea went, as the client says it."""

    HELPED = "helped"
    A_BIT = "a_bit"
    NOT_THIS_TIME = "not_this_time"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is in the way, and the ideas that they had about it, oldest first."""

    barrier: OwnWords
    ideas: Sequence[OwnWords] = ()

    @property
    def trying(self) -> OwnWords | None:
        """The idea that is picked, and of which it is not known so far how it went."""
        return next((one for one in self.ideas if one.on_date is not None and one.code is None), None)

    @property
    def room(self) -> bool:
        """Whether there is room for another idea: those that were tried do not count."""
        return sum(one.code is None for one in self.ideas) < MOST_IDEAS


def idea_review_due(try_on: date, today: date) -> bool:
    """Whether an idea that was to be tried on `try_on` is asked about on `today`."""
    return (today - try_on).days >= IDEA_LOOK_AFTER
