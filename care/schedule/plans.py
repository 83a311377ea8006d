"""Setting when somebody is written to, undoing and ending that, greetings, and the quit morning."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from care.delivery import say
from care.schedule import closing
from care.schedule.closing import PromptEnding
from care.schedule.due import settle
from db import events
from db.people import consents
from db.schedule import plans, prompts
from db.tx import Tx
from programme.people.person import HOME, Person, Role
from programme.quitting.lapses import MORNING
from programme.schedule.course import Form
from programme.schedule.events import PlanSet
from programme.schedule.kinds import of_role, rule_of
from programme.schedule.pause import HELLO_AT
from programme.schedule.plan import HELLO, MOMENT, NEVER, QUIT_DAY, Plan, Rule
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, instant, may_be_asked_at

OF_CLIENT = of_role(Role.CLIENT)


async def set_plan(
    tx: Tx, person_id: int, kind: str, rule: Rule, zone: str, *,
    about_id: int | None = None, actor_id: int | None = None,
) -> Plan:  # fmt: skip
    """Write to that person (locked) by that rule, made with programme.schedule.kinds.rule_of; makes or changes the
    plan.

    - One plan of a kind for each person, and for a supporter one for each client (`about_id`).
    - What was due before keeps its record; only what is to come changes (FIELD S2).
    - A day gets no more than the new rule has for it: where something of it was had already, and as much is still to
      come, the new rule holds from the next day on.
    - The event says the whole rule and from when it holds, so that every due slot can be counted from events only.

    `actor_id` is who asked for it, if not the person. Raises ValueError for a time too near the night (see
    programme.schedule.slots.may_be_asked_at), and for a rule that never comes round.
    """
    if not all(map(may_be_asked_at, rule.times)):
        raise ValueError("a plan is set to times outside the quiet hours")
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
    await tell_of_plan(tx, plan, since, actor_id or person_id)
    return plan


async def own_plan(tx: Tx, person: Person, plan_id: int) -> Plan | None:
    """That plan, where it is theirs and has not ended."""
    return next((one for one in await plans.of_person(tx, person.id) if one.id == plan_id), None)


async def tell_of_plan(tx: Tx, plan: Plan, since: datetime, actor_id: int) -> None:
    """Write down the rule that holds for slots after `since`."""
    told = PlanSet(plan.id, plan.kind, plan.version, plan.rule, plan.zone, since, plan.about_id)
    await events.add(tx, plan.person_id, told, actor=actor_id)


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
            await _end(tx, [plan], [], ReasonCode.ENDED)
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
    await _end(tx, found, left, ReasonCode.ENDED)


async def _end(tx: Tx, found: Collection[Plan], left: Collection[Prompt], reason: ReasonCode) -> None:
    await closing.end_found(tx, list(found), actor_id=next((plan.person_id for plan in found), None))
    await close_open(tx, left, PromptState.CANCELLED, reason)


async def close_open(tx: Tx, left: Collection[Prompt], state: PromptState, reason: ReasonCode) -> None:
    """These open prompts of one person end in that state, or as part where something was answered."""
    await say.refresh_prompts(tx, {one.id: one.person_id for one in left}, ReasonCode.ENDED)
    endings = [PromptEnding(one, PromptState.PART if one.answered_at else state, reason) for one in left]
    await closing.close_many(tx, endings, actor_id=next((one.person_id for one in left), None))


async def undo_plan(tx: Tx, person: Person, plan_id: int, version: int) -> Plan | None:
    """That person's (locked) plan is as it was before that version; None where it has changed since, or is not theirs.

    It is one more version: what happened is not unwritten, and nothing that was sent is sent again (FIELD S2).
    """
    plan = next((one for one in await plans.of_person(tx, person.id) if one.id == plan_id), None)
    if plan is None or plan.version != version:
        return None
    told = await events.of_person(tx, person.id, kind=PlanSet)
    before = [one.event for one in told if (one.event.plan_id, one.event.version) == (plan_id, version - 1)]
    if not before:
        return None
    rule = before[-1].rule
    if rule.due_after(tx.now, plan.zone) == NEVER:
        return None
    return await set_plan(tx, person.id, plan.kind, rule, plan.zone, about_id=plan.about_id)


async def schedule_greeting(
    tx: Tx, person: Person, on: date, at: time = HELLO_AT, why: ReasonCode = ReasonCode.LAPSE
) -> datetime | None:
    """Say one hello to that client (locked) on that local date and time, where they are; gives when it comes (UTC).

    - One hello is promised at a time: a later promise takes the place of an earlier one.
    - In a pause the hello at its end stands, and is what is given back; None in a pause without an end.
    - None also for somebody who does not want to be written to first, or wants no hellos: nothing is promised to them.

    Raises ValueError for a moment that is over, or at night.
    """
    if not (await consents.in_force(tx, person.id)).check_in:
        return None
    pause = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if pause is not None and pause.of_client and why != ReasonCode.PAUSE_ENDS:
        return await greeting_at(tx, person.id)
    rule = rule_of(HELLO, at, on=on, why=why)
    await set_plan(tx, person.id, HELLO, rule, person.zone or HOME.zone)
    return await greeting_at(tx, person.id)


async def greeting_at(tx: Tx, person_id: int) -> datetime | None:
    """When the hello that was promised to that person comes (UTC); None also for who wants no hellos."""
    plan = None if HELLO in await consents.stopped_kinds(tx, person_id) else await greeting_plan(tx, person_id)
    return plan.next_due_at if plan is not None and plan.next_due_at < NEVER else None


async def greeting_plan(tx: Tx, person_id: int) -> Plan | None:
    """The plan of the hello that was promised to that person, or None: one is promised at a time."""
    return next((plan for plan in await plans.of_person(tx, person_id) if plan.kind == HELLO), None)


async def cancel_greeting(tx: Tx, person_id: int) -> None:
    """What was promised to that person (locked) is not said after all: they took back what it was for."""
    await end_plans(tx, person_id, {HELLO})


async def schedule_quit_morning(tx: Tx, person: Person, day: date) -> datetime | None:
    """Write to that client (locked) on that morning of theirs, and on no other; gives when (UTC).

    None where the morning is over, or its word was said already, or they do not want to be written to first.
    """
    rule, zone = rule_of(QUIT_DAY, MORNING, on=day), person.zone or HOME.zone
    agreed = (await consents.in_force(tx, person.id)).check_in
    if not agreed or rule.due_after(tx.now, zone) == NEVER or await _was_said(tx, person.id, day):
        await cancel_quit_morning(tx, person.id)
        return None
    return (await set_plan(tx, person.id, QUIT_DAY, rule, zone)).next_due_at


async def quit_morning_at(tx: Tx, person_id: int) -> datetime | None:
    """When the word on that person's quit morning comes (UTC); None also where a break holds it back, or they want no
    such word."""
    plan = next((one for one in await plans.of_person(tx, person_id) if one.kind == QUIT_DAY), None)
    if plan is None or plan.next_due_at == NEVER or QUIT_DAY in await consents.stopped_kinds(tx, person_id):
        return None
    pause = (await plans.running_pauses(tx, [person_id])).get(person_id)
    held = pause is not None and pause.holds(QUIT_DAY) and pause.covers(plan.next_due_at)
    return None if held else plan.next_due_at


async def _was_said(tx: Tx, person_id: int, day: date) -> bool:
    """Whether it was: who travels west has that morning twice."""
    found = await prompts.of_person(tx, person_id, tx.now - 2 * DAY, kind=QUIT_DAY)
    return any(one.local_date == day and one.opened_at is not None for one in found)


async def cancel_quit_morning(tx: Tx, person_id: int) -> None:
    """There is no such morning any more."""
    await end_plans(tx, person_id, {QUIT_DAY})
