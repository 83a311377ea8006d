"""Prompts as they are stored: one row for each due slot, and what is to happen to the open ones next."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Row, Update, bindparam, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.people.consents import IS_CLIENT, REACHABLE, wants
from db.schedule import plans
from db.tables import clients, people, prompts
from db.tables import pauses as pauses_table
from db.tx import Tx
from programme.schedule.prompt import (
    NewPrompt,
    Pending,
    Prompt,
    PromptState,
    PromptStep,
    PromptSummary,
    PromptToSend,
    SlotKey,
)

_COLUMNS = tuple(prompts.c[name] for name in Prompt.__slots__)


def to_prompt(values: Iterable[Any]) -> Prompt:
    """A database row of the columns of Prompt, in its order."""
    named = dict(zip(Prompt.__slots__, values, strict=True))
    step = named["next_step"]
    return Prompt(**named | {"state": PromptState(named["state"]), "next_step": step and PromptStep(step)})


async def add_many(tx: Tx, found: Sequence[NewPrompt]) -> dict[SlotKey, int]:
    """Record these slots in one statement; the ids of those that had no record yet, by their slot."""
    if not found:
        return {}
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    result = await tx.run(
        make(prompts)
        .on_conflict_do_nothing(index_elements=["local_date", "plan_id", "slot"])
        .returning(prompts.c.id, prompts.c.plan_id, prompts.c.local_date, prompts.c.slot),
        [_values(one) for one in found],
    )
    return {(row.plan_id, row.local_date, row.slot): row.id for row in result}


async def add(tx: Tx, found: NewPrompt) -> int:
    """Record one prompt that belongs to no plan; its id."""
    result = await tx.run(insert(prompts).values(_values(found)).returning(prompts.c.id))
    return int(result.scalar_one())


def _values(one: NewPrompt) -> Mapping[str, Any]:
    values = {name: getattr(one, name) for name in NewPrompt.__slots__}
    return values | {"state": one.state.value, "next_step": one.next_step and one.next_step.value}


_ONE = select(*_COLUMNS).where(prompts.c.id == bindparam("prompt"))


async def get(tx: Tx, prompt_id: int) -> Prompt | None:
    """The prompt of that id, or None."""
    row = (await tx.run(_ONE, {"prompt": prompt_id})).one_or_none()
    return None if row is None else to_prompt(row)


_TRACE = tuple(prompts.c[name] for name in PromptSummary.__slots__)
_STATE, _STEP_AT = PromptSummary.__slots__.index("state"), PromptSummary.__slots__.index("next_step")
_STATES = {state.value: state for state in PromptState}
_STEPS = {None: None} | {step.value: step for step in PromptStep}
_IS_OPEN = prompts.c.state == PromptState.OPEN.value
_LATELY: BindParameter[Any] = bindparam("lately", type_=prompts.c.due_at.type)
_TRACES = (
    select(*_TRACE)
    .where(
        prompts.c.person_id.in_(bindparam("people", expanding=True)),
        prompts.c.due_at >= bindparam("since"),
        or_(prompts.c.due_at >= _LATELY, _IS_OPEN, prompts.c.plan_id.is_(None)),
    )
    .order_by(prompts.c.due_at, prompts.c.id)
)
_RECORDED = (
    select(*_COLUMNS)
    .where(prompts.c.person_id == bindparam("person"), prompts.c.due_at >= bindparam("since"))
    .order_by(prompts.c.due_at, prompts.c.id)
)
_RECORDED_OF_KIND = _RECORDED.where(prompts.c.kind == bindparam("what"))
_OPEN = (
    select(*_COLUMNS)
    .where(prompts.c.person_id == bindparam("person"), _IS_OPEN)
    .order_by(prompts.c.due_at, prompts.c.id)
)


async def traces(
    tx: Tx, person_ids: Collection[int], since: datetime, lately: datetime
) -> dict[int, list[PromptSummary]]:
    """Of what was due to these people: all since `lately`, and from `since` on what is open or was begun by themselves.

    In order, by person; who has none is left out.
    """
    rows = await tx.run(_TRACES, {"people": list(person_ids), "since": min(since, lately), "lately": lately})
    found: dict[int, list[PromptSummary]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(_trace(row))
    return found


def _trace(row: Row[Any]) -> PromptSummary:
    values = list(row)
    values[_STATE], values[_STEP_AT] = _STATES[row.state], _STEPS[row.next_step]
    return PromptSummary(*values)


async def open_of(tx: Tx, person_id: int) -> list[Prompt]:
    """What is open of that person, oldest first."""
    return [to_prompt(row) for row in await tx.run(_OPEN, {"person": person_id})]


async def all_open(tx: Tx) -> list[Prompt]:
    """What is open of everybody, in no order."""
    return [to_prompt(row) for row in await tx.run(select(*_COLUMNS).where(_IS_OPEN))]


async def is_adding_late(tx: Tx, person_id: int) -> bool:
    """Whether that person has begun to answer something that had closed, and is not at its end."""
    begun = (prompts.c.person_id == person_id, prompts.c.late.is_(True), prompts.c.next_at > tx.now)
    return (await tx.run(select(prompts.c.id).where(*begun).limit(1))).first() is not None


async def added_late(tx: Tx, person_id: int) -> list[Prompt]:
    """What that person has begun to answer after it had closed, and is still open for more, oldest first."""
    begun = (prompts.c.person_id == person_id, prompts.c.late.is_(True), prompts.c.next_at.is_not(None))
    return [to_prompt(row) for row in await tx.run(select(*_COLUMNS).where(*begun).order_by(prompts.c.id))]


async def open_of_kind(tx: Tx, kind: str, limit: int) -> list[Prompt]:
    """At most `limit` of what is open of that kind, whoever's it is, oldest first."""
    # Who is open has a next step, and the index knows those.
    wanted = prompts.c.next_at.is_not(None), prompts.c.kind == kind, _IS_OPEN
    return [
        to_prompt(row) for row in await tx.run(select(*_COLUMNS).where(*wanted).order_by(prompts.c.id).limit(limit))
    ]


