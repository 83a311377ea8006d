"""What else there is, for somebody who does not remember commands."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import go, rows
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
    toolkit, *own = (does(texts.label(f"more-{name}"), "mine", name) for name in MINE)
    return Screen(
        texts("more"),
        rows(
            (
                does(texts.label("more-check-in"), "check_in_now"),
                does(texts.label("more-diary"), "diary_open"),
                does(texts.label("more-plan"), "plan", "plan"),
                does(texts.label("safety-mine"), "safe_open"),
                toolkit,
                *own,
                does(texts.label("more-quit-date"), "quit_date"),
                does(texts.label("more-medicines"), "mine", "medicines"),
                go(texts, "more-settings", "settings"),
                go(texts, "more-help", "help"),
            ),
            2,
        ),
    )
