"""What is offered in a craving: their own and the catalogue's, by what they said helped."""

from collections import Counter
from dataclasses import replace

from programme.check_in.answers import HardMoment
from programme.check_in.counts import Share
from programme.craving import ONE_IN, Offered, RankReason, TriedItem, item_id, offers, own_items, top, tries
from programme.toolkit.items import SHOWN, STRATEGIES, ToolkitItem
from programme.toolkit.strategies import Function, StrategyPlace, strategy
from tests.rows import each_row

STRESS, BORED, DRINK = HardMoment.STRESS, HardMoment.BORED, HardMoment.DRINK
WALK, TEA, CALL, GUM = (
    ToolkitItem(1, "A walk"),
    ToolkitItem(2, "Tea"),
    ToolkitItem(3, "Call Mia", moment=STRESS),
    ToolkitItem(4, "Gum", hidden=True),
)
MINE = (WALK, TEA, CALL, GUM)


def said(item: int | None, marks: str, moment: HardMoment | None = None, code: str | None = None) -> list[TriedItem]:
    """Each "+" is a time that it helped."""
    return [TriedItem(item, code, moment, mark == "+") for mark in marks]


TOLD = [*said(1, "+++++", BORED), *said(2, "+", STRESS), *said(2, "+"), *said(4, "+++++++++", STRESS)]


def names(found: object) -> list[str]:
    """Own words, or the strategy's code."""
    assert isinstance(found, list | tuple)
    return [one.item.words if one.item else one.strategy.id for one in found]


@each_row(
    ("moment", "order"),
    [
        (STRESS, ["Call Mia", "Tea", "A walk"]),
        (BORED, ["A walk", "Tea", "Call Mia"]),
        (DRINK, ["A walk", "Tea", "Call Mia"]),
        (None, ["A walk", "Tea", "Call Mia"]),
    ],
)
def test_what_fits_a_moment_comes_first(moment: HardMoment | None, order: list[str]) -> None:
    """First what was kept for it, then what helped then, then what helped at all; hidden ones never."""
    assert names(own_items(MINE, TOLD, moment)) == order


def test_without_any_answer_the_newest_comes_first() -> None:
    """A strategy that the person wrote a moment ago stands first where nothing is known."""
    assert names(own_items([WALK, TEA], [])) == ["Tea", "A walk"]
    pinned = replace(WALK, pinned=True)
    assert names(own_items([pinned, TEA], said(2, "+++"))) == ["A walk", "Tea"]


def test_their_own_go_before_the_catalogue() -> None:
    """Untried, their own stand first, then what we do together, then ideas for that moment."""
    found = names(offers([WALK], [], STRESS))
    assert found[0] == "A walk"
    assert found[1:3] == list(STRATEGIES)
    assert all(STRESS in one.moments or not one.moments for code in found[3:] if (one := strategy(code)))


@each_row("usual", Function)
def test_what_gives_the_same_as_a_cigarette(usual: Function) -> None:
    """What they said that smoking gives them goes first among equals, never before their own, and says why."""
    found = offers([WALK], [], None, usual)
    assert found[0].item is WALK
    new = [one for one in found if one.strategy]
    gives = [usual in one.strategy.gives for one in new if one.strategy]
    assert gives == sorted(gives, reverse=True)
    assert any(gives)
    assert all(one.because is (usual if one.strategy and usual in one.strategy.gives else None) for one in new)
    assert all(one.because is None for one in offers([], [], None, None))


def test_what_was_tried_is_not_told_to_be_new() -> None:
    """Once they know it, its counts speak for it."""
    found = offers([], said(None, "++", STRESS, "window"), STRESS, Function.BREAK)
    assert found[0] == Offered(found[0].ranked, strategy=strategy("window"))
    assert found[0].ranked.tried == Share(2, 2)


def test_a_strategy_taken_among_their_own_is_offered_once() -> None:
    """And what was told of it before counts for it; hidden, it is not offered at all."""
    taken = ToolkitItem(7, "", code="slow-breaths")
    told = [*said(None, "+-", STRESS, "slow-breaths"), *said(7, "+", STRESS, "slow-breaths")]
    found = offers([taken], told, STRESS)
    assert [one.code for one in found].count("slow-breaths") == 1
    assert found[0].item is taken
    assert found[0].ranked.tried == Share(2, 3)
    assert "slow-breaths" not in {one.code for one in offers([replace(taken, hidden=True)], told, STRESS)}
    assert [one.id for one in tries(told, [taken])] == [item_id(7)] * 3


def test_three_are_shown_and_a_new_one_now_and_then() -> None:
    """The same craving shows the same three; of many, one in four or so has one that was never tried."""
    items = [ToolkitItem(n, f"Item {n}") for n in range(1, 5)]
    told = [each for n in range(1, 5) for each in said(n, "+" * n)]
    ranked = offers(items, told)
    shown = [top(ranked, f"1:{n}") for n in range(200)]
    assert shown == [top(ranked, f"1:{n}") for n in range(200)]
    assert {len(three) for three in shown} == {SHOWN}
    new = Counter(three[-1].ranked.why is RankReason.UNTRIED for three in shown)
    assert 200 / ONE_IN / 2 < new[True] < 200 / ONE_IN * 2


def test_where_and_how_long() -> None:
    """As they said themselves; else as the catalogue has it; else anywhere, at any time."""
    assert WALK.fits(StrategyPlace.HOME, 2)
    outside = replace(WALK, place=StrategyPlace.OUT, minutes=10)
    assert outside.fits(StrategyPlace.OUT, 10)
    assert not outside.fits(StrategyPlace.HOME, None)
    assert not outside.fits(StrategyPlace.OUT, 5)
    shower = ToolkitItem(5, "", code="shower")
    assert (shower.where, shower.takes) == (StrategyPlace.HOME, 10)
    assert shower.functions == {Function.CALM, Function.REWARD}
    assert replace(shower, gives=Function.BREAK).functions == {Function.BREAK}
