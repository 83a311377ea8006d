"""A reading of carbon monoxide as somebody types it: "3", "3 ppm", "3 ppm 2 Feb", "12 yesterday", "4 2/2"; a date."""

import re
from datetime import date
from typing import Final

from programme.number_words import as_digits
from programme.occurrence import DAY

HIGHEST: Final = 200  # ppm; more is a slip of the finger
_MOST_DIGITS: Final = 3  # of so many days ago
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_READING: Final = re.compile(r"(?:co\s*:?\s*)?(\d{1,3})\s*(?:ppm)?(?:[\s,]+(?:on\s+)?(.+))?", re.ASCII)
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_NAMED: Final = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?(?:\s+(\d{4}|\d{2}))?", re.ASCII)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALONE: Final = re.compile(r"(?:on |last )?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?", re.ASCII)
_AGO: Final = re.compile(r"(?:an?|([\w-]+)) days? ago", re.ASCII)
_NUMBERS: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?", re.ASCII)


def read_reading(typed: str, today: date) -> tuple[int, date | None] | None:
    """Its ppm, 0 to HIGHEST, and its date where one was typed; None where it is no such thing."""
    found = _READING.fullmatch(" ".join(typed.lower().split()).removesuffix("."))
    if found is None or int(found[1]) > HIGHEST:
        return None
    on = None if found[2] is None else read_date(found[2], today)
    return None if found[2] is not None and on is None else (int(found[1]), on)


def read_date(typed: str, today: date) -> date | None:
    """A date as people here write it, day before month; without a year the last such day up to `today`.

    Also "today", "yesterday", "2 days ago", and a weekday: the last one.
    """
    words = " ".join(typed.lower().split()).removesuffix(".")
    if words in ("today", "yesterday"):
        return today if words == "today" else today - DAY
    if (ago := _AGO.fullmatch(words)) is not None:
        back = as_digits(ago[1] or "1")
        return today - int(back) * DAY if back.isdecimal() and len(back) <= _MOST_DIGITS else None
    if (alone := _ALONE.fullmatch(words)) is not None:
        return today - (today.weekday() - _WEEKDAYS.index(alone[1][:3])) % 7 * DAY
    if (named := _NAMED.fullmatch(words)) is not None and named[2][:3] in _MONTHS:
        return _date(int(named[1]), _MONTHS.index(named[2][:3]) + 1, named[3], today)
    if (numbers := _NUMBERS.fullmatch(words)) is not None:
        return _date(int(numbers[1]), int(numbers[2]), numbers[3], today)
    return None


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year is not None:
            return date(int(year) if len(year) > 2 else 2000 + int(year), month, day)
        this = date(today.year, month, day)
        return this if this <= today else date(today.year - 1, month, day)
    except ValueError:
        return None
