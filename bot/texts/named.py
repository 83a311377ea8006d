"""Words of things that the programme knows by a code."""

from bot.texts.service import Texts
from programme.strategies import Strategy


def strategy_words(texts: Texts, strategy: Strategy) -> str:
    """The one line of a strategy of the catalogue, as plain text: for a button, or escaped like any words."""
    return texts.label(f"strategy-{strategy.id}")
