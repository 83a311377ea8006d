"""Plans and pauses as they are stored: made, changed, claimed when they are due, moved on to their next due time."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Column, FromClause, Row, and_, bindparam, case, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.people.consents import REACHABLE, wants
from db.store.service_facts import count_up
from db.tables import clients, pauses, people, plans, quit_attempts
from db.tx import Tx
from programme.schedule.due import DuePlan
from programme.schedule.kinds import KINDS
from programme.schedule.pause import Pause, PauseScope
from programme.schedule.plan import NEVER, NUDGE, Plan, Rule

PAUSE_COLUMNS = (pauses.c.since, pauses.c.until)
_PAUSING = [kind.name for kind in KINDS.values() if kind.pauses]


def pause_of(since: datetime | None, until: datetime | None) -> Pause | None:
    """The values of COLUMNS after an outer join."""
    return None if since is None or until is None else Pause(since, until)


def pause_counts_for(table: FromClause) -> Any:
    """On what plans or prompts are joined (outer) with the pause that counts for them: of whom they are for or about.

    Only kinds that pause find one, and of prompts those of a plan: what a person began by themselves goes on.
    """
    whose: Column[int] = func.coalesce(table.c.about_id, table.c.person_id)  # type: ignore[assignment]
    of = case((table.c.kind == NUDGE, PauseScope.NUDGES.value), else_=PauseScope.CHECK_INS.value)
    held = or_(pauses.c.what == PauseScope.ALL.value, pauses.c.what == of)
    found = and_(pauses.c.person_id == whose, table.c.kind.in_(_PAUSING), held)
    return and_(found, table.c.plan_id.is_not(None)) if "plan_id" in table.c else found


async def start_pause(tx: Tx, person_id: int, pause: Pause) -> None:
    """This is the person's pause now, in place of the last one."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    held = {"since": pause.since, "until": pause.until, "what": pause.what.value}
    await tx.run(
        make(pauses).values(person_id=person_id, **held).on_conflict_do_update(index_elements=["person_id"], set_=held)
    )


async def end_pause(tx: Tx, person_id: int) -> None:
    """A pause that holds is over from now on."""
    running = update(pauses).where(pauses.c.person_id == person_id, pauses.c.until > tx.now)
    await tx.run(running.values(until=tx.now))


_NOW: BindParameter[Any] = bindparam("now", type_=pauses.c.since.type)
_RUNNING = select(pauses.c.person_id, pauses.c.what, *PAUSE_COLUMNS).where(
    pauses.c.person_id.in_(bindparam("people", expanding=True)),
    pauses.c.since <= _NOW,
    pauses.c.until > _NOW,
)


async def running_pauses(tx: Tx, person_ids: Collection[int]) -> dict[int, Pause]:
    """Who of these people pauses now, in one statement; who does not is left out."""
    rows = await tx.run(_RUNNING, {"people": list(set(person_ids)), "now": tx.now})
    return {row.person_id: Pause(row.since, row.until, PauseScope(row.what)) for row in rows}


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
    select(*_COLUMNS, REACHABLE, wants(plans), *_PERSON, *PAUSE_COLUMNS)
    .join(people, people.c.id == plans.c.person_id)
    .outerjoin(clients, clients.c.person_id == plans.c.person_id)
    .outerjoin(quit_attempts, and_(quit_attempts.c.person_id == plans.c.person_id, _GOES_ON))
    .outerjoin(pauses, pause_counts_for(plans))
    .where(plans.c.id.in_(bindparam("plans", expanding=True)), plans.c.next_due_at <= bindparam("now"))
    .order_by(plans.c.next_due_at, plans.c.id)
    .with_for_update(skip_locked=True, of=plans)
)


async def claim(tx: Tx, plan_ids: Collection[int]) -> list[DuePlan]:
    """Those of the plans that are still due, held until the transaction ends; not what another process holds."""
    return [_candidate(row) for row in await tx.run(_CLAIM, {"plans": list(plan_ids), "now": tx.now})]


def _candidate(row: Row[Any]) -> DuePlan:
    *values, reachable, wanted, last_seen_at, quit_on, since, until = list(row)
    pause = pause_of(since, until)
    return DuePlan(_plan(values), bool(reachable), bool(wanted), pause, last_seen_at, quit_on)


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
