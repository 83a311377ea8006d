"""Ideas: the catalogue by what a cigarette gave, by what is going on, by place and minutes; a client's own first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.craving.taps import CRAVING_BACK, TRY_IDEA, TRY_NEW, TRY_OWN
from bot.kit.own_words import tried_counted, tried_name, tried_sentence
from bot.kit.parts import LABEL, cut, go, lines, page_of, pages_of, paragraphs, rows, turning
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE, OPEN_VIEW, Tap
from bot.texts import Texts
from bot.texts.service import strategy_words
from bot.toolkit.taps import (
    BROWSE_GIVES,
    BROWSE_MINUTES,
    BROWSE_MOMENT,
    BROWSE_PAGE,
    BROWSE_PLACE,
    TAKE_IDEA,
    TAKE_IDEA_BACK,
    TOOLKIT_ASK,
    TOOLKIT_ITEM,
)
from care import craving
from care.toolkit import items_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import HardMoment
from programme.craving import Offered
from programme.people.person import Person
from programme.toolkit.items import MINUTES, SHOWN
from programme.toolkit.strategies import Function, Strategy, StrategyPlace, fitting


@dataclass(frozen=True, slots=True)
class IdeasWanted:
    """What is looked for; None: whatever it is."""

    gives: Function | None = None
    moment: HardMoment | None = None
    place: StrategyPlace = StrategyPlace.ANYWHERE
    minutes: int | None = None

    @classmethod
    def of(cls, args: Mapping[str, Any]) -> "IdeasWanted":
        """As a screen's args say it."""
        return cls(
            args.get("gives") and Function(args["gives"]),
            args.get("moment") and HardMoment(args["moment"]),
            StrategyPlace(args.get("place", StrategyPlace.ANYWHERE)),
            args.get("minutes"),
        )


@dataclass(frozen=True, slots=True)
class IdeasFacts:
    """`own` are items of theirs that fit, best first, and `ideas` what the catalogue has; `page` as turned.

    `mine` are strategies that are among theirs. `trying`: they are in a craving, so that a tap tries one; else it is
    kept. `took` is the item that was taken a moment ago. `usual` is what they said that smoking gives them.
    """

    view: str = ""
    wanted: IdeasWanted = field(default_factory=IdeasWanted)
    own: Sequence[Offered] = ()
    ideas: Sequence[Strategy] = ()
    mine: frozenset[str] = frozenset()
    page: int = 0
    trying: bool = False
    took: int = 0
    usual: Function | None = None


def leave_ideas(facts: IdeasFacts, texts: Texts) -> tuple[Button, ...]:
    """The way out: to the craving and to somebody to talk to, or to the toolkit."""
    if facts.trying:
        return go(texts, "button-crisis", "help"), does(texts.label("button-back"), CRAVING_BACK)
    return (does(texts.label("button-back"), OPEN_MINE, "toolkit"),)


async def ideas_facts(tx: Tx, person: Person, row: ScreenRow) -> IdeasFacts:
    """What fits, as it is now."""
    wanted = IdeasWanted.of(row.args)
    own = await craving.own_items(tx, person, wanted.moment)
    gives = () if wanted.gives is None else (wanted.gives,)
    every = await items_of(tx, person)
    return IdeasFacts(
        view=row.args.get("view", ""),
        wanted=wanted,
        own=[one for one in own if _fits(one, wanted)],
        ideas=fitting(gives, wanted.moment, wanted.place, wanted.minutes),
        mine=frozenset(one.code for one in every if one.code),
        page=row.args.get("page", 0),
        trying="craving" in row.args,
        took=row.args.get("took", 0),
        usual=await craving.usual_of_moment(tx, person, wanted.moment),
    )


def _fits(one: Offered, wanted: IdeasWanted) -> bool:
    item = one.item
    if item is None or not item.fits(wanted.place, wanted.minutes):
        return False
    for_moment = wanted.moment is None or item.moment in (None, wanted.moment)
    return for_moment and (wanted.gives is None or wanted.gives in item.functions)


T = TypeVar("T")


def ideas_by_function(facts: IdeasFacts, texts: Texts) -> Screen:
    """What a cigarette gave; what they said of that stands first."""
    because = texts("browse-because", because=texts.label(f"because-{facts.usual}")) if facts.usual else None
    found = [does(texts.label(f"gives-{one}"), BROWSE_GIVES, one) for one in Function]
    ways = (_to("moments", texts), _to("where", texts))
    return Screen(paragraphs(texts("browse"), because), (*rows(found, 2), ways, leave_ideas(facts, texts)))


def ideas_by_moment(facts: IdeasFacts, texts: Texts) -> Screen:
    """What is going on."""
    found = rows((does(texts.label(f"moment-{one}"), BROWSE_MOMENT, one) for one in HardMoment), 2)
    return Screen(texts("browse-by-moment"), (*found, leave_ideas(facts, texts)))


