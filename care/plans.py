"""Setting when somebody is written to, and ending that. What each kind of plan is: programme.kinds."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from care import closing, say_many
from care import end_plans as ending
from care.closing import Ending
from care.open_due import settle
from db import events, plans, prompts
from db.tx import Tx
from programme.course import Form
from programme.kinds import of_role
from programme.occurrence import DAY, instant
from programme.people import Role
from programme.plan import MOMENT, NEVER, Plan, Rule
from programme.prompt import Prompt, PromptState
from programme.quiet import may_be_asked_at

OF_CLIENT = of_role(Role.CLIENT)


async def set_plan(
    tx: Tx, person_id: int, kind: str, rule: Rule, zone: str, *,
    about_id: int | None = None, actor_id: int | None = None,
) -> Plan:  # fmt: skip
    """Write to that person (locked) by that rule, made with programme.kinds.rule_of; makes or changes the plan.

    - One plan of a kind for each person, and for a supporter one for each client (`about_id`).
    - What was due before keeps its record; only what is to come changes (FIELD S2).
    - A day gets no more than the new rule has for it: where something of it was had already, and as much is still to
      come, the new rule holds from the next day on.
    - The event says the whole rule and from when it holds, so that every due slot can be counted from events alone.

    `actor_id` is who asked for it, if not the person. Raises ValueError for a time outside 7:00 to 21:30 (see
    programme.quiet.may_be_asked_at), and for a rule that never comes round.
    """
    if not all(map(may_be_asked_at, rule.times)):
        raise ValueError("a plan is set to times between 7:00 and 21:30")
    await settle(tx, person_id)
    family = (person_id, kind, about_id)
    old = next((plan for plan in await plans.of_person(tx, person_id) if plan.family == family), None)
    if old is not None and (old.rule, old.zone) == (rule, zone):
        return old
    since = await _holds_from(tx, old, rule, zone)
    coming = rule.due_after(since, zone)
    if coming == NEVER:
        raise ValueError("this rule never comes round")
    if old is None:
        plan = await plans.add(tx, person_id, kind, rule, zone, next_due_at=coming, about_id=about_id)
    else:
        plan = replace(old, rule=rule, zone=zone, version=old.version + 1, next_due_at=coming)
        await plans.change(tx, plan)
    await tell(tx, plan, since, actor_id or person_id)
    return plan


async def tell(tx: Tx, plan: Plan, since: datetime, actor_id: int) -> None:
    """Write down the rule that holds for slots after `since`."""
    data = {"plan_id": plan.id, "kind": plan.kind, "version": plan.version, "rule": plan.rule.to_json()}
    about = {} if plan.about_id is None else {"about": plan.about_id}
    data |= {"zone": plan.zone, "from": since.isoformat(), **about}
    await events.add(tx, "PlanSet", plan.person_id, actor_id, data)


async def _holds_from(tx: Tx, old: Plan | None, rule: Rule, zone: str) -> datetime:
    """Slots after this moment belong to the new rule."""
    if old is None:
        return tx.now
    today = tx.now.astimezone(ZoneInfo(zone)).date()
    recorded = [one for one in await prompts.of_person(tx, old.person_id, tx.now - 2 * DAY) if one.plan_id == old.id]
    last = max((one.local_date for one in recorded), default=today - DAY)
    todays = [one for one in recorded if one.local_date == today]
    if last < today or (last == today and _fits(rule, zone, tx.now, today, todays)):
        return tx.now
    tomorrow = instant(last + DAY, time(0), zone)
    return tx.now if tomorrow is None else tomorrow - MOMENT


def _fits(rule: Rule, zone: str, now: datetime, today: date, had: Collection[Prompt]) -> bool:
    """Whether what the rule still asks today is no more than it asks that day less what was had, and nothing of it has
    its record already; a question in the morning, or at the hardest hour, is none of the evening's."""
    begins = instant(today, time(0), zone) or now
    whole = [one for one in rule.between(begins - MOMENT, begins + 2 * DAY, zone) if one.local_date == today]
    ahead = Counter(_part(one.form) for one in whole if one.at_utc > now)
    planned, gone = Counter(_part(one.form) for one in whole), Counter(_part(one.form) for one in had)
    if {one.slot for one in whole if one.at_utc > now} & {one.slot for one in had}:
        return False
    return all(count <= planned[part] - gone[part] for part, count in ahead.items())


def _part(form: str | None) -> str | None:
    return form if form in (Form.MORNING, Form.RISK) else None


async def move_plans(tx: Tx, person_id: int, zone: str) -> None:
    """That person (locked) is in the IANA `zone` now: everything keeps its wall time, there."""
    await settle(tx, person_id)
    for plan in await plans.of_person(tx, person_id):
        if plan.rule.due_after(tx.now, zone) == NEVER:  # its one moment is over there already
            await _end(tx, [plan], [], "ended")
        else:
            await set_plan(tx, person_id, plan.kind, plan.rule, zone, about_id=plan.about_id)


async def end_plans(tx: Tx, person_id: int, kinds: Collection[str] = OF_CLIENT, *, about_id: int | None = None) -> None:
    """That person (locked) is not written to by plans of these kinds any more: they left, or said no to it.

    - What was due before has its record; what is still open ends here, and its answers stay as they may.
    - Nothing that waits to be sent about it is sent.
    - `about_id`: only what is about that client.
    """
    await settle(tx, person_id)
    found = [plan for plan in await plans.of_person(tx, person_id) if plan.kind in kinds]
    left = [one for one in await prompts.open_of(tx, person_id) if one.kind in kinds]
    if about_id is not None:
        found = [plan for plan in found if plan.about_id == about_id]
        left = [one for one in left if one.about_id == about_id]
    await _end(tx, found, left, "ended")


async def _end(tx: Tx, found: Collection[Plan], left: Collection[Prompt], reason: str) -> None:
    await ending.end(tx, list(found), actor_id=next((plan.person_id for plan in found), None))
    await close_open(tx, left, PromptState.CANCELLED, reason)


async def close_open(tx: Tx, left: Collection[Prompt], state: PromptState, reason: str) -> None:
    """These open prompts of one person end in that state, or as part where something was answered."""
    await say_many.refresh_prompts(tx, {one.id: one.person_id for one in left}, "ended")
    endings = [Ending(one, PromptState.PART if one.answered_at else state, reason) for one in left]
    await closing.close_many(tx, endings, actor_id=next((one.person_id for one in left), None))
