"""Help with a craving, for everyone and before any consent: wait, breathe, or do something else."""

from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.parts import LABEL, back, cut, go, paragraphs
from bot.texts import Texts

_TRIED = {"breathe": "craving-breathing", "wait": "craving-waiting", "swap": "craving-swapping"}


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is what was picked; `helped` is what the person said has helped them; `back` names the screen before."""

    view: str = ""
    helped: str | None = None
    back: str = ""


def screen(facts: Facts, texts: Texts) -> Screen:
    """One small thing at a time."""
    if facts.view in _TRIED:
        eased = does(texts.label("craving-eased"), "view", "eased")
        still = does(texts.label("craving-still"), "view", "strong")
        return Screen(texts(_TRIED[facts.view]), ((eased, still), (back(texts),)))
    if facts.view == "eased":
        return Screen(texts("craving-done"), _ways_back(facts, texts))
    picks = tuple((does(texts.label(f"craving-{view}"), "view", view),) for view in _TRIED)
    person = (go(texts, "button-crisis", "help"),)
    if facts.view == "strong":
        return Screen(texts("craving-strong"), (*picks, person))
    own = texts("craving-own", words=cut(facts.helped, LABEL)) if facts.helped else None
    return Screen(paragraphs(texts("craving"), own), (*picks, person, *_ways_back(facts, texts)))


def _ways_back(facts: Facts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return ((back(texts, facts.back),),) if facts.back else ()
