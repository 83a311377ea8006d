""" "What you said helped": a client's strategies in the order of what they themselves said, with the counts shown.

No prediction and no score: a strategy stands higher the larger the share of times it helped, where each is treated as
if it had helped once and not helped once before. So one that was never tried stands in the middle, one good evening
does not beat ten, and anybody can check the order by hand.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from random import Random
from typing import Final

from programme.check_in import HardMoment
from programme.counts import Share
from programme.strategies import Function
from programme.toolkit import SHOWN

FEW: Final = 3  # tries: with fewer it is said that it is early to tell
ONE_IN: Final = 4  # times that something untried is offered


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be offered: an own item or a strategy of the catalogue, by any id that names it once.

    `for_moment`: the client kept it for that moment, in an if-then plan. `gives`: what it gives, where that is known.
    """

    id: str
    pinned: bool = False
    hidden: bool = False
    for_moment: HardMoment | None = None
    gives: frozenset[Function] = frozenset()


@dataclass(frozen=True, slots=True)
class Try:
    """One time it was tried, at which moment (None: not said), and whether the client said that it helped."""

    id: str
    moment: HardMoment | None
    helped: bool


class Why(StrEnum):
    """Why it stands where it stands."""

    PINNED = "pinned"
    KEPT_FOR_THIS = "kept-for-this"
    HELPED_HERE = "helped-here"  # tried at this moment
    HELPED_ELSEWHERE = "helped-elsewhere"  # tried, at other moments
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One that is offered. `tried` counts the tries at this moment where `here`, else the tries at any."""

    id: str
    why: Why
    tried: Share
    here: bool = False

    @property
    def few(self) -> bool:
        """Whether it was tried so seldom that the counts say little; said beside them."""
        return 0 < self.tried.of < FEW


def rank(
    candidates: Iterable[Candidate],
    tries: Iterable[Try],
    moment: HardMoment | None = None,
    wanted: Collection[Function] = (),
) -> Sequence[Ranked]:
    """Everything that is not hidden, best first.

    - Pinned first, then what was kept for this very moment; among equals, by the share of times that it helped.
    - Tries at this moment count before tries at others; with no moment, all count alike.
    - Among equals of that, what gives more of what is `wanted`; then in the order they came in.
    """
    told = list(tries)

    def order(one: Candidate) -> tuple[bool, bool, Fraction, Fraction, int]:
        here, everywhere = (_smoothed(_share(one.id, told, at)) for at in (moment, None))
        return (not one.pinned, not _is_kept(one, moment), -here, -everywhere, -len(one.gives & set(wanted)))

    shown = sorted((one for one in candidates if not one.hidden), key=order)
    return [_ranked(one, told, moment) for one in shown]


def offer(ranked: Sequence[Ranked], seed: str, shown: int = SHOWN) -> Sequence[Ranked]:
    """The first few. Now and then, by chance from the seed, the last place goes to one that was never tried.

    The same seed gives the same offer, so that a screen drawn twice stays as it was.
    """
    first = list(ranked[:shown])
    untried = [one for one in ranked[shown:] if one.why is Why.UNTRIED]
    chance = Random(seed)
    if not untried or any(one.why is Why.UNTRIED for one in first) or chance.randrange(ONE_IN):
        return first
    replaceable = first[-1].why is not Why.PINNED
    return [*first[:-1], chance.choice(untried)] if replaceable else first


def _ranked(one: Candidate, tries: Sequence[Try], moment: HardMoment | None) -> Ranked:
    here, everywhere = _share(one.id, tries, moment), _share(one.id, tries, None)
    if one.pinned:
        why = Why.PINNED
    elif _is_kept(one, moment):
        why = Why.KEPT_FOR_THIS
    elif here.of:
        why = Why.HELPED_HERE
    else:
        why = Why.HELPED_ELSEWHERE if everywhere.of else Why.UNTRIED
    return Ranked(one.id, why, here if here.of else everywhere, here=moment is not None and here.of > 0)


def _is_kept(one: Candidate, moment: HardMoment | None) -> bool:
    return moment is not None and one.for_moment is moment


def _share(id_: str, tries: Iterable[Try], moment: HardMoment | None) -> Share:
    """How often it helped at that moment (None: at any)."""
    helped = [each.helped for each in tries if each.id == id_ and moment in (None, each.moment)]
    return Share(sum(helped), len(helped))


def _smoothed(share: Share) -> Fraction:
    return Fraction(share.count + 1, share.of + 2)