async def of_person(tx: Tx, person_id: int, since: datetime, *, kind: str | None = None) -> list[Prompt]:
    """Everything recorded for that person of what was due since then, oldest first; narrowed by kind."""
    asked: dict[str, Any] = {"person": person_id, "since": since}
    if kind is None:
        rows = await tx.run(_RECORDED, asked)
    else:
        rows = await tx.run(_RECORDED_OF_KIND, asked | {"what": kind})
    return [to_prompt(row) for row in rows]


async def asked_before(tx: Tx, prompt: Prompt) -> int:
    """How many prompts of its family were opened before that one."""
    family = (prompts.c.person_id == prompt.person_id) & (prompts.c.kind == prompt.kind)
    earlier = select(func.count()).where(family, prompts.c.opened_at.is_not(None), prompts.c.id < prompt.id)
    return int((await tx.run(earlier.where(prompts.c.about_id == prompt.about_id))).scalar_one())


async def was_asked(tx: Tx, person_id: int, kind: str, after: datetime, before: datetime) -> bool:
    """Whether one of that kind was opened to the person between these moments, and may have reached them."""
    unseen = [PromptState.MISSED_BY_US.value, PromptState.CANNOT_REACH.value, PromptState.CANCELLED.value]
    found = select(prompts.c.id).where(
        prompts.c.person_id == person_id,
        prompts.c.kind == kind,
        prompts.c.opened_at >= after,
        prompts.c.opened_at < before,
        prompts.c.state.not_in(unseen),
    )
    return (await tx.run(found.limit(1))).first() is not None


_PERSON = people.c.zone, people.c.heard_at, people.c.awaiting
_TO_SEND = (
    select(*_COLUMNS, REACHABLE, wants(prompts), IS_CLIENT, *_PERSON, *plans.PAUSE_COLUMNS)
    .join(people, people.c.id == prompts.c.person_id)
    .outerjoin(clients, clients.c.person_id == prompts.c.person_id)
    .outerjoin(pauses_table, plans.pause_counts_for(prompts))
    .where(prompts.c.id == bindparam("prompt"))
)


async def to_send(tx: Tx, prompt_id: int) -> PromptToSend | None:
    """The prompt, and what must hold before anything unasked is said about it."""
    row = (await tx.run(_TO_SEND, {"prompt": prompt_id})).one_or_none()
    if row is None:
        return None
    *values, reachable, agreed, client, zone, last_seen_at, awaiting, since, until = list(row)
    prompt = to_prompt(values)
    wanted = agreed if prompt.plan_id is not None else client
    pause = plans.pause_of(since, until)
    return PromptToSend(
        prompt, bool(reachable), bool(wanted), zone or prompt.decision["zone"], pause, last_seen_at, awaiting
    )


