"""It was earlier: hours, parts of that day, or the days before, counted from when it was told of."""

from collections.abc import Iterable
from datetime import date

from bot.screen import Button, Screen, does
from bot.screens.diary.view import Facts
from bot.screens.parts import rows
from bot.taps.diary import DIARY_AT, DIARY_BACK, DIARY_WHEN
from bot.texts import Texts, dates
from programme.diary import Entry
from programme.earlier import AS_TOLD, HOURS, hours_code, part_code, parts_of
from programme.occurrence import DAY
from programme.smoking import DAYS_BACK, evening_of


def screen(facts: Facts, entry: Entry, texts: Texts) -> Screen:
    """One tap for that day, two for one before it."""
    back = (does(texts.label("button-back"), DIARY_BACK),)
    days_back = int(facts.args.get("day", 0))
    day = evening_of(entry.told_at, facts.zone) - days_back * DAY
    parts = rows(_parts(facts, entry, days_back, texts), 3)
    if days_back:
        return Screen(texts("diary-when-day", day=dates.day(texts, day)), (*parts, back))
    hours = tuple(does(texts.label("diary-hours", hours=n), DIARY_AT, hours_code(n)) for n in HOURS)
    days = tuple(_day(facts, day, n, texts) for n in range(1, DAYS_BACK + 1))
    as_told = (does(texts.label("diary-as-told"), DIARY_AT, AS_TOLD),) if entry.was_earlier else ()
    return Screen(texts("diary-when"), tuple(row for row in (hours, *parts, days, as_told, back) if row))


def _parts(facts: Facts, entry: Entry, days_back: int, texts: Texts) -> Iterable[Button]:
    for part in parts_of(entry.told_at, facts.zone, days_back):
        yield does(texts.label(f"diary-{part}"), DIARY_AT, part_code(days_back, part))


def _day(facts: Facts, told_on: date, days_back: int, texts: Texts) -> Button:
    day = told_on - days_back * DAY
    ago = (evening_of(facts.now, facts.zone) - day).days
    label = texts.label(f"smoked-when-{ago}") if ago <= DAYS_BACK else dates.short_day(texts, day)
    return does(label, DIARY_WHEN, days_back)
