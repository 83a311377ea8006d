"""Days, times and places as people here say them: Babel's words, a 24-hour clock."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_location

from bot.texts.service import Texts
from programme.places import countries as zone_countries
from programme.places import zones_of

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
