"""Help with a craving, for everyone and before any consent: wait, breathe, or do something else."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.parts import LABEL, back, cut, go, paragraphs
from bot.texts import Texts
from db import toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

_TRIED = {"breathe": "craving-breathing", "wait": "craving-waiting", "swap": "craving-swapping"}


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is what was picked; `helped` is what the person said has helped them; `back` names the screen before."""

    view: str = ""
    helped: str | None = None
    back: str = ""


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Their own first item, where they gave one."""
    items = await toolkit.of_person(tx, person.id)
    return Facts(row.args.get("view", ""), items[0].words if items else None, row.args.get("back", ""))


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
