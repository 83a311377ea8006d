"""Raw updates, kept until they are done: how much room there is, stored once, looked at, taken in turn, set back or
set aside."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Row, Select, and_, bindparam, exists, func, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from db.delivery.outbox import Rank, known
from db.delivery.picking import OPEN
from db.tables import inbox, outbox, people
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
    `stranger`: its turn comes after those of people we know. `crisis`: there is no room for it but for its card.
    """

    update_id: int
    telegram_id: int
    payload: str | None
    wordy: bool
    todo: bool = True
    stranger: bool = False
    crisis: bool = False


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update that waits. `attempts` counts the times that handling it went wrong."""

    update_id: int
    telegram_id: int
    payload: str | None
    crisis: bool
    attempts: int


async def add(tx: Tx, updates: Sequence[NewUpdate]) -> None:
    """Keep these updates, in one statement. One that was kept before stays as it is."""
    rows = [
        {
            "update_id": new.update_id,
            "telegram_id": new.telegram_id,
            "payload": None if new.payload is None else tx.seal(SERVICE, new.payload),
            "received_at": tx.now,
            "state": "waiting" if new.todo else "done",
            "looked": not new.wordy,
            "crisis": new.crisis,
            "stranger": new.stranger,
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
_STRANGERS_TO_DO = and_(inbox.c.stranger, _TO_DO)
_FOR_STRANGERS = and_(OPEN, outbox.c.rank == Rank.STRANGER.value, outbox.c.verb == "send")
_ANSWERS = select(func.count()).select_from(outbox).where(_FOR_STRANGERS).scalar_subquery().label("answers")
_PEEK = select(
    exists().where(_TO_LOOK).label("to_look"),
    exists().where(inbox.c.stranger.is_(False), _TO_DO).label("to_do"),
    exists().where(_STRANGERS_TO_DO).label("strangers"),
    _ANSWERS,
)
_HELD = (
    select(*_COLUMNS)
    .order_by(inbox.c.stranger, inbox.c.update_id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=inbox)
)
_HELD_TO_LOOK, _HELD_TO_DO = _HELD.where(_TO_LOOK), _HELD.where(inbox.c.stranger.is_(False), _TO_DO)
_HELD_OF_STRANGERS = _HELD.where(_STRANGERS_TO_DO)


def _at(now: datetime) -> dict[str, datetime]:
    return {"now": now, "far": now + LONGEST_WAIT * 1.02}


@dataclass(frozen=True, slots=True)
class Peek:
    """Whether anything has to be looked at, and whether anything can be handled: of people we know, of strangers.

    `answers` to strangers wait to be sent.
    """

    to_look: bool
    to_do: bool
    strangers: bool
    answers: int


async def peek(tx: Tx) -> Peek:
    """What there is to do."""
    row = (await tx.run(_PEEK, _at(tx.now))).one()
    return Peek(bool(row.to_look), bool(row.to_do), bool(row.strangers), row.answers)


def _row(tx: Tx, row: Row[Any]) -> InboxRow:
    return InboxRow(row.update_id, row.telegram_id, tx.unseal(SERVICE, row.payload), row.crisis, row.attempts)


async def _take(tx: Tx, held: Select[Any], limit: int, only: int | None) -> list[InboxRow]:
    if only is not None:
        held = held.where(inbox.c.update_id == only)
    return [_row(tx, row) for row in await tx.run(held, {**_at(tx.now), "most": limit})]


async def take_to_look(tx: Tx, *, limit: int, only: int | None = None) -> list[InboxRow]:
    """Updates with words that nobody has looked at, strangers' last, oldest first, held until the transaction ends.

    Those of a person with older updates in the way are among them: this look waits for nothing.
    """
    return await _take(tx, _HELD_TO_LOOK, limit, only)


async def take(tx: Tx, *, limit: int, only: int | None = None) -> list[InboxRow]:
    """Updates whose turn it is, but strangers', oldest first, one of each person, held until the transaction ends.

    An older one of the same person that waits, even for a later retry, keeps the person's others back.
    """
    return await _take(tx, _HELD_TO_DO, limit, only)


async def take_of_strangers(tx: Tx, *, limit: int, only: int | None = None) -> list[InboxRow]:
    """The same of strangers."""
    return await _take(tx, _HELD_OF_STRANGERS, limit, only)


@dataclass(frozen=True, slots=True)
class InboxLoad:
    """How much waits, of some accounts and in all.

    `known`: the person's id by the account, of those who are no strangers. `waiting`: how many updates by account.
    `answer_waits`: strangers for whom an answer waits. `strangers`: updates and answers of strangers that wait, and
    `waiting_in_all` updates of everybody.
    """

    known: Mapping[int, int]
    waiting: Mapping[int, int]
    answer_waits: Set[int]
    strangers: int
    waiting_in_all: int


_ACCOUNTS: BindParameter[int] = bindparam("accounts", expanding=True)
_KNOWN = select(people.c.telegram_id, people.c.id, known(people.c.id).label("known")).where(
    people.c.telegram_id.in_(_ACCOUNTS)
)
_COUNTED = (
    select(inbox.c.telegram_id, func.count().label("rows"))
    .where(_WAITS, inbox.c.telegram_id.in_(_ACCOUNTS))
    .group_by(inbox.c.telegram_id)
)
_IN_ALL = select(
    select(func.count()).select_from(inbox).where(_WAITS).scalar_subquery().label("updates"),
    select(func.count()).select_from(inbox).where(_WAITS, inbox.c.stranger).scalar_subquery().label("theirs"),
    _ANSWERS,
)
_ANSWER_WAITS = (
    select(people.c.telegram_id)
    .join(outbox, outbox.c.person_id == people.c.id)
    .where(_FOR_STRANGERS, people.c.telegram_id.in_(_ACCOUNTS))
    .distinct()
)


async def inbox_load(tx: Tx, accounts: Collection[int]) -> InboxLoad:
    """How much waits of these accounts, and in all."""
    given = {"accounts": list(accounts)}
    found = (await tx.run(_KNOWN, given)).all()
    counted = {row.telegram_id: row.rows for row in await tx.run(_COUNTED, given)}
    in_all = (await tx.run(_IN_ALL)).one()
    strangers = [row.telegram_id for row in found if not row.known]
    answers = set((await tx.run(_ANSWER_WAITS, {"accounts": strangers})).scalars()) if strangers else set[int]()
    return InboxLoad(
        known={row.telegram_id: row.id for row in found if row.known},
        waiting=counted,
        answer_waits=answers,
        strangers=in_all.theirs + in_all.answers,
        waiting_in_all=in_all.updates,
    )


async def there(tx: Tx, update_ids: Collection[int]) -> set[int]:
    """Those of these updates that were kept before."""
    return set((await tx.run(select(inbox.c.update_id).where(inbox.c.update_id.in_(update_ids)))).scalars())


async def waiting_in_all(tx: Tx) -> int:
    """How many updates wait."""
    return int((await tx.run(select(func.count()).select_from(inbox).where(_WAITS))).scalar_one())


async def in_danger(tx: Tx, accounts: Collection[int], *, since: datetime, until: datetime) -> set[int]:
    """Those of these accounts whose words brought a card, or are to bring one, between these moments (UTC)."""
    seen = select(inbox.c.telegram_id).where(
        inbox.c.crisis, inbox.c.telegram_id.in_(accounts), inbox.c.received_at > since, inbox.c.received_at <= until
    )
    return set((await tx.run(seen)).scalars())


async def _set(tx: Tx, update_ids: Collection[int], **values: Any) -> None:
    if update_ids:
        await tx.run(update(inbox).where(inbox.c.update_id.in_(update_ids)).values(**values))


async def looked(tx: Tx, update_ids: Collection[int], *, crisis: bool) -> None:
    """The crisis scan has been, and that is what it saw."""
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


async def retry_later(tx: Tx, update_id: int, *, attempts: int, until: datetime, error: str) -> None:
    """Handling went wrong: again, not before `until`. `error` is the exception's class."""
    await _set(tx, [update_id], attempts=attempts, not_before=until, error=error)


async def set_aside(tx: Tx, update_id: int, *, attempts: int, error: str) -> None:
    """Handling went wrong too often. The payload stays, sealed, for the operator; words that brought a card do not."""
    await _set(tx, [update_id], state="dead", attempts=attempts, error=error)
    await tx.run(update(inbox).where(inbox.c.update_id == update_id, inbox.c.crisis).values(payload=None))
