"""Not now: later, today not at all, or after all at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from care import closing, say
from care.answering import Answered, Took, take_up, touch
from care.closing import Ending
from db import events, prompts
from db.tx import Tx
from programme.people import Person
from programme.prompt import LATER_MINUTES, Prompt, PromptState, Step
from programme.quiet import is_quiet, quiet_start_after


@dataclass(frozen=True, slots=True)
class Later:
    """When it comes back (UTC), or None where there is no room before the night; a check-in that is over is STALE."""

    took: Took
    until: datetime | None = None


async def later(tx: Tx, now: datetime, person: Person, prompt_id: int, *, minutes: int = LATER_MINUTES) -> Later:
    """Ask once more in so many minutes, as a new message.

    - Where that is after its close, the close moves up to the night; where it is in the night, nothing changes.
    - No reminder comes for what was put off.
    """
    taken = await take_up(tx, now, person.id, prompt_id)
    if isinstance(taken, Answered) or not taken.prompt.is_open:
        return Later(taken.took if isinstance(taken, Answered) else Took.STALE)
    back = now + timedelta(minutes=minutes)
    closes_at = _close_after(now, back, taken.prompt, person.zone)
    if closes_at is None:
        return Later(Took.NEXT)
    prompt = await touch(tx, now, taken.prompt, says_something=False)
    decision: Mapping[str, object] = {**prompt.decision, "returns": prompt.returns + 1}
    put_off = replace(prompt, next_step=Step.RETURN, next_at=back, closes_at=closes_at, decision=decision)
    await prompts.save_progress(tx, prompt, put_off)
    data = {"prompt_id": prompt_id, "until": back.isoformat(), "closes_at": closes_at.isoformat()}
    await events.add(tx, now, "CheckInPutOff", person.id, person.id, data)
    return Later(Took.NEXT, back)


def _close_after(now: datetime, back: datetime, prompt: Prompt, zone: str | None) -> datetime | None:
    assert prompt.closes_at is not None, "an open prompt has a close"
    if back < prompt.closes_at:
        return prompt.closes_at
    here = zone or prompt.decision["zone"]
    night = quiet_start_after(now, here)
    return None if is_quiet(now, here) or back >= night else night


async def resume(tx: Tx, now: datetime, person: Person, prompt_id: int) -> Answered:
    """Do now what was put off."""
    taken = await take_up(tx, now, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    prompt = await touch(tx, now, taken.prompt, says_something=taken.said.says_something)
    return Answered(Took.NEXT, taken.said.next_question, prompt.late)


async def not_today(tx: Tx, now: datetime, person: Person, prompt_id: int) -> Took:
    """Leave it for today; what was answered before stays. It is no silence."""
    taken = await take_up(tx, now, person.id, prompt_id)
    if isinstance(taken, Answered) or not taken.prompt.is_open:
        return taken.took if isinstance(taken, Answered) else Took.STALE
    prompt = await touch(tx, now, taken.prompt, says_something=False)
    state = PromptState.PART if prompt.answered_at else PromptState.SKIPPED
    await closing.close_many(tx, now, [Ending(prompt, state, "not today")], actor_id=person.id)
    await say.refresh_subject(tx, now, person.id, "check_in", prompt_id)
    return Took.FINISHED
