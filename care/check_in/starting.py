"""A check-in that the person asks for themselves, and one that is put off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from care.check_in.answering import Answered, AnswerStatus, take_up, touch_check_in
from care.delivery import say
from care.schedule import closing
from care.schedule.closing import PromptEnding, make_way
from care.schedule.upcoming import upcoming
from db import events
from db.schedule import prompts
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.course import WHOLE
from programme.schedule.day import ASKING
from programme.schedule.events import CheckInPutOff
from programme.schedule.pause import Snooze, Until, snoozes
from programme.schedule.plan import CHECK_IN, WINDOW_MINUTES
from programme.schedule.prompt import ASK, NewPrompt, Prompt, PromptState, PromptStep, prompt_key
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, is_quiet, quiet_start_after


class Started(StrEnum):
    """What a person who asks for a check-in gets."""

    NEW = "new"
    SHOWN = "shown"  # the open one, below
    LATE = "late"  # today's, which had closed
    DONE_TODAY = "done_today"


async def start_now(tx: Tx, person: Person) -> Started:
    """Show the person's open check-in below; or today's closed one, to be added late; or a new one.

    It takes the place of whatever else is asked just then: that is closed, and a new one's closing words lead back to
    what is still to be said (FIELD S6).

    Somebody who has done theirs today is told so, and nothing is shown: the one question of the morning, or of the
    hardest hour, is none of these. The caller lets only clients in.
    """
    zone = person.zone or "UTC"
    today = tx.now.astimezone(ZoneInfo(zone)).date()
    recent = await prompts.of_person(tx, person.id, tx.now - 2 * DAY, kind=CHECK_IN)
    open_one = next((one for one in reversed(recent) if one.waits_at(tx.now)), None)
    todays = [one for one in recent if one.local_date == today and one.form in WHOLE]
    if open_one is not None:
        await _show_below(tx, open_one)
        return Started.SHOWN
    if any(one.state is PromptState.DONE for one in todays):
        return Started.DONE_TODAY
    closed = next((one for one in reversed(todays) if one.may_be_late(tx.now)), None)
    others = [one for one in await prompts.open_of(tx, person.id) if one.kind in ASKING]
    await make_way(tx, others, actor_id=person.id)
    if closed is not None:
        await _show_below(tx, closed)
        return Started.LATE
    await _begin(tx, person.id, zone)
    return Started.NEW


async def _show_below(tx: Tx, prompt: Prompt) -> None:
    await touch_check_in(tx, prompt, says_something=False)
    await say.retire_prompts(tx, {prompt.id: prompt.person_id}, ReasonCode.NEWER)
    await say.show(tx, prompt.person_id, "check_in", subject_id=prompt.id)


async def _begin(tx: Tx, person_id: int, zone: str) -> None:
    new = _new(tx.now, person_id, zone)
    prompt_id = await prompts.add(tx, new)
    await say.show(tx, person_id, "check_in", subject_id=prompt_id, key=prompt_key(prompt_id, ASK))
    await events.add_many(tx, [closing.happening(prompt_id, new, new.state, None, person_id)])


def _new(now: datetime, person_id: int, zone: str) -> NewPrompt:
    here = now.astimezone(ZoneInfo(zone))
    end = now + timedelta(minutes=WINDOW_MINUTES)
    closes_at = end if is_quiet(now, zone) else min(end, quiet_start_after(now, zone))
    window = [now.isoformat(), closes_at.isoformat()]
    decision = {"rule": "on demand", "asked_for": None, "zone": zone, "window": window, "chosen": "you asked"}
    return NewPrompt(
        plan_id=None,
        person_id=person_id,
        kind=CHECK_IN,
        local_date=here.date(),
        slot=here.strftime("%H:%M"),
        due_at=now,
        opened_at=now,
        closes_at=closes_at,
        next_at=closes_at,
        next_step=PromptStep.CLOSE,
        state=PromptState.OPEN,
        reason=None,
        closed_at=None,
        plan_version=None,
        decision=decision | {"held_back": [], "told": []},
    )


@dataclass(frozen=True, slots=True)
class SnoozeResult:
    """When it comes back (UTC), or None where there is no room before the night; a check-in that is over is STALE."""

    status: AnswerStatus
    until: datetime | None = None


async def snooze(tx: Tx, person: Person, prompt_id: int, until: Until = Until.LATER) -> SnoozeResult:
    """Ask again at that time, as a new message: later today, tonight, or tomorrow. See programme.schedule.pause.

    - Where that is after its close, the close moves up to the night; of tomorrow's, to the end of a new window.
    - Where it is in the night, or no choice any more, nothing changes.
    - Where a check-in comes by itself tomorrow, that one is it, and this one is left for today; it is no silence.
    - No reminder comes for what was put off.
    """
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered) or not taken.prompt.is_open:
        return SnoozeResult(taken.status if isinstance(taken, Answered) else AnswerStatus.STALE)
    choices = await snoozes_of(tx, person, taken.prompt)
    chosen = next((one for one in choices if one.until is until), None)
    if chosen is None:
        return SnoozeResult(AnswerStatus.NEXT)
    if chosen.by_itself:
        return SnoozeResult(await _leave(tx, person, taken.prompt, ReasonCode.TOMORROW), chosen.at)
    closes_at = _close_after(chosen.at, taken.prompt, _zone(person, taken.prompt))
    prompt = await touch_check_in(tx, taken.prompt, says_something=False)
    decision: Mapping[str, object] = {**prompt.decision, "returns": prompt.returns + 1}
    snoozed = replace(prompt, next_step=PromptStep.RETURN, next_at=chosen.at, closes_at=closes_at, decision=decision)
    await prompts.save_progress(tx, prompt, snoozed)
    await events.add(
        tx, person.id, CheckInPutOff(prompt_id=prompt_id, until=chosen.at, closes_at=closes_at), actor=person.id
    )
    return SnoozeResult(AnswerStatus.NEXT, chosen.at)


async def snoozes_of(tx: Tx, person: Person, prompt: Prompt) -> Sequence[Snooze]:
    """Till when that open check-in of that person may be put off now."""
    zone = _zone(person, prompt)
    slot = prompt.due_at.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)
    asked = [one for one in await upcoming(tx, person) if one.kind in ASKING and one.comes and one.which]
    own = next((one.at for one in asked if one.kind == CHECK_IN), None)
    return snoozes(tx.now, zone, slot, own, next((one.at for one in asked), None))


def _zone(person: Person, prompt: Prompt) -> str:
    return person.zone or prompt.decision["zone"]


def _close_after(back: datetime, prompt: Prompt, zone: str) -> datetime:
    assert prompt.closes_at is not None, "an open prompt has a close"
    if back < prompt.closes_at:
        return prompt.closes_at
    night = quiet_start_after(back, zone)
    same_day = night == quiet_start_after(prompt.due_at, zone)
    return night if same_day else min(night, back + timedelta(minutes=WINDOW_MINUTES))


async def resume(tx: Tx, person: Person, prompt_id: int) -> Answered:
    """Do now what was put off."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    prompt = await touch_check_in(tx, taken.prompt, says_something=taken.said.says_something)
    return Answered(AnswerStatus.NEXT, taken.said.next_question, prompt.late)


async def not_today(tx: Tx, person: Person, prompt_id: int) -> AnswerStatus:
    """Leave it for today; what was answered before stays. It is no silence."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered) or not taken.prompt.is_open:
        return taken.status if isinstance(taken, Answered) else AnswerStatus.STALE
    return await _leave(tx, person, taken.prompt, ReasonCode.NOT_TODAY)


async def _leave(tx: Tx, person: Person, left: Prompt, reason: ReasonCode) -> AnswerStatus:
    prompt = await touch_check_in(tx, left, says_something=False)
    state = PromptState.PART if prompt.answered_at else PromptState.SKIPPED
    await closing.close_many(tx, [PromptEnding(prompt, state, reason)], actor_id=person.id)
    await say.refresh_subject(tx, person.id, "check_in", prompt.id)
    return AnswerStatus.FINISHED
