"""The toolkit: what helps a client by what they said helped, one item opened, and what is asked about it."""

from bot.screen import Screen
from bot.screens.toolkit import asking, item, lists
from bot.screens.toolkit.reads import facts
from bot.screens.toolkit.view import Facts
from bot.texts import Texts

__all__ = ["Facts", "facts", "screen"]

_LISTS = {"all": lists.every, "hidden": lists.hidden, "moments": asking.moments, "ask": asking.words}


def screen(facts: Facts, texts: Texts) -> Screen:
    """The first three, a list, one item, or a question."""
    if facts.opened is not None:
        return item.screen(facts, facts.opened, texts)
    return _LISTS.get(facts.view, lists.home)(facts, texts)
