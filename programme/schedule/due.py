"""What becomes of the slots of plans that are due, one plan at a time and all at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from programme.quitting.lapses import Evening, quiet_evening_at
from programme.schedule.day import ASKING, DayState, decide_slot
from programme.schedule.kinds import ORDER
from programme.schedule.pause import Pause
from programme.schedule.plan import MOMENT, QUIT_DAY, Plan
from programme.schedule.prompt import Prompt, PromptState, PromptSummary
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import Slot

Done = Prompt | PromptSummary
# To the peace after a lapse. A hello was promised, and is moved where it has to be.
GIVES_WAY: Final = ASKING | {QUIT_DAY}
HORIZON = timedelta(days=14)  # of a plan that is handled at once, so that a long standstill is caught up in small steps


@dataclass(frozen=True, slots=True)
class DuePlan:
    """A plan that has come due, and whether its person can be reached and still wants to be asked.

    `pause` is the last one of the client whom it is for or about, where this kind pauses. `last_seen_at` is when
    anything last came from the person (None: never), and `quit_on` the quit date that holds.
    """

    plan: Plan
    reachable: bool
    wanted: bool
    pause: Pause | None = None
    last_seen_at: datetime | None = None
    quit_on: date | None = None


@dataclass(frozen=True, slots=True)
class SlotDecision:
    """One due slot with its record: the state it begins with, why, until when it is asked for, and what is asked."""

    occurrence: Slot
    state: PromptState
    reason: ReasonCode | None
    closes_at: datetime
    form: str | None = None


@dataclass(frozen=True, slots=True)
class DueSlots:
    """All that is due of one plan. `next_due_at` is not later than now where more is to be caught up; NEVER: spent."""

    plan: Plan
    slots: tuple[SlotDecision, ...]
    next_due_at: datetime


def due(
    plan: Plan, now: datetime, *, reachable: bool, own: Sequence[Done],
    pause: Pause | None = None, evenings: Sequence[Evening] = (),
) -> DueSlots:  # fmt: skip
    """The slots of `plan` that have come round by `now`, each with exactly one record (FIELD S6, S7, S13, S15).

    - The newest slot is asked if its window is still open. Every older one was missed by us, whatever the reason.
    - In a pause nothing is asked, and nobody counts it as silence.
    - Nobody who cannot be reached is asked, and that is what is recorded.
    - A check-in that the person did or began by themselves (`own`) takes the place of the slot it was done for: no
      longer before it than the window is wide.
    - On the evening of a lapse, and where smoking was left for tonight (`evenings`), nothing is asked, nor is it said
      that this is the quit day, and nobody counts it as silence; also what was due before, and comes late.

    What the rest of the person's day makes of a slot that could be asked: see `with_decision`.
    """
    until = min(now, plan.next_due_at + HORIZON)
    found, coming = plan.rule.due_by(plan.next_due_at - MOMENT, until, plan.zone)
    newest = found[-1] if found and coming > now else None
    slots = (_record(plan, one, now, one is newest, reachable, own, pause, evenings) for one in found)
    return DueSlots(plan, tuple(slots), coming)


def with_decision(found: DueSlots, day: DayState, now: datetime) -> DueSlots:
    """The same, with the rest of the person's day looked at. At most the last of its slots is asked."""
    slot = found.slots[-1] if found.slots else None
    if slot is None or slot.state is not PromptState.OPEN:
        return found
    reason, form = decide_slot(day, found.plan, slot.occurrence, now)
    if reason is None and form == slot.form:
        return found
    state = PromptState.OPEN if reason is None else PromptState.SKIPPED
    last = SlotDecision(slot.occurrence, state, reason, slot.closes_at, form)
    return DueSlots(found.plan, (*found.slots[:-1], last), found.next_due_at)


