"""Who practitioners are, with what an operator counts of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from db.tables import clients, invites, people, practitioners, request_line, requests
from db.tx import Tx
from programme.people import Role


@dataclass(frozen=True, slots=True)
class Listed:
    """One practitioner. `heard_at`: when anything last came from them (UTC). `requests`: those that wait with them.

    `links`: for clients, that somebody may still join with.
    """

    id: int
    name: str | None
    joined_at: datetime
    heard_at: datetime | None
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


async def listed(tx: Tx) -> Sequence[Listed]:
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
        Listed(
            row.id, tx.unseal(row.id, row.name), row.joined_at, row.heard_at, row.cannot_reach_since is None,
            row.clients, row.requests, row.links,
        )
        for row in rows
    ]  # fmt: skip
