"""Changing one slot of one day: moved, left out, brought back. All others stay as they are.

The one whom it comes to may, and a client's practitioner for what they are shown of it; the client is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time

from care.ahead_of import coming_of
from care.coming import AHEAD, Coming, Which, coming
from care.open_due import settle
from care.plans import tell
from db import events, people, plans
from db.tx import Tx
from programme.moving import Refused, Span, refusal
from programme.occurrence import hhmm
from programme.people import Person
from programme.plan import Plan
from programme.rule import Change, Rule

CHANGED = "SlotChanged"  # data: plan_id, on, slot, to (None: left out)


async def move_slot(tx: Tx, actor: Person, which: Which, to: time, *, of: int | None = None) -> Refused | None:
    """Let that slot of one of the actor's own plans come at another wall time of its date; None: so it is.

    - `of`: a plan of that client's, whose practitioner the actor is, as far as coming_of shows it to them.
    - Refused, and nothing changes, for a time at night, one that is over, or one within an hour of something else.
    - A slot that has come round, or is none of theirs, is OVER.
    - The plan gets a new version with this one change; nothing that was sent is sent once more (FIELD S2).
    """
    found = await _slot(tx, actor, which, of)
    if found is None:
        return Refused.OVER
    plan, others = found
    refused = refusal(which.on, to, plan.zone, tx.now, taken(others))
    if refused is None:
        change = Change(which.on, which.slot, to, _by(actor, plan))
        await _put(tx, plan, plan.rule.with_change(change), actor, which, to)
    return refused


async def skip_slot(tx: Tx, actor: Person, which: Which, *, of: int | None = None) -> Refused | None:
    """Leave that slot out this once; it stays in sight, and may be brought back while its time has not come."""
    found = await _slot(tx, actor, which, of)
    if found is None:
        return Refused.OVER
    change = Change(which.on, which.slot, None, _by(actor, found[0]))
    await _put(tx, found[0], found[0].rule.with_change(change), actor, which, None)
    return None


async def bring_back(tx: Tx, actor: Person, which: Which, *, of: int | None = None) -> Refused | None:
    """Let that slot come as it was planned, where that is not over."""
    found = await _slot(tx, actor, which, of)
    if found is None:
        return Refused.OVER
    plan = found[0]
    rule = plan.rule.without_change(which.on, which.slot)
    planned = rule.between(tx.now, tx.now + AHEAD, plan.zone)
    if not any((one.local_date, one.slot) == (which.on, which.slot) for one in planned):
        return Refused.OVER
    await _put(tx, plan, rule, actor, which, time.fromisoformat(which.slot))
    return None


def taken(others: Iterable[Coming]) -> list[Span]:
    """From when to when other things come."""
    return [(one.at, one.until or one.at) for one in others if one.comes]


def _by(actor: Person, plan: Plan) -> int | None:
    return None if actor.id == plan.person_id else actor.id


async def _slot(tx: Tx, actor: Person, which: Which, of: int | None) -> tuple[Plan, Sequence[Coming]] | None:
    """The plan of that slot, if it is theirs and the slot still to come, and what else comes, as the actor sees it."""
    whose = actor.id if of is None else of
    await people.lock(tx, [actor.id, whose])
    await settle(tx, whose)
    every = await _shown(tx, actor, whose)
    plan = next((plan for plan in await plans.of_person(tx, whose) if plan.id == which.plan_id), None)
    if plan is None or all(one.which != which for one in every):
        return None
    return plan, [one for one in every if one.which != which]


async def _shown(tx: Tx, actor: Person, whose: int) -> Sequence[Coming]:
    if actor.id == whose:
        return await coming(tx, actor)
    seen = await coming_of(tx, actor, whose)
    return seen.coming if seen else ()


async def _put(tx: Tx, plan: Plan, rule: Rule, actor: Person, which: Which, to: time | None) -> None:
    """The rule with its one change holds from now on, or from when the rule before it was to hold."""
    since = max([tx.now, *await _from(tx, plan)])
    changed = replace(plan, rule=rule, version=plan.version + 1, next_due_at=rule.due_after(since, plan.zone))
    await plans.change(tx, changed)
    await tell(tx, changed, since, actor.id)
    data = {"plan_id": plan.id, "on": which.on.isoformat(), "slot": which.slot, "to": None if to is None else hhmm(to)}
    await events.add(tx, CHANGED, plan.person_id, actor.id, data)


async def _from(tx: Tx, plan: Plan) -> list[datetime]:
    told = await events.of_person(tx, plan.person_id, kind="PlanSet")
    return [datetime.fromisoformat(one.data["from"]) for one in told if one.data["plan_id"] == plan.id][-1:]