def is_another_day(one: Done, now: datetime, zone: str) -> bool:
    """Whether the local date of a planned question is not today in the IANA `zone` in which its person is now.

    Its day's cap counts it by that date, so on another it is not said: the plan, moved there, has its own slots. What
    asks nothing is said all the same, but the word that today is the quit date; so is what they began themselves.
    """
    counts = one.plan_id is not None and one.kind in GIVES_WAY
    return counts and one.local_date != now.astimezone(ZoneInfo(zone)).date()


def prompt_summary(plan: Plan, slot: SlotDecision, now: datetime) -> PromptSummary:
    """The slot as others of its day see it."""
    asked, opened = slot.occurrence, slot.state is PromptState.OPEN
    return PromptSummary(
        id=0, plan_id=plan.id, person_id=plan.person_id, kind=plan.kind, about_id=plan.about_id,
        local_date=asked.local_date, slot=asked.slot, form=slot.form, opened_at=now if opened else None,
        closes_at=slot.closes_at, next_step=None, state=slot.state, reason=slot.reason,
        reminded_at=None, seen_at=None, answered_at=None,
    )  # fmt: skip


def _record(
    plan: Plan, one: Slot, now: datetime, newest: bool, reachable: bool, own: Sequence[Done],
    pause: Pause | None, evenings: Sequence[Evening],
) -> SlotDecision:  # fmt: skip
    state, reason, closes_at = _begins_as(plan, one, now, newest, reachable, own, pause, evenings)
    return SlotDecision(one, state, reason, closes_at, one.form)


def _begins_as(
    plan: Plan, one: Slot, now: datetime, newest: bool, reachable: bool, own: Sequence[Done],
    pause: Pause | None, evenings: Sequence[Evening],
) -> tuple[PromptState, ReasonCode | None, datetime]:  # fmt: skip
    closes_at = plan.rule.closes_at(one.at_utc, plan.zone)
    window = timedelta(minutes=plan.rule.window_minutes)
    if any(_stands_for(mine, one.at_utc - window, closes_at) for mine in own):
        return PromptState.SKIPPED, ReasonCode.ALREADY_DONE, closes_at
    gives_way = plan.kind in GIVES_WAY
    if gives_way and (why := quiet_evening_at(one.at_utc, evenings, plan.zone)) is not None:
        return PromptState.SKIPPED, why, closes_at
    if pause is not None and pause.covers(one.at_utc):
        return PromptState.PAUSED, ReasonCode.PAUSED, closes_at
    if not reachable:
        return PromptState.CANNOT_REACH, ReasonCode.BLOCKED, closes_at
    if now >= closes_at:
        return PromptState.MISSED_BY_US, ReasonCode.TOO_LATE, closes_at
    if not newest:
        return PromptState.MISSED_BY_US, ReasonCode.NEWER, closes_at
    if gives_way and (why := quiet_evening_at(now, evenings, plan.zone)) is not None:
        return PromptState.SKIPPED, why, closes_at  # due before that evening began, and late
    return PromptState.OPEN, None, closes_at


def _stands_for(mine: Done, since: datetime, until: datetime) -> bool:
    return mine.answered_at is not None and since <= mine.answered_at < until


def decide(now: datetime, looked: Sequence[DueSlots], days: dict[int, DayState]) -> list[DueSlots]:
    """What truly becomes of all this, in the order of programme.schedule.kinds, and of the days it is in, by person.

    The days come without the plans of `looked`; afterwards they have them, each due next after what is decided here.
    """
    for one in looked:
        whose, moved = one.plan.person_id, one.plan
        if one.next_due_at != moved.next_due_at:
            moved = replace(moved, next_due_at=one.next_due_at)
        days[whose] = days[whose].with_plan(moved)
    made: list[DueSlots] = []
    for one in sorted(looked, key=lambda one: ORDER[one.plan.kind]):
        day = days[one.plan.person_id]
        made.append(after := with_decision(one, day, now))
        if len(day.plans) > 1 and after.slots:
            days[one.plan.person_id] = day.with_record(prompt_summary(one.plan, after.slots[-1], now))
    return made
