"""What happened, in order, with who did it. Rows are added, never changed; they go in their time."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, text

from db.tables import events
from db.tx import Tx
from programme.event import Event, NewEvent

_COLUMNS = tuple(events.c[name] for name in Event.__slots__)
_ADD = insert(events)


async def add(
    tx: Tx,
    kind: str,
    person_id: int | None,
    actor_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Write down that `kind` happened to that person, and who did it (None: the service)."""
    await add_many(tx, [NewEvent(kind, person_id, actor_id, data or {})])


async def add_many(tx: Tx, happened: Sequence[NewEvent]) -> None:
    """Write down several events of one moment in one statement."""
    if not happened:
        return
    rows = [
        {"kind": one.kind, "person_id": one.person_id, "actor_id": one.actor_id, "data": dict(one.data), "at": tx.now}
        for one in happened
    ]
    await tx.run(_ADD, rows)


async def count_since(tx: Tx, person_id: int, kind: str, since: datetime) -> int:
    """How often that happened to the person after that moment (UTC)."""
    wanted = select(func.count()).where(events.c.person_id == person_id, events.c.kind == kind, events.c.at > since)
    return int((await tx.run(wanted)).scalar_one())


async def count_of_kind(tx: Tx, kind: str, since: datetime) -> int:
    """How often that happened to anybody after that moment (UTC). Of a kind with an index alone: InviteTried."""
    spelt = text(f"kind = '{kind}'")  # as the index says it
    return int((await tx.run(select(func.count()).select_from(events).where(spelt, events.c.at > since))).scalar_one())


async def of_nobody(tx: Tx, kind: str, since: datetime) -> list[Event]:
    """What happened of that kind after that moment (UTC) and is about nobody, oldest first."""
    wanted = select(*_COLUMNS).where(events.c.person_id.is_(None), events.c.kind == kind, events.c.at > since)
    rows = await tx.run(wanted.order_by(events.c.id))
    return [Event(**dict(zip(Event.__slots__, row, strict=True))) for row in rows]


async def drop_of_nobody(tx: Tx, kind: str, before: datetime) -> int:
    """What happened of that kind up to that moment and is about nobody goes; how many."""
    old = delete(events).where(events.c.person_id.is_(None), events.c.kind == kind, events.c.at <= before)
    return (await tx.run(old)).rowcount


async def last_at(tx: Tx, person_id: int, kind: str, *, actor_id: int, before: datetime) -> datetime | None:
    """When that last happened to the person by that actor, up to that moment (UTC); None: it did not."""
    wanted = select(func.max(events.c.at)).where(
        events.c.person_id == person_id, events.c.kind == kind, events.c.actor_id == actor_id, events.c.at <= before
    )
    at: datetime | None = (await tx.run(wanted)).scalar_one()
    return at


async def lately(tx: Tx, person_ids: Collection[int], kind: str, *, actor_id: int, since: datetime) -> set[int]:
    """To which of these people that happened by that actor after that moment (UTC), in one statement."""
    wanted = select(events.c.person_id).where(
        events.c.person_id.in_(set(person_ids)),
        events.c.kind == kind,
        events.c.actor_id == actor_id,
        events.c.at > since,
    )
    return set((await tx.run(wanted)).scalars())


_OF_PERSON = select(*_COLUMNS).where(events.c.person_id == bindparam("person")).order_by(events.c.id)
_OF_PERSON_AND_KIND = _OF_PERSON.where(events.c.kind == bindparam("what"))


async def of_person(tx: Tx, person_id: int, *, kind: str | None = None) -> list[Event]:
    """Everything that happened to that person, oldest first; narrowed by kind."""
    if kind is None:
        rows = await tx.run(_OF_PERSON, {"person": person_id})
    else:
        rows = await tx.run(_OF_PERSON_AND_KIND, {"person": person_id, "what": kind})
    return [Event(**dict(zip(Event.__slots__, row, strict=True))) for row in rows]


async def of_people(tx: Tx, person_ids: Collection[int], kinds: Collection[str]) -> dict[int, list[Event]]:
    """The same of these people, by person, in one statement; to whom none of it happened is left out."""
    wanted = select(*_COLUMNS).where(events.c.person_id.in_(set(person_ids)), events.c.kind.in_(set(kinds)))
    found: dict[int, list[Event]] = {}
    for row in await tx.run(wanted.order_by(events.c.id)):
        found.setdefault(row.person_id, []).append(Event(**dict(zip(Event.__slots__, row, strict=True))))
    return found


async def of_kinds(tx: Tx, person_id: int, kinds: Collection[str]) -> list[Event]:
    """What happened to that person of these kinds, oldest first."""
    wanted = select(*_COLUMNS).where(events.c.person_id == person_id, events.c.kind.in_(set(kinds)))
    return [Event(**dict(zip(Event.__slots__, row, strict=True))) for row in await tx.run(wanted.order_by(events.c.id))]
