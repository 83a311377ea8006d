"""What comes by itself in the next seven days, with exact times (FIELD S11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from db import pauses, plans, prompts
from db.tx import Tx
from programme.kinds import KINDS
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN, MOMENT, Plan
from programme.prompt import Step

AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Coming:
    """One message that will come: when (UTC), of which kind, and about whom, where that is somebody else."""

    at: datetime
    kind: str
    about_id: int | None = None


async def coming(tx: Tx, now: datetime, person: Person) -> Sequence[Coming]:
    """Everything planned for that person in the seven days after `now`, in order; what a pause holds back is left out.

    A check-in that was put off comes once more; a reminder comes to one that stays open, and is not listed.
    """
    own = await plans.of_person(tx, person.id)
    held = await pauses.running(tx, now, {plan.about_id or person.id for plan in own})
    planned = [one for plan in own for one in _of_plan(plan, now, held.get(plan.about_id or person.id))]
    back = [
        Coming(prompt.next_at, CHECK_IN)
        for prompt in await prompts.open_of(tx, person.id)
        if prompt.next_step is Step.RETURN and prompt.next_at is not None
    ]
    return sorted([*planned, *back], key=lambda one: one.at)


def _of_plan(plan: Plan, now: datetime, pause: Pause | None) -> list[Coming]:
    since = max(now, plan.next_due_at - MOMENT)  # a rule may hold from tomorrow on: see care.plans.set_plan
    found = plan.rule.between(since, now + AHEAD, plan.zone)
    return [
        Coming(slot.at_utc, plan.kind, plan.about_id)
        for slot in found
        if pause is None or not KINDS[plan.kind].pauses or not pause.covers(slot.at_utc)
    ]
