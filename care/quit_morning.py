"""One word on the morning of the quit date, for a client who agreed to be written to."""

from datetime import date, datetime

from care.plans import end_plans, set_plan
from db import consents, prompts
from db.tx import Tx
from programme.kinds import rule_of
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.plan import NEVER, QUIT_DAY
from programme.smoking import MORNING


async def promise_quit_morning(tx: Tx, now: datetime, person: Person, day: date) -> datetime | None:
    """Write to that client (locked) on that morning of theirs, and on no other; gives when (UTC).

    None where the morning is over, or its word was said already, or they do not want to be written to first.
    """
    rule, zone = rule_of(QUIT_DAY, MORNING, on=day), person.zone or HOME.zone
    agreed = (await consents.in_force(tx, person.id)).check_in
    if not agreed or rule.due_after(now, zone) == NEVER or await _was_said(tx, now, person.id, day):
        await no_quit_morning(tx, now, person.id)
        return None
    return (await set_plan(tx, now, person.id, QUIT_DAY, rule, zone)).next_due_at


async def _was_said(tx: Tx, now: datetime, person_id: int, day: date) -> bool:
    """Whether it was: who travels west has that morning twice."""
    found = await prompts.of_person(tx, person_id, now - 2 * DAY, kind=QUIT_DAY)
    return any(one.local_date == day and one.opened_at is not None for one in found)


async def no_quit_morning(tx: Tx, now: datetime, person_id: int) -> None:
    """There is no such morning any more."""
    await end_plans(tx, now, person_id, {QUIT_DAY})
