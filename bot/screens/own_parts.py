"""Pieces of the screens on which clients write for themselves: who sees it, ways back, days to pick, ids with codes."""

from datetime import date, timedelta
from typing import TypeVar

from bot.screen import Button, Rows, does
from bot.screens.parts import rows
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_PLAN
from bot.taps.kit import Tap
from bot.texts import Texts
from bot.texts.dates import short_day

T = TypeVar("T")

A_DAY = timedelta(days=1)
DAYS = 7  # to pick from, today's with them


def who_line(sees: Sees, texts: Texts) -> str:
    """Who sees what they write here: nobody but them, whatever they chose; or that nothing is kept."""
    if not sees.keep:
        return texts("plan-unkept")
    return texts("plan-who-not", practitioner=sees.practitioner) if sees.practitioner else texts("plan-who-you")


def leads(texts: Texts, key: str, name: str, **args: str) -> Button:
    """A button that opens that screen of theirs."""
    return does(texts.label(key, **args), OPEN_PLAN, name)


def home(texts: Texts, name: str = "plan") -> Button:
    """Back to My plan, or to another screen of theirs."""
    return leads(texts, "button-back", name)


def undo(texts: Texts, tap: Tap[T], value: T) -> Button:
    """Takes back what was done to that one."""
    return does(texts.label("plan-undo"), tap, value)


def days_ahead(texts: Texts, today: date, tap: Tap[tuple[int, date]], of: int) -> Rows:
    """Today, tomorrow and the days after, each a button about that one."""

    def label(on: date) -> str:
        named = {0: "plan-today", 1: "plan-tomorrow"}.get((on - today).days)
        return texts.label(named) if named else short_day(texts, on)

    week = (today + n * A_DAY for n in range(DAYS))
    return rows((does(label(on), tap, (of, on)) for on in week), 2)
