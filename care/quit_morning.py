"""One word on the morning of the quit date, for a client who agreed to be written to."""

from datetime import date, datetime

from care.plans import end_plans, set_plan
from db import consents, pauses, plans, prompts, stopped
from db.tx import Tx
from programme.kinds import rule_of
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.plan import NEVER, QUIT_DAY
from programme.smoking import MORNING


async def promise_quit_morning(tx: Tx, person: Person, day: date) -> datetime | None:
    """Write to that client (locked) on that morning of theirs, and on no other; gives when (UTC).

    None where the morning is over, or its word was said already, or they do not want to be written to first.
    """
    rule, zone = rule_of(QUIT_DAY, MORNING, on=day), person.zone or HOME.zone
    agreed = (await consents.in_force(tx, person.id)).check_in
    if not agreed or rule.due_after(tx.now, zone) == NEVER or await _was_said(tx, person.id, day):
        await no_quit_morning(tx, person.id)
        return None
    return (await set_plan(tx, person.id, QUIT_DAY, rule, zone)).next_due_at


async def promised_morning(tx: Tx, person_id: int) -> datetime | None:
    """When the word on that person's quit morning comes (UTC); None also where a break holds it back, or they want no
    such word."""
    plan = next((one for one in await plans.of_person(tx, person_id) if one.kind == QUIT_DAY), None)
    if plan is None or plan.next_due_at == NEVER or QUIT_DAY in await stopped.of_person(tx, person_id):
        return None
    pause = (await pauses.running(tx, [person_id])).get(person_id)
    held = pause is not None and pause.holds(QUIT_DAY) and pause.covers(plan.next_due_at)
    return None if held else plan.next_due_at


async def _was_said(tx: Tx, person_id: int, day: date) -> bool:
    """Whether it was: who travels west has that morning twice."""
    found = await prompts.of_person(tx, person_id, tx.now - 2 * DAY, kind=QUIT_DAY)
    return any(one.local_date == day and one.opened_at is not None for one in found)


async def no_quit_morning(tx: Tx, person_id: int) -> None:
    """There is no such morning any more."""
    await end_plans(tx, person_id, {QUIT_DAY})
