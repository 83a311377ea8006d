"""A time of day in people's own words, and which times a check-in may have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Final

from programme.quiet import may_be_asked_at


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
_WORDS: Final = re.compile(rf"\b({'|'.join(_NUMBERS)})(?=\b|ish)")
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
    words = _WORDS.sub(lambda match: _NUMBERS[match[1]], text.casefold().replace("’", "'"))
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
