"""Ideas: the catalogue by what a cigarette gave, by what is going on, by place and minutes; a client's own first."""

from bot.screen import Screen
from bot.screens.browse import by, listed
from bot.screens.browse.reads import facts
from bot.screens.browse.view import Facts
from bot.texts import Texts

__all__ = ["Facts", "facts", "screen"]

_VIEWS = {"list": listed.screen, "moments": by.moments, "where": by.where}


def screen(facts: Facts, texts: Texts) -> Screen:
    """How to look, or what was found."""
    return _VIEWS.get(facts.view, by.functions)(facts, texts)
