"""Who joined: clients with their practitioner, and the practitioners."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import clients, practitioners
from db.tx import Tx
from programme.people import Client

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
    """Who left that practitioner after that moment (UTC), in the order they did; not who has joined anew since."""
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
