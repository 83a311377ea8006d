"""Opening what has come due: every slot gets its record, its message is put down, the plan moves on; one commit."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from care import closing, end_plans, say_many
from care.closing import Ending
from db import events, people, plans, prompts, smoked
from db.tx import Tx
from programme.due import Candidate, Due, Slot, decision, due
from programme.kinds import KINDS
from programme.plan import NEVER, Family
from programme.prompt import ASK, NewPrompt, Prompt, PromptState, Step, prompt_key, remind_at

CLAIM = 200
LOOK_BACK = timedelta(days=2)  # what is open, or done by oneself, from before that has no say in a slot


@dataclass(frozen=True, slots=True)
class Tally:
    """What a look at the plans did. `more`: something is left to do at once."""

    opened: int = 0
    missed_by_us: int = 0
    skipped: int = 0
    cannot_reach: int = 0
    paused: int = 0
    more: bool = False


async def open_due(tx: Tx, now: datetime, *, limit: int = CLAIM) -> Tally:
    """Gives the slots of at most `limit` plans that have come round by `now` their record (see programme.due).

    - A repeat changes nothing: a slot of a local date has one record, and the plan moves on all the same.
    - A new check-in takes the place of an older one that is still open, and so with every kind (FIELD S6).
    - The plan of somebody who left, or wants no more of that kind, ends here; and one of a date that is over.
    - The number of statements does not grow with the number of plans.
    """
    found = await plans.due(tx, now, limit)
    if not found:
        return Tally()
    await people.lock(tx, found.values())
    return await _open(tx, now, found.keys(), full=len(found) == limit)


async def settle(tx: Tx, now: datetime, person_id: int) -> None:
    """Everything due of that person (locked) gets its record now, before their plans change."""
    while due_now := [plan.id for plan in await plans.of_person(tx, person_id) if plan.next_due_at <= now]:
        await _open(tx, now, due_now, full=False)


async def _open(tx: Tx, now: datetime, plan_ids: Collection[int], *, full: bool) -> Tally:
    claimed = await plans.claim(tx, now, plan_ids)
    await end_plans.end(tx, now, [one.plan for one in claimed if not one.wanted])
    wanted = [one for one in claimed if one.wanted]
    if not wanted:
        return Tally(more=full)
    recent = await _recent(tx, now, wanted)
    own = _own(recent)
    lapses = await smoked.lapses(tx, {one.plan.person_id for one in wanted}, _since(now, wanted))
    looked = [_due(one, now, own, lapses.get(one.plan.person_id, ())) for one in wanted]
    new = await _record(tx, now, looked)
    opened = {prompt_id: row for prompt_id, row in new.items() if row.state is PromptState.OPEN}
    await _replace(tx, now, recent, {row.family for row in opened.values()})
    await _ask(tx, now, opened)
    await events.add_many(tx, now, [closing.happening(one, row, row.state, row.reason) for one, row in new.items()])
    await plans.move(tx, [(one.plan.id, one.next_due_at) for one in looked if one.next_due_at < NEVER])
    await end_plans.end(tx, now, [replace(one.plan, next_due_at=NEVER) for one in looked if one.next_due_at == NEVER])
    return _tally(new, more=full or any(one.next_due_at <= now for one in looked))


async def _recent(tx: Tx, now: datetime, wanted: Sequence[Candidate]) -> list[Prompt]:
    return await prompts.recent(tx, {one.plan.person_id for one in wanted}, _since(now, wanted))


def _since(now: datetime, wanted: Sequence[Candidate]) -> datetime:
    return min(now, *(one.plan.next_due_at for one in wanted)) - LOOK_BACK


def _own(recent: Sequence[Prompt]) -> dict[Family, list[Prompt]]:
    """What people began by themselves, by whose it is and of which kind."""
    own: dict[Family, list[Prompt]] = {}
    for prompt in recent:
        if prompt.plan_id is None:
            own.setdefault(prompt.family, []).append(prompt)
    return own


def _due(one: Candidate, now: datetime, own: Mapping[Family, Sequence[Prompt]], lapses: Sequence[datetime]) -> Due:
    mine = own.get(one.plan.family, ())
    return due(one.plan, now, reachable=one.reachable, own=mine, pause=one.pause, lapses=lapses)


async def _record(tx: Tx, now: datetime, looked: Sequence[Due]) -> dict[int, NewPrompt]:
    rows = [_prompt(one, slot, now) for one in looked for slot in one.slots]
    ids = await prompts.add_many(tx, rows)
    keyed = ((ids.get((row.plan_id, row.local_date, row.slot)), row) for row in rows)
    return {prompt_id: row for prompt_id, row in keyed if prompt_id is not None}


def _prompt(one: Due, slot: Slot, now: datetime) -> NewPrompt:
    opens = slot.state is PromptState.OPEN
    reminder = remind_at(now, slot.closes_at) if opens and KINDS[one.plan.kind].reminds else None
    step = Step.REMIND if reminder else Step.CLOSE
    return NewPrompt(
        plan_id=one.plan.id,
        person_id=one.plan.person_id,
        kind=one.plan.kind,
        local_date=slot.occurrence.local_date,
        slot=slot.occurrence.slot,
        due_at=slot.occurrence.at_utc,
        opened_at=now if opens else None,
        closes_at=slot.closes_at,
        next_at=(reminder or slot.closes_at) if opens else None,
        next_step=step if opens else None,
        state=slot.state,
        reason=slot.reason,
        closed_at=None if opens else now,
        plan_version=one.plan.version,
        decision=decision(one.plan, slot),
        about_id=one.plan.about_id,
    )


async def _ask(tx: Tx, now: datetime, opened: Mapping[int, NewPrompt]) -> None:
    asks = {
        one: say_many.Ask(row.person_id, KINDS[row.kind].screen, prompt_key(one, ASK), row.closes_at)
        for one, row in opened.items()
    }
    await say_many.show_prompts(tx, now, asks)


async def _replace(tx: Tx, now: datetime, recent: Sequence[Prompt], families: Collection[Family]) -> None:
    old = [one for one in recent if one.family in families and one.waits_at(now)]
    unsent = await say_many.refresh_prompts(tx, now, {one.id: one.person_id for one in old}, "newer")
    await closing.close_many(tx, now, [Ending(one, _replaced(one, unsent), "newer") for one in old])


def _replaced(old: Prompt, unsent: Collection[int]) -> PromptState:
    if old.answered_at:
        return PromptState.PART
    return PromptState.MISSED_BY_US if old.id in unsent else PromptState.REPLACED


def _tally(new: Mapping[int, NewPrompt], *, more: bool) -> Tally:
    states = [row.state for row in new.values()]
    return Tally(
        opened=states.count(PromptState.OPEN),
        missed_by_us=states.count(PromptState.MISSED_BY_US),
        skipped=states.count(PromptState.SKIPPED),
        cannot_reach=states.count(PromptState.CANNOT_REACH),
        paused=states.count(PromptState.PAUSED),
        more=more,
    )
