"""What will come, and why: slots decided ahead by the rules that decide them, and the reason of each message."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from programme.people.person import Role
from programme.quitting.lapses import Evening
from programme.schedule.course import LAST_DAY, Form
from programme.schedule.day import ASKING, DayState
from programme.schedule.due import DuePlan, DueSlots, SlotDecision, decide, due, prompt_summary
from programme.schedule.kinds import KINDS
from programme.schedule.pause import ASK_KINDLY, Silence
from programme.schedule.plan import HELLO, NEVER, NUDGE, Plan, Rule
from programme.schedule.prompt import NewPrompt, PromptState, PromptSummary
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import LOOK_AHEAD, Slot, hhmm

WATCHED = 28  # days after the quit date, after which little is asked


@dataclass(frozen=True, slots=True)
class CourseTold:
    """Local dates, where they are still to come. `mornings` begin by the quit date and `until` is their last day;
    there are `days` of them. `begun`: they come already. `fewer` is when it becomes less."""

    mornings: date | None = None
    until: date | None = None
    days: int = 0
    begun: bool = False
    fewer: date | None = None


def course_told(rule: Rule, today: date) -> CourseTold | None:
    """What that rule brings from `today` on because of its quit date; None for a rule that has none."""
    if rule.course is None or rule.course.quit_on is None:
        return None
    quit_on = rule.course.quit_on
    dates = [quit_on + timedelta(days=n) for n in range(WATCHED + 1)]
    mornings = [day for day in dates if _greets(rule, day)]
    fewer = dates[-1] + timedelta(days=1)
    ahead = fewer if fewer > today else None
    if not mornings or mornings[-1] < today or _greets_before(rule, quit_on):
        return CourseTold(fewer=ahead)
    return CourseTold(mornings[0], mornings[-1], len(mornings), mornings[0] <= today, ahead)


def _greets(rule: Rule, day: date) -> bool:
    return any(one.form == Form.MORNING for one in rule.asked_on(day))


def _greets_before(rule: Rule, quit_on: date) -> bool:
    """Whether mornings come without a quit date as well, so that it changes nothing about them."""
    return any(_greets(rule, quit_on - timedelta(days=n)) for n in range(1, 8))


LADDER = (Form.QUIET, Form.LAST)


def decision(plan: Plan, slot: SlotDecision, day: DayState | None = None) -> dict[str, Any]:
    """Why this was said, or was not.

    - `rule`: "once", "daily", "weekdays" or "course"; `asked_for` is the wall time in the `zone`, `window` when it
      opened and closes.
    - `chosen` is what the time goes back to: "your time", "your days" (a supporter's), "by chance" (within `span`
      minutes; `drawn` is the wall time), "moved" (by hand, to `drawn`), or what a hello was promised for ("lapse").
    - `by`: who moved it, where it was not its person; `promised`: what a hello that was moved was promised for.
    - `final`: it is the last of its course, and nothing of it comes after.
    - A client's `phase` and `day` since the quit date, and the `level` of the course, where there are such.
    - `held_back` is what else was due that day and not said, with the reason; `ladder`: a step of
      programme.schedule.pause.
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


def _chosen(plan: Plan, asked: Slot) -> dict[str, Any]:
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


def _way(plan: Plan, day: DayState, on: date) -> dict[str, Any]:
    quit_day = day.quit_day(on)
    course = plan.rule.course
    return {
        "phase": day.phase(on).value,
        **({"day": quit_day} if quit_day is not None and quit_day >= 0 else {}),
        **({"level": course.level.value} if course else {}),
    }


def _is_final(plan: Plan, asked: Slot) -> bool:
    course = plan.rule.course
    is_near = course is not None and (course.day(asked.local_date) or 0) > LAST_DAY - LOOK_AHEAD
    return is_near and plan.rule.due_after(asked.at_utc, plan.zone) == NEVER


def _held_back(day: DayState, on: date) -> list[dict[str, str]]:
    todays = [one for one in day.records if one.local_date == on and one.is_held_back]
    never_said = (one for one in todays if one.opened_at is None)
    return [{"what": one.kind, "why": one.reason} for one in never_said if one.reason and one.reason != ReasonCode.CARD]


def _soft(day: DayState, zone: str, asked: Slot) -> dict[str, Any]:
    card = max((one.at for one in day.soft), default=None)
    if card is None:
        return {}
    slot = asked.local_date, asked.slot
    others = [one for one in day.soft_said(card) if (one.local_date, one.slot) != slot]
    return {"soft": card.astimezone(ZoneInfo(zone)).date().isoformat(), "numbers": not others}


