"""What will be said if nothing comes in between: a prompt before it is one, for "Why this?" on what is to come."""

from typing import Any

from programme.due import Slot
from programme.occurrence import Occurrence
from programme.plan import Plan
from programme.prompt import NewPrompt, PromptState
from programme.why import decision


def expected(plan: Plan, one: Occurrence) -> NewPrompt:
    """That slot of the plan as it would open. A time that will be drawn by chance is not told before it has come."""
    slot = Slot(one, PromptState.OPEN, None, plan.rule.closes_at(one.at_utc, plan.zone), one.form)
    return NewPrompt(
        plan_id=plan.id, person_id=plan.person_id, kind=plan.kind, local_date=one.local_date, slot=one.slot,
        due_at=one.at_utc, opened_at=None, closes_at=slot.closes_at, next_at=None, next_step=None,
        state=PromptState.OPEN, reason=None, closed_at=None, plan_version=plan.version,
        decision=_decision(plan, slot), about_id=plan.about_id, form=one.form,
    )  # fmt: skip


def _decision(plan: Plan, slot: Slot) -> dict[str, Any]:
    found, course = decision(plan, slot), plan.rule.course
    if found["chosen"] == "by chance":
        del found["drawn"]
    if course is not None:
        found |= {"level": course.level.value, "day": course.day(slot.occurrence.local_date)}
    return found
