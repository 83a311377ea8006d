"""What goes when somebody takes a yes back, leaves or is erased, in the order in which rows point at each other."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Final

from sqlalchemy import and_, bindparam, delete, exists, or_, select, update

from db import events as db_events
from db.delivery import wordings
from db.delivery.outbox import OutboxState, Rank
from db.people import data_inventory
from db.tables import (
    clients,
    encouragements,
    events,
    inbox,
    invites,
    outbox,
    own_words,
    people,
    practitioners,
    request_line,
    requests,
    screens,
    supporters,
)
from db.tables.base import OnErasure, RowStays
from db.tx import Tx
from programme.event_kinds import OF_CLIENT, OUTLIVES, going_with, parted_with
from programme.people.consent import ConsentItem
from programme.people.events import ClientLeft
from programme.people.person import Role
from programme.planning.reasons import TOOLS
from programme.schedule.reason_code import ReasonCode


async def cancel_unasked(tx: Tx, person_id: int, reason: ReasonCode) -> None:
    """What waits for that person and nobody asked for is not said any more."""
    waiting = update(outbox).where(
        outbox.c.person_id == person_id, outbox.c.state == OutboxState.WAITING.value, outbox.c.rank == Rank.PROMPT
    )
    await tx.run(waiting.values(state=OutboxState.CANCELLED.value, reason=reason, ended_at=tx.now))


async def remove_practitioner(tx: Tx, person_id: int) -> None:
    """They are no practitioner any more, and their links that were not used lead nowhere."""
    await drop_unused_links(tx, person_id)
    await tx.run(delete(practitioners).where(practitioners.c.person_id == person_id))


async def drop_unused_links(tx: Tx, person_id: int) -> int:
    """Links that they made and nobody used lead nowhere; how many."""
    unused = delete(invites).where(invites.c.issued_by == person_id, invites.c.used_at.is_(None))
    return (await tx.run(unused)).rowcount


# Screens whose args are, in part, codes of answers.
OF_ANSWERS: Final = frozenset({"aids", "check_in", "diary", "easier", "hsi", "medicine", "medicines", "mpss", "smoked"})
_VALUE = "value"
_KEEP_DATA = update(events).where(events.c.id == bindparam("event")).values(data=bindparam("kept"))


async def forget_answers(tx: Tx, person_id: int) -> None:
    """Delete what that person said in every check-in, in its events too. That they were asked, and answered, stays.

    Of smoking, cravings, outcomes and all else they told of, nothing stays, nor of days counted: there the telling is
    the answer. Which texts our messages to them had is forgotten too, as that can tell an answer, and so are the codes
    on screens.
    """
    await wordings.forget_of(tx, person_id)
    for table in data_inventory.tables_going_with(ConsentItem.KEEP_ANSWERS):
        await tx.run(delete(table).where(table.c.person_id == person_id))
    written = own_words.c.person_id == person_id, own_words.c.kind.not_in([one.value for one in TOOLS])
    await tx.run(delete(own_words).where(*written))
    await tx.run(update(encouragements).where(encouragements.c.to_id == person_id).values(helped=None))
    await tx.run(
        update(screens).where(screens.c.person_id == person_id, screens.c.name.in_(OF_ANSWERS)).values(args={})
    )
    await _forget_events(tx, person_id)


async def _forget_events(tx: Tx, person_id: int) -> None:
    gone, parted = going_with(ConsentItem.KEEP_ANSWERS), parted_with(ConsentItem.KEEP_ANSWERS)
    await db_events.empty_links(tx, and_(events.c.person_id == person_id, events.c.kind.in_(gone)))
    await tx.run(delete(events).where(events.c.person_id == person_id, events.c.kind.in_(gone)))
    told = select(events.c.id, events.c.data).where(events.c.person_id == person_id, events.c.kind.in_(parted))
    kept = [
        {"event": row.id, "kept": {name: code for name, code in row.data.items() if name != _VALUE}}
        for row in await tx.run(told)
        if _VALUE in row.data
    ]
    if kept:
        await tx.run(_KEEP_DATA, kept)


async def leavers_undated(tx: Tx, limit: int) -> list[int]:
    """At most that many clients who left before a day was named up to which their answers are kept."""
    left = select(clients.c.person_id).where(clients.c.left_at.is_not(None), clients.c.keep_until.is_(None))
    return list((await tx.run(left.order_by(clients.c.person_id).limit(limit))).scalars())


async def name_last_day(tx: Tx, person_id: int, keep_until: date) -> None:
    """Up to and with that day what that client left is kept."""
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(keep_until=keep_until))


async def leavers_over(tx: Tx, before: date, limit: int) -> list[int]:
    """At most that many clients who left, whose day was before that one, and who are not on the way back."""
    on_the_way = exists().where(
        invites.c.opened_by == clients.c.person_id, invites.c.role == Role.CLIENT.value, invites.c.used_at.is_(None)
    )
    left = clients.c.left_at.is_not(None), clients.c.keep_until < before, ~on_the_way
    return list((await tx.run(select(clients.c.person_id).where(*left).limit(limit))).scalars())


async def forget_clients(tx: Tx, ids: Collection[int]) -> None:
    """Nothing of what these people told, kept or set as clients is there any more; they were none, but for the logs."""
    theirs = select(supporters.c.id).where(supporters.c.client_id.in_(ids))
    await tx.run(delete(encouragements).where(encouragements.c.support_id.in_(theirs)))
    for table, whose in data_inventory.tables_of_clients():
        await tx.run(delete(table).where(whose.in_(ids)))
    await tx.run(delete(events).where(events.c.person_id.in_(ids), events.c.kind.in_(OF_CLIENT)))
    await tx.run(update(screens).where(screens.c.person_id.in_(ids), screens.c.name.in_(OF_ANSWERS)).values(args={}))
    used = invites.c.opened_by.in_(ids), invites.c.role == Role.CLIENT.value
    await tx.run(update(invites).where(*used).values(opened_by=None, label=None))
    no_role = ~exists().where(practitioners.c.person_id == people.c.id)
    await tx.run(update(people).where(people.c.id.in_(ids), no_role).values(name=None))


# The columns that say Erased.BY_HAND, each of them seen to below.
BY_HAND = frozenset({"people.id", "invites.opened_by", "inbox.telegram_id", "requests.person_id"})
_NOBODY = dict.fromkeys(
    (
        "telegram_id", "name", "country", "nation", "zone", "cannot_reach_since", "hold_until", "awaiting",
        "awaiting_screen", "heard_at", "pinned_at",
    )
) | {"locale": ""}  # fmt: skip


async def forget_accounts(tx: Tx, accounts: Mapping[int, int], keep_log: Collection[int] = ()) -> None:
    """Delete every row about these people (Telegram account by id), as each table says (db.tables.base).

    - An empty row of `people` stays, without account, name or place, so that their number never comes round;
      it remembers when that was.
    - Updates that are done keep nothing but their number. Those that wait are what the person wrote since, and stay.
    - Events about others keep the number of who did it. Numbers of the audit chain stay, and tell nothing (db.events).
    - A request for help that they kept, or took back, stays without their number, for whoever has it.
    - `keep_log`: of these every yes and no, what was asked and why, and who looked at what stay, under a number that
      names nobody (db.people.data_inventory drops them in time).
    """
    ids = list(accounts)
    await _forget_requests(tx, ids)
    for table, column, whose in data_inventory.tables_naming(OnErasure.GOES):
        keeps = data_inventory.kept_of(table).stays is RowStays.LOG and whose == data_inventory.kept_of(table).whose[0]
        gone = [one for one in ids if not keeps or one not in keep_log]
        if table is events:
            await db_events.empty_links(tx, column.in_(gone))
        await tx.run(delete(table).where(column.in_(gone)))
    for table, column, whose in data_inventory.tables_naming(OnErasure.EMPTIED):
        await tx.run(update(table).where(column.in_(ids)).values({whose.column: None}))
    rest = events.c.person_id.in_(keep_log), events.c.kind.not_in(OUTLIVES)
    await db_events.empty_links(tx, and_(*rest))
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
    left = select(events.c.person_id).where(events.c.person_id.in_(person_ids), events.c.kind == ClientLeft.kind_name)
    return set((await tx.run(left)).scalars())


async def erased_people(tx: Tx, since: datetime | None = None) -> set[int]:
    """The ids of everybody who was erased, or of those erased after that moment: their keys are to be gone from the
    vault."""
    gone = select(people.c.id).where(people.c.telegram_id.is_(None))
    return set((await tx.run(gone if since is None else gone.where(people.c.first_seen_at > since))).scalars())


async def living_people(tx: Tx) -> dict[int, int]:
    """Everybody who was not erased: Telegram account by person id."""
    there = select(people.c.id, people.c.telegram_id).where(people.c.telegram_id.is_not(None))
    return {row.id: row.telegram_id for row in await tx.run(there)}


async def clients_of(tx: Tx, practitioner_ids: Collection[int]) -> set[int]:
    """The ids of everybody who is a client of one of these practitioners."""
    theirs = select(clients.c.person_id).where(
        clients.c.practitioner_id.in_(practitioner_ids), clients.c.left_at.is_(None)
    )
    return set((await tx.run(theirs)).scalars())
