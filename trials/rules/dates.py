"""What a stored rule asks for on one date, worked out from its codes in a way of its own."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

Asked = tuple[str, int, str]  # the slot's name, its minute of the day, and M, R, E or "" for what is asked
HOUR = 60
# From which day since the quit date; then what is asked at each level: letters, on which days of how long a cycle.
COURSE: tuple[tuple[int, Mapping[str, tuple[str, tuple[int, ...], int]]], ...] = (
    (-10_000, {"lighter": ("E", (0,), 2), "standard": ("E", (0,), 1), "fuller": ("ME", (0,), 1)}),
    (0, {"lighter": ("E", (0,), 1), "standard": ("RE", (0,), 1), "fuller": ("RE", (0,), 1)}),
    (1, {"lighter": ("ME", (0,), 1), "standard": ("MRE", (0,), 1), "fuller": ("MRE", (0,), 1)}),
    (5, {"lighter": ("E", (0,), 1), "standard": ("ME", (0,), 1), "fuller": ("MRE", (0,), 1)}),
    (18, {"lighter": ("E", (0,), 2), "standard": ("E", (0,), 1), "fuller": ("ME", (0,), 1)}),
    (29, {"lighter": ("E", (0,), 7), "standard": ("E", (0, 3), 7), "fuller": ("E", (0, 2, 4), 7)}),
    (85, {"lighter": ("E", (0,), 28), "standard": ("E", (0,), 14), "fuller": ("E", (0,), 7)}),
    (183, {"lighter": ("", (0,), 1), "standard": ("", (0,), 1), "fuller": ("", (0,), 1)}),
)

# Days since the quit date, and that of a smoke-free month to which their check-in moves, where every weekday is asked.
MOVED: Mapping[str, Mapping[int, int]] = {
    "lighter": {63: 61},
    "standard": {63: 61, 98: 92, 126: 122, 154: 153},
    "fuller": {60: 61, 91: 92, 119: 122, 154: 153},
}


def asked(rule: Mapping[str, Any], day: date) -> dict[str, int]:
    """The slots of that date by name, each with its minute of the day."""
    changed = {one[1]: one[2] for one in rule.get("changes", ()) if one[0] == day.isoformat()}
    found = {slot: at for slot, at, _ in _drawn(rule, day, list(_planned(rule, day)))}
    for slot, to in changed.items():
        if slot in found and to is None:
            del found[slot]
        elif slot in found:
            found[slot] = _minute(to)
    return found


def _planned(rule: Mapping[str, Any], day: date) -> Iterator[Asked]:
    times = sorted(map(_minute, rule["times"]))
    if "on" in rule:
        if (day - date.fromisoformat(rule["on"])).days in rule.get("days", [0]):
            yield from ((_name(at), at, "") for at in times)
    elif day.weekday() not in rule["weekdays"]:
        return
    elif "course" in rule:
        yield from _of_week(rule, day, times[0])
    else:
        yield from ((_name(at), at, "") for at in times)


def _of_week(rule: Mapping[str, Any], day: date, evening: int) -> Iterator[Asked]:
    """A day takes over what the days before it would have asked, back to the last that was one of theirs."""
    found = list(_of_course(rule, day, evening))
    while not found and (day := day - timedelta(days=1)).weekday() not in rule["weekdays"]:
        found = list(_of_course(rule, day, evening))
    yield from found


def _of_course(rule: Mapping[str, Any], day: date, evening: int) -> Iterator[Asked]:
    course, spread = rule["course"], rule.get("chance", {}).get("minutes", 0)
    quit_on = course["quit_on"] and date.fromisoformat(course["quit_on"])
    count = (day - quit_on).days if quit_on else None
    since = max(first for first, _ in COURSE if first <= (-1 if count is None else count))
    letters, days, cycle = dict(COURSE)[since][course["level"]]
    moved = MOVED[course["level"]] if len(rule["weekdays"]) == len("MTWTFSS") else {}
    regular = (day.toordinal() if count is None else count) % cycle in days
    if count not in moved.values() and (count in moved or not regular):
        return
    spans: list[tuple[int, int]] = []
    walls = {"E": evening, "M": _minute(course["morning"]), "R": course["risk"] and _minute(course["risk"])}
    for letter, at in walls.items():
        if letter in letters and at is not None and all(at + HOUR <= a or b + HOUR <= at for a, b in spans):
            spans.append((at, at + (spread if letter == "E" else 0)))
            yield _name(at), at, letter


def _drawn(rule: Mapping[str, Any], day: date, planned: list[Asked]) -> Iterator[Asked]:
    chance = rule.get("chance")
    last: int | None = None
    for slot, at, letter in sorted(planned, key=lambda one: one[1]):
        drawn = at
        if chance and letter in ("", "E"):
            first = max(
                [
                    at,
                    *([last + HOUR] if last is not None else []),
                    *(to for to in _since(chance, day) if to < at + chance["minutes"]),
                ]
            )
            drawn = first + Random(f"{chance['seed']}:{day}:{slot}").randrange(max(at + chance["minutes"] - first, 1))
        last = drawn
        yield slot, drawn, letter


def _since(chance: Mapping[str, Any], day: date) -> list[int]:
    since = chance["since"] and datetime.fromisoformat(chance["since"])
    return [since.hour * HOUR + since.minute] if since and since.date() == day else []


def _minute(wall: str) -> int:
    return int(wall[:2]) * HOUR + int(wall[3:5])


def _name(at: int) -> str:
    return f"{at // HOUR:02}:{at % HOUR:02}"
