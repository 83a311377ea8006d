"""Pauses as they are stored: the last one of each client, over or not."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Column, FromClause, and_, bindparam, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import pauses
from db.tx import Tx
from programme.kinds import KINDS
from programme.pause import Pause, What
from programme.plan import NUDGE

COLUMNS = (pauses.c.since, pauses.c.until)
_PAUSING = [kind.name for kind in KINDS.values() if kind.pauses]


def pause_of(since: datetime | None, until: datetime | None) -> Pause | None:
    """The values of COLUMNS after an outer join."""
    return None if since is None or until is None else Pause(since, until)


def counts_for(table: FromClause) -> Any:
    """On what plans or prompts are joined (outer) with the pause that counts for them: of whom they are for or about.

    Only kinds that pause find one, and of prompts those of a plan: what a person began by themselves goes on.
    """
    whose: Column[int] = func.coalesce(table.c.about_id, table.c.person_id)  # type: ignore[assignment]
    of = case((table.c.kind == NUDGE, What.NUDGES.value), else_=What.CHECK_INS.value)
    held = or_(pauses.c.what == What.ALL.value, pauses.c.what == of)
    found = and_(pauses.c.person_id == whose, table.c.kind.in_(_PAUSING), held)
    return and_(found, table.c.plan_id.is_not(None)) if "plan_id" in table.c else found


async def start(tx: Tx, person_id: int, pause: Pause) -> None:
    """This is the person's pause now, in place of the last one."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    held = {"since": pause.since, "until": pause.until, "what": pause.what.value}
    await tx.run(
        make(pauses).values(person_id=person_id, **held).on_conflict_do_update(index_elements=["person_id"], set_=held)
    )


async def end(tx: Tx, person_id: int) -> None:
    """A pause that holds is over from now on."""
    running = update(pauses).where(pauses.c.person_id == person_id, pauses.c.until > tx.now)
    await tx.run(running.values(until=tx.now))


_NOW: BindParameter[Any] = bindparam("now", type_=pauses.c.since.type)
_RUNNING = select(pauses.c.person_id, pauses.c.what, *COLUMNS).where(
    pauses.c.person_id.in_(bindparam("people", expanding=True)),
    pauses.c.since <= _NOW,
    pauses.c.until > _NOW,
)


async def running(tx: Tx, person_ids: Collection[int]) -> dict[int, Pause]:
    """Who of these people pauses now, in one statement; who does not is left out."""
    rows = await tx.run(_RUNNING, {"people": list(set(person_ids)), "now": tx.now})
    return {row.person_id: Pause(row.since, row.until, What(row.what)) for row in rows}
