"""Who joined: clients with their practitioner, and the practitioners with what an operator counts of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import clients, invites, people, practitioners, request_line, requests
from db.tx import Tx
from programme.people.person import Client, Role

_COLUMNS = tuple(clients.c[name] for name in Client.__slots__)


def _client(row: Row[Any]) -> Client:
    return Client(**dict(zip(Client.__slots__, row, strict=True)))


async def get(tx: Tx, person_id: int) -> Client | None:
    """The client, also one who left; None for anybody who never joined."""
    row = (await tx.run(select(*_COLUMNS).where(clients.c.person_id == person_id))).one_or_none()
    return None if row is None else _client(row)


async def get_many(tx: Tx, person_ids: Collection[int]) -> dict[int, Client]:
    """Clients by their id, also those who left; who never joined is left out."""
    rows = await tx.run(select(*_COLUMNS).where(clients.c.person_id.in_(list(person_ids))))
    return {row.person_id: _client(row) for row in rows}


async def get_of(tx: Tx, person_id: int, practitioner_id: int) -> Client | None:
    """The client, where they are with that practitioner now."""
    client = await get(tx, person_id)
    is_theirs = client is not None and client.left_at is None and client.practitioner_id == practitioner_id
    return client if is_theirs else None


async def is_with(tx: Tx, person_id: int, practitioner_id: int) -> bool:
    """Whether they are a client of that practitioner now."""
    return await get_of(tx, person_id, practitioner_id) is not None


async def of_practitioner(tx: Tx, practitioner_id: int) -> Sequence[Client]:
    """The clients who are with that practitioner now, in the order in which they joined."""
    rows = await tx.run(
        select(*_COLUMNS)
        .where(clients.c.practitioner_id == practitioner_id, clients.c.left_at.is_(None))
        .order_by(clients.c.joined_at, clients.c.person_id)
    )
    return [_client(row) for row in rows]


async def ever_of(tx: Tx, practitioner_id: int) -> set[int]:
    """The ids of all clients whose last practitioner that is, those who left among them."""
    wanted = select(clients.c.person_id).where(clients.c.practitioner_id == practitioner_id)
    return set((await tx.run(wanted)).scalars())


async def left_since(tx: Tx, practitioner_id: int, since: datetime) -> Sequence[Client]:
    """Who left that practitioner after that moment (UTC), in the order they did; not who has joined again since."""
    wanted = select(*_COLUMNS).where(clients.c.practitioner_id == practitioner_id, clients.c.left_at > since)
    return [_client(row) for row in await tx.run(wanted.order_by(clients.c.left_at, clients.c.person_id))]


async def join(tx: Tx, person_id: int, practitioner_id: int) -> None:
    """Make them a client of that practitioner, for the first time or after having left."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    fresh = {"practitioner_id": practitioner_id, "joined_at": tx.now, "left_at": None, "keep_until": None}
    await tx.run(
        make(clients).values(person_id=person_id, **fresh).on_conflict_do_update(
            index_elements=["person_id"], set_=fresh
        )
    )  # fmt: skip


async def leave(tx: Tx, person_id: int, keep_until: date | None = None) -> None:
    """They are no client any more; what they left with us is kept up to and with that day (None: not named yet)."""
    values = {"left_at": tx.now, "keep_until": keep_until}
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(**values))


async def add_practitioner(tx: Tx, person_id: int) -> None:
    """Make them a practitioner; who is one already stays as they are."""
    known = (await tx.run(select(exists().where(practitioners.c.person_id == person_id)))).scalar_one()
    if not known:
        await tx.run(insert(practitioners).values(person_id=person_id, joined_at=tx.now))


async def smoking_first(tx: Tx, person_id: int) -> bool:
    """Whether a check-in asks them about smoking before mood."""
    wanted = select(exists().where(clients.c.person_id == person_id, clients.c.smoking_first))
    return bool((await tx.run(wanted)).scalar_one())


async def ask_first(tx: Tx, person_id: int, *, smoking: bool) -> None:
    """From now on a check-in asks them about smoking first, or about mood."""
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(smoking_first=smoking))


@dataclass(frozen=True, slots=True)
class PractitionerRow:
    """One practitioner. `last_seen_at`: when anything last came from them (UTC). `requests`: those that wait with them.

    `links`: for clients, that somebody may still join with.
    """

    id: int
    name: str | None
    joined_at: datetime
    last_seen_at: datetime | None
    reached: bool
    clients: int
    requests: int
    links: int


def open_links(now: datetime) -> ColumnElement[bool]:
    """Links for clients that are not used, taken back or over by then."""
    waits = or_(invites.c.opened_by.is_not(None), invites.c.expires_at > now)
    return and_(
        invites.c.role == Role.CLIENT.value, invites.c.used_at.is_(None), invites.c.taken_back_at.is_(None), waits
    )


async def practitioners_listed(tx: Tx) -> Sequence[PractitionerRow]:
    """Every practitioner, in the order in which they came, in one statement."""
    whose = practitioners.c.person_id
    theirs = select(func.count()).where(clients.c.practitioner_id == whose, clients.c.left_at.is_(None))
    has_it = exists().where(
        request_line.c.request_id == requests.c.id,
        request_line.c.practitioner_id == whose,
        or_(request_line.c.place == 0, request_line.c.told_at.is_not(None)),
    )
    waiting = (
        select(func.count())
        .select_from(requests)
        .where(requests.c.opened_at.is_(None), requests.c.taken_back_at.is_(None), has_it)
    )
    links = select(func.count()).select_from(invites).where(invites.c.issued_by == whose, open_links(tx.now))
    rows = await tx.run(
        select(
            people.c.id, people.c.name, practitioners.c.joined_at, people.c.heard_at, people.c.cannot_reach_since,
            theirs.scalar_subquery().label("clients"), waiting.scalar_subquery().label("requests"),
            links.scalar_subquery().label("links"),
        )
        .join(people, people.c.id == whose)
        .where(people.c.telegram_id.is_not(None))
        .order_by(practitioners.c.joined_at, whose)
    )  # fmt: skip
    return [
        PractitionerRow(
            row.id, tx.unseal(row.id, row.name), row.joined_at, row.heard_at, row.cannot_reach_since is None,
            row.clients, row.requests, row.links,
        )
        for row in rows
    ]  # fmt: skip
