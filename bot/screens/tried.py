"""What is offered, by name, and how often it helped, as they said themselves: counts, and no prediction."""

from bot.screens.parts import LINE, cut
from bot.texts import Texts
from bot.texts.named import strategy_words
from programme.counts import Share
from programme.guide import STRATEGIES
from programme.offering import Offered
from programme.ranking import FEW, Ranked
from programme.strategies import Strategy
from programme.toolkit import ToolkitItem


def name(one: Offered | ToolkitItem | Strategy, texts: Texts) -> str:
    """What stands on its button: own words first; what we do together says so. Plain text."""
    if isinstance(one, Offered):
        found = one.item or one.strategy
        assert found is not None, "one of the two is offered"
        return name(found, texts)
    if isinstance(one, ToolkitItem):
        return one.words or (name(one.strategy, texts) if one.strategy else "")
    return texts.label(f"craving-{STRATEGIES[one.id]}") if one.id in STRATEGIES else strategy_words(texts, one)


def sentence(words: str) -> str:
    """The same on a line of a list, where more follows it: shorter, and without the full stop."""
    return cut(words, LINE).removesuffix(".")


def counted(ranked: Ranked, texts: Texts, *, at_moment: bool = False) -> str:
    """How often it helped, as plain text.

    Where a moment is being talked of (`at_moment`), counts of other moments are said to be those.
    """
    if not ranked.tried.of:
        return texts.label("tried-not-yet")
    elsewhere = at_moment and not ranked.here
    return share(ranked.tried, texts, "tried-elsewhere" if elsewhere else "tried")


def share(tried: Share, texts: Texts, key: str = "tried") -> str:
    """So many of so many times; few are said to be few."""
    words = texts.label(key, helped=tried.count, times=tried.of)
    return texts.label("tried-early", counted=words) if tried.of < FEW else words
