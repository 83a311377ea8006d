"""What must hold before anybody is written to unasked, as SQL conditions over people joined with clients (outer).

What else a kind is: programme.kinds."""

from datetime import datetime
from functools import cache

from sqlalchemy import Column, ColumnElement, FromClause, and_, case, exists, func, or_, select

from db.stopped import is_stopped
from db.tables import clients, consents, people, practitioners, supporters
from programme.consent import Item
from programme.plan import NUDGE, SUMMARY
from programme.support import SupportState


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


def ever_kept(person_id: Column[int], told_at: Column[datetime]) -> ColumnElement[bool]:
    """Whether what a person told at that moment fell under a yes to keeping answers, of then or of later.

    A no since is no reason against it: who takes their yes back has their answers deleted at once
    (erasure.forget_answers), and who leaves and keeps them is shown nothing more, yet keeps them.
    """
    of_person = consents.c.person_id == person_id, consents.c.item == Item.KEEP_ANSWERS.value
    then = select(consents.c.granted).where(*of_person, consents.c.at <= told_at).order_by(consents.c.id.desc())
    later = exists().where(*of_person, consents.c.granted, consents.c.at > told_at)
    return or_(func.coalesce(then.limit(1).scalar_subquery(), False), later)


REACHABLE = people.c.cannot_reach_since.is_(None)
IS_CLIENT = and_(clients.c.person_id.is_not(None), clients.c.left_at.is_(None))
WANTS_CHECK_INS = and_(IS_CLIENT, granted(Item.CHECK_IN))
IS_PRACTITIONER = exists().where(practitioners.c.person_id == people.c.id)


@cache  # it takes as long to put together as to run
def wants(table: FromClause) -> ColumnElement[bool]:
    """Whether the person of a plan or prompt still wants to be written to about it, by its kind."""
    supported = clients.alias("supported")
    about = exists().where(
        supporters.c.person_id == table.c.person_id,
        supporters.c.client_id == table.c.about_id,
        supporters.c.state == SupportState.ACCEPTED.value,
        supported.c.person_id == supporters.c.client_id,
        supported.c.left_at.is_(None),
    )
    of_client = and_(WANTS_CHECK_INS, ~is_stopped(table))
    return case((table.c.kind == NUDGE, about), (table.c.kind == SUMMARY, IS_PRACTITIONER), else_=of_client)
