"""Plans as they are stored: made, changed, claimed when they are due, moved on to their next due time."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, select, update

from db import pauses
from db.counters import count_up
from db.recipients import REACHABLE, wants
from db.tables import clients, people, plans, quit_attempts
from db.tables import pauses as pauses_table
from db.tx import Tx
from programme.due import Candidate
from programme.plan import NEVER, Plan, Rule

_COLUMNS = tuple(plans.c[name] for name in Plan.__slots__)
_GOES_ON = quit_attempts.c.ended_at.is_(None)  # at most one attempt of a person does
_PERSON = func.coalesce(people.c.heard_at, people.c.first_seen_at), quit_attempts.c.quit_on
_MOVE = update(plans).where(plans.c.id == bindparam("plan")).values(next_due_at=bindparam("due"))


def _plan(values: Iterable[Any]) -> Plan:
    named = dict(zip(Plan.__slots__, values, strict=True))
    return Plan(**named | {"rule": Rule.from_json(named["rule"])})


async def add(
    tx: Tx,
    person_id: int,
    kind: str,
    rule: Rule,
    zone: str,
    *,
    next_due_at: datetime,
    about_id: int | None = None,
) -> Plan:
    """A new plan, version 1."""
    plan = Plan(await count_up(tx, "plans"), person_id, kind, rule, zone, 1, next_due_at, None, about_id)
    values = {name: getattr(plan, name) for name in Plan.__slots__} | {"rule": rule.to_json(), "made_at": tx.now}
    await tx.run(insert(plans).values(values))
    return plan


_GOING_ON = select(*_COLUMNS).where(plans.c.ended_at.is_(None)).order_by(plans.c.id)
_OF_PERSON = _GOING_ON.where(plans.c.person_id == bindparam("person"))
_OF_PEOPLE = _GOING_ON.where(
    plans.c.person_id.in_(bindparam("people", expanding=True)), plans.c.id.not_in(bindparam("but", expanding=True))
)
_ABOUT = _GOING_ON.where(plans.c.about_id == bindparam("person"))
_LATEST = (
    select(*_COLUMNS)
    .where(plans.c.person_id == bindparam("person"), plans.c.kind == bindparam("what"))
    .order_by(plans.c.id.desc())
    .limit(1)
)


async def of_person(tx: Tx, person_id: int) -> list[Plan]:
    """The plans of that person that have not ended, oldest first."""
    return [_plan(row) for row in await tx.run(_OF_PERSON, {"person": person_id})]


async def of_people(tx: Tx, person_ids: Collection[int], but: Collection[int] = ()) -> dict[int, list[Plan]]:
    """The plans of these people that have not ended, but for those of these ids, by person, in one statement."""
    found: dict[int, list[Plan]] = {}
    for row in await tx.run(_OF_PEOPLE, {"people": list(person_ids), "but": list(but)}):
        found.setdefault(row.person_id, []).append(_plan(row))
    return found


async def about(tx: Tx, person_id: int) -> list[Plan]:
    """The plans of other people about that person that have not ended, oldest first."""
    return [_plan(row) for row in await tx.run(_ABOUT, {"person": person_id})]


async def latest(tx: Tx, person_id: int, kind: str) -> Plan | None:
    """The newest plan of that kind the person ever had, ended or not; None where there was none."""
    row = (await tx.run(_LATEST, {"person": person_id, "what": kind})).one_or_none()
    return None if row is None else _plan(row)


async def latest_of(tx: Tx, person_ids: Collection[int], kind: str, by: datetime) -> dict[int, tuple[Plan, datetime]]:
    """The same of these people by then (UTC), and when each was made, by person, in one statement."""
    newest = select(func.max(plans.c.id)).where(plans.c.person_id.in_(set(person_ids)), plans.c.kind == kind)
    newest = newest.where(plans.c.made_at <= by)
    wanted = select(*_COLUMNS, plans.c.made_at).where(plans.c.id.in_(newest.group_by(plans.c.person_id)))
    return {row.person_id: (_plan(row[:-1]), row.made_at) for row in await tx.run(wanted)}


async def change(tx: Tx, plan: Plan) -> None:
    """Keep the plan's rule, zone, version and next due time as they are now."""
    await tx.run(
        update(plans)
        .where(plans.c.id == plan.id)
        .values(rule=plan.rule.to_json(), zone=plan.zone, version=plan.version, next_due_at=plan.next_due_at)
    )


async def end(tx: Tx, plan_ids: Collection[int]) -> None:
    """Nothing of these plans comes due any more."""
    if plan_ids:
        await tx.run(update(plans).where(plans.c.id.in_(plan_ids)).values(next_due_at=NEVER, ended_at=tx.now))


_DUE = (
    select(plans.c.id, plans.c.person_id)
    .where(plans.c.next_due_at <= bindparam("now"))
    .order_by(plans.c.next_due_at, plans.c.id)
    .limit(bindparam("most"))
)


async def due(tx: Tx, limit: int) -> dict[int, int]:
    """At most `limit` plans that have come due, earliest first: the person's id by the plan's. Nothing is held yet."""
    rows = await tx.run(_DUE, {"now": tx.now, "most": limit})
    return {row.id: row.person_id for row in rows}


_CLAIM = (
    select(*_COLUMNS, REACHABLE, wants(plans), *_PERSON, *pauses.COLUMNS)
    .join(people, people.c.id == plans.c.person_id)
    .outerjoin(clients, clients.c.person_id == plans.c.person_id)
    .outerjoin(quit_attempts, and_(quit_attempts.c.person_id == plans.c.person_id, _GOES_ON))
    .outerjoin(pauses_table, pauses.counts_for(plans))
    .where(plans.c.id.in_(bindparam("plans", expanding=True)), plans.c.next_due_at <= bindparam("now"))
    .order_by(plans.c.next_due_at, plans.c.id)
    .with_for_update(skip_locked=True, of=plans)
)


async def claim(tx: Tx, plan_ids: Collection[int]) -> list[Candidate]:
    """Those of the plans that are still due, held until the transaction ends; not what another process holds."""
    return [_candidate(row) for row in await tx.run(_CLAIM, {"plans": list(plan_ids), "now": tx.now})]


def _candidate(row: Row[Any]) -> Candidate:
    *values, reachable, wanted, heard_at, quit_on, since, until = list(row)
    pause = pauses.pause_of(since, until)
    return Candidate(_plan(values), bool(reachable), bool(wanted), pause, heard_at, quit_on)


async def move(tx: Tx, due_times: Iterable[tuple[int, datetime]]) -> None:
    """Each plan (by id) is due next at that time (UTC), in one statement."""
    rows = [{"plan": plan_id, "due": at} for plan_id, at in due_times]
    if rows:
        await tx.run(_MOVE, rows)


_EARLIEST = select(plans.c.next_due_at).where(plans.c.next_due_at < NEVER).order_by(plans.c.next_due_at).limit(1)


async def earliest(tx: Tx) -> datetime | None:
    """When the next plan comes due (UTC), or None where there is none."""
    at: datetime | None = (await tx.run(_EARLIEST)).scalar_one_or_none()
    return at
