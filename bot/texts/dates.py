"""Days, times, places, opening hours and money as people here say them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_location
from babel.numbers import (
    format_currency,
    get_currency_precision,
    get_currency_symbol,
    get_territory_currencies,
    list_currencies,
)

from bot.texts.service import Texts
from programme.people.person import HOME, zones_of
from programme.people.person import countries as zone_countries
from programme.practice.requests import A_DAY, EVERY_DAY, WORKDAYS, Hours, Stretch

ELSEWHERE = "UTC"
Expected = datetime | tuple[datetime, datetime]  # a moment, or between which two it will be drawn by chance


def local(at: datetime, zone: str | None) -> datetime:
    """That moment on the wall clock of the IANA zone (None: UTC)."""
    return at.astimezone(ZoneInfo(zone or ELSEWHERE))


def clock(at: datetime | time) -> str:
    """The time of day on a 24-hour clock: "18:30". A datetime is read as it stands: make it local first."""
    return f"{at.hour:02}:{at.minute:02}"


def clocks(times: Iterable[time]) -> str:
    """Wall times, the earliest first: "12:00, 18:30"."""
    return ", ".join(clock(at) for at in sorted(times))


@cache
def day(texts: Texts, on: date) -> str:
    """A day in words: "Thursday 12 March"."""
    return format_date(on, "EEEE d MMMM", locale=texts.babel)


@cache
def weekday(texts: Texts, on: date) -> str:
    """The day of the week in words: "Thursday"."""
    return format_date(on, "EEEE", locale=texts.babel)


@cache
def short_day(texts: Texts, on: date) -> str:
    """A day for a narrow line: "Thu 12 Mar"."""
    return format_date(on, "EEE d MMM", locale=texts.babel)


@cache
def dated(texts: Texts, on: date) -> str:
    """A day with its year: "12 March 2026"."""
    return format_date(on, "d MMMM y", locale=texts.babel)


def when(texts: Texts, at: Expected, now: datetime, zone: str | None) -> str:
    """A moment as seen from `now` in the zone: "today, 18:30", "tomorrow, 08:00", "Thursday 12 March, 08:00".

    Of one that is drawn by chance: "today, between 18:30 and 19:30".
    """
    there, here = local(at if isinstance(at, datetime) else at[0], zone), local(now, zone)
    time = time_of(texts, at, zone)
    away = (there.date() - here.date()).days
    if away == 0:
        return texts.label("when-today", time=time)
    if away == 1:
        return texts.label("when-tomorrow", time=time)
    return texts.label("when-day", day=day(texts, there.date()), time=time)


def by(texts: Texts, at: datetime, now: datetime, zone: str | None) -> str:
    """A moment to follow "by", as seen from `now`: "13:00 today", "09:00 tomorrow", "09:00 on Monday 9 March"."""
    there, here = local(at, zone), local(now, zone)
    away = (there.date() - here.date()).days
    if away in (0, 1):
        return texts.label("by-tomorrow" if away else "by-today", time=clock(there))
    return texts.label("by-day", time=clock(there), day=day(texts, there.date()))


def time_of(texts: Texts, at: Expected, zone: str | None) -> str:
    """The time of day in the zone: "18:30", or "between 18:30 and 19:30"."""
    if isinstance(at, datetime):
        return clock(local(at, zone))
    first, last = (clock(local(one, zone)) for one in at)
    return texts.label("next-between", to=last, **{"from": first})


@cache
def place(texts: Texts, zone: str) -> str:
    """The city that stands for an IANA zone: "London"."""
    return get_timezone_location(zone, locale=texts.babel, return_city=True)


def find_city(texts: Texts, typed: str) -> str | None:
    """The IANA zone that has the name of the city that was typed, or None: one city stands for each zone."""
    return _cities(texts).get(" ".join(typed.casefold().split()))


@cache
def _cities(texts: Texts) -> dict[str, str]:
    zones = [zone for country in zone_countries() for zone in zones_of(country)]
    by_id = {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in zones}
    return by_id | {place(texts, zone).casefold(): zone for zone in reversed(zones)}


@cache
def countries(texts: Texts) -> dict[str, str]:
    """Country codes (ISO 3166) and their names."""
    names = Locale.parse(texts.babel).territories
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha()}


@cache
def country(texts: Texts, code: str) -> str:
    """The name of a country by its ISO 3166 code, or the code."""
    return countries(texts).get(code, code)


def find_country(texts: Texts, typed: str) -> str | None:
    """The code of the country whose name or code was typed, or None. What people here say counts too: "USA"."""
    wanted = " ".join(typed.casefold().replace(".", "").split()).removeprefix("the ")
    said = {"uk": "GB", "britain": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
            "northern ireland": "GB", "usa": "US", "america": "US", "uae": "AE"}  # fmt: skip
    named = {name.casefold(): code for code, name in countries(texts).items()}
    return said.get(wanted) or named.get(wanted) or (wanted.upper() if wanted.upper() in countries(texts) else None)


_MONDAY = date(2024, 1, 1)
_NOON, _EARLY, _LATE = 12 * 60, 5 * 60, 20 * 60  # minutes: "8 to 8" is said of a day, not of a night
_GROUPS = {WORKDAYS: "hours-weekdays", EVERY_DAY: "hours-every-day", EVERY_DAY - WORKDAYS: "hours-weekends"}


def hours_words(texts: Texts, hours: Hours) -> str:
    """The hours in words, as plain text: each stretch with its days, where those are not the ones before."""
    said, before = [], None
    for one in hours:
        days = "" if one.days == before else f"{_days(texts, one.days)} "
        said.append(f"{days}{_times(texts, one)}")
        before = one.days
    return ", ".join(said)


def _days(texts: Texts, days: frozenset[int]) -> str:
    if (key := _GROUPS.get(days)) is not None:
        return texts.label(key)
    names = {day: weekday(texts, _MONDAY + timedelta(days=day)) for day in sorted(days)}
    first, last = min(days), max(days)
    if len(days) > 2 and len(days) == last - first + 1:
        return texts.label("hours-range", last=names[last], first=names[first])
    return ", ".join(names.values())


def _times(texts: Texts, one: Stretch) -> str:
    if (one.begins, one.ends) == (0, A_DAY):
        return texts.label("hours-always")
    said = _by_twelve if _EARLY <= one.begins <= _NOON and one.ends <= _LATE else _by_the_clock
    return texts.label("hours-range", first=said(one.begins), last=said(one.ends))


def _by_twelve(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour - 12 if hour > 12 else hour}{f':{minute:02}' if minute else ''}"


def _by_the_clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


_SIGNS: Final = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY"}


def currency_of(country: str) -> str:
    """The currency (ISO 4217) that is paid with in that country (ISO 3166); that of home where there is none."""
    found = get_territory_currencies(country) or get_territory_currencies(HOME.country)
    return str(found[0])


def written_in(text: str, there: str) -> str:
    """The currency of a price as it was typed: by its sign or its three letters; `there`, what is paid with there.

    A sign that the currency there has as well ("$" in Canada) means that one; one that is not known says nothing.
    """
    sign = re.sub(r"[\d.,\s]", "", text).upper()
    if sign in get_currency_symbol(there, "en"):
        return there
    code = _SIGNS.get(sign, sign)
    return code if code in list_currencies() else there


def places_of(currency: str) -> int:
    """How many decimal places its prices have."""
    return int(get_currency_precision(currency))


def money(texts: Texts, amount: int, currency: str) -> str:
    """That many of the currency's smallest units: "£12.50"."""
    return format_currency(Decimal(amount).scaleb(-places_of(currency)), currency, locale=texts.babel)
