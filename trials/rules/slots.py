"""Every due slot has one record. Which slots were due is counted from the events, in a way of its own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from programme.event import AnyEvent
from programme.schedule.plan import MOMENT, NEVER
from trials.case import Case

AskedSlot = tuple[str, int, str]  # the slot's name, its minute of the day, and M, R, E or "" for what is asked
HOUR_DATES = 60
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


def slots_asked(rule: Mapping[str, Any], day: date) -> dict[str, int]:
    """The slots of that date by name, each with its minute of the day."""
    changed = {one[1]: one[2] for one in rule.get("changes", ()) if one[0] == day.isoformat()}
    found = {slot: at for slot, at, _ in _drawn(rule, day, list(_planned(rule, day)))}
    for slot, to in changed.items():
        if slot in found and to is None:
            del found[slot]
        elif slot in found:
            found[slot] = _minute(to)
    return found


def _planned(rule: Mapping[str, Any], day: date) -> Iterator[AskedSlot]:
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


def _of_week(rule: Mapping[str, Any], day: date, evening: int) -> Iterator[AskedSlot]:
    """A day takes over what the days before it would have asked, back to the last that was one of theirs."""
    found = list(_of_course(rule, day, evening))
    while not found and (day := day - timedelta(days=1)).weekday() not in rule["weekdays"]:
        found = list(_of_course(rule, day, evening))
    yield from found


def _of_course(rule: Mapping[str, Any], day: date, evening: int) -> Iterator[AskedSlot]:
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
        if letter in letters and at is not None and all(at + HOUR_DATES <= a or b + HOUR_DATES <= at for a, b in spans):
            spans.append((at, at + (spread if letter == "E" else 0)))
            yield _name(at), at, letter


def _drawn(rule: Mapping[str, Any], day: date, planned: list[AskedSlot]) -> Iterator[AskedSlot]:
    chance = rule.get("chance")
    last: int | None = None
    for slot, at, letter in sorted(planned, key=lambda one: one[1]):
        drawn = at
        if chance and letter in ("", "E"):
            first = max(
                [
                    at,
                    *([last + HOUR_DATES] if last is not None else []),
                    *(to for to in _since(chance, day) if to < at + chance["minutes"]),
                ]
            )
            drawn = first + Random(f"{chance['seed']}:{day}:{slot}").randrange(max(at + chance["minutes"] - first, 1))
        last = drawn
        yield slot, drawn, letter


def _since(chance: Mapping[str, Any], day: date) -> list[int]:
    since = chance["since"] and datetime.fromisoformat(chance["since"])
    return [since.hour * HOUR_DATES + since.minute] if since and since.date() == day else []


def _minute(wall: str) -> int:
    return int(wall[:2]) * HOUR_DATES + int(wall[3:5])


def _name(at: int) -> str:
    return f"{at // HOUR_DATES:02}:{at % HOUR_DATES:02}"


DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
Slot = tuple[int, date, str]  # plan, local date, wall time


def slot_missing(case: Case) -> Iterator[str]:
    """Every due slot of every plan, up to the plan's next due time, has a record."""
    recorded = {_slot(prompt) for prompt in case.memory.prompts}
    for slot, at in due_slots(case).items():
        if slot not in recorded:
            yield f"plan {slot[0]} has no record for {slot[1]} {slot[2]} (due {at:%Y-%m-%d %H:%M} UTC)"


def slot_double(case: Case) -> Iterator[str]:
    """No due slot has two records."""
    for slot, count in Counter(_slot(prompt) for prompt in case.memory.prompts if prompt.plan_id).items():
        if count > 1:
            yield f"plan {slot[0]} has {count} records for {slot[1]} {slot[2]}"


def slot_outside(case: Case) -> Iterator[str]:
    """No record stands outside a plan's life, and each says truly when it was due."""
    due = due_slots(case)
    for prompt in case.memory.prompts:
        if prompt.plan_id is None:
            continue
        at = due.get(_slot(prompt))
        if at is None:
            yield f"prompt {prompt.id} is for {prompt.local_date} {prompt.slot}, when plan {prompt.plan_id} was not due"
        elif at != prompt.due_at:
            yield f"prompt {prompt.id} says that it was due at {prompt.due_at}, and that was {at}"


