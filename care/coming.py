"""What comes by itself in the next seven days, with exact times (FIELD S11)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from db import evenings, pauses, plans, prompts, stopped
from db.tx import Tx
from programme.day import ASKING
from programme.occurrence import DAY, Occurrence, instant
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN, MOMENT, NEVER, Plan
from programme.prompt import Step
from programme.smoking import Evening, peace_at

AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Which:
    """One slot of a plan."""

    plan_id: int
    on: date
    slot: str


@dataclass(frozen=True, slots=True)
class Coming:
    """One message that will come: when (UTC), of which kind, and about whom, where that is somebody else.

    `until`: its time is drawn by chance, between `at` and then. `form` is what is asked. `skipped`: it was left out,
    and may be brought back; `moved`: to another time of its day. `which` is None for what was put off.
    """

    at: datetime
    kind: str
    about_id: int | None = None
    until: datetime | None = None
    form: str | None = None
    which: Which | None = None
    skipped: bool = False
    moved: bool = False


async def coming(tx: Tx, now: datetime, person: Person, *, after_lapses: bool = True) -> Sequence[Coming]:
    """Everything planned for that person in the seven days after `now`, in order; what a pause holds back is left out.

    So are the questions of an evening that is left in peace (`after_lapses`: unless it is for somebody who may not
    know of it).
    A check-in that was put off comes once more; a reminder comes to one that stays open, and is not listed. What
    nobody knows beforehand is not either: that somebody has done it, or was silent, or had enough that day.
    """
    own, none = await plans.of_person(tx, person.id), await stopped.of_person(tx, person.id)
    held = await pauses.running(tx, now, {plan.about_id or person.id for plan in own})
    quiet = (await evenings.of_people(tx, [person.id], now - 2 * DAY)).get(person.id, []) if after_lapses else []
    planned = [
        one
        for plan in own
        if plan.kind not in none
        for one in _of_plan(plan, now)
        if not _is_held(one, held.get(plan.about_id or person.id)) and not _is_in_peace(one, quiet, plan.zone)
    ]
    back = [
        Coming(prompt.next_at, CHECK_IN)
        for prompt in await prompts.open_of(tx, person.id)
        if prompt.next_step is Step.RETURN and prompt.next_at is not None
    ]
    return sorted([*planned, *back], key=lambda one: one.at)


async def next_check_in(tx: Tx, person_id: int) -> Coming | None:
    """The next check-in that comes to that person by itself, or None."""
    own = [plan for plan in await plans.of_person(tx, person_id) if plan.kind == CHECK_IN]
    plan = min(own, key=lambda plan: plan.next_due_at, default=None)
    if plan is None or plan.next_due_at == NEVER:
        return None
    due = plan.rule.between(plan.next_due_at - MOMENT, plan.next_due_at, plan.zone)
    changed = {(one.on, one.slot) for one in plan.rule.changes}
    return next((_one(plan, slot, moved=(slot.local_date, slot.slot) in changed) for slot in due), None)


def _is_held(one: Coming, pause: Pause | None) -> bool:
    return pause is not None and pause.holds(one.kind) and pause.covers(one.at)


def _is_in_peace(one: Coming, quiet: Sequence[Evening], zone: str) -> bool:
    """Of a time drawn by chance, its last moment tells: what is still to come is drawn after that evening began."""
    return one.kind in ASKING and peace_at(one.until or one.at, quiet, zone) is not None


def _of_plan(plan: Plan, now: datetime) -> Iterator[Coming]:
    rule, until = plan.rule, now + AHEAD
    changed = {(one.on, one.slot): one.to for one in rule.changes}
    # What is due is not before the plan says so: a rule that changed today may hold from tomorrow on.
    for slot in rule.between(max(now, plan.next_due_at - MOMENT), until, plan.zone):
        yield _one(plan, slot, moved=(slot.local_date, slot.slot) in changed)
    for slot in replace(rule, changes=()).between(now, until, plan.zone):
        if changed.get((slot.local_date, slot.slot), slot) is None:
            yield replace(_one(plan, slot), skipped=True)


def _one(plan: Plan, slot: Occurrence, *, moved: bool = False) -> Coming:
    which = Which(plan.id, slot.local_date, slot.slot)
    found = Coming(slot.at_utc, plan.kind, plan.about_id, form=slot.form, which=which, moved=moved)
    span = replace(plan.rule, changes=()) if not moved else plan.rule
    walls = span.drawn_within(slot.local_date, slot.slot)
    if walls is None:
        return found
    first, last = (instant(slot.local_date, wall, plan.zone) for wall in walls)
    return found if first is None or last is None else replace(found, at=first, until=last)
