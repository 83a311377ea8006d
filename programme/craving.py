"""A craving, and what is offered in it, ranked by what the client said helped."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import islice
from random import Random
from typing import Final

from programme.check_in.answers import HardMoment
from programme.check_in.counts import Share
from programme.toolkit.items import SHOWN, STRATEGIES, ToolkitItem
from programme.toolkit.strategies import Function, Strategy, fitting, strategy

LOOK_AFTER: Final = timedelta(minutes=10)
LOOK_UNTIL: Final = timedelta(minutes=40)  # after that, asking how it is now says nothing about what was tried


class CravingMeans(StrEnum):
    """What may be tried: what everybody has, one's own, and a strategy of the catalogue."""

    BREATHE = "breathe"
    SURF = "surf"
    WAIT = "wait"
    SWAP = "swap"
    OWN = "own"
    IDEA = "idea"


MEANS_CODES: Final = {
    CravingMeans.BREATHE: "slow-breaths",
    CravingMeans.SURF: "surf-the-urge",
    CravingMeans.WAIT: "wait-ten",
}


@dataclass(frozen=True, slots=True)
class Craving:
    """One craving that was rated, 0..5 before and after; None: not rated again, nothing tried.

    `moment`: what was going on, where they said. `code`: the strategy of the catalogue that was tried, also where it
    was an item of their own that was taken from there.
    """

    id: int
    person_id: int
    at: datetime
    before: int
    tried: CravingMeans | None = None
    item_id: int | None = None
    after: int | None = None
    moment: HardMoment | None = None
    code: str | None = None

    @property
    def eased_by(self) -> int | None:
        """How much weaker it was (negative: stronger), or None where that is not known."""
        return None if self.after is None else self.before - self.after


FEW: Final = 3  # tries: with fewer it is said that it is early to tell
ONE_IN: Final = 4  # times that something untried is offered


@dataclass(frozen=True, slots=True)
class Offerable:
    """Something that may be offered: an own item or a strategy of the catalogue, by any id that names it once.

    `for_moment`: the client kept it for that moment, in an if-then plan. `gives`: what it gives, where that is known.
    """

    id: str
    pinned: bool = False
    hidden: bool = False
    for_moment: HardMoment | None = None
    gives: frozenset[Function] = frozenset()


@dataclass(frozen=True, slots=True)
class StrategyTry:
    """One time it was tried, at which moment (None: not said), and whether the client said that it helped."""

    id: str
    moment: HardMoment | None
    helped: bool


class RankReason(StrEnum):
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
    why: RankReason
    tried: Share
    here: bool = False

    @property
    def few(self) -> bool:
        """Whether it was tried so seldom that the counts say little; said beside them."""
        return 0 < self.tried.of < FEW


def rank(
    candidates: Iterable[Offerable],
    tries: Iterable[StrategyTry],
    moment: HardMoment | None = None,
    wanted: Collection[Function] = (),
) -> Sequence[Ranked]:
    """Everything that is not hidden, best first.

    - Pinned first, then what was kept for this very moment; among equals, by the share of times that it helped.
    - Tries at this moment count before tries at others; with no moment, all count alike.
    - Among equals of that, what gives more of what is `wanted`; then in the order they came in.
    """
    told = list(tries)

    def order(one: Offerable) -> tuple[bool, bool, Fraction, Fraction, int]:
        here, everywhere = (_smoothed(_share(one.id, told, at)) for at in (moment, None))
        return (not one.pinned, not _is_kept(one, moment), -here, -everywhere, -len(one.gives & set(wanted)))

    shown = sorted((one for one in candidates if not one.hidden), key=order)
    return [_ranked(one, told, moment) for one in shown]


def choose_offers(ranked: Sequence[Ranked], seed: str, shown: int = SHOWN) -> Sequence[Ranked]:
    """The first few. Now and then, by chance from the seed, the last place goes to one that was never tried.

    The same seed gives the same offer, so that a screen drawn twice stays as it was.
    """
    first = list(ranked[:shown])
    untried = [one for one in ranked[shown:] if one.why is RankReason.UNTRIED]
    chance = Random(seed)
    if not untried or any(one.why is RankReason.UNTRIED for one in first) or chance.randrange(ONE_IN):
        return first
    replaceable = first[-1].why is not RankReason.PINNED
    return [*first[:-1], chance.choice(untried)] if replaceable else first


def _ranked(one: Offerable, tries: Sequence[StrategyTry], moment: HardMoment | None) -> Ranked:
    here, everywhere = _share(one.id, tries, moment), _share(one.id, tries, None)
    if one.pinned:
        why = RankReason.PINNED
    elif _is_kept(one, moment):
        why = RankReason.KEPT_FOR_THIS
    elif here.of:
        why = RankReason.HELPED_HERE
    else:
        why = RankReason.HELPED_ELSEWHERE if everywhere.of else RankReason.UNTRIED
    return Ranked(one.id, why, here if here.of else everywhere, here=moment is not None and here.of > 0)


