"""Links that practitioners pass on to their clients, sealed under the practitioner's own key."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, or_, select, update

from db.tables import links
from db.tx import Tx
from programme.link import Link

_COLUMNS = (
    links.c.id, links.c.practitioner_id, links.c.client_id, links.c.title, links.c.address, links.c.note,
    links.c.added_at, links.c.checked_at, links.c.ended_at,
)  # fmt: skip


def _link(tx: Tx, row: Row[Any]) -> Link:
    who = row.practitioner_id
    title, address = tx.unseal(who, row.title) or "", tx.unseal(who, row.address) or ""
    dates = row.added_at.date(), row.checked_at.date()
    return Link(row.id, who, row.client_id, title, address, tx.unseal(who, row.note), *dates, row.ended_at is None)


async def add(tx: Tx, practitioner_id: int, title: str, address: str) -> int:
    """Keep another link, which no client sees so far; returns its id."""
    sealed = {"title": tx.seal(practitioner_id, title), "address": tx.seal(practitioner_id, address)}
    dates = {"added_at": tx.now, "checked_at": tx.now, "ended_at": tx.now}
    made = insert(links).values(practitioner_id=practitioner_id, **sealed, **dates).returning(links.c.id)
    return int((await tx.run(made)).scalar_one())


async def of_practitioner(tx: Tx, practitioner_id: int) -> Sequence[Link]:
    """The links that this practitioner passes on now, oldest first."""
    wanted = select(*_COLUMNS).where(links.c.practitioner_id == practitioner_id, links.c.ended_at.is_(None))
    return [_link(tx, row) for row in await tx.run(wanted.order_by(links.c.id))]


async def for_client(tx: Tx, client_id: int, practitioner_id: int) -> Sequence[Link]:
    """What of it that client sees: what is for all, and what is for them."""
    for_them = or_(links.c.client_id.is_(None), links.c.client_id == client_id)
    wanted = select(*_COLUMNS).where(links.c.practitioner_id == practitioner_id, links.c.ended_at.is_(None), for_them)
    return [_link(tx, row) for row in await tx.run(wanted.order_by(links.c.id))]


async def get(tx: Tx, link_id: int, practitioner_id: int) -> Link | None:
    """That link, passed on or not, if it is that practitioner's."""
    wanted = select(*_COLUMNS).where(links.c.id == link_id, links.c.practitioner_id == practitioner_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _link(tx, row)


async def change(tx: Tx, link: Link) -> None:
    """Keep title, note and whom it is for as they are in `link`."""
    who = link.practitioner_id
    note = None if link.note is None else tx.seal(who, link.note)
    await _set(tx, link, title=tx.seal(who, link.title), note=note, client_id=link.client_id)


async def checked(tx: Tx, link: Link) -> None:
    """The practitioner looked at it now, and it still fits."""
    await _set(tx, link, checked_at=tx.now)


async def end(tx: Tx, link: Link, at: datetime | None) -> None:
    """No client sees it from that moment on (UTC); None: they see it."""
    await _set(tx, link, ended_at=at)


async def _set(tx: Tx, link: Link, **values: object) -> None:
    mine = update(links).where(links.c.id == link.id, links.c.practitioner_id == link.practitioner_id)
    await tx.run(mine.values(**values))
