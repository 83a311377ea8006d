"""Changing one slot of one day: moved, left out, brought back. All others stay as they are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from care.coming import AHEAD, Coming, Which, coming
from care.open_due import settle
from care.plans import tell
from db import events, plans
from db.tx import Tx
from programme.moving import Refused, Span, refusal
from programme.people import Person
from programme.plan import Plan
from programme.rule import Change, Rule


async def move_slot(tx: Tx, now: datetime, person: Person, which: Which, to: time) -> Refused | None:
    """Let that slot of that person's (locked) own plan come at another wall time of its date; None: so it is.

    - Refused, and nothing changes, for a time at night, one that is over, or one within an hour of something else.
    - A slot that has come round, or is none of theirs, is OVER.
    - The plan gets a new version with this one change; nothing that was sent is sent once more (FIELD S2).
    """
    found = await _slot(tx, now, person, which)
    if found is None:
        return Refused.OVER
    plan, others = found
    refused = refusal(which.on, to, plan.zone, now, taken(others))
    if refused is None:
        await _put(tx, now, plan, plan.rule.with_change(Change(which.on, which.slot, to)))
    return refused


async def skip_slot(tx: Tx, now: datetime, person: Person, which: Which) -> Refused | None:
    """Leave that slot out this once; it stays in sight, and may be brought back while its time has not come."""
    found = await _slot(tx, now, person, which)
    if found is None:
        return Refused.OVER
    await _put(tx, now, found[0], found[0].rule.with_change(Change(which.on, which.slot, None)))
    return None


async def bring_back(tx: Tx, now: datetime, person: Person, which: Which) -> Refused | None:
    """Let that slot come as it was planned, where that is not over."""
    found = await _slot(tx, now, person, which)
    if found is None:
        return Refused.OVER
    plan = found[0]
    rule = plan.rule.without_change(which.on, which.slot)
    planned = rule.between(now, now + AHEAD, plan.zone)
    if not any((one.local_date, one.slot) == (which.on, which.slot) for one in planned):
        return Refused.OVER
    await _put(tx, now, plan, rule)
    return None


def taken(others: Iterable[Coming]) -> list[Span]:
    """From when to when other things come."""
    return [(one.at, one.until or one.at) for one in others if one.comes]


async def _slot(tx: Tx, now: datetime, person: Person, which: Which) -> tuple[Plan, list[Coming]] | None:
    """The plan of that slot, if it is theirs and the slot still to come, and what else comes."""
    await settle(tx, now, person.id)
    every = await coming(tx, now, person)
    plan = next((plan for plan in await plans.of_person(tx, person.id) if plan.id == which.plan_id), None)
    if plan is None or all(one.which != which for one in every):
        return None
    return plan, [one for one in every if one.which != which]


async def _put(tx: Tx, now: datetime, plan: Plan, rule: Rule) -> None:
    """The rule with its one change holds from now on, or from when the rule before it was to hold."""
    since = max([now, *await _from(tx, plan)])
    changed = replace(plan, rule=rule, version=plan.version + 1, next_due_at=rule.due_after(since, plan.zone))
    await plans.change(tx, changed)
    await tell(tx, now, changed, since, plan.person_id)


async def _from(tx: Tx, plan: Plan) -> list[datetime]:
    told = await events.of_person(tx, plan.person_id, kind="PlanSet")
    return [datetime.fromisoformat(one.data["from"]) for one in told if one.data["plan_id"] == plan.id][-1:]
