"""What an operator looks at now and then: updates set aside, and messages of unknown fate. Numbers, never words."""

from typing import Any

from sqlalchemy import func, or_, select, text, update

from db.inbox import SERVICE
from db.outbox import OutboxState
from db.sending import MAX_AMBIGUOUS
from db.tables import inbox, outbox, screens
from db.tx import Tx

LOOKED_AT = "dropped"  # the reason of an uncertain message that an operator is done with: its fate stays unknown

# Said as the partial indexes say it, or SQLite does not use them.
_DEAD = text("inbox.state = 'dead'")
_UNCERTAIN = text("outbox.state = 'uncertain'")
_OPEN = or_(outbox.c.reason.is_(None), outbox.c.reason != LOOKED_AT)

_UPDATES = select(
    inbox.c.update_id, inbox.c.telegram_id, inbox.c.received_at, inbox.c.attempts, inbox.c.error, inbox.c.payload
).where(_DEAD)
_MESSAGES = (
    select(
        outbox.c.id, outbox.c.person_id, screens.c.name.label("screen"), outbox.c.verb, outbox.c.rank,
        outbox.c.made_at, outbox.c.not_after, outbox.c.attempts, outbox.c.ambiguous, outbox.c.reason,
        outbox.c.ended_at, outbox.c.update_id,
    )
    .outerjoin(screens, screens.c.id == outbox.c.screen_id)  # a menu has none
    .where(_UNCERTAIN, _OPEN)
)  # fmt: skip


async def dead_updates(tx: Tx) -> list[dict[str, Any]]:
    """Updates that were set aside after every retry, oldest first."""
    rows = await tx.run(_UPDATES.order_by(inbox.c.received_at, inbox.c.update_id))
    return [{name: row[name] for name in ("update_id", "received_at", "attempts", "error")} for row in rows.mappings()]


async def dead_update(tx: Tx, update_id: int) -> dict[str, Any] | None:
    """One of them, held until the transaction ends, with its JSON as `payload` (None: not kept); None: there is none
    of that number."""
    found = _UPDATES.where(inbox.c.update_id == update_id).with_for_update(of=inbox)
    row = (await tx.run(found)).mappings().one_or_none()
    return None if row is None else dict(row) | {"payload": tx.unseal(SERVICE, row["payload"])}


async def revive_update(tx: Tx, update_id: int) -> None:
    """It has its turn once more, and is set aside anew where that goes wrong too."""
    await tx.run(update(inbox).where(inbox.c.update_id == update_id).values(state="waiting", not_before=None))


async def drop_update(tx: Tx, update_id: int) -> None:
    """It is done: its words go, its number stays."""
    values = {"state": "done", "payload": None, "error": LOOKED_AT}
    await tx.run(update(inbox).where(inbox.c.update_id == update_id).values(values))


async def count_dead(tx: Tx) -> int:
    """How many updates are set aside."""
    return int((await tx.run(select(func.count()).select_from(inbox).where(_DEAD))).scalar_one())


async def uncertain_messages(tx: Tx) -> list[dict[str, Any]]:
    """Messages whose delivery the network hid and that nobody is done with, oldest first; the person is our own
    number."""
    names = ("id", "person_id", "screen", "attempts", "ended_at")
    rows = await tx.run(_MESSAGES.order_by(outbox.c.id))
    return [{name: row[name] for name in names} for row in rows.mappings()]


async def uncertain_message(tx: Tx, row_id: int) -> dict[str, Any] | None:
    """One of them, held until the transaction ends; None: there is none of that number."""
    found = _MESSAGES.where(outbox.c.id == row_id).with_for_update(of=outbox)
    row = (await tx.run(found)).mappings().one_or_none()
    return None if row is None else dict(row)


async def revive_message(tx: Tx, row_id: int) -> None:
    """It goes once more; where the network hides that answer too, it is of unknown fate again."""
    values = {"state": OutboxState.WAITING.value, "reason": None, "ended_at": None, "not_before": tx.now}
    once = update(outbox).where(outbox.c.id == row_id).values(values | {"ambiguous": MAX_AMBIGUOUS - 1})
    await tx.run(once)


async def put_away_message(tx: Tx, row_id: int) -> None:
    """Its fate stays unknown, and nobody is to look at it any more."""
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(reason=LOOKED_AT))


async def count_uncertain(tx: Tx) -> int:
    """How many messages are of unknown fate and nobody is done with."""
    return int((await tx.run(select(func.count()).select_from(outbox).where(_UNCERTAIN, _OPEN))).scalar_one())