_PROGRESS = ("closes_at", "next_at", "next_step", "state", "seen_at", "answered_at", "late", "decision")


@cache  # a handful of them, and each takes as long to put together as to run
def _save(names: tuple[str, ...]) -> Update:
    changed: dict[str, Any] = {name: bindparam(f"to_{name}") for name in names}
    return update(prompts).where(prompts.c.id == bindparam("prompt")).values(changed)


async def save_progress(tx: Tx, before: Prompt, after: Prompt) -> None:
    """Keep what changed between the two, if anything did: how far the person is, and what comes next."""
    changed = tuple(name for name in _PROGRESS if getattr(after, name) != getattr(before, name))
    if changed:
        values = {f"to_{name}": getattr(after, name) for name in changed}
        await tx.run(_save(changed), values | {"prompt": before.id})


_END = (
    update(prompts)
    .where(prompts.c.id == bindparam("prompt"))
    .values(state=bindparam("to"), reason=bindparam("why"), closed_at=bindparam("at"), next_at=None, next_step=None)
)


async def end_many(tx: Tx, ends: Iterable[tuple[int, PromptState, str | None]]) -> None:
    """Close these prompts (id, state, reason) in one statement; nothing more happens to them by itself."""
    rows = [{"prompt": one, "to": state.value, "why": reason, "at": tx.now} for one, state, reason in ends]
    if rows:
        await tx.run(_END, rows)


_STEP = (
    update(prompts)
    .where(prompts.c.id == bindparam("prompt"))
    .values(next_at=bindparam("then"), next_step=PromptStep.CLOSE.value, reminded_at=bindparam("reminded"))
)


async def leave_to_close(tx: Tx, steps: Iterable[tuple[Prompt, datetime | None]]) -> None:
    """All that is left to these open prompts is their close; the time is when their reminder went out, or None."""
    rows = [{"prompt": one.id, "then": one.closes_at, "reminded": reminded} for one, reminded in steps]
    if rows:
        await tx.run(_STEP, rows)


_DECIDE = update(prompts).where(prompts.c.id == bindparam("prompt")).values(decision=bindparam("kept"))


async def decide_anew(tx: Tx, decisions: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Keep these decisions (by the prompt's id) in place of those before, in one statement."""
    rows = [{"prompt": prompt_id, "kept": dict(kept)} for prompt_id, kept in decisions]
    if rows:
        await tx.run(_DECIDE, rows)


_DUE = (
    select(prompts.c.id, prompts.c.person_id)
    .where(prompts.c.next_at.is_not(None), prompts.c.next_at <= bindparam("now"))
    .order_by(prompts.c.next_at, prompts.c.id)
    .limit(bindparam("most"))
)
_CLAIM = (
    select(*_COLUMNS, REACHABLE)
    .join(people, people.c.id == prompts.c.person_id)
    .where(prompts.c.id.in_(bindparam("prompts", expanding=True)), prompts.c.next_at <= bindparam("now"))
    .order_by(prompts.c.next_at, prompts.c.id)
    .with_for_update(skip_locked=True, of=prompts)
)


async def due(tx: Tx, limit: int) -> dict[int, int]:
    """At most `limit` prompts whose next step has come due, earliest first: the person's id by the prompt's."""
    rows = await tx.run(_DUE, {"now": tx.now, "most": limit})
    return {row.id: row.person_id for row in rows}


async def claim(tx: Tx, prompt_ids: Collection[int]) -> list[Pending]:
    """Those whose step is still due, held until the transaction ends; not what another process holds."""
    rows = await tx.run(_CLAIM, {"prompts": list(prompt_ids), "now": tx.now})
    return [_pending(row) for row in rows]


def _pending(row: Row[Any]) -> Pending:
    values = list(row)
    return Pending(to_prompt(values[:-1]), reachable=bool(values[-1]))


_EARLIEST = select(prompts.c.next_at).where(prompts.c.next_at.is_not(None)).order_by(prompts.c.next_at).limit(1)


async def earliest_step(tx: Tx) -> datetime | None:
    """When the next step of a prompt comes due (UTC), or None where there is none."""
    at: datetime | None = (await tx.run(_EARLIEST)).scalar_one_or_none()
    return at
