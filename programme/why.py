"""Why something was said: the decision as it is kept with each prompt, for "Why this?"; all in codes and times."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from programme.course import LAST_DAY, Form
from programme.day import Day
from programme.due import Slot
from programme.kinds import KINDS
from programme.occurrence import LOOK_AHEAD, Occurrence, hhmm
from programme.people import Role
from programme.plan import HELLO, NEVER, NUDGE, Plan
from programme.reason_code import ReasonCode

LADDER = (Form.QUIET, Form.LAST)


def decision(plan: Plan, slot: Slot, day: Day | None = None) -> dict[str, Any]:
    """Why this was said, or was not.

    - `rule`: "once", "daily", "weekdays" or "course"; `asked_for` is the wall time in the `zone`, `window` when it
      opened and closes.
    - `chosen` is what the time goes back to: "your time", "your days" (a supporter's), "by chance" (within `span`
      minutes; `drawn` is the wall time), "moved" (by hand, to `drawn`), or what a hello was promised for ("lapse").
    - `by`: who moved it, where it was not its person; `promised`: what a hello that was moved was promised for.
    - `final`: it is the last of its course, and nothing of it comes after.
    - A client's `phase` and `day` since the quit date, and the `level` of the course, where there are such.
    - `held_back` is what else was due that day and not said, with the reason; `ladder`: a step of programme.silence.
    - `soft`: the local date of the crisis card after which it is short; `numbers`: it says whom to call, once.
    - `told`: who else was told.
    """
    asked = slot.occurrence
    return {
        "rule": _how_often(plan),
        "asked_for": asked.slot,
        "zone": plan.zone,
        "window": [asked.at_utc.isoformat(), slot.closes_at.isoformat()],
        **_chosen(plan, asked),
        **(_way(plan, day, asked.local_date) if day and KINDS[plan.kind].role is Role.CLIENT else {}),
        **({"final": True} if _is_final(plan, asked) else {}),
        "held_back": _held_back(day, asked.local_date) if day else [],
        **({"ladder": slot.form} if slot.form in LADDER else {}),
        **(_soft(day, plan.zone, asked) if day and slot.form == Form.SOFT else {}),
        "told": [],
    }


def _how_often(plan: Plan) -> str:
    if plan.rule.on is not None:
        return "once"
    if plan.rule.course is not None:
        return "course"
    return "daily" if len(plan.rule.weekdays) == 7 else "weekdays"


def _chosen(plan: Plan, asked: Occurrence) -> dict[str, Any]:
    rule = plan.rule
    drawn = hhmm(asked.at_utc.astimezone(ZoneInfo(plan.zone)).time())
    if (change := rule.change_of(asked.local_date, asked.slot)) is not None:
        by = {"by": change.by} if change.by is not None else {}
        return {"chosen": "moved", "drawn": drawn, **by, **({"promised": rule.why} if rule.why else {})}
    if rule.chance is not None and rule.drawn_within(asked.local_date, asked.slot) is not None:
        return {"chosen": "by chance", "span": rule.chance.minutes, "drawn": drawn}
    if plan.kind == HELLO and rule.why:
        return {"chosen": rule.why}
    return {"chosen": "your days" if plan.kind == NUDGE else "your time"}


def _way(plan: Plan, day: Day, on: date) -> dict[str, Any]:
    quit_day = day.quit_day(on)
    course = plan.rule.course
    return {
        "phase": day.phase(on).value,
        **({"day": quit_day} if quit_day is not None and quit_day >= 0 else {}),
        **({"level": course.level.value} if course else {}),
    }


def _is_final(plan: Plan, asked: Occurrence) -> bool:
    course = plan.rule.course
    is_near = course is not None and (course.day(asked.local_date) or 0) > LAST_DAY - LOOK_AHEAD
    return is_near and plan.rule.due_after(asked.at_utc, plan.zone) == NEVER


def _held_back(day: Day, on: date) -> list[dict[str, str]]:
    todays = [one for one in day.records if one.local_date == on and one.is_held_back]
    never_said = (one for one in todays if one.opened_at is None)
    return [{"what": one.kind, "why": one.reason} for one in never_said if one.reason and one.reason != ReasonCode.CARD]


def _soft(day: Day, zone: str, asked: Occurrence) -> dict[str, Any]:
    card = max((one.at for one in day.soft), default=None)
    if card is None:
        return {}
    slot = asked.local_date, asked.slot
    others = [one for one in day.soft_said(card) if (one.local_date, one.slot) != slot]
    return {"soft": card.astimezone(ZoneInfo(zone)).date().isoformat(), "numbers": not others}
