"""How a prompt ends, whatever ended it: its state, its event, and what may be kept of its answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from db import check_ins, events, prompts, soft
from db.tx import Tx
from programme.course import Form
from programme.day import ASKING
from programme.event import NewEvent
from programme.kinds import KINDS
from programme.prompt import SOFT, NewPrompt, Prompt, PromptState, Trace
from programme.soft import soft_at

_NO_ANSWER = (PromptState.EXPIRED, PromptState.REPLACED)
_KEPT_FROM = {PromptState.MISSED_BY_US: "MissedByUs", PromptState.CANNOT_REACH: "CannotReach"}


@dataclass(frozen=True, slots=True)
class Ending:
    """What a prompt is to end as, and why."""

    prompt: Prompt | Trace
    state: PromptState
    reason: str | None = None


def replaced(old: Prompt | Trace, unsent: Collection[int]) -> PromptState:
    """What becomes of one whose place a newer one takes; `unsent` are those whose question never went out."""
    if old.answered_at:
        return PromptState.PART
    return PromptState.MISSED_BY_US if old.id in unsent else PromptState.REPLACED


async def close_many(tx: Tx, endings: Sequence[Ending], *, actor_id: int | None = None) -> None:
    """End these prompts. Answers stay only where the person agreed to that; that they answered stays in any case.

    What ends without an answer in the hours after a crisis card is no silence: it ends as left out by us.
    """
    if not endings:
        return
    endings = await _softened(tx, endings)
    await prompts.end_many(tx, [(one.prompt.id, one.state, one.reason) for one in endings])
    await check_ins.erase_unkept(tx, [one.prompt.id for one in endings if one.prompt.answered_at])
    happened = [happening(one.prompt.id, one.prompt, one.state, one.reason, actor_id) for one in endings]
    await events.add_many(tx, happened)


async def _softened(tx: Tx, endings: Sequence[Ending]) -> Sequence[Ending]:
    silent = [one for one in endings if one.state in _NO_ANSWER and one.prompt.kind in ASKING]
    if not silent:
        return endings
    gentle = await soft.of_people(tx, {one.prompt.person_id for one in silent})
    mild = {
        one.prompt.id
        for one in silent
        if one.prompt.form == Form.SOFT or soft_at(tx.now, gentle.get(one.prompt.person_id, ())) is not None
    }
    return [replace(one, state=PromptState.SKIPPED, reason=SOFT) if one.prompt.id in mild else one for one in endings]


def happening(
    prompt_id: int,
    prompt: Prompt | Trace | NewPrompt,
    state: PromptState,
    reason: str | None,
    actor_id: int | None = None,
) -> NewEvent:
    """The event of a prompt that comes to be in that state."""
    data = {
        "prompt_id": prompt_id,
        "plan_id": prompt.plan_id,
        "local_date": prompt.local_date.isoformat(),
        "slot": prompt.slot,
        "state": state.value,
        "reason": reason,
    }
    happened = f"{KINDS[prompt.kind].event}{'Opened' if state is PromptState.OPEN else 'Closed'}"
    return NewEvent(_KEPT_FROM.get(state, happened), prompt.person_id, actor_id, data)
