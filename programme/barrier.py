"""What got in the way on a hard day, grouped by what change needs: capability, opportunity, motivation.

The three are COM-B: Michie, van Stralen and West 2011 (PubMed 21513547). Which barrier belongs to which is ours.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final


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
