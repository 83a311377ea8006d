"""The catalogue of strategies, which of it fits, and the order in which a client's own are offered."""

from collections import Counter

from bot.texts import locales, texts_for
from bot.texts.service import strategy_words
from programme.check_in.answers import HardMoment
from programme.check_in.counts import Share
from programme.craving import Offerable, Ranked, RankReason, StrategyTry, choose_offers, rank
from programme.facts.fact import SOURCES, doubt
from programme.practice import techniques
from programme.toolkit.strategies import CATALOGUE, Function, StrategyPlace, fitting, strategy
from tests.rows import each_row

STRESS, BORED, DRINK = HardMoment.STRESS, HardMoment.BORED, HardMoment.DRINK


def test_there_is_something_for_everybody() -> None:
    """Forty or more; several for each thing a cigarette gave, and three at the least at any moment that has a name."""
    assert len(CATALOGUE) >= 40
    assert len({one.id for one in CATALOGUE}) == len(CATALOGUE)
    given = Counter(function for one in CATALOGUE for function in one.gives)
    assert all(given[function] >= 5 for function in Function)
    assert all(len(fitting(moment=moment)) >= 3 for moment in HardMoment)
    assert all(len(fitting([function], moment, minutes=10)) >= 1 for function in Function for moment in HardMoment)


@each_row("one", CATALOGUE, ids=lambda one: one.id)
def test_each_has_a_source_its_techniques_and_words(one) -> None:  # type: ignore[no-untyped-def]
    """Where it was read, codes that exist, one short line in every language."""
    assert doubt(SOURCES[one.source].url) is None
    assert one.gives
    assert one.codes
    assert set(one.codes) <= techniques.TECHNIQUES.keys()
    assert 1 <= one.minutes <= 20
    for locale in locales():
        words = strategy_words(texts_for(locale), one)
        assert "\n" not in words
        assert len(words) <= 60
    assert strategy(one.id) is one


def test_an_id_that_is_not_there() -> None:
    """Nothing, where somebody made it up."""
    assert strategy("no-such-thing") is None


def test_every_source_is_used() -> None:
    """None is named for show."""
    assert SOURCES.keys() == {one.source for one in CATALOGUE}


def test_what_fits_a_moment_a_place_and_the_time() -> None:
    """Nothing longer, nothing elsewhere, nothing for another moment, nothing that is done ahead."""
    found = fitting([Function.CALM], STRESS, StrategyPlace.OUT, 5)
    assert found
    for one in found:
        assert one.minutes <= 5
        assert one.place in (StrategyPlace.ANYWHERE, StrategyPlace.OUT)
        assert Function.CALM in one.gives
        assert not one.moments or STRESS in one.moments
        assert not one.ahead
    made_for_it = [STRESS in one.moments for one in found]
    assert made_for_it == sorted(made_for_it, reverse=True)
    assert {one.place for one in fitting()} == {StrategyPlace.ANYWHERE}
    assert fitting(place=StrategyPlace.HOME, ahead=True)
    assert all(one.ahead for one in fitting(place=StrategyPlace.HOME, ahead=True))


def tries(*told: tuple[str, HardMoment | None, str]) -> list[StrategyTry]:
    """Each "++-" is two times that it helped and one that it did not."""
    return [StrategyTry(id_, moment, mark == "+") for id_, moment, marks in told for mark in marks]


