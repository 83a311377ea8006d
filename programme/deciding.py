"""What becomes of all that is due at one moment: what goes first is decided first, and the rest sees it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from programme.cap import ORDER
from programme.day import Day
from programme.due import Due, decided, trace


def decide(now: datetime, looked: Sequence[Due], days: dict[int, Day]) -> list[Due]:
    """What truly becomes of all this, in the order of programme.cap, and of the days it is in, by person.

    The days come without the plans of `looked`; afterwards they have them, each due next after what is decided here.
    """
    for one in looked:
        whose, moved = one.plan.person_id, one.plan
        if one.next_due_at != moved.next_due_at:
            moved = replace(moved, next_due_at=one.next_due_at)
        days[whose] = days[whose].with_plan(moved)
    made: list[Due] = []
    for one in sorted(looked, key=lambda one: ORDER[one.plan.kind]):
        day = days[one.plan.person_id]
        made.append(after := decided(one, day, now))
        if len(day.plans) > 1 and after.slots:
            days[one.plan.person_id] = day.with_record(trace(one.plan, after.slots[-1], now))
    return made
