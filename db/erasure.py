"""Removing a person: every row about them, in every table, in the order in which rows point at each other."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import and_, delete, exists, or_, select, update

from db import audit, ledger
from db.tables import (
    clients,
    events,
    inbox,
    invites,
    people,
    practitioners,
    request_line,
    requests,
    screens,
    supporters,
)
from db.tables.kept import Erased, Stays
from db.tx import Tx
from programme.event_kinds import OUTLIVES
from programme.people import Role

# The columns that say Erased.BY_HAND, each of them seen to below.
BY_HAND = frozenset({"people.id", "invites.opened_by", "inbox.telegram_id", "requests.person_id"})
_NOBODY = dict.fromkeys(
    (
        "telegram_id", "name", "country", "nation", "zone", "cannot_reach_since", "hold_until", "awaiting",
        "awaiting_screen", "heard_at", "pinned_at",
    )
) | {"locale": ""}  # fmt: skip


async def forget(tx: Tx, accounts: Mapping[int, int], keep_log: Collection[int] = ()) -> None:
    """Delete every row about these people (Telegram account by id), as each table says (db.tables.kept).

    - An empty row of `people` stays, without account, name or place, so that their number never comes round;
      it remembers when that was.
    - Updates that are done keep their number alone. Those that wait are what the person wrote since, and stay.
    - Events about others keep the number of who did it. Numbers of the audit chain stay, and tell nothing (db.audit).
    - A request for help that they kept, or took back, stays without their number, for whoever has it.
    - `keep_log`: of these every yes and no, what was asked and why, and who looked at what stay, under a number that
      names nobody (db.ageing drops them in time).
    """
    ids = list(accounts)
    await _forget_requests(tx, ids)
    for table, column, whose in ledger.naming(Erased.GOES):
        keeps = ledger.of(table).stays is Stays.LOG and whose == ledger.of(table).whose[0]
        gone = [one for one in ids if not keeps or one not in keep_log]
        if table is events:
            await audit.empty(tx, column.in_(gone))
        await tx.run(delete(table).where(column.in_(gone)))
    for table, column, whose in ledger.naming(Erased.EMPTIED):
        await tx.run(update(table).where(column.in_(ids)).values({whose.column: None}))
    rest = events.c.person_id.in_(keep_log), events.c.kind.not_in(OUTLIVES)
    await audit.empty(tx, and_(*rest))
    await tx.run(delete(events).where(*rest))
    await _forget_opened(tx, ids)
    done = update(inbox).where(inbox.c.telegram_id.in_(list(accounts.values())), inbox.c.state != "waiting")
    await tx.run(done.values(telegram_id=0, payload=None, error=None))
    await tx.run(update(people).where(people.c.id.in_(ids)).values(**_NOBODY, first_seen_at=tx.now))


async def _forget_opened(tx: Tx, ids: list[int]) -> None:
    """A link that somebody else made stays theirs, and says nothing of who opened it: used is used; one that nobody
    joined with runs out, and its maker reads that nobody did; a practitioner's waits for whoever has its digits, as a
    stranger may not take it from them."""
    opened = update(invites).where(invites.c.opened_by.in_(ids))
    await tx.run(opened.where(invites.c.used_at.is_not(None)).values(opened_by=None, label=None))
    waits = opened.where(invites.c.role == Role.PRACTITIONER.value)
    await tx.run(waits.values(opened_by=None, opened_at=None))
    await tx.run(opened.values(opened_by=None, declined_at=tx.now, expires_at=tx.now))


async def _forget_requests(tx: Tx, ids: list[int]) -> None:
    """What a client kept, or took back, stays with whoever has it, and names nobody any more."""
    theirs = requests.c.person_id.in_(ids)
    goes = theirs & requests.c.kept_at.is_(None) & requests.c.taken_back_at.is_(None)
    gone = select(requests.c.id).where(or_(goes, requests.c.practitioner_id.in_(ids)))
    await tx.run(delete(request_line).where(request_line.c.request_id.in_(gone)))
    await tx.run(delete(requests).where(goes))
    await tx.run(update(requests).where(theirs).values(person_id=None))


async def strangers(tx: Tx, before: datetime, limit: int) -> dict[int, int]:
    """At most `limit` people (account by id) who never joined, hold no link and were not here since `before`."""
    rows = await tx.run(
        select(people.c.id, people.c.telegram_id)
        .where(
            people.c.telegram_id.is_not(None),
            people.c.first_seen_at < before,
            ~exists().where(clients.c.person_id == people.c.id),
            ~exists().where(practitioners.c.person_id == people.c.id),
            ~exists().where(invites.c.opened_by == people.c.id),
            ~exists().where(supporters.c.person_id == people.c.id),
            ~exists().where(screens.c.person_id == people.c.id, screens.c.made_at >= before),
        )
        .order_by(people.c.id)
        .limit(limit)
    )
    return {row.id: row.telegram_id for row in rows}


async def were_clients(tx: Tx, person_ids: Collection[int]) -> set[int]:
    """Those of these people who joined, and left."""
    left = select(events.c.person_id).where(events.c.person_id.in_(person_ids), events.c.kind == "ClientLeft")
    return set((await tx.run(left)).scalars())


async def erased(tx: Tx, since: datetime | None = None) -> set[int]:
    """The ids of everybody who was erased, or of those erased after that moment: their keys are to be gone from the
    vault."""
    gone = select(people.c.id).where(people.c.telegram_id.is_(None))
    return set((await tx.run(gone if since is None else gone.where(people.c.first_seen_at > since))).scalars())


async def living(tx: Tx) -> dict[int, int]:
    """Everybody who was not erased: Telegram account by person id."""
    there = select(people.c.id, people.c.telegram_id).where(people.c.telegram_id.is_not(None))
    return {row.id: row.telegram_id for row in await tx.run(there)}


async def clients_of(tx: Tx, practitioner_ids: Collection[int]) -> set[int]:
    """The ids of everybody who is a client of one of these practitioners."""
    theirs = select(clients.c.person_id).where(
        clients.c.practitioner_id.in_(practitioner_ids), clients.c.left_at.is_(None)
    )
    return set((await tx.run(theirs)).scalars())