WALK, TEA, CALL, GUM = (Offerable(id_) for id_ in ("walk", "tea", "call", "gum"))
ORDERS = [
    ("nothing told: the order they came in", [WALK, TEA], [], None, ["walk", "tea"]),
    ("what helped", [WALK, TEA], [("tea", STRESS, "+")], STRESS, ["tea", "walk"]),
    ("what did not help goes after what was never tried", [WALK, TEA],
     [("walk", STRESS, "-")], STRESS, ["tea", "walk"]),
    ("one good evening does not beat ten", [WALK, TEA],
     [("walk", STRESS, "+"), ("tea", STRESS, "++++++++-")], STRESS, ["tea", "walk"]),
    ("a large share before a large number", [WALK, TEA],
     [("walk", STRESS, "++++----------"), ("tea", STRESS, "+++")], STRESS, ["tea", "walk"]),
    ("this moment before others", [WALK, TEA],
     [("walk", BORED, "++++"), ("tea", STRESS, "+")], STRESS, ["tea", "walk"]),
    ("others where this one says nothing", [WALK, TEA], [("tea", BORED, "++")], STRESS, ["tea", "walk"]),
    ("no moment: all count alike", [WALK, TEA], [("walk", BORED, "+"), ("tea", STRESS, "++")], None, ["tea", "walk"]),
    ("kept for this moment", [WALK, Offerable("tea", for_moment=STRESS)], [("walk", STRESS, "+++")], STRESS,
     ["tea", "walk"]),
    ("kept for another", [WALK, Offerable("tea", for_moment=BORED)], [("walk", STRESS, "+")], STRESS, ["walk", "tea"]),
    ("pinned first of all", [WALK, Offerable("tea", for_moment=STRESS), Offerable("gum", pinned=True)],
     [("walk", STRESS, "+++"), ("gum", STRESS, "--")], STRESS, ["gum", "tea", "walk"]),
    ("of two pinned ones, what helped here", [Offerable("gum", pinned=True), Offerable("tea", pinned=True)],
     [("gum", BORED, "+++"), ("tea", STRESS, "+")], STRESS, ["tea", "gum"]),
    ("hidden never, pinned or not", [WALK, Offerable("tea", hidden=True, pinned=True)],
     [("tea", STRESS, "+++")], STRESS, ["walk"]),
    ("what gives the same", [WALK, Offerable("tea", gives=frozenset({Function.BREAK}))], [], STRESS, ["tea", "walk"]),
]  # fmt: skip


@each_row(("candidates", "told", "moment", "order"), [case[1:] for case in ORDERS],
          ids=[case[0] for case in ORDERS])  # fmt: skip
def test_the_order(
    candidates: list[Offerable], told: list[tuple[str, HardMoment | None, str]], moment: HardMoment | None,
    order: list[str],
) -> None:  # fmt: skip
    """What you said helped, in an order that can be checked by hand."""
    found = rank(candidates, tries(*told), moment, [Function.BREAK])
    assert [one.id for one in found] == order


def test_counts_and_why_stand_beside_each() -> None:
    """This moment's counts where there are any, all counts else; few tries are said to be few."""
    told = tries(("walk", STRESS, "++-"), ("walk", BORED, "+"), ("tea", BORED, "+-"))
    pinned = Offerable("gum", pinned=True)
    kept = Offerable("call", for_moment=STRESS)
    assert rank([WALK, TEA, kept, pinned, Offerable("song")], told, STRESS) == [
        Ranked("gum", RankReason.PINNED, Share(0, 0)),
        Ranked("call", RankReason.KEPT_FOR_THIS, Share(0, 0)),
        Ranked("walk", RankReason.HELPED_HERE, Share(2, 3), here=True),
        Ranked("tea", RankReason.HELPED_ELSEWHERE, Share(1, 2)),
        Ranked("song", RankReason.UNTRIED, Share(0, 0)),
    ]
    walk, tea, song = (rank([one], told, STRESS)[0] for one in (WALK, TEA, Offerable("song")))
    assert [one.few for one in (walk, tea, song)] == [False, True, False]


def test_now_and_then_one_that_was_never_tried() -> None:
    """In the last place, one time in four or so, by the seed alone; never in place of a pinned one."""
    told = tries(("walk", STRESS, "+++"), ("tea", STRESS, "++"), ("call", STRESS, "+"))
    ranked = rank([WALK, TEA, CALL, GUM, Offerable("song")], told, STRESS)
    offers = [[one.id for one in choose_offers(ranked, f"7:{n}")] for n in range(400)]
    assert offers == [[one.id for one in choose_offers(ranked, f"7:{n}")] for n in range(400)]
    last = Counter(shown[-1] for shown in offers)
    assert {tuple(shown[:2]) for shown in offers} == {("walk", "tea")}
    assert last.keys() == {"call", "gum", "song"}
    assert 60 <= last["gum"] + last["song"] <= 140
    all_pinned = [Ranked(id_, RankReason.PINNED, Share(0, 0)) for id_ in ("a", "b", "c")]
    assert all(choose_offers([*all_pinned, ranked[-1]], str(n)) == all_pinned for n in range(40))


def test_nothing_is_swapped_where_something_untried_is_there_already() -> None:
    """The first three as they are."""
    ranked = rank([WALK, TEA, CALL, GUM], tries(("walk", STRESS, "+")), STRESS)
    assert all(choose_offers(ranked, str(n)) == ranked[:3] for n in range(40))
    assert choose_offers([], "1") == []
