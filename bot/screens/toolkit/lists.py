"""The first three of the toolkit, all of it, and what is hidden."""

from collections.abc import Sequence

from bot.screen import Button, Rows, Screen, does
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.toolkit.view import Facts
from bot.screens.toolkit.view import home as way_home
from bot.screens.tried import counted, sentence
from bot.taps.toolkit import (
    BROWSE,
    PHRASES,
    TOOLKIT_ALL,
    TOOLKIT_ASK,
    TOOLKIT_DROP,
    TOOLKIT_HIDDEN,
    TOOLKIT_ITEM,
    TOOLKIT_MOMENTS,
    TOOLKIT_SHOW,
)
from bot.texts import Texts
from bot.texts.named import item_words
from programme.offering import Offered
from programme.toolkit import SHOWN, ToolkitItem

A_SCREENFUL = 8


def home(facts: Facts, texts: Texts) -> Screen:
    """A few, with what they said of each; the rest is one tap away."""
    done, undo = _done(facts, texts)
    shown = facts.own[:SHOWN]
    rest = len(facts.own) - len(shown)
    every = (does(texts.label("toolkit-all", count=len(facts.own)), TOOLKIT_ALL, 0),) if rest else ()
    hidden = (does(texts.label("toolkit-show-hidden"), TOOLKIT_HIDDEN, 0),) if facts.hidden else ()
    row = (*every, *hidden)
    buttons: Rows = (*undo, *_items(shown, texts), *((row,) if row else ()), *_ways(texts))
    said = lines(*(_line(one, texts) for one in shown)) if shown else texts("toolkit-none")
    more = texts("toolkit-more") if shown else None
    return Screen(paragraphs(done, lines(texts("toolkit"), said), more), buttons)


def every(facts: Facts, texts: Texts) -> Screen:
    """All that is offered, a screenful at a time."""
    pages = pages_of(facts.own, A_SCREENFUL)
    shown = page_of(pages, facts.page)
    turn = turning(TOOLKIT_ALL, facts.page, len(pages))
    words = lines(texts("toolkit"), *(_line(one, texts) for one in shown))
    return Screen(words, (*_items(shown, texts), *turn, (way_home(texts),)))


def hidden(facts: Facts, texts: Texts) -> Screen:
    """What is not offered; one tap brings it back."""
    pages = pages_of(facts.hidden, A_SCREENFUL)
    shown: Sequence[ToolkitItem] = page_of(pages, facts.page)
    rows = tuple((does(cut(item_words(texts, one).removesuffix("."), LABEL), TOOLKIT_SHOW, one.id),) for one in shown)
    turn = turning(TOOLKIT_HIDDEN, facts.page, len(pages))
    return Screen(texts("toolkit-hidden" if rows else "toolkit-hidden-none"), (*rows, *turn, (way_home(texts),)))


def _ways(texts: Texts) -> Rows:
    return (
        (does(texts.label("toolkit-add"), TOOLKIT_ASK), does(texts.label("toolkit-ideas"), BROWSE, "")),
        (does(texts.label("toolkit-if-then"), TOOLKIT_MOMENTS), does(texts.label("toolkit-here"), BROWSE, "where")),
        (does(texts.label("toolkit-phrases"), PHRASES),),
    )


def _items(shown: Sequence[Offered], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    items = [one.item for one in shown if one.item]
    return tuple(
        (does(cut(item_words(texts, item).removesuffix("."), LABEL), TOOLKIT_ITEM, item.id),) for item in items
    )


def _line(one: Offered, texts: Texts) -> str | None:
    if one.item is None:
        return None
    words, said = sentence(item_words(texts, one.item)), counted(one.ranked, texts)
    key = "toolkit-line-pinned" if one.item.pinned else "toolkit-line"
    if one.item.moment is None:
        return texts(key, words=words, said=said)
    return texts(f"{key}-moment", moment=texts.label(f"if-{one.item.moment}"), words=words, said=said)


def _done(facts: Facts, texts: Texts) -> tuple[str | None, Rows]:
    """What was done a moment ago, and the button that takes it back."""
    if facts.to is None or facts.done not in ("hidden", "added"):
        return None, ()
    words = texts(f"toolkit-{facts.done}-done", words=cut(item_words(texts, facts.to), LABEL))
    undo = does(texts.label("toolkit-undo"), TOOLKIT_SHOW if facts.done == "hidden" else TOOLKIT_DROP, facts.to.id)
    return words, ((undo,),)
