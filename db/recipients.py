"""What must hold before anybody is written to unasked, as SQL conditions over people joined with clients (outer)."""

from sqlalchemy import Column, ColumnElement, and_, func, select

from db.tables import clients, consents, people
from programme.consent import Item


def granted(item: Item, person_id: Column[int] = people.c.id) -> ColumnElement[bool]:
    """Whether the newest answer to that item of the person in that column is yes; no answer is no."""
    newest = (
        select(consents.c.granted)
        .where(consents.c.person_id == person_id, consents.c.item == item.value)
        .order_by(consents.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(newest, False)


REACHABLE = people.c.cannot_reach_since.is_(None)
IS_CLIENT = and_(clients.c.person_id.is_not(None), clients.c.left_at.is_(None))
WANTS_CHECK_INS = and_(IS_CLIENT, granted(Item.CHECK_IN))
