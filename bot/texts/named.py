"""Words of things that the programme knows by a code."""

from bot.texts.service import Texts
from programme.strategies import Strategy, strategy
from programme.toolkit import ToolkitItem


def strategy_words(texts: Texts, strategy: Strategy) -> str:
    """The one line of a strategy of the catalogue, as plain text: for a button, or escaped like any words."""
    return texts.label(f"strategy-{strategy.id}")


def own_or_line(texts: Texts, words: str, code: str | None) -> str:
    """A client's own words for something that helps, or the catalogue's line where they gave none; plain text."""
    found = None if words or code is None else strategy(code)
    return words if found is None else strategy_words(texts, found)


def item_words(texts: Texts, item: ToolkitItem) -> str:
    """The same of an item of a toolkit."""
    return own_or_line(texts, item.words, item.code)
