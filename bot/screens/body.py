"""What changes in the body after stopping: shown to who asks, and nothing of it is ever taken back (FIELD 1.8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.screen import Screen, does
from bot.screens.closer import to_closer
from bot.screens.parts import lines, paragraphs
from bot.taps.everywhere import OPEN_MINE, OPEN_VIEW
from bot.taps.measures import BODY
from bot.texts import Texts
from care.progress import Lived, progress_of
from db import switches
from db.screens import ScreenRow
from db.tx import Tx
from programme.facts import FACTS
from programme.people import Person
from programme.switch import Switch

# The days of the longest smoke-free stretch from which on each may be said to be reached. That stretch never shrinks.
REACHED: Final[Mapping[str, int]] = {
    "20-minutes": 1,
    "8-hours": 1,
    "48-hours": 2,
    "72-hours": 3,
    "2-12-weeks": 84,
    "3-9-months": 274,
    "1-year": 366,
    "10-years": 3653,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """`longest` smoke-free stretch in days; `is_on`: with their progress too. `view` "show": they asked."""

    longest: int = 0
    is_on: bool = False
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now."""
    longest = (await progress_of(tx, person)).days.longest
    return Facts(longest, await switches.is_on(tx, person.id, Switch.BODY), row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Whether they want to know; then all of it, what is reached marked."""
    if facts.view != "show" and not facts.is_on:
        show = does(texts.label("body-show"), OPEN_VIEW, "show")
        return Screen(texts("body-ask"), ((show, does(texts.label("check-in-not-now"), OPEN_MINE, "closer")),))
    url = next(one.url for one in FACTS if one.id == "body-20-minutes")
    listed = (
        texts("body-reached" if facts.longest >= days else "body-ahead", line=texts.label(f"body-{name}"))
        for name, days in REACHED.items()
    )
    switch = does(texts.label("body-off" if facts.is_on else "body-on"), BODY, not facts.is_on)
    words = paragraphs(texts("body"), lines(*listed), texts("body-from", url=url))
    return Screen(words, ((switch,), (to_closer(texts),)))


def body_line(lived: Lived, texts: Texts) -> str | None:
    """The last that is reached, for who wants it with their progress."""
    reached = [name for name, days in REACHED.items() if lived.days.longest >= days]
    return texts("body-reached", line=texts.label(f"body-{reached[-1]}")) if reached else None
