"""What happened, in order, with who did it. Rows are added, never changed; they go in their time."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, overload

from sqlalchemy import Row, bindparam, delete, func, insert, select, text

from db.tables import events
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
    """How often that happened to anybody after that moment (UTC). Of a kind with an index alone: InviteTried."""
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
