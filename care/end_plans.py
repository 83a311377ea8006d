"""Ending plans: from then on none of their slots is due."""

from collections.abc import Sequence
from datetime import datetime

from db import events, plans
from db.tx import Tx
from programme.event import NewEvent
from programme.plan import MOMENT, Plan


async def end(tx: Tx, ending: Sequence[Plan], *, actor_id: int | None = None) -> None:
    """End these plans. Slots up to the event's `until` were due; a slot that was never opened is not."""
    await plans.end(tx, [plan.id for plan in ending])
    await events.add_many(tx, [_ended(tx.now, plan, actor_id) for plan in ending])


def _ended(now: datetime, plan: Plan, actor_id: int | None) -> NewEvent:
    until = min(now, plan.next_due_at - MOMENT)
    data = {"plan_id": plan.id, "version": plan.version, "until": until.isoformat()}
    return NewEvent("PlanEnded", plan.person_id, actor_id, data)
