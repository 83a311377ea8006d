"""A practitioner's weekly summary: when it comes, and that it was read."""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from typing import Final

from care.plans import end_plans, set_plan
from db import clients, consents, events, plans, prompts
from db.tx import Tx
from programme.event import NewEvent
from programme.kinds import rule_of
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN, SUMMARY, Plan
from programme.prompt import Prompt
from programme.quiet import may_be_asked_at
from programme.shared import Line

MONDAY: Final = 0
MORNING: Final = time(8)
READ: Final = "WeekRead"
ONCE_IN: Final = timedelta(days=6)


async def set_summary_time(tx: Tx, practitioner: Person, weekday: int = MONDAY, at: time = MORNING) -> Plan | None:
    """Send that practitioner (locked) a summary on that weekday (Monday is 0) at that wall time, where they are.

    None where that time is in the night, or for somebody who is no practitioner.
    """
    if not practitioner.is_practitioner or not may_be_asked_at(at) or weekday not in range(7):
        return None
    rule = rule_of(SUMMARY, at, weekdays=frozenset({weekday}))
    return await set_plan(tx, practitioner.id, SUMMARY, rule, practitioner.zone or HOME.zone)


async def no_summaries(tx: Tx, practitioner: Person) -> None:
    """That practitioner (locked) is sent no summary any more; /summary still shows one."""
    await end_plans(tx, practitioner.id, {SUMMARY})


async def summary_plan(tx: Tx, person_id: int) -> Plan | None:
    """When the summary comes, or None."""
    return next((plan for plan in await plans.of_person(tx, person_id) if plan.kind == SUMMARY), None)


async def read_weeks(tx: Tx, practitioner: Person, client_ids: Collection[int]) -> int:
    """The practitioner says that they read the weeks of these clients; of how many that may be said.

    - Never of somebody who is not theirs, or shows no summary: of them there was nothing to read.
    - Once a week of each at most, however often it is said.
    """
    if not practitioner.is_practitioner:
        return 0
    theirs = {one.person_id for one in await clients.of_practitioner(tx, practitioner.id)} & set(client_ids)
    told = await events.lately(tx, theirs, READ, actor_id=practitioner.id, since=tx.now - ONCE_IN)
    read = sorted(await consents.showing(tx, theirs, Line.REPLIES) - told)
    await events.add_many(tx, [NewEvent(READ, one, practitioner.id) for one in read])
    return len(read)


async def read_before(tx: Tx, prompt: Prompt, practitioner_id: int) -> datetime | None:
    """When that practitioner last read the week of the client whose check-in this is (UTC), to be told to them once.

    None where nothing was read since the check-in before, or since a check-in that has told it already.
    """
    if prompt.kind != CHECK_IN or prompt.opened_at is None:
        return None
    at = await events.last_at(tx, prompt.person_id, READ, actor_id=practitioner_id, before=prompt.opened_at)
    if at is None or await prompts.was_asked(tx, prompt.person_id, CHECK_IN, at, prompt.opened_at):
        return None
    return at
