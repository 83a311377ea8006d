"""A hello: one short word to a client at a moment that was promised, such as the morning after a lapse."""

from datetime import date, datetime, time

from care.plans import end_plans, set_plan
from db import consents, pauses, plans, stopped
from db.tx import Tx
from programme.kinds import rule_of
from programme.pause import HELLO_AT
from programme.people import Person
from programme.places import HOME
from programme.plan import HELLO, NEVER, Plan
from programme.smoking import LAPSE, TONIGHT

__all__ = ["BACK", "LAPSE", "TONIGHT", "hello_plan", "no_hello", "promised", "say_hello_at"]

BACK = "pause"  # what a hello may be for, besides an evening that was left in peace; the screen has words for each


async def say_hello_at(tx: Tx, person: Person, on: date, at: time = HELLO_AT, why: str = LAPSE) -> datetime | None:
    """Say one hello to that client (locked) on that local date and time, where they are; gives when it comes (UTC).

    - One hello is promised at a time: a later promise takes the place of an earlier one.
    - In a pause the hello at its end stands, and is what is given back; None in a pause without an end.
    - None also for somebody who does not want to be written to first, or wants no hellos: nothing is promised to them.

    Raises ValueError for a moment that is over, or at night.
    """
    if not (await consents.in_force(tx, person.id)).check_in:
        return None
    pause = (await pauses.running(tx, [person.id])).get(person.id)
    if pause is not None and pause.of_client and why != BACK:
        return await promised(tx, person.id)
    rule = rule_of(HELLO, at, on=on, why=why)
    await set_plan(tx, person.id, HELLO, rule, person.zone or HOME.zone)
    return await promised(tx, person.id)


async def promised(tx: Tx, person_id: int) -> datetime | None:
    """When the hello that was promised to that person comes (UTC); None also for who wants no hellos."""
    plan = None if HELLO in await stopped.of_person(tx, person_id) else await hello_plan(tx, person_id)
    return plan.next_due_at if plan is not None and plan.next_due_at < NEVER else None


async def hello_plan(tx: Tx, person_id: int) -> Plan | None:
    """The plan of the hello that was promised to that person, or None: one is promised at a time."""
    return next((plan for plan in await plans.of_person(tx, person_id) if plan.kind == HELLO), None)


async def no_hello(tx: Tx, person_id: int) -> None:
    """What was promised to that person (locked) is not said after all: they took back what it was for."""
    await end_plans(tx, person_id, {HELLO})
