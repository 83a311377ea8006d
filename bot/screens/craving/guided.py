"""An exercise that is done together: the step that is due, and once it is over, how strong it is then."""

from bot.screen import Screen, does
from bot.screens.craving.view import Facts, ratings
from bot.screens.parts import back, go, lines, paragraphs
from bot.taps.craving import RATE_AFTER, RATE_NOW
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from programme.guide import Guide, Step


def screen(facts: Facts, guide: Guide, texts: Texts) -> Screen:
    """One step at a time."""
    if facts.step is None:
        return _over(facts, guide, texts)
    stop = does(texts.label("guide-stop"), OPEN_VIEW, "stopped")
    now = (does(texts.label("craving-ask-now"), RATE_NOW),) if facts.known is not None else ()
    buttons = ((*now, stop), (go(texts, "button-crisis", "help"),))
    return Screen(_step(guide, facts.step, texts), buttons)


def _step(guide: Guide, step: Step, texts: Texts) -> str:
    key = f"guide-{guide}-{step.name}"
    words = texts(key, seconds=step.seconds) if guide is Guide.BREATHE and step.round else texts(key)
    where = texts("guide-round", round=step.round, rounds=step.rounds) if step.round else None
    return paragraphs(words, where)


def _over(facts: Facts, guide: Guide, texts: Texts) -> Screen:
    done = texts(f"guide-{guide}-over")
    person = (go(texts, "button-crisis", "help"), back(texts))
    if facts.known is None:
        eased = does(texts.label("craving-easing"), OPEN_VIEW, "eased")
        still = does(texts.label("craving-still"), OPEN_VIEW, "strong")
        return Screen(lines(done, texts("guide-how")), ((eased, still), person))
    asked = texts("guide-after", before=facts.known.before)
    return Screen(lines(done, asked), (*ratings(RATE_AFTER), person))
