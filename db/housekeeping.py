"""Removing, by age, what has served its purpose."""

from datetime import datetime

from sqlalchemy import Delete, delete

from db.tables import inbox, invites, outbox
from db.tx import Tx


async def _count(tx: Tx, statement: Delete) -> int:
    return (await tx.run(statement)).rowcount


async def drop_done_updates(tx: Tx, before: datetime) -> int:
    """Updates that are done and came before that moment. Those set aside go by `set_aside.drop_dead_before`."""
    return await _count(tx, delete(inbox).where(inbox.c.state == "done", inbox.c.received_at < before))


async def drop_ended_outbox(tx: Tx, before: datetime) -> int:
    """What was said, or was not to be said any more, before that moment."""
    return await _count(tx, delete(outbox).where(outbox.c.ended_at < before))


async def drop_unused_invites(tx: Tx, before: datetime) -> int:
    """Invitations that nobody used and that ran out before that moment."""
    return await _count(tx, delete(invites).where(invites.c.used_at.is_(None), invites.c.expires_at < before))