def ideas_by_place(facts: IdeasFacts, texts: Texts) -> Screen:
    """Where they are, and how many minutes there are."""
    wanted = facts.wanted
    places = [
        _chip(BROWSE_PLACE, one, texts.label(f"place-{one}"), texts, on=wanted.place is one) for one in StrategyPlace
    ]
    minutes = [
        _chip(BROWSE_MINUTES, n, texts.label("takes", minutes=n), texts, on=wanted.minutes == n) for n in MINUTES
    ]
    show = (does(texts.label("browse-show"), BROWSE_PAGE, 0),)
    return Screen(texts("browse-by-place"), (tuple(places), *rows(minutes, 2), show, leave_ideas(facts, texts)))


def _to(view: str, texts: Texts) -> Button:
    return does(texts.label(f"browse-{view}"), OPEN_VIEW, view)


def _chip(tap: Tap[T], value: T, label: str, texts: Texts, *, on: bool) -> Button:
    return does(texts.label("chip-on", words=label) if on else label, tap, value)


A_SCREENFUL = 5


def ideas_listed_screen(facts: IdeasFacts, texts: Texts) -> Screen:
    """Each line of the catalogue has a number, and the button of that number takes it."""
    pages = pages_of(facts.ideas, A_SCREENFUL)
    page = min(facts.page, len(pages) - 1)
    shown = page_of(pages, page)
    own = facts.own[:SHOWN] if page == 0 else ()
    words = paragraphs(
        lines(_for(facts, texts), _because(facts, texts)),
        lines(texts("browse-own"), *(_own(one, texts) for one in own)) if own else None,
        lines(texts("browse-ideas"), *_ideas(facts, shown, page, texts)) if shown else texts("browse-none"),
        None if facts.trying or not shown else texts("browse-take"),
    )
    return Screen(words, _buttons(facts, own, shown, page, len(pages), texts))


def _buttons(
    facts: IdeasFacts, own: Sequence[Offered], shown: Sequence[Strategy], page: int, pages: int, texts: Texts
) -> Rows:
    tap = TRY_IDEA if facts.trying else TAKE_IDEA
    wanted = [(n, one) for n, one in _numbered(shown, page) if facts.trying or one.id not in facts.mine]
    numbers = tuple(does(str(n), tap, one.id) for n, one in wanted)
    undo = (does(texts.label("toolkit-undo"), TAKE_IDEA_BACK, facts.took),) if facts.took else ()
    where = does(texts.label("browse-where"), OPEN_VIEW, "where")
    other = does(texts.label("browse-other"), TRY_NEW if facts.trying else TOOLKIT_ASK)
    mine = tuple((_mine(one, facts, texts),) for one in own)
    rows: tuple[tuple[Button, ...], ...] = (undo, *mine, numbers, *turning(BROWSE_PAGE, page, pages))
    return (*(row for row in rows if row), (where, other), leave_ideas(facts, texts))


def _mine(one: Offered, facts: IdeasFacts, texts: Texts) -> Button:
    id_ = one.item.id if one.item else 0
    return does(cut(tried_name(one, texts).removesuffix("."), LABEL), TRY_OWN if facts.trying else TOOLKIT_ITEM, id_)


def _own(one: Offered, texts: Texts) -> str:
    return texts("craving-line", words=tried_sentence(tried_name(one, texts)), said=tried_counted(one.ranked, texts))


def _ideas(facts: IdeasFacts, shown: Sequence[Strategy], page: int, texts: Texts) -> list[str]:
    return [_idea(facts, n, one, texts) for n, one in _numbered(shown, page)]


def _idea(facts: IdeasFacts, number: int, one: Strategy, texts: Texts) -> str:
    key = "browse-line-mine" if one.id in facts.mine else "browse-line"
    return texts(key, number=number, words=strategy_words(texts, one))


def _numbered(shown: Sequence[Strategy], page: int) -> list[tuple[int, Strategy]]:
    return list(enumerate(shown, start=page * A_SCREENFUL + 1))


def _for(facts: IdeasFacts, texts: Texts) -> str | None:
    """What is looked for."""
    wanted = facts.wanted
    found = [
        texts.label(f"gives-{wanted.gives}") if wanted.gives else None,
        texts.label(f"moment-{wanted.moment}") if wanted.moment else None,
        texts.label(f"place-{wanted.place}") if wanted.place is not StrategyPlace.ANYWHERE else None,
        texts.label("takes", minutes=wanted.minutes) if wanted.minutes else None,
    ]
    said = ", ".join(one for one in found if one)
    return texts("browse-for", what=said) if said else None


def _because(facts: IdeasFacts, texts: Texts) -> str | None:
    if facts.usual is None or facts.usual is not facts.wanted.gives:
        return None
    return texts("craving-because", because=texts.label(f"because-{facts.usual}"))


_VIEWS = {"list": ideas_listed_screen, "moments": ideas_by_moment, "where": ideas_by_place}


def ideas_screen(facts: IdeasFacts, texts: Texts) -> Screen:
    """How to look, or what was found."""
    return _VIEWS.get(facts.view, ideas_by_function)(facts, texts)
