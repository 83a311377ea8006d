"""Whether this database is held: it is an older copy, and nothing is sent from it until the operator says so."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, select, text, update

from db import outbox, service_facts
from db.tables import counters, inbox, invites, metadata
from db.tx import Tx

HELD = "held"  # the name of the service fact
LEAP = 1_000_000  # more rows than any table gained since the copy was made
DROPPED = "restored"  # why the copy's own updates are not handled

Why = Literal["older", "command", "vault"]


@dataclass(frozen=True, slots=True)
class Hold:
    """Since when (UTC) and why: `older` than its vault knows, put back by `command`, or newer than its `vault`.

    `database` and `vault` are the generations of both at that moment. Rows of the outbox up to `last_row` came with the
    copy.
    """

    since: datetime
    why: Why
    database: int
    vault: int
    last_row: int


async def get(tx: Tx) -> Hold | None:
    """The hold of this database; None where it is not held."""
    value = await service_facts.get(tx, HELD)
    if value is None:
        return None
    facts: dict[str, Any] = json.loads(value)
    return Hold(**facts | {"since": datetime.fromisoformat(facts["since"])})


async def put(tx: Tx, why: Why, *, database: int, vault: int) -> Hold:
    """Hold this database from now on. One that is held stays as it is. With an older `vault` nothing else is done, for
    the database is the newest there is.

    A copy's own updates were handled after it was made, so they are not handled here. Links that nobody had opened by
    then may have been used since, and work once: they run out. No number that was given out after the copy was made is
    given out by it: buttons on phones name screens by their number.
    """
    if (there := await get(tx)) is not None:
        return there
    hold = Hold(tx.now, why, database, vault, await outbox.last_id(tx))
    await _store(tx, hold)
    if why == "vault":
        return hold
    waiting = update(inbox).where(inbox.c.state == "waiting")
    await tx.run(waiting.values(state="done", looked=True, payload=None, error=DROPPED))
    unopened = update(invites).where(invites.c.opened_by.is_(None), invites.c.expires_at > tx.now)
    await tx.run(unopened.values(expires_at=tx.now))
    await _leap(tx)
    return hold


async def cover(tx: Tx, hold: Hold) -> Hold:
    """What was put down up to now is not to be sent either: it came of what was made good in the copy."""
    covered = replace(hold, last_row=await outbox.last_id(tx))
    await _store(tx, covered)
    return covered


async def _store(tx: Tx, hold: Hold) -> None:
    facts = asdict(hold) | {"since": hold.since.isoformat()}
    await service_facts.put(tx, HELD, json.dumps(facts))


async def remove(tx: Tx) -> None:
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
