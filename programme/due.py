"""What becomes of the slots of a plan that have come round: which one is asked now, what is recorded of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from programme.occurrence import Occurrence
from programme.pause import Pause
from programme.plan import CHECK_IN, HELLO, MOMENT, NUDGE, Plan
from programme.prompt import Prompt, PromptState
from programme.smoking import is_left_in_peace

HORIZON = timedelta(days=14)  # of a plan that is handled at once, so that a long standstill is caught up in small steps


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plan that has come due, and whether its person can be reached and still wants to be asked.

    `pause` is the last one of the client whom it is for or about, where this kind pauses.
    """

    plan: Plan
    reachable: bool
    wanted: bool
    pause: Pause | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One due slot with its record: the state it begins with, why, and until when it is asked for."""

    occurrence: Occurrence
    state: PromptState
    reason: str | None
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """All that is due of one plan. `next_due_at` is not later than now where more is to be caught up; NEVER: spent."""

    plan: Plan
    slots: tuple[Slot, ...]
    next_due_at: datetime


def due(
    plan: Plan, now: datetime, *, reachable: bool, own: Sequence[Prompt],
    pause: Pause | None = None, lapses: Sequence[datetime] = (),
) -> Due:  # fmt: skip
    """The slots of `plan` that have come round by `now`, each with exactly one record (FIELD S6, S7, S13, S15).

    - The newest slot is asked if its window is still open. Every older one was missed by us, whatever the reason.
    - In a pause nothing is asked, and nobody counts it as silence.
    - Nobody who cannot be reached is asked, and that is what is recorded.
    - A check-in that the person did or began by themselves (`own`) takes the place of the slot it was done for: no
      longer before it than the window is wide.
    - On the evening of a lapse (`lapses`: when each was told of) no check-in is asked, and nobody counts it as silence.
    """
    until = min(now, plan.next_due_at + HORIZON)
    coming = plan.rule.due_after(until, plan.zone)
    found = plan.rule.between(plan.next_due_at - MOMENT, until, plan.zone)
    newest = found[-1] if found and coming > now else None
    slots = (_record(plan, one, now, one is newest, reachable, own, pause, lapses) for one in found)
    return Due(plan, tuple(slots), coming)


def decision(plan: Plan, slot: Slot) -> dict[str, Any]:
    """Why this was said, kept for "Why this?"; all in codes and times.

    `chosen` is what the time goes back to: "your time", "your days" (a supporter's), or what a hello was promised for,
    such as "lapse".
    """
    asked = slot.occurrence
    return {
        "rule": _how_often(plan),
        "asked_for": asked.slot,
        "zone": plan.zone,
        "window": [asked.at_utc.isoformat(), slot.closes_at.isoformat()],
        "chosen": _chosen(plan),
        "held_back": [],
        "told": [],
    }


def _how_often(plan: Plan) -> str:
    if plan.rule.on is not None:
        return "once"
    return "daily" if len(plan.rule.weekdays) == 7 else "weekdays"


def _chosen(plan: Plan) -> str:
    if plan.kind == HELLO and plan.rule.why:
        return plan.rule.why
    return "your days" if plan.kind == NUDGE else "your time"


def _record(
    plan: Plan, one: Occurrence, now: datetime, newest: bool, reachable: bool, own: Sequence[Prompt],
    pause: Pause | None, lapses: Sequence[datetime],
) -> Slot:  # fmt: skip
    closes_at = plan.rule.closes_at(one.at_utc, plan.zone)
    window = timedelta(minutes=plan.rule.window_minutes)
    if any(_stands_for(mine, one.at_utc - window, closes_at) for mine in own):
        return Slot(one, PromptState.SKIPPED, "already done", closes_at)
    if plan.kind == CHECK_IN and is_left_in_peace(one.at_utc, lapses, plan.zone):
        return Slot(one, PromptState.SKIPPED, "lapse", closes_at)
    if pause is not None and pause.covers(one.at_utc):
        return Slot(one, PromptState.PAUSED, "paused", closes_at)
    if not reachable:
        return Slot(one, PromptState.CANNOT_REACH, "blocked", closes_at)
    if now >= closes_at:
        return Slot(one, PromptState.MISSED_BY_US, "too late", closes_at)
    if not newest:
        return Slot(one, PromptState.MISSED_BY_US, "newer", closes_at)
    return Slot(one, PromptState.OPEN, None, closes_at)


def _stands_for(mine: Prompt, since: datetime, until: datetime) -> bool:
    return mine.answered_at is not None and since <= mine.answered_at < until
