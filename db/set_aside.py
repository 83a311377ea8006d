"""What an operator looks at now and then: updates set aside, and messages of unknown fate. Numbers, never words."""

from typing import Any

from sqlalchemy import select

from db.tables import inbox, outbox, screens
from db.tx import Tx


async def dead_updates(tx: Tx) -> list[dict[str, Any]]:
    """Updates that were set aside after every retry, oldest first."""
    found = (
        select(inbox.c.update_id, inbox.c.received_at, inbox.c.attempts, inbox.c.error)
        .where(inbox.c.state == "dead")
        .order_by(inbox.c.received_at)
    )
    return [dict(row) for row in (await tx.run(found)).mappings()]


async def uncertain_messages(tx: Tx) -> list[dict[str, Any]]:
    """Messages whose delivery the network hid, oldest first; the person is our own number."""
    found = (
        select(outbox.c.id, outbox.c.person_id, screens.c.name.label("screen"), outbox.c.attempts, outbox.c.ended_at)
        .join(screens, screens.c.id == outbox.c.screen_id)
        .where(outbox.c.state == "uncertain")
        .order_by(outbox.c.id)
    )
    return [dict(row) for row in (await tx.run(found)).mappings()]
