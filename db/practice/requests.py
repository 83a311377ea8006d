"""What clients asked us to tell their practitioner, who has it, and the routes of requests."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, func, insert, literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import practitioners, request_line, requests, routes
from db.tx import Tx
from programme.practice.requests import InLine, Request, RequestTopic
from programme.schedule.plan import NEVER

_COLUMNS = tuple(requests.c[name] for name in Request.__slots__)
_IN_LINE = tuple(request_line.c[name] for name in InLine.__slots__)
_WAITS = (requests.c.opened_at.is_(None), requests.c.taken_back_at.is_(None))


def _request(tx: Tx, row: Row[Any]) -> Request:
    named = dict(zip(Request.__slots__, row, strict=True))
    name = tx.unseal(named["practitioner_id"], named["name"])
    return Request(**named | {"about": named["about"] and RequestTopic(named["about"]), "name": name})


async def add(
    tx: Tx, person_id: int, line: Mapping[int, datetime | None], about: RequestTopic | None = None, *,
    from_card: bool = False, due_at: datetime | None = None,
) -> int:  # fmt: skip
    """Keep a new request; returns its id. `line`: who gets it, the client's own practitioner first, and since when."""
    made = await tx.run(
        insert(requests)
        .values(
            person_id=person_id, practitioner_id=next(iter(line)), made_at=tx.now, about=about and about.value,
            from_card=from_card, due_at=due_at,
        )
        .returning(requests.c.id)
    )  # fmt: skip
    request_id = int(made.scalar_one())
    placed = (
        {"request_id": request_id, "place": place, "practitioner_id": one, "told_at": told}
        for place, (one, told) in enumerate(line.items())
    )
    await tx.run(insert(request_line), list(placed))
    return request_id


async def get(tx: Tx, request_id: int) -> Request | None:
    """The request of that id, or None."""
    row = (await tx.run(select(*_COLUMNS).where(requests.c.id == request_id))).one_or_none()
    return None if row is None else _request(tx, row)


async def line_of(tx: Tx, request_ids: Collection[int]) -> Sequence[InLine]:
    """Who is in line for these requests, each in their order."""
    wanted = select(*_IN_LINE).where(request_line.c.request_id.in_(list(request_ids)))
    rows = await tx.run(wanted.order_by(request_line.c.request_id, request_line.c.place))
    return [InLine(row.request_id, row.place, row.practitioner_id, row.told_at) for row in rows]


async def waiting(tx: Tx, practitioner_id: int, by: datetime | None = None) -> Sequence[Request]:
    """Requests that wait, or did `by` then (UTC), to be opened by that practitioner, oldest first: to them first, or
    passed on to them."""
    by, ends = by or NEVER, (requests.c.opened_at, requests.c.taken_back_at)
    waits = [requests.c.made_at <= by, *(or_(end.is_(None), end > by) for end in ends)]
    rows = await tx.run(select(*_COLUMNS).where(*waits, _is_with(practitioner_id, by)).order_by(requests.c.id))
    return [_request(tx, row) for row in rows]


def _is_with(practitioner_id: int, by: datetime = NEVER) -> ColumnElement[bool]:
    return exists().where(
        request_line.c.request_id == requests.c.id,
        request_line.c.practitioner_id == practitioner_id,
        or_(request_line.c.place == 0, request_line.c.told_at <= by),
    )


async def waiting_of(tx: Tx, person_id: int) -> Sequence[Request]:
    """Requests of that client that wait to be opened, oldest first."""
    rows = await tx.run(select(*_COLUMNS).where(*_WAITS, requests.c.person_id == person_id).order_by(requests.c.id))
    return [_request(tx, row) for row in rows]


async def told_of(tx: Tx, person_id: int, since: datetime) -> Sequence[Request]:
    """Requests of that client that were opened since then, or wait and were not opened in time, oldest first."""
    news = or_(requests.c.opened_at > since, requests.c.opened_at.is_(None) & requests.c.late_at.is_not(None))
    theirs = requests.c.person_id == person_id, requests.c.taken_back_at.is_(None), news
    return [_request(tx, row) for row in await tx.run(select(*_COLUMNS).where(*theirs).order_by(requests.c.id))]


