"""All of somebody who left, which goes once the day is over that was named to them. What goes by age: db.ageing."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import delete, exists, select, update

from db import ledger
from db.answers import OF_ANSWERS
from db.tables import clients, encouragements, events, invites, people, practitioners, screens, supporters
from db.tx import Tx
from programme.event_kinds import OF_CLIENT
from programme.people import Role


async def undated(tx: Tx, limit: int) -> list[int]:
    """At most so many clients who left before a day was named up to which their answers are kept."""
    left = select(clients.c.person_id).where(clients.c.left_at.is_not(None), clients.c.keep_until.is_(None))
    return list((await tx.run(left.order_by(clients.c.person_id).limit(limit))).scalars())


async def name_day(tx: Tx, person_id: int, keep_until: date) -> None:
    """Up to and with that day what that client left is kept."""
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(keep_until=keep_until))


async def over(tx: Tx, before: date, limit: int) -> list[int]:
    """At most so many clients who left, whose day was before that one, and who are not on the way back."""
    on_the_way = exists().where(
        invites.c.opened_by == clients.c.person_id, invites.c.role == Role.CLIENT.value, invites.c.used_at.is_(None)
    )
    left = clients.c.left_at.is_not(None), clients.c.keep_until < before, ~on_the_way
    return list((await tx.run(select(clients.c.person_id).where(*left).limit(limit))).scalars())


async def forget_clients(tx: Tx, ids: Collection[int]) -> None:
    """Nothing of what these people told, kept or set as clients is there any more; they were none, but for the logs."""
    theirs = select(supporters.c.id).where(supporters.c.client_id.in_(ids))
    await tx.run(delete(encouragements).where(encouragements.c.support_id.in_(theirs)))
    for table, whose in ledger.of_clients():
        await tx.run(delete(table).where(whose.in_(ids)))
    await tx.run(delete(events).where(events.c.person_id.in_(ids), events.c.kind.in_(OF_CLIENT)))
    await tx.run(update(screens).where(screens.c.person_id.in_(ids), screens.c.name.in_(OF_ANSWERS)).values(args={}))
    used = invites.c.opened_by.in_(ids), invites.c.role == Role.CLIENT.value
    await tx.run(update(invites).where(*used).values(opened_by=None, label=None))
    no_role = ~exists().where(practitioners.c.person_id == people.c.id)
    await tx.run(update(people).where(people.c.id.in_(ids), no_role).values(name=None))
