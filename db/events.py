"""What happened, in order, with who did it, and the chain over who saw or changed what of whom."""

import hashlib
import json
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, overload

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, exists, func, insert, or_, select, text, update

from db.tables import audit, events
from db.tx import Tx
from programme.event import AnyEvent, E, Event, NewEvent, StoredEvent, to_data

_COLUMNS = tuple(events.c[name] for name in StoredEvent.__slots__)
_ADD = insert(events)


async def add(tx: Tx, person_id: int | None, event: Event, actor: int | None = None) -> None:
    """Write down what happened to that person (None: to nobody), and the number of who did it (None: the service)."""
    await add_many(tx, [NewEvent(event, person_id, actor)])


async def add_many(tx: Tx, happened: Sequence[NewEvent]) -> None:
    """Write down several events of one moment in one statement."""
    if not happened:
        return
    rows = [
        {
            "kind": one.event.kind_name,
            "person_id": one.person_id,
            "actor_id": one.actor_id,
            "data": to_data(one.event),
            "at": tx.now,
        }
        for one in happened
    ]
    await tx.run(_ADD, rows)


def _stored(row: Row[Any]) -> StoredEvent[Any]:
    return StoredEvent(*tuple(row))


async def count_since(tx: Tx, person_id: int, kind: type[Event], since: datetime) -> int:
    """How often that happened to the person after that moment (UTC)."""
    wanted = select(func.count()).where(
        events.c.person_id == person_id, events.c.kind == kind.kind_name, events.c.at > since
    )
    return int((await tx.run(wanted)).scalar_one())


async def count_of_kind(tx: Tx, kind: type[Event], since: datetime) -> int:
    """How often that happened to anybody after that moment (UTC). Only of a kind with an index: InviteTried."""
    spelt = text(f"kind = '{kind.kind_name}'")  # as the index says it
    return int((await tx.run(select(func.count()).select_from(events).where(spelt, events.c.at > since))).scalar_one())


async def of_nobody(tx: Tx, kind: type[E], since: datetime) -> list[StoredEvent[E]]:
    """What happened of that kind after that moment (UTC) and is about nobody, oldest first."""
    wanted = select(*_COLUMNS).where(events.c.person_id.is_(None), events.c.kind == kind.kind_name, events.c.at > since)
    rows = await tx.run(wanted.order_by(events.c.id))
    return [_stored(row) for row in rows]


async def drop_of_nobody(tx: Tx, kind: type[Event], before: datetime) -> int:
    """What happened of that kind up to that moment and is about nobody goes; how many."""
    old = delete(events).where(events.c.person_id.is_(None), events.c.kind == kind.kind_name, events.c.at <= before)
    return (await tx.run(old)).rowcount


async def last_at(tx: Tx, person_id: int, kind: type[Event], *, actor_id: int, before: datetime) -> datetime | None:
    """When that last happened to the person by that actor, up to that moment (UTC); None: it did not."""
    wanted = select(func.max(events.c.at)).where(
        events.c.person_id == person_id,
        events.c.kind == kind.kind_name,
        events.c.actor_id == actor_id,
        events.c.at <= before,
    )
    at: datetime | None = (await tx.run(wanted)).scalar_one()
    return at


async def lately(tx: Tx, person_ids: Collection[int], kind: type[Event], *, actor_id: int, since: datetime) -> set[int]:
    """To which of these people that happened by that actor after that moment (UTC), in one statement."""
    wanted = select(events.c.person_id).where(
        events.c.person_id.in_(set(person_ids)),
        events.c.kind == kind.kind_name,
        events.c.actor_id == actor_id,
        events.c.at > since,
    )
    return set((await tx.run(wanted)).scalars())


_OF_PERSON = select(*_COLUMNS).where(events.c.person_id == bindparam("person")).order_by(events.c.id)
_OF_PERSON_AND_KIND = _OF_PERSON.where(events.c.kind == bindparam("what"))


@overload
async def of_person(tx: Tx, person_id: int) -> list[AnyEvent]: ...


@overload
async def of_person(tx: Tx, person_id: int, *, kind: type[E]) -> list[StoredEvent[E]]: ...


async def of_person(tx: Tx, person_id: int, *, kind: type[Event] | None = None) -> list[Any]:
    """Everything that happened to that person, oldest first; narrowed by kind."""
    if kind is None:
        rows = await tx.run(_OF_PERSON, {"person": person_id})
    else:
        rows = await tx.run(_OF_PERSON_AND_KIND, {"person": person_id, "what": kind.kind_name})
    return [_stored(row) for row in rows]


async def of_people(tx: Tx, person_ids: Collection[int], kinds: Collection[type[Event]]) -> dict[int, list[AnyEvent]]:
    """The same of these people, by person, in one statement; to whom none of it happened is left out."""
    wanted = select(*_COLUMNS).where(
        events.c.person_id.in_(set(person_ids)), events.c.kind.in_({one.kind_name for one in kinds})
    )
    found: dict[int, list[AnyEvent]] = {}
    for row in await tx.run(wanted.order_by(events.c.id)):
        found.setdefault(row.person_id, []).append(_stored(row))
    return found


async def of_kinds(tx: Tx, person_id: int, kinds: Collection[type[Event]]) -> list[AnyEvent]:
    """What happened to that person of these kinds, oldest first."""
    wanted = select(*_COLUMNS).where(
        events.c.person_id == person_id, events.c.kind.in_({one.kind_name for one in kinds})
    )
    return [_stored(row) for row in await tx.run(wanted.order_by(events.c.id))]


