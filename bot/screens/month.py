"""A month as rows of buttons: a tap on a day picks it, and the last row leads to the months beside it."""

from calendar import Calendar
from datetime import date, timedelta

from babel.dates import format_date

from bot.screen import Button, Rows, does
from bot.taps.everywhere import NO_DAY
from bot.texts import Texts

NOTHING = does("·", NO_DAY)  # a place without a day to pick; tapping it changes nothing
_MONDAY = date(2024, 1, 1)


def month_rows(texts: Texts, shown: date, first: date, last: date, chosen: date | None = None, *, of: str = "") -> Rows:
    """The month of `shown`, Monday first. Days from `first` to `last` may be picked; the chosen one is marked.

    `of` stands before the acts "day" and "month" of its buttons, where it is no quit date that is picked.
    """

    def cell(day: date) -> Button:
        if day.month != shown.month or not first <= day <= last:
            return NOTHING
        return does(f"[{day.day}]" if day == chosen else str(day.day), f"{of}day", f"{day:%Y%m%d}")

    weeks = Calendar().monthdatescalendar(shown.year, shown.month)
    names = tuple(does(_weekday(texts, n), NO_DAY) for n in range(7))
    return (names, *(tuple(map(cell, week)) for week in weeks), _beside(texts, shown, first, last, of))


def title(texts: Texts, month: date) -> str:
    """The month in words: "March 2026"."""
    return format_date(month, "MMMM y", locale=texts.babel)


def read_month(code: str) -> date | None:
    """The first day of a month from a button's code, "202603"; None for anything else."""
    return read_day(f"{code}01")


def read_day(code: str) -> date | None:
    """A day from a button's code, "20260309"; None for anything else."""
    if not (len(code) == 8 and code.isascii() and code.isdecimal()):
        return None
    try:
        return date(int(code[:4]), int(code[4:6]), int(code[6:]))
    except ValueError:
        return None


def _weekday(texts: Texts, number: int) -> str:
    return format_date(_MONDAY + timedelta(days=number), "EEEEEE", locale=texts.babel)


def _beside(texts: Texts, shown: date, first: date, last: date, of: str) -> tuple[Button, ...]:
    before = shown.replace(day=1) - timedelta(days=1)
    after = (shown.replace(day=28) + timedelta(days=4)).replace(day=1)
    back = does(f"← {title(texts, before)}", f"{of}month", f"{before:%Y%m}") if before >= first else None
    on = does(f"{title(texts, after)} →", f"{of}month", f"{after:%Y%m}") if after <= last else None
    return tuple(button for button in (back, on) if button is not None)
