"""Pieces that the pictures share."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from babel.dates import format_date, get_day_names

from bot.texts import Texts
from programme.in_pictures import WEEKDAYS
from programme.occurrence import DAY

MONDAYS = 5  # weeks of which each has its date under a picture; of more, every second or third has


def counted(counts: Iterable[tuple[str, int]], texts: Texts) -> str:
    """ "Stress: 8, A drink: 3"."""
    return ", ".join(texts.label("picture-count", name=name, count=count) for name, count in counts)


def weekdays(texts: Texts, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    """Monday to Sunday."""
    names = get_day_names(width, locale=texts.babel)
    return tuple(names[weekday] for weekday in WEEKDAYS)


def short_date(day: date, texts: Texts) -> str:
    """ "2 Mar"."""
    return format_date(day, "d MMM", locale=texts.babel)


def ticks(first: date, days: int, texts: Texts) -> tuple[tuple[int, str], ...]:
    """Mondays by their place, as many as there is room for."""
    to_monday = -first.weekday() % 7
    step = 7 * (1 + days // 7 // MONDAYS)
    return tuple((place, short_date(first + place * DAY, texts)) for place in range(to_monday, days, step))
