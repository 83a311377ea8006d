"""How to look for ideas: by what it gives, by what is going on, by place and minutes."""

from typing import TypeVar

from bot.screen import Button, Screen, does
from bot.screens.browse.view import Facts, leave
from bot.screens.parts import paragraphs, rows
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.kit import Tap
from bot.taps.toolkit import BROWSE_GIVES, BROWSE_MINUTES, BROWSE_MOMENT, BROWSE_PAGE, BROWSE_PLACE
from bot.texts import Texts
from programme.check_in import HardMoment
from programme.strategies import Function, Place
from programme.toolkit import MINUTES

T = TypeVar("T")


def functions(facts: Facts, texts: Texts) -> Screen:
    """What a cigarette gave; what they said of that stands first."""
    because = texts("browse-because", because=texts.label(f"because-{facts.usual}")) if facts.usual else None
    found = [does(texts.label(f"gives-{one}"), BROWSE_GIVES, one) for one in Function]
    ways = (_to("moments", texts), _to("where", texts))
    return Screen(paragraphs(texts("browse"), because), (*rows(found, 2), ways, leave(facts, texts)))


def moments(facts: Facts, texts: Texts) -> Screen:
    """What is going on."""
    found = rows((does(texts.label(f"moment-{one}"), BROWSE_MOMENT, one) for one in HardMoment), 2)
    return Screen(texts("browse-by-moment"), (*found, leave(facts, texts)))


def where(facts: Facts, texts: Texts) -> Screen:
    """Where they are, and how many minutes there are."""
    wanted = facts.wanted
    places = [_chip(BROWSE_PLACE, one, texts.label(f"place-{one}"), texts, on=wanted.place is one) for one in Place]
    minutes = [
        _chip(BROWSE_MINUTES, n, texts.label("takes", minutes=n), texts, on=wanted.minutes == n) for n in MINUTES
    ]
    show = (does(texts.label("browse-show"), BROWSE_PAGE, 0),)
    return Screen(texts("browse-by-place"), (tuple(places), *rows(minutes, 2), show, leave(facts, texts)))


def _to(view: str, texts: Texts) -> Button:
    return does(texts.label(f"browse-{view}"), OPEN_VIEW, view)


def _chip(tap: Tap[T], value: T, label: str, texts: Texts, *, on: bool) -> Button:
    return does(texts.label("chip-on", words=label) if on else label, tap, value)
