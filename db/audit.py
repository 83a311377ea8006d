"""The chain over who saw or changed what of whom: numbers, digests and hashes; what it was stands in the events.

`digest` is of a salt and the event, `hash` of the hash before, the number and the digest. Where an event is gone its
number, digest and hash stay, so that the chain is looked through as before, and tell nothing: docs/decisions/0046.
"""

import hashlib
import json
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, exists, func, insert, or_, select, update

from db.tables import audit, events
from db.tx import Tx

GENESIS: Final = bytes(32)  # the hash before the first
SLACK: Final = 50_000  # events that are looked at anew each time: a transaction that ended late is not left out
_SALT: Final = 16
_EVENT: Final = tuple(events.c[name] for name in ("id", "kind", "person_id", "actor_id", "at", "data"))


@dataclass(frozen=True, slots=True)
class Head:
    """The newest number and its hash; 0 and GENESIS where there is none."""

    number: int = 0
    hash: bytes = GENESIS


@dataclass(frozen=True, slots=True)
class Link:
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


async def head(tx: Tx) -> Head:
    """The newest number."""
    newest = select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
    row = (await tx.run(newest)).one_or_none()
    return Head() if row is None else Head(row.number, bytes(row.hash))


async def unchained(tx: Tx, kinds: Collection[str], of_others: Collection[str], limit: int) -> Sequence[Row[Any]]:
    """At most so many events of `kinds`, and of `of_others` where somebody else did it, that have no number yet.

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


async def append(tx: Tx, found: Sequence[Row[Any]]) -> Head:
    """Give each of these events the next number; the newest. A second writer fails on the number."""
    last = await head(tx)
    rows = []
    for event in found:
        salt = secrets.token_bytes(_SALT)
        of = digest(salt, event)
        last = Head(last.number + 1, hashed(last.hash, last.number + 1, of))
        rows.append({"number": last.number, "event_id": event.id, "salt": salt, "digest": of, "hash": last.hash})
    if rows:
        await tx.run(insert(audit), rows)
    return last


async def links(tx: Tx, after: int, limit: int) -> Sequence[Link]:
    """At most so many numbers after that one, in order, with their events."""
    wanted = (
        select(audit.c.number, audit.c.digest, audit.c.hash, audit.c.salt, audit.c.event_id, *_EVENT)
        .outerjoin(events, events.c.id == audit.c.event_id)
        .where(audit.c.number > after)
    )
    return [_link(row) for row in await tx.run(wanted.order_by(audit.c.number).limit(limit))]


def _link(row: Row[Any]) -> Link:
    values: tuple[Any, ...] = tuple(row)
    number, of, chained, salt, event_id = values[:5]
    event = None if values[5] is None else values[5:]
    return Link(number, bytes(of), bytes(chained), salt and bytes(salt), event, event_id is None)


async def empty(tx: Tx, which: ColumnElement[bool]) -> None:
    """These events are about to go: their numbers stay, and tell nothing."""
    those = audit.c.event_id.in_(select(events.c.id).where(which))
    await tx.run(update(audit).where(those).values(event_id=None, salt=None))


async def empty_gone(tx: Tx) -> int:
    """The same of all whose events went otherwise, such as by their age; how many."""
    gone = audit.c.event_id.is_not(None) & ~exists().where(events.c.id == audit.c.event_id)
    return (await tx.run(update(audit).where(gone).values(event_id=None, salt=None))).rowcount


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that somebody saw or changed of a person, with its number in the chain (None: it has none yet)."""

    number: int | None
    at: datetime
    kind: str
    actor_id: int | None
    by: str | None


async def of_person(
    tx: Tx, person_id: int | None, kinds: Collection[str], of_others: Collection[str]
) -> Sequence[Seen]:
    """What is chained, or will be, of that person (None: of nobody), oldest first."""
    others = and_(events.c.kind.in_(of_others), events.c.actor_id != person_id)
    rows = await tx.run(
        select(audit.c.number, events.c.at, events.c.kind, events.c.actor_id, events.c.data)
        .outerjoin(audit, audit.c.event_id == events.c.id)
        .where(events.c.person_id == person_id, or_(events.c.kind.in_(kinds), others))
        .order_by(events.c.id)
    )
    return [Seen(row.number, row.at, row.kind, row.actor_id, row.data.get("by")) for row in rows]
