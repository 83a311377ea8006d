"""Opening what has come due: every slot gets its record, its message is put down, the plan moves on; one commit."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from care import closing, days, end_plans, say_many
from care.make_way import make_way
from db import evenings, events, people, plans, prompts
from db.tx import Tx
from programme.day import ASKING, NO_REMINDER, Day
from programme.deciding import decide
from programme.due import Candidate, Due, Slot, due
from programme.engaged import is_in_hand
from programme.kinds import KINDS
from programme.plan import NEVER
from programme.prompt import ASK, NewPrompt, PromptState, Step, Trace, prompt_key, remind_at
from programme.smoking import Evening
from programme.why import decision

CLAIM = 200


@dataclass(frozen=True, slots=True)
class Tally:
    """What a look at the plans did. `more`: something is left to do at once."""

    opened: int = 0
    missed_by_us: int = 0
    skipped: int = 0
    cannot_reach: int = 0
    paused: int = 0
    more: bool = False


async def open_due(tx: Tx, *, limit: int = CLAIM) -> Tally:
    """Gives the slots of at most `limit` plans that have come round by `now` their record (see programme.due).

    - A repeat changes nothing: a slot of a local date has one record, and the plan moves on all the same.
    - What the rest of a person's day makes of it is recorded with its reason: one cap over all kinds, one question at a
      time, nothing twice, and less for who is silent (see programme.day; FIELD S6, S7, S10).
    - A new question to a client takes the place of an older one that nobody is at, whatever its kind; a nudge that of
      the last one about the same client.
    - The plan of somebody who left, or wants no more of that kind, ends here; and one of a date that is over.
    - The number of statements does not grow with the number of plans.
    """
    found = await plans.due(tx, limit)
    if not found:
        return Tally()
    await people.lock(tx, found.values())
    return await _open(tx, found.keys(), full=len(found) == limit)


async def settle(tx: Tx, person_id: int) -> None:
    """Everything due of that person (locked) gets its record now, before their plans change."""
    while due_now := [plan.id for plan in await plans.of_person(tx, person_id) if plan.next_due_at <= tx.now]:
        await _open(tx, due_now, full=False)


async def _open(tx: Tx, plan_ids: Collection[int], *, full: bool) -> Tally:
    claimed = await plans.claim(tx, plan_ids)
    await end_plans.end(tx, [one.plan for one in claimed if not one.wanted])
    wanted = [one for one in claimed if one.wanted]
    if not wanted:
        return Tally(more=full)
    found = await days.around(tx, wanted)
    quiet = await evenings.of_people(tx, found.keys(), days.since(tx.now, wanted))
    looked = decide(tx.now, [_due(one, tx.now, found, quiet) for one in wanted], found)
    new = await _record(tx, looked, found)
    opened = {prompt_id: row for prompt_id, row in new.items() if row.state is PromptState.OPEN}
    await make_way(tx, _overtaken(tx.now, wanted, found, opened.values()))
    await _ask(tx, opened)
    await events.add_many(tx, [closing.happening(one, row, row.state, row.reason) for one, row in new.items()])
    await plans.move(tx, [(one.plan.id, one.next_due_at) for one in looked if one.next_due_at < NEVER])
    await end_plans.end(tx, [replace(one.plan, next_due_at=NEVER) for one in looked if one.next_due_at == NEVER])
    return _tally(new, more=full or any(one.next_due_at <= tx.now for one in looked))


def _due(one: Candidate, now: datetime, found: Mapping[int, Day], quiet: Mapping[int, Sequence[Evening]]) -> Due:
    whose, family = one.plan.person_id, one.plan.family
    own = [trace for trace in found[whose].records if trace.plan_id is None and trace.family == family]
    return due(one.plan, now, reachable=one.reachable, own=own, pause=one.pause, evenings=quiet.get(whose, ()))


async def _record(tx: Tx, looked: Sequence[Due], found: Mapping[int, Day]) -> dict[int, NewPrompt]:
    rows = [_prompt(one, slot, tx.now, found[one.plan.person_id]) for one in looked for slot in one.slots]
    ids = await prompts.add_many(tx, rows)
    keyed = ((ids.get((row.plan_id, row.local_date, row.slot)), row) for row in rows)
    return {prompt_id: row for prompt_id, row in keyed if prompt_id is not None}


def _prompt(one: Due, slot: Slot, now: datetime, day: Day) -> NewPrompt:
    opens = slot.state is PromptState.OPEN
    reminds = opens and KINDS[one.plan.kind].reminds and slot.form not in NO_REMINDER
    reminder = remind_at(now, slot.closes_at) if reminds else None
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
        decision=decision(one.plan, slot, day),
        about_id=one.plan.about_id,
        form=slot.form,
    )


async def _ask(tx: Tx, opened: Mapping[int, NewPrompt]) -> None:
    asks = {
        one: say_many.Ask(row.person_id, KINDS[row.kind].screen, prompt_key(one, ASK), row.closes_at)
        for one, row in opened.items()
    }
    await say_many.show_prompts(tx, asks)


def _overtaken(
    now: datetime, wanted: Sequence[Candidate], found: Mapping[int, Day], opened: Collection[NewPrompt]
) -> list[Trace]:
    """What was open before, and what is asked now takes its place; not what they are just answering."""
    heard = {one.plan.person_id: one.heard_at for one in wanted}
    families = {row.family for row in opened}
    asked = {row.person_id for row in opened if row.kind in ASKING}
    return [
        one
        for whose, day in found.items()
        for one in day.records
        if one.id and one.waits_at(now) and (one.family in families or (whose in asked and one.kind in ASKING))
        and not is_in_hand(one, heard[whose], now)
    ]  # fmt: skip


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
