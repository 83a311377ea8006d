"""How plans and prompts end, whatever ended them, and what may be kept of their answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from care.delivery import say
from db import check_in, events
from db.schedule import days, plans, prompts
from db.tx import Tx
from programme.event import NewEvent
from programme.people.person import Person
from programme.schedule.course import Form
from programme.schedule.day import ASKING, soft_at
from programme.schedule.events import CLOSED, OPENED, MissedByUs, PlanEnded, PromptCannotReach, PromptEvent
from programme.schedule.plan import MOMENT, Plan
from programme.schedule.prompt import NewPrompt, Prompt, PromptState, PromptSummary
from programme.schedule.reason_code import ReasonCode


async def end_found(tx: Tx, ending: Sequence[Plan], *, actor_id: int | None = None) -> None:
    """End these plans. Slots up to the event's `until` were due; a slot that was never opened is not."""
    await plans.end(tx, [plan.id for plan in ending])
    await events.add_many(tx, [_ended(tx.now, plan, actor_id) for plan in ending])


def _ended(now: datetime, plan: Plan, actor_id: int | None) -> NewEvent:
    until = min(now, plan.next_due_at - MOMENT)
    return NewEvent(PlanEnded(plan.id, plan.version, until), plan.person_id, actor_id)


_NO_ANSWER = (PromptState.EXPIRED, PromptState.REPLACED)
_KEPT_FROM: Mapping[PromptState, type[PromptEvent]] = {
    PromptState.MISSED_BY_US: MissedByUs,
    PromptState.CANNOT_REACH: PromptCannotReach,
}


@dataclass(frozen=True, slots=True)
class PromptEnding:
    """What a prompt is to end as, and why: a ReasonCode, or a code of Telegram's words."""

    prompt: Prompt | PromptSummary
    state: PromptState
    reason: str | None = None


def replaced(old: Prompt | PromptSummary, unsent: Collection[int]) -> PromptState:
    """What becomes of one whose place a newer one takes; `unsent` are those whose question never went out."""
    if old.answered_at:
        return PromptState.PART
    return PromptState.MISSED_BY_US if old.id in unsent else PromptState.REPLACED


async def close_many(tx: Tx, endings: Sequence[PromptEnding], *, actor_id: int | None = None) -> None:
    """End these prompts. Answers stay only where the person agreed to that; that they answered stays in any case.

    What ends without an answer in the hours after a crisis card is no silence: it ends as left out by us.
    """
    if not endings:
        return
    endings = await _softened(tx, endings)
    await prompts.end_many(tx, [(one.prompt.id, one.state, one.reason) for one in endings])
    await check_in.erase_unkept(tx, [one.prompt.id for one in endings if one.prompt.answered_at])
    happened = [happening(one.prompt.id, one.prompt, one.state, one.reason, actor_id) for one in endings]
    await events.add_many(tx, happened)


async def _softened(tx: Tx, endings: Sequence[PromptEnding]) -> Sequence[PromptEnding]:
    silent = [one for one in endings if one.state in _NO_ANSWER and one.prompt.kind in ASKING]
    if not silent:
        return endings
    gentle = await days.soft_of_people(tx, {one.prompt.person_id for one in silent})
    mild = {
        one.prompt.id
        for one in silent
        if one.prompt.form == Form.SOFT or soft_at(tx.now, gentle.get(one.prompt.person_id, ())) is not None
    }
    return [
        replace(one, state=PromptState.SKIPPED, reason=ReasonCode.SOFT) if one.prompt.id in mild else one
        for one in endings
    ]


def happening(
    prompt_id: int,
    prompt: Prompt | PromptSummary | NewPrompt,
    state: PromptState,
    reason: str | None,
    actor_id: int | None = None,
) -> NewEvent:
    """The event of a prompt that comes to be in that state."""
    happened = (OPENED if state is PromptState.OPEN else CLOSED)[prompt.kind]
    kind = _KEPT_FROM.get(state, happened)
    event = kind(prompt_id, prompt.plan_id, prompt.local_date, prompt.slot, state, reason)
    return NewEvent(event, prompt.person_id, actor_id)


async def make_way(tx: Tx, old: Sequence[Prompt | PromptSummary], *, actor_id: int | None = None) -> None:
    """These open prompts are closed, kindly and without a sound; one that never went out was missed by us."""
    unsent = await say.refresh_prompts(tx, {one.id: one.person_id for one in old}, ReasonCode.NEWER)
    endings = [PromptEnding(one, replaced(one, unsent), ReasonCode.NEWER) for one in old]
    await close_many(tx, endings, actor_id=actor_id)


async def own_prompt(tx: Tx, person: Person, prompt_id: int | None, kinds: Collection[str]) -> Prompt | None:
    """That person's message of one of these kinds; None where it is not theirs."""
    prompt = await prompts.get(tx, prompt_id or 0)
    return prompt if prompt is not None and prompt.person_id == person.id and prompt.kind in kinds else None


async def open_prompt_of(tx: Tx, person: Person, kind: str) -> Prompt | None:
    """The one of that kind that waits for that person's answer."""
    found = [one for one in await prompts.open_of(tx, person.id) if one.kind == kind]
    return found[-1] if found else None


async def answer_prompt(
    tx: Tx, prompt: Prompt, state: PromptState = PromptState.DONE, reason: ReasonCode | None = None
) -> None:
    """It was answered, or put aside in words; what stands on the phone says so. Closed before, it is marked late."""
    after = replace(prompt, seen_at=prompt.seen_at or tx.now, answered_at=prompt.answered_at or tx.now)
    await prompts.save_progress(tx, prompt, after if prompt.is_open else replace(after, late=True))
    if prompt.is_open:
        await close_many(tx, [PromptEnding(after, state, reason)], actor_id=prompt.person_id)
    await say.refresh_prompts(tx, {prompt.id: prompt.person_id}, ReasonCode.ANSWERED)
