"""Raw updates, kept until they are done: stored once, looked at, taken in turn, set back or set aside."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, exists, func, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import inbox
from db.tx import Tx

SERVICE = 0  # payloads are sealed with the service's own key: they are there before the person is
LONGEST_WAIT = timedelta(seconds=60)

# Said as the partial indexes say it, or SQLite does not use them.
_WAITS = text("inbox.state = 'waiting'")
_COLUMNS = (inbox.c.update_id, inbox.c.telegram_id, inbox.c.payload, inbox.c.crisis, inbox.c.attempts)


@dataclass(frozen=True, slots=True)
class NewUpdate:
    """An update to keep. `telegram_id`: whose turn it is, negative for a group, 0 for nobody. `payload`: JSON.

    Without words there is nothing to look at, so it counts as looked at. Without a `todo` it is done as it arrives.
    """

    update_id: int
    telegram_id: int
    payload: str | None
    wordy: bool
    todo: bool = True


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update that waits. `attempts` counts the times that handling it went wrong."""

    update_id: int
    telegram_id: int
    payload: str | None
    crisis: bool
    attempts: int


async def add(tx: Tx, now: datetime, updates: Sequence[NewUpdate]) -> None:
    """Keep these updates, in one statement. One that was kept before stays as it is."""
    rows = [
        {
            "update_id": new.update_id,
            "telegram_id": new.telegram_id,
            "payload": None if new.payload is None else tx.seal(SERVICE, new.payload),
            "received_at": now,
            "state": "waiting" if new.todo else "done",
            "looked": not new.wordy,
        }
        for new in updates
    ]
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    if rows:
        await tx.run(make(inbox).on_conflict_do_nothing(index_elements=["update_id"]), rows)


# A wait longer than the longest we give was written by a clock that has been set back since: it is over.
_DUE = or_(
    inbox.c.not_before.is_(None),
    inbox.c.not_before <= bindparam("now"),
    inbox.c.not_before > bindparam("far"),
)
_older = inbox.alias("older")
_HAS_OLDER = exists().where(
    _older.c.telegram_id == inbox.c.telegram_id,
    _older.c.update_id < inbox.c.update_id,
    text("older.state = 'waiting'"),
)
_TO_LOOK = and_(_WAITS, inbox.c.looked.is_(False), _DUE)
_TO_DO = and_(_WAITS, inbox.c.looked, _DUE, or_(inbox.c.telegram_id == 0, ~_HAS_OLDER))
_PEEK = select(exists().where(_TO_LOOK).label("to_look"), exists().where(_TO_DO).label("to_do"))
_HELD = (
    select(*_COLUMNS).order_by(inbox.c.update_id).limit(bindparam("most")).with_for_update(skip_locked=True, of=inbox)
)
_HELD_TO_LOOK, _HELD_TO_DO = _HELD.where(_TO_LOOK), _HELD.where(_TO_DO)


def _at(now: datetime) -> dict[str, datetime]:
    return {"now": now, "far": now + LONGEST_WAIT * 1.02}


async def peek(tx: Tx, now: datetime) -> tuple[bool, bool]:
    """Whether anything has to be looked at, and whether anything can be handled."""
    row = (await tx.run(_PEEK, _at(now))).one()
    return bool(row.to_look), bool(row.to_do)


def _row(tx: Tx, row: Row[Any]) -> InboxRow:
    return InboxRow(row.update_id, row.telegram_id, tx.unseal(SERVICE, row.payload), row.crisis, row.attempts)


async def _take(tx: Tx, now: datetime, held: Select[Any], limit: int, only: int | None) -> list[InboxRow]:
    if only is not None:
        held = held.where(inbox.c.update_id == only)
    return [_row(tx, row) for row in await tx.run(held, {**_at(now), "most": limit})]


async def take_to_look(tx: Tx, now: datetime, *, limit: int, only: int | None = None) -> list[InboxRow]:
    """Updates with words that nobody has looked at, oldest first, held until the transaction ends.

    Those of a person with older updates in the way are among them: this look waits for nothing.
    """
    return await _take(tx, now, _HELD_TO_LOOK, limit, only)


async def take(tx: Tx, now: datetime, *, limit: int, only: int | None = None) -> list[InboxRow]:
    """Updates whose turn it is, oldest first, at most one of each person, held until the transaction ends.

    An older one of the same person that waits, even for a later retry, keeps the person's others back.
    """
    return await _take(tx, now, _HELD_TO_DO, limit, only)


async def waiting(tx: Tx, telegram_ids: Collection[int]) -> dict[int, int]:
    """How many looked-at updates of each of these accounts wait; who has none is left out."""
    counted = (
        select(inbox.c.telegram_id, func.count().label("rows"))
        .where(_WAITS, inbox.c.looked, inbox.c.telegram_id.in_(set(telegram_ids)))
        .group_by(inbox.c.telegram_id)
    )
    return {row.telegram_id: row.rows for row in await tx.run(counted)}


async def _set(tx: Tx, update_ids: Collection[int], **values: Any) -> None:
    if update_ids:
        await tx.run(update(inbox).where(inbox.c.update_id.in_(update_ids)).values(**values))


async def looked(tx: Tx, update_ids: Collection[int], *, crisis: bool) -> None:
    """The crisis look has been, and that is what it saw."""
    await _set(tx, update_ids, looked=True, crisis=crisis)


async def done(tx: Tx, update_ids: Collection[int]) -> None:
    """Handled: the payload goes, the number stays so that a repeat is known."""
    await _set(tx, update_ids, state="done", payload=None, error=None)


async def disown(tx: Tx, update_ids: Collection[int]) -> None:
    """Whose updates these were is forgotten. They are to be done already."""
    await _set(tx, update_ids, telegram_id=0)


async def drop(tx: Tx, update_ids: Collection[int], why: str) -> None:
    """Not to be handled at all, for that reason; the payload goes."""
    await _set(tx, update_ids, state="done", looked=True, payload=None, error=why)


async def set_back(tx: Tx, update_id: int, *, attempts: int, until: datetime, error: str) -> None:
    """Handling went wrong: once more, not before `until`. `error` is the exception's class."""
    await _set(tx, [update_id], attempts=attempts, not_before=until, error=error)


async def set_aside(tx: Tx, update_id: int, *, attempts: int, error: str) -> None:
    """Handling went wrong too often. The payload stays, sealed, for the operator; words that brought a card do not."""
    await _set(tx, [update_id], state="dead", attempts=attempts, error=error)
    await tx.run(update(inbox).where(inbox.c.update_id == update_id, inbox.c.crisis).values(payload=None))
