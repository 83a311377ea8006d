"""Help for somebody who is no client: the same three things for everybody, and nothing is asked or kept."""

from bot.screen import Screen, does
from bot.screens.craving.view import Facts, ways_back
from bot.screens.parts import back, go, not_now
from bot.taps.craving import TRY
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from programme.craving import Tried

COMMON = {Tried.BREATHE: "craving-breathing", Tried.WAIT: "craving-waiting", Tried.SWAP: "craving-swapping"}


def screen(facts: Facts, texts: Texts) -> Screen:
    """The three, or what was picked of them."""
    if facts.view in COMMON:
        eased = does(texts.label("craving-easing"), OPEN_VIEW, "eased")
        still = does(texts.label("craving-still"), OPEN_VIEW, "strong")
        return Screen(texts(COMMON[Tried(facts.view)]), ((eased, still), (back(texts),)))
    three = tuple((does(texts.label(f"craving-{one}"), TRY, one),) for one in COMMON)
    person = (go(texts, "button-crisis", "help"), not_now(texts))
    if facts.view == "strong":
        return Screen(texts("craving-strong"), (*three, person))
    return Screen(texts("craving"), (*three, person, *ways_back(facts, texts)))
