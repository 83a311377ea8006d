"""Not now: later, today not at all, or after all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from care import closing, say
from care.answering import Answered, Took, take_up, touch
from care.closing import Ending
from care.coming import coming
from db import events, prompts
from db.tx import Tx
from programme.day import ASKING
from programme.people import Person
from programme.plan import CHECK_IN, WINDOW_MINUTES
from programme.prompt import Prompt, PromptState, Step
from programme.quiet import quiet_start_after
from programme.snooze import Snooze, Until, snoozes


@dataclass(frozen=True, slots=True)
class Later:
    """When it comes back (UTC), or None where there is no room before the night; a check-in that is over is STALE."""

    took: Took
    until: datetime | None = None


async def later(tx: Tx, person: Person, prompt_id: int, until: Until = Until.LATER) -> Later:
    """Ask once more then, as a new message: later today, tonight, or tomorrow. See programme.snooze.

    - Where that is after its close, the close moves up to the night; of tomorrow's, to the end of a new window.
    - Where it is in the night, or no choice any more, nothing changes.
    - Where a check-in comes by itself tomorrow, that one is it, and this one is left for today; it is no silence.
    - No reminder comes for what was put off.
    """
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered) or not taken.prompt.is_open:
        return Later(taken.took if isinstance(taken, Answered) else Took.STALE)
    choices = await snoozes_of(tx, person, taken.prompt)
    chosen = next((one for one in choices if one.until is until), None)
    if chosen is None:
        return Later(Took.NEXT)
    if chosen.by_itself:
        return Later(await _leave(tx, person, taken.prompt, "tomorrow"), chosen.at)
    closes_at = _close_after(chosen.at, taken.prompt, _zone(person, taken.prompt))
    prompt = await touch(tx, taken.prompt, says_something=False)
    decision: Mapping[str, object] = {**prompt.decision, "returns": prompt.returns + 1}
    put_off = replace(prompt, next_step=Step.RETURN, next_at=chosen.at, closes_at=closes_at, decision=decision)
    await prompts.save_progress(tx, prompt, put_off)
    data = {"prompt_id": prompt_id, "until": chosen.at.isoformat(), "closes_at": closes_at.isoformat()}
    await events.add(tx, "CheckInPutOff", person.id, person.id, data)
    return Later(Took.NEXT, chosen.at)


async def snoozes_of(tx: Tx, person: Person, prompt: Prompt) -> Sequence[Snooze]:
    """Till when that open check-in of that person may be put off now."""
    zone = _zone(person, prompt)
    slot = prompt.due_at.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)
    asked = [one for one in await coming(tx, person) if one.kind in ASKING and one.comes and one.which]
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
    prompt = await touch(tx, taken.prompt, says_something=taken.said.says_something)
    return Answered(Took.NEXT, taken.said.next_question, prompt.late)


async def not_today(tx: Tx, person: Person, prompt_id: int) -> Took:
    """Leave it for today; what was answered before stays. It is no silence."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered) or not taken.prompt.is_open:
        return taken.took if isinstance(taken, Answered) else Took.STALE
    return await _leave(tx, person, taken.prompt, "not today")


async def _leave(tx: Tx, person: Person, left: Prompt, reason: str) -> Took:
    prompt = await touch(tx, left, says_something=False)
    state = PromptState.PART if prompt.answered_at else PromptState.SKIPPED
    await closing.close_many(tx, [Ending(prompt, state, reason)], actor_id=person.id)
    await say.refresh_subject(tx, person.id, "check_in", prompt.id)
    return Took.FINISHED
