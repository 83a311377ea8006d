"""The weeks to come as rows of buttons, Monday first: a tap on a day picks it."""

from datetime import date, timedelta
from typing import Final

from bot.screen import Rows, does
from bot.screens.ask_summary_time import name_of
from bot.screens.parts import rows
from bot.taps.everywhere import NO_DAY
from bot.taps.kit import Tap
from bot.texts import Texts

WEEKS: Final = 5
_ONE: Final = timedelta(days=1)


def weeks(texts: Texts, today: date, tap: Tap[date]) -> Rows:
    """Weeks from this one on. A day that is over is no day to pick; one of another month than today's says which."""
    monday = today - today.weekday() * _ONE
    names = tuple(does(name_of(texts, n, "EEEEEE"), NO_DAY) for n in range(7))
    days = [monday + n * _ONE for n in range(7 * WEEKS)]
    cells = (does("·", NO_DAY) if one < today else does(_label(one, today), tap, one) for one in days)
    return (names, *rows(cells, 7))


def _label(one: date, today: date) -> str:
    return str(one.day) if one.month == today.month else f"{one.day}/{one.month}"
