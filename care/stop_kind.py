"""No more of one kind of what comes by itself, and having it back."""

from care import course
from care.plans import OF_CLIENT, end_plans, set_plan
from care.promise_anew import promise_anew
from care.timing import is_not_now
from db import events, plans, sessions, stopped
from db.tx import Tx
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN, HELLO, NEVER, SESSION_AFTER, SESSION_BEFORE, TIMING


async def stop_kind(tx: Tx, person: Person, kind: str) -> bool:
    """That client (locked) wants no more of that kind by itself; False where it is no kind of a client's.

    - What is open of it ends, and what was promised does not come. All other kinds go on.
    - What they begin by themselves goes on too.
    """
    if kind not in OF_CLIENT or not person.is_client:
        return False
    await stopped.add(tx, person.id, kind)
    await events.add(tx, "KindStopped", person.id, person.id, {"kind": kind})
    await end_plans(tx, person.id, {kind})
    return True


async def have_back(tx: Tx, person: Person, kind: str) -> bool:
    """That client (locked) wants that kind after all, as it last was; False where it was not stopped.

    What was promised for a moment that is over by now stays unsaid.
    """
    if not await stopped.lift(tx, person.id, kind):
        return False
    await events.add(tx, "KindWanted", person.id, person.id, {"kind": kind})
    if kind == CHECK_IN:
        await course.begin_anew(tx, person)
    await promise_anew(tx, person)
    last = await plans.latest(tx, person.id, kind)
    zone = person.zone or HOME.zone
    if last is not None and last.rule.due_after(tx.now, zone) < NEVER and await _stands(tx, person, kind):
        await set_plan(tx, person.id, kind, last.rule, zone)
    return True


async def _stands(tx: Tx, person: Person, kind: str) -> bool:
    """Whether what the last plan of that kind was for is still so, and it is not promised from what stands."""
    if kind == TIMING:
        return await is_not_now(tx, person)
    if kind in (SESSION_BEFORE, SESSION_AFTER):
        return await sessions.last(tx, person.id) is not None
    return kind == HELLO