def _is_kept(one: Offerable, moment: HardMoment | None) -> bool:
    return moment is not None and one.for_moment is moment


def _share(id_: str, tries: Iterable[StrategyTry], moment: HardMoment | None) -> Share:
    """How often it helped at that moment (None: at any)."""
    helped = [each.helped for each in tries if each.id == id_ and moment in (None, each.moment)]
    return Share(sum(helped), len(helped))


def _smoothed(share: Share) -> Fraction:
    return Fraction(share.count + 1, share.of + 2)


NEW: Final = 6  # of the catalogue, beside what is their own or was tried before


@dataclass(frozen=True, slots=True)
class TriedItem:
    """One time that a client told of: an own item or a strategy (or both, where it was taken from there), at which
    moment, and whether it helped."""

    item_id: int | None
    code: str | None
    moment: HardMoment | None
    helped: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """One that is offered: an own item, or a strategy that is not among theirs.

    `because`: what they said that smoking gives them, where this gives it too and is new to them.
    """

    ranked: Ranked
    item: ToolkitItem | None = None
    strategy: Strategy | None = None
    because: Function | None = None

    @property
    def code(self) -> str | None:
        """The strategy of the catalogue that it is, or was taken from."""
        return self.strategy.id if self.strategy else self.item.code if self.item else None


def own_items(
    items: Iterable[ToolkitItem], told: Iterable[TriedItem], moment: HardMoment | None = None
) -> Sequence[Offered]:
    """Their own items that are not hidden, best first; among equals the newest."""
    every = list(items)
    candidates = [_of_item(one, None) for one in reversed(every)]
    return _named(rank(candidates, tries(told, every), moment), every, None)


def offers(
    items: Iterable[ToolkitItem],
    told: Iterable[TriedItem],
    moment: HardMoment | None = None,
    usual: Function | None = None,
) -> Sequence[Offered]:
    """All that may be offered at that moment, best first.

    - Their own items; what we do together; strategies that they tried; then what the catalogue has for that moment.
    - `usual` is what they said that smoking gives them then: among equals what gives it too goes first, and an own item
      of which nobody said what it gives is taken to give it.
    - A strategy that they have among their own, hidden or not, is not offered beside it.
    """
    every, told = list(items), list(told)
    wanted = [] if usual is None else [usual]
    theirs = {one.code for one in every}
    codes = [*STRATEGIES, *(one.code for one in told if one.code), *_new(theirs, moment, wanted)]
    of_catalogue = [found for code in dict.fromkeys(codes) if code not in theirs and (found := strategy(code))]
    candidates = [
        *(_of_item(one, usual) for one in reversed(every)),
        *(Offerable(one.id, gives=one.gives) for one in of_catalogue),
    ]
    return _named(rank(candidates, tries(told, every), moment, wanted), every, usual)


def top(ranked: Sequence[Offered], seed: str) -> Sequence[Offered]:
    """The three that are shown, now and then with one that was never tried: see programme.craving.choose_offers."""
    chosen = choose_offers([one.ranked for one in ranked], seed)
    by_id = {one.ranked.id: one for one in ranked}
    return [by_id[one.id] for one in chosen]


def tries(told: Iterable[TriedItem], items: Iterable[ToolkitItem]) -> list[StrategyTry]:
    """What was told, by the ids that candidates have: an item's own, also where its strategy was tried elsewhere."""
    by_code = {one.code: one.id for one in items if one.code}
    found = ((one.item_id or by_code.get(one.code or ""), one) for one in told)
    return [StrategyTry(item_id(id_) if id_ else one.code or "", one.moment, one.helped) for id_, one in found]


def item_id(id_: int) -> str:
    """The id of an own item among candidates; a strategy's is its code."""
    return f"i{id_}"


def _new(theirs: Iterable[str | None], moment: HardMoment | None, wanted: Sequence[Function]) -> Iterable[str]:
    known = {*theirs, *STRATEGIES}
    return islice((one.id for one in fitting(wanted, moment) if one.id not in known), NEW)


def _of_item(item: ToolkitItem, usual: Function | None) -> Offerable:
    gives = item.functions or (frozenset() if usual is None else frozenset({usual}))
    return Offerable(item_id(item.id), item.pinned, item.hidden, item.moment, gives)


def _named(ranked: Iterable[Ranked], items: Iterable[ToolkitItem], usual: Function | None) -> Sequence[Offered]:
    by_id = {item_id(one.id): one for one in items}
    return [_name(one, by_id.get(one.id), usual) for one in ranked]


def _name(ranked: Ranked, item: ToolkitItem | None, usual: Function | None) -> Offered:
    if item is not None:
        return Offered(ranked, item)
    found = strategy(ranked.id)
    because = usual if found and usual in found.gives and not ranked.tried.of else None
    return Offered(ranked, strategy=found, because=because)
