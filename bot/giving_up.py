"""What goes with a row that will not arrive: its link is forgotten, and who waits for a prompt is told."""

from datetime import timedelta

from bot.asks import Asks
from care.say import show
from db import people, picking, screens, sending
from db.outbox import OutboxRow, OutboxState, Rank
from db.sending import Ending
from db.tx import Tx

BROKEN_AFTER = 3  # attempts at a screen that cannot be made
BROKEN_PAUSE = timedelta(seconds=10)


async def give_up(tx: Tx, asks: Asks, row: OutboxRow, reason: str) -> None:
    """A prompt that will not arrive is recorded as that; nothing else has anything that waits for it.

    Who asked us to delete messages is told where Telegram refused that.
    """
    if row.verb == "send" and row.screen_id is not None:
        await screens.forget_token(tx, row.screen_id)
    if row.verb == "delete" and reason == "refused":
        await show(tx, row.person_id, "note", {"key": "not-deleted"})
    if row.rank is Rank.PROMPT:
        await asks.not_sent(tx, row, reason)


async def cancel(tx: Tx, asks: Asks, row: OutboxRow, reason: str) -> None:
    """A row that is not wanted any more ends here; a screen that nobody ever saw goes with it.

    A question that closed, and of which the network hid an answer, may have arrived.
    """
    may_be_there = reason == "closed" and row.verb == "send" and row.ambiguous > 0
    state = OutboxState.UNCERTAIN if may_be_there else OutboxState.CANCELLED
    await sending.end(tx, [Ending(row, state, reason)])
    await give_up(tx, asks, row, reason)
    if row.verb == "send" and row.screen_id is not None and row.attempts == 0:
        await screens.retire_many(tx, [row.screen_id])


async def stumble(tx: Tx, asks: Asks, row: OutboxRow) -> None:
    """A row that could not be made into a request waits a while, and is refused at the third time."""
    await people.lock(tx, [row.person_id])
    await picking.stumbled(tx, row.id, tx.now + BROKEN_PAUSE)
    if row.attempts + 1 >= BROKEN_AFTER:
        await sending.end(tx, [Ending(row, OutboxState.REFUSED, "broken")])
        await give_up(tx, asks, row, "broken")
