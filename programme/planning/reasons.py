"""A client's own words: why they stop, what smoking gives and costs, and worries about stopping."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, Self


class Purpose(StrEnum):
    """What somebody's own words are for."""

    PHRASE = "phrase"  # said to themselves in a hard moment
    EASIER = "easier"  # what got easier
    GOAL = "goal"  # of a week; `code`: programme.planning.goals.GoalOutcome, once they said
    BARRIER = "barrier"  # what is in the way
    IDEA = (
        "idea"  # about a barrier; `on_date`: to be tried from that day on, `code`: programme.planning.goals.IdeaResult
    )
    PREPARE = "prepare"  # something of their own to get ready; `on_date`: done on that day
    TELLS = "tells"  # words to tell others with
    KNOWS = "knows"  # somebody to tell; `on_date`: they know, since that day
    OCCASION = "occasion"  # where others smoke; `on_date`: when, `code`: programme.planning.occasions.HowWas
    OCCASION_PART = "occasion_part"  # of the plan for one; `code`: programme.planning.occasions.OccasionPart
    GOING_ON = "going_on"  # what was going on at an entry of the diary, where no button said it
    GAVE = "gave"  # what smoking gave them there
    NOTE = "note"  # typed when nothing had been asked for
    BELIEF = "belief"  # what they fear will happen if they stop: programme.planning.reasons
    WHY_MOVED = "why_moved"  # what led to a quit date being moved or taken away; `code`: a chip's, or none
    READIER = "readier"  # what would help them to be readier
    WEEKEND = "weekend"  # what a quit date at a weekend will look like
    SAFE_NOTICE = "safe_notice"  # of a safety plan: what they notice when it gets bad
    SAFE_HELPS = "safe_helps"  # what helps then
    SAFE_CALL = "safe_call"  # whom they call
    SAFE_SHOWN = "safe_shown"  # all of it, as the practitioner `about_id` was shown it on `on_date`
    PATTERN = "pattern"  # what a pattern is about, in place of what we saw


SAFETY: Final = (Purpose.SAFE_NOTICE, Purpose.SAFE_HELPS, Purpose.SAFE_CALL)  # a safety plan, in its order
# They are tools, as the toolkit is, and stay where answers are not kept any more; everything else is an answer.
TOOLS: Final = frozenset({Purpose.PHRASE, *SAFETY})
# What stays however old it is: something else still stands on it, or it is what got easier, which answers no question.
LASTING: Final = frozenset({*TOOLS, Purpose.PATTERN, Purpose.SAFE_SHOWN, Purpose.EASIER})
# What ends without a code was taken off by the client, and goes a day later; with one it is history, and stays.
TAKEN_OFF: Final = frozenset(
    {Purpose.GOAL, Purpose.BARRIER, Purpose.PREPARE, Purpose.TELLS, Purpose.KNOWS, Purpose.OCCASION, *SAFETY}
)
PARTS: Final = frozenset({Purpose.IDEA, Purpose.OCCASION_PART})  # which go with what they are about


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of a client's own. `about_id` is the row they belong to, `on_date` the person's own day they are for.

    `code` is what became of it, or how sure they are, as their purpose has it; `ended` ones are not shown any more.
    """

    id: int
    person_id: int
    purpose: Purpose
    words: str
    about_id: int | None = None
    on_date: date | None = None
    code: str | None = None
    ended: bool = False


class ReasonSide(StrEnum):
    """Which list a reason stands on."""

    WHY = "why"  # why they want to stop
    SMOKING_NOW = "smoking_now"  # what smoking gives now
    SMOKING_LATER = "smoking_later"  # what it costs later
    STOPPING_NOW = "stopping_now"  # what stopping is like now
    STOPPING_LATER = "stopping_later"  # what it gives later


NOW_AND_LATER: Final = tuple(side for side in ReasonSide if side is not ReasonSide.WHY)
# What smoking gives is theirs to write down, and is not held up to them in a craving.
RECALLED: Final = (ReasonSide.WHY, ReasonSide.STOPPING_LATER, ReasonSide.SMOKING_LATER, ReasonSide.STOPPING_NOW)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. The `pinned` one is the one they want to be shown first."""

    id: int
    words: str
    side: ReasonSide = ReasonSide.WHY
    pinned: bool = False


def recalled(reasons: Sequence[Reason]) -> Reason | None:
    """The one to be shown back: what they pinned; else the newest of why they stop; else of what stopping gives later.

    `reasons` oldest first. None where none of these is there.
    """
    order = (ReasonSide.STOPPING_LATER, ReasonSide.WHY)
    told = [one for side in order for one in reasons if one.side is side]
    pinned = [one for one in reasons if one.pinned and one.side in RECALLED]
    return next(reversed([*told, *pinned]), None)


SUREST: Final = 5
BELIEF_LOOK_AFTER: Final = 14  # days since the quit date, and since it was written: enough to have seen something
_REST: Final = timedelta(days=60)  # between the two times of asking: our own choice
_TWICE: Final = 2
_MOST: Final = 9  # ratings that are kept, as many as the code has room for; the first stays


class BeliefTopic(StrEnum):
    """What it is about."""

    WEIGHT = "weight"
    MOOD = "mood"  # "smoking helps my mood"
    OWN = "own"


BELIEF_ANSWERS_KNOWN: Final = (BeliefTopic.WEIGHT, BeliefTopic.MOOD)  # offered to pick, and of which something is known


@dataclass(frozen=True, slots=True)
class Belief:
    """`sure` is how sure they were each time they said, 0 (not at all) to 5 (certain), the first one first."""

    about: BeliefTopic
    sure: tuple[int, ...] = ()

    @classmethod
    def of(cls, own: OwnWords) -> Self:
        """Of own words as they are kept: "weight:42" is 4 at first and 2 now."""
        about, _, sure = (own.code or "").partition(":")
        return cls(
            BeliefTopic(about) if about in set(BeliefTopic) else BeliefTopic.OWN, tuple(int(digit) for digit in sure)
        )

    @property
    def code(self) -> str:
        """The same as a code of own words."""
        return f"{self.about}:{''.join(map(str, self.sure))}"

    @property
    def first(self) -> int | None:
        """How sure they were at first; None: not said."""
        return self.sure[0] if self.sure else None

    @property
    def now(self) -> int | None:
        """How sure they are now, where they said so more than once."""
        return self.sure[-1] if len(self.sure) > 1 else None

    def is_asked_again(self, told: Collection[datetime], now: datetime) -> bool:
        """Whether to ask how sure they are now: not where they said so, twice at most, and two months apart.

        `told` is when it was asked before (UTC).
        """
        asked = self.first is not None and self.now is None and len(told) < _TWICE
        return asked and all(now - at >= _REST for at in told)

    def rated(self, sure: int, *, again: bool) -> "Belief":
        """Rated now; `again`: again, and not in place of the last time."""
        before = self.sure if again or not self.sure else self.sure[:-1]
        kept = before if len(before) < _MOST else (before[0], *before[2:])
        return replace(self, sure=(*kept, sure))