GENESIS: Final = bytes(32)  # the hash before the first
SLACK: Final = 50_000  # events that are looked at again each time: a transaction that ended late is not left out
_SALT: Final = 16
_EVENT: Final = tuple(events.c[name] for name in ("id", "kind", "person_id", "actor_id", "at", "data"))


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest number and its hash; 0 and GENESIS where there is none."""

    number: int = 0
    hash: bytes = GENESIS


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One number of the chain. `event` is what it is about (None: it is gone); `is_emptied`: nothing of it is kept."""

    number: int
    digest: bytes
    hash: bytes
    salt: bytes | None
    event: Sequence[Any] | None
    is_emptied: bool

    @property
    def holds(self) -> bool:
        """Whether the event, where it is there, is the one that was put in."""
        if self.event is None:
            return True
        return self.salt is not None and digest(self.salt, self.event) == self.digest


def digest(salt: bytes, event: Sequence[Any]) -> bytes:
    """Of an event as it is read: its id, kind, whom it is about, who did it, when and what."""
    number, kind, person_id, actor_id, at, data = event
    said = json.dumps([number, kind, person_id, actor_id, at.isoformat(), data], sort_keys=True)
    return hashlib.sha256(salt + said.encode()).digest()


def hashed(before: bytes, number: int, of: bytes) -> bytes:
    """The hash of that number, after the hash before it."""
    return hashlib.sha256(before + number.to_bytes(8) + of).digest()


async def chain_head(tx: Tx) -> ChainHead:
    """The newest number."""
    newest = select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
    row = (await tx.run(newest)).one_or_none()
    return ChainHead() if row is None else ChainHead(row.number, bytes(row.hash))


async def unchained(tx: Tx, kinds: Collection[str], of_others: Collection[str], limit: int) -> Sequence[Row[Any]]:
    """At most that many events of `kinds`, and of `of_others` where somebody else did it, that have no number yet.

    In the order of their ids, which is that in which they were written down but for writers side by side.
    """
    newest = (await tx.run(select(func.coalesce(func.max(audit.c.event_id), 0)))).scalar_one()
    by_others = and_(events.c.kind.in_(of_others), events.c.actor_id.is_not(None), _not_themselves())
    wanted = select(*_EVENT).where(
        events.c.id > newest - SLACK,
        or_(events.c.kind.in_(kinds), by_others),
        ~exists().where(audit.c.event_id == events.c.id),
    )
    return (await tx.run(wanted.order_by(events.c.id).limit(limit))).all()


def _not_themselves() -> ColumnElement[bool]:
    return or_(events.c.person_id.is_(None), events.c.actor_id != events.c.person_id)


async def append_links(tx: Tx, found: Sequence[Row[Any]]) -> ChainHead:
    """Give each of these events the next number; the newest. A second writer fails on the number."""
    last = await chain_head(tx)
    rows = []
    for event in found:
        salt = secrets.token_bytes(_SALT)
        of = digest(salt, event)
        last = ChainHead(last.number + 1, hashed(last.hash, last.number + 1, of))
        rows.append({"number": last.number, "event_id": event.id, "salt": salt, "digest": of, "hash": last.hash})
    if rows:
        await tx.run(insert(audit), rows)
    return last


async def chain_links(tx: Tx, after: int, limit: int) -> Sequence[ChainLink]:
    """At most that many numbers after that one, in order, with their events."""
    wanted = (
        select(audit.c.number, audit.c.digest, audit.c.hash, audit.c.salt, audit.c.event_id, *_EVENT)
        .outerjoin(events, events.c.id == audit.c.event_id)
        .where(audit.c.number > after)
    )
    return [_link(row) for row in await tx.run(wanted.order_by(audit.c.number).limit(limit))]


def _link(row: Row[Any]) -> ChainLink:
    values: tuple[Any, ...] = tuple(row)
    number, of, chained, salt, event_id = values[:5]
    event = None if values[5] is None else values[5:]
    return ChainLink(number, bytes(of), bytes(chained), salt and bytes(salt), event, event_id is None)


async def empty_links(tx: Tx, which: ColumnElement[bool]) -> None:
    """These events are about to go: their numbers stay, and tell nothing."""
    those = audit.c.event_id.in_(select(events.c.id).where(which))
    await tx.run(update(audit).where(those).values(event_id=None, salt=None))


async def empty_links_of_gone(tx: Tx) -> int:
    """The same of all whose events went otherwise, such as by their age; how many."""
    gone = audit.c.event_id.is_not(None) & ~exists().where(events.c.id == audit.c.event_id)
    return (await tx.run(update(audit).where(gone).values(event_id=None, salt=None))).rowcount


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """Something that somebody saw or changed of a person, with its number in the chain (None: it has none yet)."""

    number: int | None
    at: datetime
    kind: str
    actor_id: int | None
    by: str | None


async def seen_of_person(
    tx: Tx, person_id: int | None, kinds: Collection[str], of_others: Collection[str]
) -> Sequence[SeenEvent]:
    """What is chained, or will be, of that person (None: of nobody), oldest first."""
    others = and_(events.c.kind.in_(of_others), events.c.actor_id != person_id)
    rows = await tx.run(
        select(audit.c.number, events.c.at, events.c.kind, events.c.actor_id, events.c.data)
        .outerjoin(audit, audit.c.event_id == events.c.id)
        .where(events.c.person_id == person_id, or_(events.c.kind.in_(kinds), others))
        .order_by(events.c.id)
    )
    return [SeenEvent(row.number, row.at, row.kind, row.actor_id, row.data.get("by")) for row in rows]
