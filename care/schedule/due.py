"""What happens by itself to plans and prompts: slots are opened, open prompts reminded and closed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from care.delivery import say
from care.delivery.say import PromptMessage
from care.schedule import closing, days
from care.schedule.closing import PromptEnding, make_way
from db import events
from db.people import accounts
from db.practice import requests
from db.schedule import days as db_days
from db.schedule import plans, prompts
from db.tx import Tx
from programme.quitting.lapses import Evening
from programme.schedule.course import Form
from programme.schedule.day import ASKING, NO_REMINDER, DayState
from programme.schedule.due import DuePlan, DueSlots, SlotDecision, decide, due
from programme.schedule.foresee import decision
from programme.schedule.kinds import KINDS, REMINDER
from programme.schedule.plan import NEVER
from programme.schedule.prompt import (
    ASK,
    REMIND,
    RETURN,
    NewPrompt,
    Pending,
    Prompt,
    PromptState,
    PromptStep,
    PromptSummary,
    is_being_answered,
    prompt_key,
    remind_at,
)
from programme.schedule.reason_code import ReasonCode


async def next_due_at(tx: Tx) -> datetime | None:
    """The earliest moment (UTC) at which a plan, an open prompt or a request wants something, or None."""
    times = (await plans.earliest(tx), await prompts.earliest_step(tx), await requests.earliest(tx))
    return min((at for at in times if at is not None), default=None)


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
    """Gives the slots of at most `limit` plans that have come round by `now` their record (see programme.schedule.due).

    - A repeat changes nothing: a slot of a local date has one record, and the plan moves on all the same.
    - What the rest of a person's day makes of it is recorded with its reason: one cap over all kinds, one question at a
      time, nothing twice, and less for who is silent (see programme.schedule.day; FIELD S6, S7, S10).
    - A new question to a client takes the place of an older one that nobody is at, whatever its kind; a nudge that of
      the last one about the same client.
    - The plan of somebody who left, or wants no more of that kind, ends here; and one of a date that is over.
    - The number of statements does not grow with the number of plans.
    """
    found = await plans.due(tx, limit)
    if not found:
        return Tally()
    await accounts.lock(tx, found.values())
    return await _open(tx, found.keys(), full=len(found) == limit)


async def settle(tx: Tx, person_id: int) -> None:
    """Everything due of that person (locked) gets its record now, before their plans change."""
    while due_now := [plan.id for plan in await plans.of_person(tx, person_id) if plan.next_due_at <= tx.now]:
        await _open(tx, due_now, full=False)


async def _open(tx: Tx, plan_ids: Collection[int], *, full: bool) -> Tally:
    claimed = await plans.claim(tx, plan_ids)
    await closing.end_found(tx, [one.plan for one in claimed if not one.wanted])
    wanted = [one for one in claimed if one.wanted]
    if not wanted:
        return Tally(more=full)
    found = await days.days_around(tx, wanted)
    quiet = await db_days.evenings_of_people(tx, found.keys(), days.days_since(tx.now, wanted))
    looked = decide(tx.now, [_due(one, tx.now, found, quiet) for one in wanted], found)
    new = await _record(tx, looked, found)
    opened = {prompt_id: row for prompt_id, row in new.items() if row.state is PromptState.OPEN}
    await make_way(tx, _overtaken(tx.now, wanted, found, opened.values()))
    await _ask(tx, opened)
    await events.add_many(tx, [closing.happening(one, row, row.state, row.reason) for one, row in new.items()])
    await plans.move(tx, [(one.plan.id, one.next_due_at) for one in looked if one.next_due_at < NEVER])
    await closing.end_found(tx, [replace(one.plan, next_due_at=NEVER) for one in looked if one.next_due_at == NEVER])
    return _tally(new, more=full or any(one.next_due_at <= tx.now for one in looked))


def _due(
    one: DuePlan, now: datetime, found: Mapping[int, DayState], quiet: Mapping[int, Sequence[Evening]]
) -> DueSlots:
    whose, family = one.plan.person_id, one.plan.family
    own = [trace for trace in found[whose].records if trace.plan_id is None and trace.family == family]
    return due(one.plan, now, reachable=one.reachable, own=own, pause=one.pause, evenings=quiet.get(whose, ()))


async def _record(tx: Tx, looked: Sequence[DueSlots], found: Mapping[int, DayState]) -> dict[int, NewPrompt]:
    rows = [_prompt(one, slot, tx.now, found[one.plan.person_id]) for one in looked for slot in one.slots]
    ids = await prompts.add_many(tx, rows)
    keyed = ((ids.get((row.plan_id, row.local_date, row.slot)), row) for row in rows)
    return {prompt_id: row for prompt_id, row in keyed if prompt_id is not None}


def _prompt(one: DueSlots, slot: SlotDecision, now: datetime, day: DayState) -> NewPrompt:
    opens = slot.state is PromptState.OPEN
    reminds = opens and KINDS[one.plan.kind].reminds and slot.form not in NO_REMINDER
    reminder = remind_at(now, slot.closes_at) if reminds else None
    step = PromptStep.REMIND if reminder else PromptStep.CLOSE
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
        one: say.PromptMessage(row.person_id, KINDS[row.kind].screen, prompt_key(one, ASK), row.closes_at)
        for one, row in opened.items()
    }
    await say.show_prompts(tx, asks)


def _overtaken(
    now: datetime, wanted: Sequence[DuePlan], found: Mapping[int, DayState], opened: Collection[NewPrompt]
) -> list[PromptSummary]:
    """What was open before, and what is asked now takes its place; not what they are just answering."""
    heard = {one.plan.person_id: one.last_seen_at for one in wanted}
    families = {row.family for row in opened}
    asked = {row.person_id for row in opened if row.kind in ASKING}
    return [
        one
        for whose, day in found.items()
        for one in day.records
        if one.id and one.waits_at(now) and (one.family in families or (whose in asked and one.kind in ASKING))
        and not is_being_answered(one, heard[whose], now)
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


@dataclass(frozen=True, slots=True)
class PromptsAdvanced:
    """What a look at the open prompts did. `more`: something is left to do at once."""

    reminded: int = 0
    returned: int = 0
    closed: int = 0
    more: bool = False


async def advance_open_prompts(tx: Tx, *, limit: int = CLAIM) -> PromptsAdvanced:
    """Does the next step of at most `limit` prompts for which it has come.

    - One reminder, and none for somebody who has begun, put it off, or cannot be reached; it counts in the day's cap,
      and what was left out for that is noted in the decision (FIELD S10).
    - What was put off comes again, as a new message below.
    - At its close a prompt is edited, silently, to a kind word. Unanswered is expired; begun is part; a question that
      never went out, or was put off and did not come back, was missed by us; and who cannot be reached was not silent.
      What asks nothing is done; the last word to somebody silent is one more day without an answer.
    - Answers that came late, and were not finished, end with the two days they may come in.
    - The number of statements does not grow with the number of prompts.
    """
    found = await prompts.due(tx, limit)
    if not found:
        return PromptsAdvanced()
    await accounts.lock(tx, found.values())
    claimed = await prompts.claim(tx, found.keys())
    steps = [(one, one.prompt.step_at(tx.now, reachable=one.reachable)) for one in claimed]
    closing_now = [one for one, step in steps if step is PromptStep.CLOSE]
    reminding, left_out = await _with_room(tx, [one.prompt for one, step in steps if step is PromptStep.REMIND])
    returning = [one.prompt for one, step in steps if step is PromptStep.RETURN]
    waiting = [one.prompt for one, step in steps if step is None]
    await _close(tx, closing_now)
    await _remind(tx, reminding)
    await _return(tx, returning)
    await _note(tx, left_out)
    rest = [(one, one.reminded_at) for one in (*returning, *waiting, *left_out)]
    await prompts.leave_to_close(tx, [*rest, *((one, tx.now) for one in reminding)])
    return PromptsAdvanced(len(reminding), len(returning), len(closing_now), more=len(found) == limit)


async def _with_room(tx: Tx, reminding: Sequence[Prompt]) -> tuple[list[Prompt], list[Prompt]]:
    """Those for whose reminder the day has room, and those for whose it has none."""
    found = await days.days_of_people(tx, {one.person_id for one in reminding})
    fits = [found[one.person_id].has_room(None, one.local_date, tx.now) for one in reminding]
    chosen = list(zip(reminding, fits, strict=True))
    return [one for one, fit in chosen if fit], [one for one, fit in chosen if not fit]


async def _note(tx: Tx, left_out: Sequence[Prompt]) -> None:
    """That a reminder was left out is part of why their message is as it is."""
    held = {"what": REMINDER, "why": ReasonCode.CAP}
    noted = [(one.id, {**one.decision, "held_back": [*one.decision.get("held_back", ()), held]}) for one in left_out]
    await prompts.decide_anew(tx, noted)


async def _remind(tx: Tx, reminding: Sequence[Prompt]) -> None:
    await say.show_prompts(tx, {one.id: _prompt_message(one, REMINDER, REMIND) for one in reminding})


async def _return(tx: Tx, returning: Sequence[Prompt]) -> None:
    await say.retire_prompts(tx, {one.id: one.person_id for one in returning}, ReasonCode.NEWER)
    asks = {one.id: _prompt_message(one, KINDS[one.kind].screen, f"{RETURN}{one.returns}") for one in returning}
    await say.show_prompts(tx, asks)


def _prompt_message(prompt: Prompt, screen: str, what: str) -> PromptMessage:
    assert prompt.closes_at is not None, "an open prompt has a close"
    return PromptMessage(prompt.person_id, screen, prompt_key(prompt.id, what), prompt.closes_at)


async def _close(tx: Tx, closing_now: Sequence[Pending]) -> None:
    ids = {one.prompt.id: one.prompt.person_id for one in closing_now}
    unsent = await say.refresh_prompts(tx, ids, ReasonCode.CLOSED)
    await closing.close_many(tx, [_ending(one, unsent) for one in closing_now])


def _ending(one: Pending, unsent: Collection[int]) -> PromptEnding:
    prompt = one.prompt
    if not prompt.is_open:
        return PromptEnding(prompt, prompt.state, ReasonCode.LATE_IS_OVER)
    if prompt.answered_at:
        return PromptEnding(prompt, PromptState.PART)
    if not one.reachable:
        return PromptEnding(prompt, PromptState.CANNOT_REACH, ReasonCode.BLOCKED)
    if prompt.id in unsent or prompt.next_step is PromptStep.RETURN:
        return PromptEnding(prompt, PromptState.MISSED_BY_US, ReasonCode.TOO_LATE)
    if prompt.form == Form.LAST:
        return PromptEnding(prompt, PromptState.SKIPPED, ReasonCode.QUIET)
    return PromptEnding(prompt, PromptState.EXPIRED if KINDS[prompt.kind].asks else PromptState.DONE)
