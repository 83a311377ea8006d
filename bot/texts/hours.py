"""Hours as people here say them: "weekdays 9 to 5"."""

from datetime import date, timedelta

from bot.texts.dates import weekday
from bot.texts.service import Texts
from programme.route import A_DAY, EVERY_DAY, WORKDAYS, Hours, Stretch

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