def plan_unlike_its_events(case: Case) -> Iterator[str]:
    """A plan is as its newest event says, and its next due time is the first slot that has no record."""
    for plan_id, told in _told(case).items():
        plan, last = case.memory.plans.get(plan_id), told[-1]
        if plan is None:
            yield f"plan {plan_id} is told of and is not there"
        elif last.kind == "PlanEnded":
            if plan.next_due_at != NEVER:
                yield f"plan {plan_id} has ended and is due at {plan.next_due_at}"
        elif (plan.version, plan.rule.to_json(), plan.zone) != tuple(last.data[n] for n in ("version", "rule", "zone")):
            yield f"plan {plan_id} is not as its newest event says"
        elif not is_next(last, plan.next_due_at):
            yield f"plan {plan_id} is due next at {plan.next_due_at}, which is no slot of its rule"
    for plan_id in case.memory.plans.keys() - _told(case).keys():
        yield f"plan {plan_id} is there and no event tells of it"


def due_slots(case: Case) -> dict[Slot, datetime]:
    """Every slot that was due, of every plan, with its instant."""
    due: dict[Slot, datetime] = {}
    for plan_id, told in _told(case).items():
        plan = case.memory.plans.get(plan_id)
        for this, after in pairwise([*told, None]):
            if this is None or this.kind != "PlanSet":
                continue
            since, until = datetime.fromisoformat(this.data["from"]), _until(after, plan.next_due_at if plan else None)
            slots = {(plan_id, day, slot): at for (day, slot), at in _of_rule(this, until).items()}
            due |= {slot: at for slot, at in slots.items() if since < at <= until}
    return due


def instant(day: date, wall: time, zone: ZoneInfo) -> datetime | None:
    """When that wall time comes round on that date, found by trying every offset that the zone has around then."""
    naive = datetime.combine(day, wall)
    around = [naive.replace(tzinfo=UTC) + n * HOUR for n in range(-30, 31)]
    offsets = {moment.astimezone(zone).utcoffset() or timedelta() for moment in around}
    tried = [(naive - offset).replace(tzinfo=UTC) for offset in offsets]
    right = [moment for moment in tried if moment.astimezone(zone).replace(tzinfo=None) == naive]
    if right:
        return min(right)
    left_out = max(offsets) - min(offsets) >= DAY
    return None if left_out else max(tried)


def _of_rule(event: AnyEvent, until: datetime) -> dict[tuple[date, str], datetime]:
    """Every slot of the rule that an event tells of, from a day before it holds to a day after `until`."""
    rule, zone = event.data["rule"], ZoneInfo(event.data["zone"])
    found = {}
    day = datetime.fromisoformat(event.data["from"]).astimezone(zone).date() - DAY
    while day <= until.astimezone(zone).date() + DAY:
        for slot, minute in slots_asked(rule, day).items():
            at = instant(day, time(minute // 60, minute % 60), zone)
            if at is not None:
                found[day, slot] = at
        day += DAY
    return found


def is_next(event: AnyEvent, at: datetime) -> bool:
    """Whether the rule that an event tells of may be due then: at one of its slots, or never, where none is left."""
    return _is_over(event) if at == NEVER else at in _of_rule(event, at).values()


def _is_over(event: AnyEvent) -> bool:
    """Whether the rule that an event tells of asks nothing from then on: its dates are past, or were all left out."""
    rule, since = event.data["rule"], datetime.fromisoformat(event.data["from"])
    first = rule.get("on") or rule.get("course", {}).get("quit_on")
    if first is None:
        return False
    days = max(rule.get("days", [0])) if "on" in rule else COURSE[-1][0]
    last = datetime.combine(date.fromisoformat(first) + (days + 1) * DAY, time(), UTC)
    return all(at <= since for at in _of_rule(event, max(since, last)).values())


def _until(after: AnyEvent | None, next_due_at: datetime | None) -> datetime:
    """Until when a rule held: to the event that came after it, or, for one that holds, to before what is due next."""
    if after is not None:
        return datetime.fromisoformat(after.data["until"]) if after.kind == "PlanEnded" else after.at
    return LONG_AGO if next_due_at in (None, NEVER) else next_due_at - MOMENT


def _told(case: Case) -> Mapping[int, list[AnyEvent]]:
    found: dict[int, list[AnyEvent]] = {}
    for event in case.memory.events:
        if event.kind in ("PlanSet", "PlanEnded"):
            found.setdefault(event.data["plan_id"], []).append(event)
    return found


def _slot(prompt: Any) -> Slot:
    return prompt.plan_id, prompt.local_date, prompt.slot
