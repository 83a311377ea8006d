"""What clients asked us to tell their practitioner, and whether it was opened."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import requests
from db.tx import Tx
from programme.request import About, Request

_COLUMNS = tuple(requests.c[name] for name in Request.__slots__)


def _request(row: Row[Any]) -> Request:
    named = dict(zip(Request.__slots__, row, strict=True))
    return Request(**named | {"about": named["about"] and About(named["about"])})


async def add(tx: Tx, now: datetime, person_id: int, practitioner_id: int, about: About | None = None) -> int:
    """Keep a new request; returns its id."""
    made = await tx.run(
        insert(requests)
        .values(person_id=person_id, practitioner_id=practitioner_id, made_at=now, about=about and about.value)
        .returning(requests.c.id)
    )
    return int(made.scalar_one())


async def get(tx: Tx, request_id: int) -> Request | None:
    """The request of that id, or None."""
    row = (await tx.run(select(*_COLUMNS).where(requests.c.id == request_id))).one_or_none()
    return None if row is None else _request(row)


async def waiting(tx: Tx, practitioner_id: int, *, person_id: int | None = None) -> Sequence[Request]:
    """Requests to that practitioner that were not opened yet, oldest first; narrowed to one client."""
    wanted = select(*_COLUMNS).where(requests.c.practitioner_id == practitioner_id, requests.c.opened_at.is_(None))
    if person_id is not None:
        wanted = wanted.where(requests.c.person_id == person_id)
    return [_request(row) for row in await tx.run(wanted.order_by(requests.c.id))]


async def open_(tx: Tx, now: datetime, request_id: int) -> bool:
    """The practitioner saw it now. False where they had before."""
    opened = await tx.run(
        update(requests).where(requests.c.id == request_id, requests.c.opened_at.is_(None)).values(opened_at=now)
    )
    return opened.rowcount == 1
