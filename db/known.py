"""Whom we know: everybody else is a stranger, and waits until they were served."""

from sqlalchemy import ColumnElement, exists, or_

from db.tables import clients, invites, practitioners, supporters


def known(person_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Who joined, whether they stayed or not; whom a client asked to be on their side; and who opened an invitation."""
    return or_(
        exists().where(clients.c.person_id == person_id),
        exists().where(practitioners.c.person_id == person_id),
        exists().where(supporters.c.person_id == person_id),
        exists().where(invites.c.opened_by == person_id),
    )
