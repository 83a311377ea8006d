"""A month as rows of buttons: a tap on a day picks it, and the last row leads to the months beside it."""

from calendar import Calendar
from datetime import date, timedelta

from babel.dates import format_date

from bot.screen import Button, Rows, does
from bot.taps.everywhere import NO_DAY
from bot.taps.kit import Tap
from bot.taps.quitting import QUIT_DAY, QUIT_MONTH
from bot.texts import Texts

NOTHING = does("·", NO_DAY)  # a place without a day to pick; tapping it changes nothing
_MONDAY = date(2024, 1, 1)


def month_rows(
    texts: Texts,
    shown: date,
    first: date,
    last: date,
    chosen: date | None = None,
    *,
    on: Tap[date] = QUIT_DAY,
    beside: Tap[date] = QUIT_MONTH,
) -> Rows:
    """The month of `shown`, Monday first. Days from `first` to `last` may be picked; the chosen one is marked.

    A day asks for `on`, and the last row for `beside`.
    """

    def cell(day: date) -> Button:
        if day.month != shown.month or not first <= day <= last:
            return NOTHING
        return does(f"[{day.day}]" if day == chosen else str(day.day), on, day)

    weeks = Calendar().monthdatescalendar(shown.year, shown.month)
    names = tuple(does(_weekday(texts, n), NO_DAY) for n in range(7))
    return (names, *(tuple(map(cell, week)) for week in weeks), _beside(texts, shown, first, last, beside))


def title(texts: Texts, month: date) -> str:
    """The month in words: "March 2026"."""
    return format_date(month, "MMMM y", locale=texts.babel)


def _weekday(texts: Texts, number: int) -> str:
    return format_date(_MONDAY + timedelta(days=number), "EEEEEE", locale=texts.babel)


def _beside(texts: Texts, shown: date, first: date, last: date, tap: Tap[date]) -> tuple[Button, ...]:
    before = shown.replace(day=1) - timedelta(days=1)
    after = (shown.replace(day=28) + timedelta(days=4)).replace(day=1)
    back = does(f"← {title(texts, before)}", tap, before) if before >= first else None
    onward = does(f"{title(texts, after)} →", tap, after) if after <= last else None
    return tuple(button for button in (back, onward) if button is not None)
