"""Help with a craving, for everyone and before any consent: how strong, one thing to try, how strong then."""

from bot.screen import Screen, does
from bot.screens.craving import guided, pick, plain
from bot.screens.craving.reads import facts
from bot.screens.craving.view import CALM, Facts, ratings, ways_back
from bot.screens.parts import EXCERPT, cut, go, paragraphs
from bot.taps.craving import RATE
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts

__all__ = ["CALM", "Facts", "facts", "ratings", "screen"]


def screen(facts: Facts, texts: Texts) -> Screen:
    """One small thing at a time."""
    if facts.view == "eased":
        return Screen(texts("craving-done"), ways_back(facts, texts))
    if not facts.rates:
        return plain.screen(facts, texts)
    if facts.guide is not None:
        return guided.screen(facts, facts.guide, texts)
    if facts.trying is not None or facts.view in plain.COMMON:
        return pick.trying(facts, texts)
    if facts.known is None and facts.view in ("", "rate"):
        skip = (does(texts.label("button-skip"), OPEN_VIEW, "skip"), go(texts, "button-crisis", "help"))
        reason = texts("craving-reason", words=cut(facts.reason, EXCERPT)) if facts.reason else None
        words = paragraphs(reason, texts("craving-rate"))
        return Screen(words, (*ratings(RATE), skip, *ways_back(facts, texts)))
    if facts.known is not None and facts.known.before == CALM:
        return Screen(texts("craving-calm"))
    if facts.view == "own_ask":
        return pick.own(texts)
    if facts.asks_moment:
        return pick.moment(facts, texts)
    return pick.otherwise(facts, texts) if facts.view == "else" else pick.three(facts, texts)