async def waiting_with(tx: Tx, practitioner_id: int) -> Sequence[Request]:
    """Requests that wait and have that practitioner in their line, in whatever place and told or not, oldest first."""
    in_line = exists().where(
        request_line.c.request_id == requests.c.id, request_line.c.practitioner_id == practitioner_id
    )
    rows = await tx.run(select(*_COLUMNS).where(*_WAITS, in_line).order_by(requests.c.id))
    return [_request(tx, row) for row in rows]


async def hand(tx: Tx, request: Request, since: Mapping[int, datetime | None], due_at: datetime | None) -> None:
    """Its line is that one from now on, the client's own practitioner first; a name that was kept stays readable."""
    first = next(iter(since))
    name = None if request.name is None else tx.seal(first, request.name)
    await tx.run(delete(request_line).where(request_line.c.request_id == request.id))
    placed = (
        {"request_id": request.id, "place": place, "practitioner_id": one, "told_at": told}
        for place, (one, told) in enumerate(since.items())
    )
    await tx.run(insert(request_line), list(placed))
    values = {"practitioner_id": first, "due_at": due_at, "name": name}
    await tx.run(update(requests).where(requests.c.id == request.id).values(**values))


async def drop_from_line(tx: Tx, request_id: int, practitioner_id: int) -> None:
    """That practitioner is not in its line any more; if they had it, it is passed on at once."""
    request = requests.c.id == request_id, requests.c.due_at.is_not(None)
    theirs = request_line.c.request_id == request_id, request_line.c.practitioner_id == practitioner_id
    had = exists().where(*theirs, request_line.c.told_at.is_not(None))
    await tx.run(update(requests).where(*request, had).values(due_at=requests.c.made_at))
    await tx.run(delete(request_line).where(*theirs))


async def has_waiting(tx: Tx, practitioner_id: int) -> bool:
    """Whether a request waits to be opened by that practitioner."""
    wanted = select(requests.c.id).where(*_WAITS, _is_with(practitioner_id))
    return (await tx.run(wanted.limit(1))).first() is not None


async def open_(tx: Tx, request_id: int, practitioner_id: int) -> bool:
    """That practitioner saw it now. False where somebody had before, or it was taken back."""
    opened = await tx.run(
        update(requests)
        .where(requests.c.id == request_id, *_WAITS)
        .values(opened_at=tx.now, opened_by=practitioner_id, due_at=None)
    )
    return opened.rowcount == 1


async def take_back(tx: Tx, request_id: int) -> bool:
    """Its client took it back now; what it was about goes. False where it was opened, or taken back before."""
    gone = {"taken_back_at": tx.now, "due_at": None, "about": None, "from_card": False, "name": None}
    taken = await tx.run(update(requests).where(requests.c.id == request_id, *_WAITS).values(**gone))
    return taken.rowcount == 1


async def keep(tx: Tx, request: Request, name: str | None) -> None:
    """Its client leaves and it stays, with that name and its time only."""
    sealed = None if name is None else tx.seal(request.practitioner_id, name)
    kept = {"kept_at": tx.now, "name": sealed, "about": None, "from_card": False}
    await tx.run(update(requests).where(requests.c.id == request.id).values(**kept))


async def told(tx: Tx, request_id: int, practitioner_id: int) -> None:
    """It goes to that practitioner now."""
    theirs = request_line.c.request_id == request_id, request_line.c.practitioner_id == practitioner_id
    await tx.run(update(request_line).where(*theirs).values(told_at=tx.now))


async def is_late(tx: Tx, request_id: int, due_at: datetime | None) -> None:
    """It was not opened in time; the next moment is `due_at`."""
    late = func.coalesce(requests.c.late_at, literal(tx.now, requests.c.late_at.type))
    await tx.run(update(requests).where(requests.c.id == request_id).values(late_at=late, due_at=due_at))


async def hasten(tx: Tx, practitioner_id: int) -> None:
    """What waits with that practitioner, whom nothing reaches, is passed on at once."""
    holds = exists().where(
        request_line.c.request_id == requests.c.id,
        request_line.c.practitioner_id == practitioner_id,
        request_line.c.told_at.is_not(None),
    )
    coming = update(requests).where(*_WAITS, requests.c.due_at > tx.now, holds)
    await tx.run(coming.values(due_at=tx.now))


