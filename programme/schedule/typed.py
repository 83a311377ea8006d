"""Times, days and numbers as people type them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from programme.schedule.slots import instant, may_be_asked_at

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS: Final = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER_WORDS: Final = {word: number for number, word in enumerate(_SMALL)} | _TENS
_AROUND: Final = re.compile(
    r"(?:about|around|roughly|maybe|perhaps|nearly|almost|probably|approx\.?|~)\s*", re.IGNORECASE
)
_OR_SO: Final = re.compile(r"\s*(?:or so|ish|-ish|maybe|probably)", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(?:\s*(?:cigs?|cigarettes?|ciggies|fags?|smokes|roll-?ups?|rollies))?(?:\s+(?:today|a day|per day))?$",
    re.IGNORECASE,
)
_NONE: Final = frozenset({"none", "no", "not any", "nothing", "not one"})


def as_digits(text: str) -> str:
    """The number in digits where the text is one; else the text as it was typed, without the space around it."""
    typed = text.strip().rstrip(".!")
    while found := _AROUND.match(typed):
        typed = typed[found.end() :]
    if found := re.search(_OR_SO.pattern + "$", typed, re.IGNORECASE):
        typed = typed[: found.start()]
    typed = _UNIT.sub("", typed)
    if typed.isascii() and typed.isdecimal():
        return typed
    number = _number(typed.casefold())
    return text.strip() if number is None else str(number)


def none_as_zero(text: str) -> str:
    """The same, and "0" for "none": where a number is all that is asked for, as it says nothing elsewhere."""
    return "0" if _UNIT.sub("", text.casefold().rstrip(".!")) in _NONE else text


def _number(words: str) -> int | None:
    if words in _NUMBER_WORDS:
        return _NUMBER_WORDS[words]
    tens, _, rest = words.replace("-", " ").partition(" ")
    if tens in _TENS and rest in _SMALL[1:10]:
        return _TENS[tens] + _NUMBER_WORDS[rest]
    return None


class NoTime(StrEnum):
    """Why a text gives no time for a check-in."""

    NOT_UNDERSTOOD = "not_understood"
    AT_NIGHT = "at_night"  # a time, but one in the quiet hours or too near to them


@dataclass(frozen=True, slots=True)
class TwoTimes:
    """The text may mean either ("7" is 07:00 or 19:00), so the person picks."""

    morning: time
    evening: time


def parse_time(text: str) -> time | TwoTimes | NoTime:
    """The check-in time somebody typed: "7", "7.30pm", "19:30", "half past seven", "quarter to 8 in the evening"."""
    found = set(_readings(text))
    allowed = sorted(moment for moment in found if may_be_asked_at(moment))
    if not found:
        return NoTime.NOT_UNDERSTOOD
    if not allowed:
        return NoTime.AT_NIGHT
    return allowed[0] if len(allowed) == 1 else TwoTimes(allowed[0], allowed[1])


_NUMBERS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "quarter": "15", "half": "half", "noon": "12 pm", "midday": "12 pm", "midnight": "00",
}  # fmt: skip
_TIME_WORDS: Final = re.compile(rf"\b({'|'.join(_NUMBERS)})(?=\b|ish)")
_MORNING: Final = re.compile(r"(?<![a-z])(a\.?m\b\.?|mornings?\b)")
_EVENING: Final = re.compile(r"(?<![a-z])(p\.?m\b\.?|afternoons?\b|evenings?\b|tonight\b|nights?\b)")
_FILLERS: Final = re.compile(
    r"\b(at|about|around|maybe|please|o'?clock|each|every|day|daily|the|in|a|thanks|minutes|hours|h|ish)\b|(?<=\d)(ish|h\b)"
)
_SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<hour>\d{1,2})",
        r"(?P<hour>\d{1,2}) ?[:.h ] ?(?P<minute>[0-5]\d)",
        r"(?P<hour>\d{1,2})(?P<minute>[0-5]\d)",
        r"(?P<minute>half)(?: past)? (?P<hour>\d{1,2})",  # "half seven" is half past, in the UK
        r"(?P<minute>\d{1,2}) (?P<way>past|to) (?P<hour>\d{1,2})",
    )
)


def _readings(text: str) -> Iterator[time]:
    words = _TIME_WORDS.sub(lambda match: _NUMBERS[match[1]], text.casefold().replace("’", "'"))
    morning, evening = _MORNING.search(words), _EVENING.search(words)
    plain = _FILLERS.sub(" ", _EVENING.sub(" ", _MORNING.sub(" ", words)))
    plain = " ".join(plain.replace(",", " ").split()).strip(" .!?")
    shape = next(filter(None, (shape.fullmatch(plain) for shape in _SHAPES)), None)
    if shape is None or (morning and evening):
        return
    parts = shape.groupdict()
    minutes = 30 if parts.get("minute") == "half" else int(parts.get("minute") or 0)
    if parts.get("way") == "to":
        minutes = -minutes
    yield from _on_the_clock(parts["hour"], minutes, morning=bool(morning), evening=bool(evening))


def _on_the_clock(hour_text: str, minutes: int, *, morning: bool, evening: bool) -> Iterator[time]:
    """Every time of day these may be. "07" and "19" are of the 24-hour clock, "7" alone may be either half."""
    hour = int(hour_text)
    if hour > 23 or (hour > 12 and morning) or minutes >= 60:
        return
    of_24 = hour > 12 or (hour_text.startswith("0") and not evening)
    halves = [hour] if of_24 else [hour % 12] * (not evening) + [hour % 12 + 12] * (not morning)
    for each in halves:
        total = (each * 60 + minutes) % (24 * 60)
        yield time(total // 60, total % 60)


WORK_BEGINS: Final = time(8)  # of two readings ("Thu 9") the one in the working day is meant
_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY: Final = re.compile(
    r"^(?:on |next )?(?P<day>today|tomorrow|mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?\b[.,]?\s*(?P<rest>.+)$"
)


@dataclass(frozen=True, slots=True)
class DayAndTime:
    """`weekday` (Monday is 0), or that many days `ahead` where "today" or "tomorrow" was said; and a wall time."""

    at: time
    weekday: int | None = None
    ahead: int | None = None


def parse_day_and_time(text: str) -> DayAndTime | None:
    """What somebody typed, where it is a day and a time that a check-in may have; None for anything else."""
    found = _DAY.match(" ".join(text.casefold().split()))
    read = parse_hour(found["rest"]) if found else None
    if found is None or read is None:
        return None
    if found["day"] in ("today", "tomorrow"):
        return DayAndTime(read, ahead=int(found["day"] == "tomorrow"))
    return DayAndTime(read, weekday=_NAMES.index(found["day"][:3]))


def parse_hour(text: str) -> time | None:
    """A time that a check-in may have, the one in working hours where two are meant; None for anything else."""
    read = parse_time(text)
    if isinstance(read, TwoTimes):
        return read.morning if read.morning >= WORK_BEGINS else read.evening
    return read if isinstance(read, time) else None


def next_moment(said: DayAndTime, now: datetime, zone: str) -> datetime | None:
    """The first such moment after `now` in the IANA `zone` (UTC); None where "today" at that time is over."""
    today = now.astimezone(ZoneInfo(zone)).date()
    for ahead in range(15) if said.ahead is None else (said.ahead,):
        day = today + timedelta(days=ahead)
        at = instant(day, said.at, zone)
        if at is not None and at > now and said.weekday in (None, day.weekday()):
            return at
    return None
