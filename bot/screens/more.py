"""What else there is, for somebody who does not remember commands."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import go, rows
from bot.taps.check_in import CHECK_IN_NOW
from bot.taps.diary import DIARY_OPEN
from bot.taps.everywhere import OPEN_MINE, OPEN_PLAN
from bot.taps.quitting import QUIT_DATE
from bot.taps.safety import SAFE_OPEN
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

MINE = ("toolkit", "progress", "patterns", "reasons")


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """There is nothing to look up."""
    return Facts()


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """A button for each."""
    toolkit, *own = (does(texts.label(f"more-{name}"), OPEN_MINE, name) for name in MINE)
    return Screen(
        texts("more"),
        rows(
            (
                does(texts.label("more-check-in"), CHECK_IN_NOW),
                does(texts.label("more-diary"), DIARY_OPEN),
                does(texts.label("more-plan"), OPEN_PLAN, "plan"),
                does(texts.label("safety-mine"), SAFE_OPEN),
                toolkit,
                *own,
                does(texts.label("more-quit-date"), QUIT_DATE),
                does(texts.label("more-medicines"), OPEN_MINE, "medicines"),
                go(texts, "more-settings", "settings"),
                go(texts, "more-help", "help"),
            ),
            2,
        ),
    )