async def due(tx: Tx, limit: int) -> Mapping[int, int | None]:
    """At most `limit` requests that were not opened in time now: whose they are, by their ids."""
    wanted = select(requests.c.id, requests.c.person_id).where(requests.c.due_at <= tx.now)
    rows = await tx.run(wanted.order_by(requests.c.due_at, requests.c.id).limit(limit))
    return {row.id: row.person_id for row in rows}


async def claim(tx: Tx, request_ids: Collection[int]) -> Sequence[Request]:
    """Those of them that are still due, now that everybody they are about is locked."""
    wanted = select(*_COLUMNS).where(requests.c.id.in_(list(request_ids)), requests.c.due_at <= tx.now, *_WAITS)
    rows = await tx.run(wanted.order_by(requests.c.id).with_for_update())
    return [_request(tx, row) for row in rows]


async def earliest(tx: Tx) -> datetime | None:
    """When the next request is due to be passed on (UTC), or None."""
    at: datetime | None = (await tx.run(select(func.min(requests.c.due_at)))).scalar_one()
    return at


async def kept_before(tx: Tx, before: datetime) -> Mapping[int, Sequence[int]]:
    """Requests of people who have left that were kept or taken back before that moment. Who has each in their chat, by
    its id."""
    return await _in_chats(tx, or_(requests.c.kept_at <= before, requests.c.taken_back_at <= before))


async def kept_and_opened(tx: Tx) -> Mapping[int, Sequence[int]]:
    """The same for those that were kept and are opened."""
    return await _in_chats(tx, requests.c.kept_at.is_not(None) & requests.c.opened_at.is_not(None))


async def _in_chats(tx: Tx, which: ColumnElement[bool]) -> Mapping[int, Sequence[int]]:
    ids = list((await tx.run(select(requests.c.id).where(which))).scalars())
    line = await line_of(tx, ids)
    return {one: [at.practitioner_id for at in line if at.request_id == one] for one in ids}


async def drop(tx: Tx, request_ids: Collection[int]) -> None:
    """These requests are not kept any more."""
    ids = list(request_ids)
    await tx.run(delete(request_line).where(request_line.c.request_id.in_(ids)))
    await tx.run(delete(requests).where(requests.c.id.in_(ids)))


@dataclass(frozen=True, slots=True)
class OwnRoute:
    """`hours` as programme.practice.requests.hours_code has them; None for what the practitioner left open."""

    hours: str | None = None
    cover_id: int | None = None


async def get_route(tx: Tx, practitioner_id: int) -> OwnRoute:
    """What that practitioner set."""
    found = select(routes.c.hours, routes.c.cover_id).where(routes.c.practitioner_id == practitioner_id)
    row = (await tx.run(found)).one_or_none()
    return OwnRoute() if row is None else OwnRoute(row.hours, row.cover_id)


async def put_route(tx: Tx, practitioner_id: int, own: OwnRoute) -> None:
    """That practitioner has it so from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {"hours": own.hours, "cover_id": own.cover_id}
    new = make(routes).values(practitioner_id=practitioner_id, **values)
    await tx.run(new.on_conflict_do_update(index_elements=["practitioner_id"], set_=values))


async def covered_by(tx: Tx, practitioner_id: int) -> Sequence[int]:
    """Practitioners who named that one as their cover."""
    found = select(routes.c.practitioner_id).where(routes.c.cover_id == practitioner_id)
    return list((await tx.run(found.order_by(routes.c.practitioner_id))).scalars())


async def remove_route(tx: Tx, practitioner_id: int) -> None:
    """They are no practitioner any more: nobody's cover, and without hours."""
    await tx.run(update(routes).where(routes.c.cover_id == practitioner_id).values(cover_id=None))
    await tx.run(delete(routes).where(routes.c.practitioner_id == practitioner_id))


async def practitioners_with_route(tx: Tx) -> Sequence[int]:
    """Everybody who is a practitioner here."""
    found = select(practitioners.c.person_id).order_by(practitioners.c.person_id)
    return list((await tx.run(found)).scalars())
