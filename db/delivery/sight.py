"""What operators see of the database: whether it is held, its backlog, figures, and the newest rows."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, FromClause, Select, case, func, or_, select, text, update

from db import events as db_events
from db.delivery import outbox as db_outbox
from db.delivery import sending, wordings
from db.delivery.outbox import Rank
from db.delivery.picking import OPEN
from db.store import service_facts
from db.tables import (
    counters,
    events,
    inbox,
    invites,
    job_runs,
    leases,
    metadata,
    outbox,
    people,
    plans,
    prompts,
    requests,
    screens,
)
from db.tx import Tx
from programme.people.events import InviteTried

HELD = "held"  # the name of the service fact
LEAP = 1_000_000  # more rows than any table gained since the copy was made
DROPPED = "restored"  # why the copy's own updates are not handled
HoldReason = Literal["older", "command", "vault"]


@dataclass(frozen=True, slots=True)
class Hold:
    """Since when (UTC) and why: `older` than its vault knows, put back by `command`, or newer than its `vault`.

    `database` and `vault` are the generations of both at that moment. Rows of the outbox up to `last_row` came with the
    copy.
    """

    since: datetime
    why: HoldReason
    database: int
    vault: int
    last_row: int


async def get_hold(tx: Tx) -> Hold | None:
    """The hold of this database; None where it is not held."""
    value = await service_facts.get(tx, HELD)
    if value is None:
        return None
    facts: dict[str, Any] = json.loads(value)
    return Hold(**facts | {"since": datetime.fromisoformat(facts["since"])})


async def put_hold(tx: Tx, why: HoldReason, *, database: int, vault: int) -> Hold:
    """Hold this database from now on. One that is held stays as it is. With an older `vault` nothing else is done, for
    the database is the newest there is.

    A copy's own updates were handled after it was made, so they are not handled here. Links that nobody had opened by
    then may have been used since, and work once: they run out. No number that was given out after the copy was made is
    given out by it: buttons on phones name screens by their number.
    """
    if (there := await get_hold(tx)) is not None:
        return there
    hold = Hold(tx.now, why, database, vault, await db_outbox.last_id(tx))
    await _store(tx, hold)
    if why == "vault":
        return hold
    waiting = update(inbox).where(inbox.c.state == "waiting")
    await tx.run(waiting.values(state="done", looked=True, payload=None, error=DROPPED))
    unopened = update(invites).where(invites.c.opened_by.is_(None), invites.c.expires_at > tx.now)
    await tx.run(unopened.values(expires_at=tx.now))
    await _leap(tx)
    return hold


async def cover_hold(tx: Tx, hold: Hold) -> Hold:
    """What was put down up to now is not to be sent either: it came of what was made good in the copy."""
    covered = replace(hold, last_row=await db_outbox.last_id(tx))
    await _store(tx, covered)
    return covered


async def _store(tx: Tx, hold: Hold) -> None:
    facts = asdict(hold) | {"since": hold.since.isoformat()}
    await service_facts.put(tx, HELD, json.dumps(facts))


async def remove_hold(tx: Tx) -> None:
    """This database is held no more."""
    await service_facts.remove(tx, HELD)


async def _leap(tx: Tx) -> None:
    """The next number of every table that counts its rows is LEAP further on, and beyond every person of the vault."""
    for name in sorted(name for name, table in metadata.tables.items() if table.autoincrement_column is not None):
        least = tx.vault.highest_person if name == "people" else 0
        await (_leap_in_file if tx.dialect == "sqlite" else _leap_on_server)(tx, name, least)
    await tx.run(update(counters).where(counters.c.name == "plans").values(last=counters.c.last + LEAP))


async def _leap_in_file(tx: Tx, name: str, least: int) -> None:
    given = {"name": name, "leap": LEAP, "least": least}
    await tx.run(
        text(
            "insert into sqlite_sequence (name, seq) select :name, 0"
            " where not exists (select 1 from sqlite_sequence where name = :name)"
        ),
        {"name": name},
    )
    await tx.run(text("update sqlite_sequence set seq = max(seq, :least) + :leap where name = :name"), given)


async def _leap_on_server(tx: Tx, name: str, least: int) -> None:
    sequence = (await tx.run(select(func.pg_get_serial_sequence(name, "id")))).scalar_one()
    if sequence is not None:
        further = func.setval(sequence, func.greatest(func.nextval(sequence), least) + LEAP)
        await tx.run(select(further))


@dataclass(frozen=True, slots=True)
class Waits:
    """`rows` that may go now, and for how many `seconds` the oldest of them may."""

    rows: int = 0
    seconds: float = 0.0


async def backlog(tx: Tx) -> Mapping[Rank, Waits]:
    """What waits, or is on its way, of each rank. What is to wait until later is not counted."""
    since = case((outbox.c.not_before > outbox.c.made_at, outbox.c.not_before), else_=outbox.c.made_at)
    oldest = func.min(since, type_=outbox.c.made_at.type)
    found = select(outbox.c.rank, func.count().label("rows"), oldest.label("oldest")).where(OPEN, since <= tx.now)
    rows = {Rank(row.rank): row for row in await tx.run(found.group_by(outbox.c.rank))}
    return {rank: _waits(rows[rank], tx.now) if rank in rows else Waits() for rank in Rank}


def _waits(row: object, now: datetime) -> Waits:
    return Waits(row.rows, max(0.0, (now - row.oldest).total_seconds()))  # type: ignore[attr-defined]


AN_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of rows; `late_seconds` is how long the oldest due plan has been waiting to be opened (0: none is).

    `updates_dropped` counts all since the beginning for which there was no room.
    `requests_waiting` are requests for help that nobody has opened, `requests_late` those of them that nobody opened
    in the time that was promised. `texts_stopped` are kinds of messages and texts that an operator stopped.
    `wrong_links_last_hour` counts links and six-digit codes that were tried and are none: somebody may be guessing.
    """

    inbox_waiting: int
    inbox_dead: int
    updates_dropped: int
    outbox_waiting: int
    outbox_uncertain: int
    prompts_open: int
    late_seconds: float
    requests_waiting: int = 0
    requests_late: int = 0
    texts_stopped: int = 0
    wrong_links_last_hour: int = 0