def expected(plan: Plan, one: Slot) -> NewPrompt:
    """That slot of the plan as it would open. A time that will be drawn by chance is not told before it has come."""
    slot = SlotDecision(one, PromptState.OPEN, None, plan.rule.closes_at(one.at_utc, plan.zone), one.form)
    return NewPrompt(
        plan_id=plan.id, person_id=plan.person_id, kind=plan.kind, local_date=one.local_date, slot=one.slot,
        due_at=one.at_utc, opened_at=None, closes_at=slot.closes_at, next_at=None, next_step=None,
        state=PromptState.OPEN, reason=None, closed_at=None, plan_version=plan.version,
        decision=_decision(plan, slot), about_id=plan.about_id, form=one.form,
    )  # fmt: skip


def _decision(plan: Plan, slot: SlotDecision) -> dict[str, Any]:
    found, course = decision(plan, slot), plan.rule.course
    if found["chosen"] == "by chance":
        del found["drawn"]
    if course is not None:
        found |= {"level": course.level.value, "day": course.day(slot.occurrence.local_date)}
    return found


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One slot of a plan, with the record that it will have; `most` is how many messages its day may have."""

    plan: Plan
    slot: SlotDecision
    most: int


def foresee(
    day: DayState, plans: Sequence[DuePlan], now: datetime, until: datetime, evenings: Sequence[Evening] = ()
) -> list[Foreseen]:
    """Every slot of somebody's plans after `now` up to and with `until`, in the order in which they come round.

    `day` has what was recorded lately and the silence so far, and none of the plans; `evenings` as in
    programme.schedule.due.
    """
    waiting = {one.plan.id: one for one in plans if one.plan.next_due_at < NEVER}
    before, records = day.silence, day.records
    found: list[Foreseen] = []
    while (at := max(now, min((one.plan.next_due_at for one in waiting.values()), default=NEVER))) <= until:
        coming = [one for one in waiting.values() if one.plan.next_due_at <= at]
        rest = tuple(one.plan for one in waiting.values() if one.plan.next_due_at > at)
        silence = _silence(before, records, now, at, coming[0].plan.zone)
        then = replace(day, records=records, plans=rest, silence=silence)
        made, then = _decided(coming, then, at, evenings)
        found += (Foreseen(one.plan, slot, then.most(slot.occurrence.local_date)) for one in made for slot in one.slots)
        records = (*records, *_records(made, at, answers=before.days < ASK_KINDLY))
        for one in made:
            plan = waiting[one.plan.id]
            waiting[one.plan.id] = replace(plan, plan=replace(plan.plan, next_due_at=one.next_due_at))
    return [one for one in found if one.slot.occurrence.at_utc > now]


def _decided(
    coming: Sequence[DuePlan], day: DayState, at: datetime, evenings: Sequence[Evening]
) -> tuple[list[DueSlots], DayState]:
    whose = coming[0].plan.person_id
    days = {whose: day}
    return decide(at, [_due(one, day.records, at, evenings) for one in coming], days), days[whose]


def _due(one: DuePlan, records: Iterable[PromptSummary], at: datetime, evenings: Sequence[Evening]) -> DueSlots:
    own = [each for each in records if each.plan_id is None and each.family == one.plan.family]
    return due(one.plan, at, reachable=one.reachable, own=own, pause=one.pause, evenings=evenings)


def _records(made: Sequence[DueSlots], at: datetime, *, answers: bool) -> Iterator[PromptSummary]:
    for one in made:
        for slot in one.slots:
            record = prompt_summary(one.plan, slot, at)
            done = answers and record.state is PromptState.OPEN
            yield replace(record, state=PromptState.DONE, seen_at=at, answered_at=at) if done else record


def _silence(before: Silence, records: Sequence[PromptSummary], now: datetime, at: datetime, zone: str) -> Silence:
    """The silence of somebody by then: it goes on once it is one, and does not begin before it is."""
    if before.days < ASK_KINDLY:
        return before
    place = ZoneInfo(zone)
    today, on = now.astimezone(place).date(), at.astimezone(place).date()
    asked = [one for one in records if one.local_date >= today and one.kind in ASKING and one.plan_id is not None]
    said = [one for one in asked if one.was_said]
    quiet = {one.local_date for one in asked if one.was_said or one.reason == ReasonCode.QUIET}
    return Silence(
        before.days + sum(each < on for each in quiet),
        _latest(before.asked_on, (one.local_date for one in said)),
        before.asked_kindly or any(one.form == Form.QUIET for one in said),
        before.said_last or any(one.form == Form.LAST for one in said),
    )


def _latest(first: date | None, rest: Iterable[date]) -> date | None:
    return max([*rest, *([first] if first else [])], default=None)
