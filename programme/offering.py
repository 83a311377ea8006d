"""What is offered in a craving: the client's own things and the catalogue's, ranked by what they said helped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from programme import ranking
from programme.check_in import HardMoment
from programme.guide import STRATEGIES
from programme.ranking import Candidate, Ranked, Try
from programme.strategies import Function, Strategy, fitting, strategy
from programme.toolkit import ToolkitItem

NEW: Final = 6  # of the catalogue, beside what is their own or was tried before


@dataclass(frozen=True, slots=True)
class Told:
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


def own(items: Iterable[ToolkitItem], told: Iterable[Told], moment: HardMoment | None = None) -> Sequence[Offered]:
    """Their own items that are not hidden, best first; among equals the newest."""
    every = list(items)
    candidates = [_of_item(one, None) for one in reversed(every)]
    return _named(ranking.rank(candidates, tries(told, every), moment), every, None)


def offers(
    items: Iterable[ToolkitItem], told: Iterable[Told], moment: HardMoment | None = None, usual: Function | None = None
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
        *(Candidate(one.id, gives=one.gives) for one in of_catalogue),
    ]
    return _named(ranking.rank(candidates, tries(told, every), moment, wanted), every, usual)


def top(ranked: Sequence[Offered], seed: str) -> Sequence[Offered]:
    """The three that are shown, now and then with one that was never tried: see programme.ranking.offer."""
    chosen = ranking.offer([one.ranked for one in ranked], seed)
    by_id = {one.ranked.id: one for one in ranked}
    return [by_id[one.id] for one in chosen]


def tries(told: Iterable[Told], items: Iterable[ToolkitItem]) -> list[Try]:
    """What was told, by the ids that candidates have: an item's own, also where its strategy was tried elsewhere."""
    by_code = {one.code: one.id for one in items if one.code}
    found = ((one.item_id or by_code.get(one.code or ""), one) for one in told)
    return [Try(item_id(id_) if id_ else one.code or "", one.moment, one.helped) for id_, one in found]


def item_id(id_: int) -> str:
    """The id of an own item among candidates; a strategy's is its code."""
    return f"i{id_}"


def _new(theirs: Iterable[str | None], moment: HardMoment | None, wanted: Sequence[Function]) -> Iterable[str]:
    known = {*theirs, *STRATEGIES}
    return islice((one.id for one in fitting(wanted, moment) if one.id not in known), NEW)


def _of_item(item: ToolkitItem, usual: Function | None) -> Candidate:
    gives = item.functions or (frozenset() if usual is None else frozenset({usual}))
    return Candidate(item_id(item.id), item.pinned, item.hidden, item.moment, gives)


def _named(ranked: Iterable[Ranked], items: Iterable[ToolkitItem], usual: Function | None) -> Sequence[Offered]:
    by_id = {item_id(one.id): one for one in items}
    return [_name(one, by_id.get(one.id), usual) for one in ranked]


def _name(ranked: Ranked, item: ToolkitItem | None, usual: Function | None) -> Offered:
    if item is not None:
        return Offered(ranked, item)
    found = strategy(ranked.id)
    because = usual if found and usual in found.gives and not ranked.tried.of else None
    return Offered(ranked, strategy=found, because=because)