async def figures(tx: Tx) -> Figures:
    """The counts as they are at this moment."""

    async def count(table_column: object, *states: str) -> int:
        found = select(func.count()).where(table_column.in_(states))  # type: ignore[attr-defined]
        return int((await tx.run(found)).scalar_one())

    oldest = (await tx.run(select(func.min(plans.c.next_due_at)))).scalar_one_or_none()
    return Figures(
        inbox_waiting=await count(inbox.c.state, "waiting"),
        inbox_dead=await sending.count_dead(tx),
        updates_dropped=await service_facts.last_count(tx, "updates_dropped"),
        outbox_waiting=await count(outbox.c.state, "waiting", "sending"),
        outbox_uncertain=await sending.count_uncertain(tx),
        prompts_open=await _open_prompts(tx),
        wrong_links_last_hour=await db_events.count_of_kind(tx, InviteTried, tx.now - AN_HOUR),
        texts_stopped=len(await wordings.every_stop(tx)),
        requests_waiting=await _requests(tx),
        requests_late=await _requests(tx, or_(requests.c.late_at.is_not(None), requests.c.due_at <= tx.now)),
        late_seconds=max(0.0, (tx.now - oldest).total_seconds()) if oldest else 0.0,
    )


async def _open_prompts(tx: Tx) -> int:
    """Every open one has a next step: so they are found by its index."""
    found = select(func.count()).where(prompts.c.next_at.is_not(None), prompts.c.state == "open")
    return int((await tx.run(found)).scalar_one())


async def _requests(tx: Tx, *where: ColumnElement[bool]) -> int:
    waits = requests.c.opened_at.is_(None), requests.c.taken_back_at.is_(None)
    return int((await tx.run(select(func.count()).select_from(requests).where(*waits, *where))).scalar_one())


@dataclass(frozen=True, slots=True)
class Sight:
    """`retention_at`, `backup_at`: when they last ran (UTC), None: never, or not known. `epoch`: how often some process
    became the sender."""

    figures: Figures
    backlog: Mapping[Rank, Waits]
    held: Hold | None
    retention_at: datetime | None
    backup_at: datetime | None
    epoch: int

    @staticmethod
    def age(at: datetime | None, now: datetime) -> float | None:
        """Seconds since then; None where it is not known."""
        return None if at is None else max(0.0, (now - at).total_seconds())


async def sight(tx: Tx) -> Sight:
    """How things are."""
    last = select(func.max(job_runs.c.at, type_=job_runs.c.at.type)).where(job_runs.c.job == "retention")
    epoch = select(leases.c.epoch).where(leases.c.name == "sender")
    backup = await service_facts.get(tx, service_facts.LAST_BACKUP)
    return Sight(
        figures=await figures(tx),
        backlog=await backlog(tx),
        held=await get_hold(tx),
        retention_at=(await tx.run(last)).scalar_one_or_none(),
        backup_at=datetime.fromisoformat(backup) if backup else None,
        epoch=(await tx.run(epoch)).scalar_one_or_none() or 0,
    )


_WHO = people.c.telegram_id.label("who")  # an account's number, which the demo's phones have too


def _of(table: FromClause, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns, _WHO).outerjoin(people, people.c.id == table.c.person_id)


EVENT_ROWS = _of(events, events.c.id, events.c.at, events.c.kind, events.c.data).order_by(events.c.id.desc())
PLAN_ROWS = _of(
    plans, plans.c.id, plans.c.kind, plans.c.next_due_at, plans.c.rule, plans.c.zone, plans.c.version, plans.c.ended_at
).order_by(plans.c.next_due_at, plans.c.id)
OUTBOX_ROWS = (
    _of(
        outbox,
        *(outbox.c[name] for name in ("id", "made_at", "verb", "rank", "state", "reason", "attempts", "ended_at")),
        screens.c.name.label("screen"),
    )
    .outerjoin(screens, screens.c.id == outbox.c.screen_id)
    .order_by(outbox.c.id.desc())
)


async def newest_rows(tx: Tx, wanted: Select[Any], limit: int) -> list[dict[str, Any]]:
    """At most `limit` rows of EVENTS, PLANS or OUTBOX; `who` is the Telegram number of whom a row is about, or None."""
    return [dict(row) for row in (await tx.run(wanted.limit(limit))).mappings()]
