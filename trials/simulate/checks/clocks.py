"""S3, S4, S9: the right wall time in the person's own zone, never at night, and drawn by chance where asked for."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from programme.schedule.prompt import Prompt
from trials.rules.slots import instant, slots_asked
from trials.simulate.life import A_MOMENT, TownLife
from trials.simulate.town import Arrived

NIGHT_FROM, NIGHT_TO = 22, 7
ASKED_FOR = timedelta(minutes=45)  # a craving is looked at again within that
# A client asks for somebody, and nobody opened it: neither waits for a morning (VOICE.md, the order; FIELD S4).
ALERTS = frozenset({"request", "request_late"})
LEAST_GAP = timedelta(hours=1)  # between two times that were drawn


def s3(life: TownLife) -> Iterator[str | None]:
    """In the person's own zone, at the same wall time before and after a clock change; nothing from 1:00 to 2:59."""
    for one in life.planned:
        yield _off_the_clock(life, one)
    for sent in life.unasked:
        small = life.local(sent.person_id, sent.at).hour in (1, 2)
        yield f"{sent.shows} came to {sent.who} at {life.local(sent.person_id, sent.at)}" if small else None


def _off_the_clock(life: TownLife, one: Prompt) -> str | None:
    zone = one.decision["zone"]
    zones = [life.zone(one.person_id, at) for at in (one.due_at, one.due_at - A_MOMENT)]  # who moves at that instant
    if zone not in zones:
        return f"prompt {one.id} was reckoned for {zone}, and {life.who(one.person_id)} is in {zones[0]}"
    wall = one.decision.get("drawn", one.slot)
    at = instant(one.local_date, time.fromisoformat(wall), ZoneInfo(zone))
    return None if at == one.due_at else f"prompt {one.id} was due at {one.due_at}, and {wall} in {zone} is {at}"


def s4(life: TownLife) -> Iterator[str | None]:
    """Nothing from 22:00 to 7:00 but replies to what the person has done just now."""
    for sent in life.sends:
        here = life.local(sent.person_id, sent.at)
        if NIGHT_TO <= here.hour < NIGHT_FROM or _is_reply(life, sent):
            yield None
        else:
            yield f"{sent.shows} came to {sent.who} at {here:%Y-%m-%d %H:%M}, at night"


def _is_reply(life: TownLife, sent: Arrived) -> bool:
    if sent.is_unasked:
        return False
    did = life.did.get(sent.person_id, ())
    return sent.shows in ALERTS or any(one.at <= sent.at <= one.at + ASKED_FOR for one in did)


def s9(life: TownLife) -> Iterator[str | None]:
    """Random times lie in their window, an hour apart on a day, are not always the same, and are when asked again."""
    days: dict[tuple[int, int, date], list[Prompt]] = defaultdict(list)
    for one in life.planned:
        days[one.plan_id or 0, one.plan_version or 0, one.local_date].append(one)
        if _is_drawn(one):
            yield _outside_its_window(one) or _drawn_otherwise(life, one)
    for day in days.values():
        by_rule = sorted((one for one in day if not _is_moved(one)), key=lambda one: one.due_at)
        for before, after in pairwise(by_rule if any(map(_is_drawn, day)) else ()):
            close = after.due_at - before.due_at < LEAST_GAP
            yield f"prompts {before.id} and {after.id} were drawn too close to each other" if close else None
    by_plan: dict[int, list[str]] = defaultdict(list)
    for one in filter(_is_drawn, life.planned):
        by_plan[one.plan_id or 0].append(one.decision["drawn"])
    for plan_id, times in by_plan.items():
        yield f"plan {plan_id} draws the same time always" if len(times) >= 10 and len(set(times)) < 3 else None


def _is_drawn(one: Prompt) -> bool:
    return one.decision.get("chosen") == "by chance"


def _is_moved(one: Prompt) -> bool:
    return one.decision.get("chosen") == "moved"


def _outside_its_window(one: Prompt) -> str | None:
    begins, chosen = (_minutes(one.decision[name]) for name in ("asked_for", "drawn"))
    holds = 0 <= chosen - begins <= one.decision["span"]
    return None if holds else f"prompt {one.id} was drawn for {one.decision['drawn']}, outside its window"


def _drawn_otherwise(life: TownLife, one: Prompt) -> str | None:
    """Drawn again, by the rule that the events tell of."""
    anew = slots_asked(life.rule_of(one), one.local_date).get(one.slot)
    if anew == _minutes(one.decision["drawn"]):
        return None
    return f"prompt {one.id} was drawn for {one.decision['drawn']}, and asked anew it is minute {anew}"


def _minutes(wall: str) -> int:
    at = time.fromisoformat(wall)
    return at.hour * 60 + at.minute
