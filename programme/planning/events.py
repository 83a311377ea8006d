"""Reasons, phrases, goals, barriers with ideas, occasions, worries, and getting ready."""

from datetime import date

from programme.event import Answer, ClientAction, absent, event
from programme.planning.goals import GoalOutcome, IdeaResult
from programme.planning.occasions import HowWas
from programme.planning.reasons import ReasonSide
from programme.quitting.attempts import Thing


@event
class ReasonAdded(ClientAction):
    """A reason, on that list."""

    reason: int
    side: ReasonSide | None = absent()


@event
class ReasonChanged(ClientAction):
    """A reason has other words."""

    reason: int


@event
class ReasonRemoved(ClientAction):
    """A reason goes."""

    reason: int


@event
class ReasonBack(ClientAction):
    """It stays after all."""

    reason: int


@event
class ReasonPinned(ClientAction):
    """A reason is shown first, or not any more."""

    reason: int
    pinned: bool


@event
class PhraseAdded(ClientAction):
    """Words that they say to themselves."""

    words: int


@event
class PhraseEnded(ClientAction):
    """These are not shown any more, or are again."""

    words: int
    ended: bool


@event
class GoalSet(Answer):
    """A goal."""

    goal: int


@event
class GoalReviewed(Answer):
    """How a goal went; None: that was a slip."""

    goal: int
    outcome: GoalOutcome | None


@event
class GoalDropped(Answer):
    """A goal goes."""

    goal: int


@event
class GoalBack(Answer):
    """It stays after all."""

    goal: int


@event
class ProblemNamed(Answer):
    """What gets in the way."""

    problem: int


@event
class ProblemLeft(Answer):
    """It is not worked on any more."""

    problem: int


@event
class ProblemBack(Answer):
    """It is after all."""

    problem: int


@event
class IdeaAdded(Answer):
    """An idea for it."""

    idea: int


@event
class IdeaPicked(Answer):
    """An idea is to be tried on that local date."""

    idea: int
    on: date


@event
class IdeaTried(Answer):
    """How it went; None: not tried so far, or that was a slip."""

    idea: int
    how: IdeaResult | None


@event
class OccasionPlanned(Answer):
    """An occasion to plan for."""

    occasion: int


@event
class OccasionSet(Answer):
    """It is on that local date."""

    occasion: int
    on: date


@event
class OccasionWas(Answer):
    """How it was; None: that was a slip."""

    occasion: int
    how: HowWas | None


@event
class BeliefKept(Answer):
    """A worry was written down."""


@event
class BeliefRated(Answer):
    """A client said how sure they are of a worry."""


@event
class Prepared(Answer):
    """Something was got ready, or not any more: a thing of ours, or words of their `own` by id."""

    thing: Thing | None = absent()
    own: int | None = absent()
    done: bool = False


@event
class NotReady(Answer):
    """They said that they are not ready."""
