"""No more of one kind of what comes by itself, and having it back."""

from datetime import datetime

from care import course
from care.plans import OF_CLIENT, end_plans, set_plan
from db import events, plans, stopped
from db.tx import Tx
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN, NEVER


async def stop_kind(tx: Tx, now: datetime, person: Person, kind: str) -> bool:
    """That client (locked) wants no more of that kind by itself; False where it is no kind of a client's.

    - What is open of it ends, and what was promised does not come. All other kinds go on.
    - What they begin by themselves goes on too.
    """
    if kind not in OF_CLIENT or not person.is_client:
        return False
    await stopped.add(tx, now, person.id, kind)
    await events.add(tx, now, "KindStopped", person.id, person.id, {"kind": kind})
    await end_plans(tx, now, person.id, {kind})
    return True


async def have_back(tx: Tx, now: datetime, person: Person, kind: str) -> bool:
    """That client (locked) wants that kind after all, as it last was; False where it was not stopped.

    What was promised for a moment that is over by now stays unsaid.
    """
    if not await stopped.lift(tx, person.id, kind):
        return False
    await events.add(tx, now, "KindWanted", person.id, person.id, {"kind": kind})
    if kind == CHECK_IN:
        await course.begin_anew(tx, now, person)
        return True
    last = await plans.latest(tx, person.id, kind)
    zone = person.zone or HOME.zone
    if last is not None and last.rule.due_after(now, zone) < NEVER:
        await set_plan(tx, now, person.id, kind, last.rule, zone)
    return True
