"""One pinned message with whom to call, for when this service or Telegram is silent."""

from care import say
from db import outbox, people, screens
from db.tx import Tx

SCREEN = "numbers"


async def pin_numbers(tx: Tx, person_id: int) -> bool:
    """Send that client (locked) the message and pin it, both without a sound; False where they had it, or are none.

    Once for good: who unpins or deletes it has chosen so. A refused pin loses nothing, for the message stands.
    """
    person = await people.get(tx, person_id)
    if person is None or not person.is_client or person.pinned_at is not None:
        return False
    screen_id = await say.show(tx, person_id, SCREEN)
    await outbox.put(tx, person_id, screen_id, "pin")
    await people.set_pinned(tx, person_id)
    return True


async def renew_numbers(tx: Tx, person_id: int) -> None:
    """They are somewhere else: the message they have says whom to call there."""
    for row in await screens.live_of(tx, person_id, SCREEN):
        await say.refresh(tx, row.id)
