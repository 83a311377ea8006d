""" "Not now" as a state: a client who is not at it yet, or not at the moment, is left alone but for one question.

Motivation changes from day to day, so a "no" today is not a "no" (FIELD 2.9): a fortnight later the timing is asked
about, until they say that it is good, or that they want to be asked no more. Coming back is one tap.
"""

from zoneinfo import ZoneInfo

from care import prompted
from care.course import begin_anew, check_in_plan, evening_of
from care.plans import end_plans, set_plan
from care.promise_anew import promise_anew
from db import attempts, consents, events, plans
from db.tx import Tx
from programme.kinds import rule_of
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN, SESSION_AFTER, SESSION_BEFORE, TIMING, Plan
from programme.prompt import PromptState

FORTNIGHTS = tuple(range(14, 365 + 14, 14))  # days on which it is asked: for a year
_LEFT_ALONE = frozenset({CHECK_IN, SESSION_BEFORE, SESSION_AFTER})


async def is_not_now(tx: Tx, person: Person) -> bool:
    """Whether that client said "not now" and did not come back since: their check-ins ended for that, and are off."""
    if not person.is_client or await check_in_plan(tx, person.id) is not None:
        return False
    asked, last = await plans.latest(tx, person.id, TIMING), await plans.latest(tx, person.id, CHECK_IN)
    agreed = (await consents.in_force(tx, person.id)).check_in
    return agreed and asked is not None and last is not None and last.id < asked.id


async def not_now(tx: Tx, person: Person) -> bool:
    """That client (locked) wants none of it for now; False where they have a quit date, or no check-ins to end.

    Nothing comes by itself but one question a fortnight, at the time of their check-in. What they were asked about so
    far is kept, and everything they ask for works as ever.
    """
    plan = await check_in_plan(tx, person.id)
    if plan is None or await attempts.current(tx, person.id) is not None:
        return False
    zone = person.zone or HOME.zone
    at = await evening_of(tx, person.id)
    await end_plans(tx, person.id, _LEFT_ALONE)
    rule = rule_of(TIMING, at, on=tx.now.astimezone(ZoneInfo(zone)).date(), days=FORTNIGHTS)
    await set_plan(tx, person.id, TIMING, rule, zone)
    await events.add(tx, "NotNow", person.id, person.id)
    return True


async def now_is_good(tx: Tx, person: Person) -> Plan | None:
    """That client (locked) is back: check-ins come as they last did; None where they are on, or not agreed to."""
    if not await is_not_now(tx, person):
        return None
    asked = await prompted.open_one(tx, person, TIMING)
    if asked is not None:
        await prompted.answered(tx, asked)
    plan = await begin_anew(tx, person)
    if plan is not None:
        await promise_anew(tx, person)
        await events.add(tx, "NowIsGood", person.id, person.id)
    return plan


async def not_yet(tx: Tx, person: Person, prompt_id: int) -> bool:
    """The same question in a fortnight; False where it is not theirs."""
    asked = await prompted.own(tx, person, prompt_id, {TIMING})
    if asked is None:
        return False
    await prompted.answered(tx, asked)
    return True


async def stop_asking(tx: Tx, person: Person, prompt_id: int) -> bool:
    """The timing is asked about no more, until they come back by themselves; False where it is not theirs."""
    asked = await prompted.own(tx, person, prompt_id, {TIMING})
    if asked is None:
        return False
    await prompted.answered(tx, asked, PromptState.SKIPPED, "stop asking")
    await end_plans(tx, person.id, {TIMING})
    await events.add(tx, "TimingStopped", person.id, person.id)
    return True
