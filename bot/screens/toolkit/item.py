"""One item of the toolkit: what they said of it, and what can be done with it."""

from bot.screen import Button, Rows, Screen, does
from bot.screens.parts import EXCERPT, cut, lines, paragraphs, rows
from bot.screens.toolkit.view import Facts, home
from bot.screens.tried import share
from bot.taps.toolkit import (
    TOOLKIT_ABOUT,
    TOOLKIT_EDIT,
    TOOLKIT_HIDE,
    TOOLKIT_IS,
    TOOLKIT_ITEM,
    TOOLKIT_MOMENT,
    TOOLKIT_PIN,
    TOOLKIT_SHOW,
    TOOLKIT_UNPIN,
)
from bot.texts import Texts
from bot.texts.named import item_words
from programme.check_in import HardMoment
from programme.strategies import Function, Place
from programme.toolkit import MINUTES, ToolkitItem

ANY = "any"
_MOST = 4  # lines of counts


def screen(facts: Facts, item: ToolkitItem, texts: Texts) -> Screen:
    """The item, or what is asked about it."""
    back = does(texts.label("button-back"), TOOLKIT_ITEM, item.id)
    match facts.view:
        case "edit":
            return Screen(texts("toolkit-editing", words=cut(item_words(texts, item), EXCERPT)), ((back,),))
        case "moment":
            return Screen(texts("toolkit-item-moment"), (*_moments(item, texts), (back,)))
        case "about":
            return Screen(texts("toolkit-item-about"), (*_about(item, texts), (back,)))
    return _opened(facts, item, texts)


def _opened(facts: Facts, item: ToolkitItem, texts: Texts) -> Screen:
    said = [_counted(moment, share(found, texts), texts) for moment, found in facts.shares[:_MOST]]
    kept = texts("toolkit-item-kept", moment=texts.label(f"if-{item.moment}")) if item.moment else None
    words = texts("toolkit-item", words=cut(item_words(texts, item), EXCERPT))
    pin = _turns("unpin" if item.pinned else "pin", item, texts)
    edit = _turns("edit", item, texts)
    moment = does(texts.label("toolkit-if-then"), TOOLKIT_MOMENT, item.id)
    about = _turns("about", item, texts)
    hide = _turns("show" if item.hidden else "hide", item, texts)
    told = paragraphs(words, lines(*said), lines(kept, _tells(item, texts)))
    return Screen(told, ((pin, edit), (moment, about), (hide, home(texts))))


_TURNS = {
    "pin": TOOLKIT_PIN, "unpin": TOOLKIT_UNPIN, "edit": TOOLKIT_EDIT, "about": TOOLKIT_ABOUT,
    "show": TOOLKIT_SHOW, "hide": TOOLKIT_HIDE,
}  # fmt: skip


def _turns(what: str, item: ToolkitItem, texts: Texts) -> Button:
    return does(texts.label(f"toolkit-{what}"), _TURNS[what], item.id)


def _counted(moment: HardMoment | None, said: str, texts: Texts) -> str:
    if moment is None:
        return texts("toolkit-item-helped", said=said)
    return texts("toolkit-item-helped-moment", moment=texts.label(f"moment-with-{moment}"), said=said)


def _tells(item: ToolkitItem, texts: Texts) -> str | None:
    """What it gives, how long it takes and where, as far as anybody said."""
    gives = [texts.label(f"gives-{one}") for one in Function if one in item.functions]
    takes = [texts.label("takes", minutes=item.takes)] if item.takes else []
    where = [texts.label(f"place-{item.where}")] if item.where is not Place.ANYWHERE else []
    found = [*gives, *takes, *where]
    return texts("toolkit-item-tells", what=", ".join(found)) if found else None


def _moments(item: ToolkitItem, texts: Texts) -> Rows:
    found = ((one.value, texts.label(f"moment-{one}"), one is item.moment) for one in HardMoment)
    chips = [_chip(("moment", code), label, texts, on=on) for code, label, on in found]
    return (*rows(chips, 2), (_chip(("moment", ANY), texts.label("moment-any"), texts, on=item.moment is None),))


def _about(item: ToolkitItem, texts: Texts) -> Rows:
    places = (_chip(("place", one), texts.label(f"place-{one}"), texts, on=item.where is one) for one in Place)
    minutes = (_chip(("minutes", str(n)), texts.label("takes", minutes=n), texts, on=item.takes == n) for n in MINUTES)
    gives = (_chip(("gives", one), texts.label(f"gives-{one}"), texts, on=one in item.functions) for one in Function)
    return (tuple(places), *rows(minutes, 2), *rows(gives, 2))


def _chip(value: tuple[str, str], label: str, texts: Texts, *, on: bool) -> Button:
    """Something that is said of it, marked where that was said."""
    return does(texts.label("chip-on", words=label) if on else label, TOOLKIT_IS, value)
