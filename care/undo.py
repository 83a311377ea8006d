"""Taking the last change of a plan back."""

from care.plans import set_plan
from db import events, plans
from db.tx import Tx
from programme.people import Person
from programme.plan import NEVER, Plan, Rule


async def undo(tx: Tx, person: Person, plan_id: int, version: int) -> Plan | None:
    """That person's (locked) plan is as it was before that version; None where it has changed since, or is not theirs.

    It is one more version: what happened is not unwritten, and nothing that was sent is sent once more (FIELD S2).
    """
    plan = next((one for one in await plans.of_person(tx, person.id) if one.id == plan_id), None)
    if plan is None or plan.version != version:
        return None
    told = await events.of_person(tx, person.id, kind="PlanSet")
    before = [one.data for one in told if (one.data["plan_id"], one.data["version"]) == (plan_id, version - 1)]
    if not before:
        return None
    rule = Rule.from_json(before[-1]["rule"])
    if rule.due_after(tx.now, plan.zone) == NEVER:
        return None
    return await set_plan(tx, person.id, plan.kind, rule, plan.zone, about_id=plan.about_id)
