"""What fits: a few of their own, and ideas of the catalogue, a screenful at a time."""

from collections.abc import Sequence

from bot.screen import Button, Rows, Screen, does
from bot.screens.browse.view import Facts, leave
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.tried import counted, name, sentence
from bot.taps.craving import TRY_IDEA, TRY_NEW, TRY_OWN
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.toolkit import BROWSE_PAGE, TAKE_IDEA, TAKE_IDEA_BACK, TOOLKIT_ASK, TOOLKIT_ITEM
from bot.texts import Texts
from bot.texts.named import strategy_words
from programme.offering import Offered
from programme.strategies import Place, Strategy
from programme.toolkit import SHOWN

A_SCREENFUL = 5


def screen(facts: Facts, texts: Texts) -> Screen:
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
    facts: Facts, own: Sequence[Offered], shown: Sequence[Strategy], page: int, pages: int, texts: Texts
) -> Rows:
    tap = TRY_IDEA if facts.trying else TAKE_IDEA
    wanted = [(n, one) for n, one in _numbered(shown, page) if facts.trying or one.id not in facts.mine]
    numbers = tuple(does(str(n), tap, one.id) for n, one in wanted)
    undo = (does(texts.label("toolkit-undo"), TAKE_IDEA_BACK, facts.took),) if facts.took else ()
    where = does(texts.label("browse-where"), OPEN_VIEW, "where")
    other = does(texts.label("browse-other"), TRY_NEW if facts.trying else TOOLKIT_ASK)
    mine = tuple((_mine(one, facts, texts),) for one in own)
    rows: tuple[tuple[Button, ...], ...] = (undo, *mine, numbers, *turning(BROWSE_PAGE, page, pages))
    return (*(row for row in rows if row), (where, other), leave(facts, texts))


def _mine(one: Offered, facts: Facts, texts: Texts) -> Button:
    id_ = one.item.id if one.item else 0
    return does(cut(name(one, texts).removesuffix("."), LABEL), TRY_OWN if facts.trying else TOOLKIT_ITEM, id_)


def _own(one: Offered, texts: Texts) -> str:
    return texts("craving-line", words=sentence(name(one, texts)), said=counted(one.ranked, texts))


def _ideas(facts: Facts, shown: Sequence[Strategy], page: int, texts: Texts) -> list[str]:
    return [_idea(facts, n, one, texts) for n, one in _numbered(shown, page)]


def _idea(facts: Facts, number: int, one: Strategy, texts: Texts) -> str:
    key = "browse-line-mine" if one.id in facts.mine else "browse-line"
    return texts(key, number=number, words=strategy_words(texts, one))


def _numbered(shown: Sequence[Strategy], page: int) -> list[tuple[int, Strategy]]:
    return list(enumerate(shown, start=page * A_SCREENFUL + 1))


def _for(facts: Facts, texts: Texts) -> str | None:
    """What is looked for."""
    wanted = facts.wanted
    found = [
        texts.label(f"gives-{wanted.gives}") if wanted.gives else None,
        texts.label(f"moment-{wanted.moment}") if wanted.moment else None,
        texts.label(f"place-{wanted.place}") if wanted.place is not Place.ANYWHERE else None,
        texts.label("takes", minutes=wanted.minutes) if wanted.minutes else None,
    ]
    said = ", ".join(one for one in found if one)
    return texts("browse-for", what=said) if said else None


def _because(facts: Facts, texts: Texts) -> str | None:
    if facts.usual is None or facts.usual is not facts.wanted.gives:
        return None
    return texts("craving-because", because=texts.label(f"because-{facts.usual}"))
