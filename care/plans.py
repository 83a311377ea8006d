"""Setting when somebody is checked in with, and ending that."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from care import closing, say_many
from care import end_plans as ending
from care.closing import Ending
from care.open_due import settle
from db import events, plans, prompts
from db.tx import Tx
from programme.occurrence import DAY, instant
from programme.people import Person
from programme.plan import CHECK_IN, MOMENT, Plan, Rule
from programme.prompt import PromptState
from programme.quiet import may_be_asked_at


async def set_check_in_time(tx: Tx, now: datetime, person: Person, at: time, zone: str) -> Plan:
    """Check in with that person (locked) every day at that wall time in the IANA `zone`; makes or changes the plan.

    - What was due before keeps its record; only what is to come changes (FIELD S2).
    - A day that had its check-in gets no second one: then the new time holds from the next day on.
    - The event says the whole rule and from when it holds, so that every due slot can be counted from events alone.

    Raises ValueError for a time outside 7:00 to 21:30: see programme.quiet.may_be_asked_at.
    """
    if not may_be_asked_at(at):
        raise ValueError("a check-in is set to a time between 7:00 and 21:30")
    await settle(tx, now, person.id)
    rule = Rule((at,))
    old = next((plan for plan in await plans.of_person(tx, person.id) if plan.kind == CHECK_IN), None)
    if old is not None and (old.rule, old.zone) == (rule, zone):
        return old
    since = await _holds_from(tx, now, old, zone)
    coming = rule.next_after(since, zone).at_utc
    if old is None:
        plan = await plans.add(tx, now, person.id, CHECK_IN, rule, zone, next_due_at=coming)
    else:
        plan = replace(old, rule=rule, zone=zone, version=old.version + 1, next_due_at=coming)
        await plans.change(tx, plan)
    data = {"plan_id": plan.id, "kind": plan.kind, "version": plan.version, "rule": rule.to_json(), "zone": zone}
    await events.add(tx, now, "PlanSet", person.id, person.id, data | {"from": since.isoformat()})
    return plan


async def _holds_from(tx: Tx, now: datetime, old: Plan | None, zone: str) -> datetime:
    """Slots after this moment belong to the new rule."""
    if old is None:
        return now
    today = now.astimezone(ZoneInfo(zone)).date()
    recorded = await prompts.of_person(tx, old.person_id, now - 2 * DAY)
    last = max((one.local_date for one in recorded if one.plan_id == old.id), default=today - DAY)
    if last < today:
        return now
    tomorrow = instant(last + DAY, time(0), zone)
    return now if tomorrow is None else tomorrow - MOMENT


async def end_plans(tx: Tx, now: datetime, person_id: int) -> None:
    """That person (locked) is not checked in with any more: they left, or said no to check-ins.

    - What was due before has its record; what is still open ends here, and its answers stay as they may.
    - Nothing that waits to be sent about it is sent.
    """
    await settle(tx, now, person_id)
    await ending.end(tx, now, await plans.of_person(tx, person_id), actor_id=person_id)
    left = await prompts.open_of(tx, person_id)
    await say_many.refresh_prompts(tx, now, {one.id: one.person_id for one in left}, "ended")
    states = [PromptState.PART if one.answered_at else PromptState.CANCELLED for one in left]
    endings = [Ending(one, state, "ended") for one, state in zip(left, states, strict=True)]
    await closing.close_many(tx, now, endings, actor_id=person_id)
