"""What people hear who write while the database is held: once each, that their words are kept, and whom to call; and
the crisis numbers, who asks for them."""

from collections.abc import Mapping

from care.cards import card_of
from care.crisis import HELD_ASKED, was_shown_lately
from care.say import show
from db import outbox, people
from db.hold import Hold
from db.tx import Tx
from programme.engaged import CRISIS_SCREEN


async def tell_held(tx: Tx, held: Hold, locales: Mapping[int, str]) -> None:
    """Tell whoever is behind these Telegram accounts (by account: the language they read), once in this hold.

    Somebody new is made a stranger here, as an answer to anything else would.
    """
    if not locales:
        return
    await people.lock_accounts(tx, locales)
    for person in (await people.ensure_many(tx, locales)).values():
        key = f"held:{person.id}:{held.last_row}"
        if await outbox.of_key(tx, key) is None:
            call = (await card_of(tx, person)).call
            await show(tx, person.id, "note", {"key": "held", "call": call}, key=key)


async def show_numbers(tx: Tx, locales: Mapping[int, str]) -> None:
    """Show the card without buttons to whoever is behind these accounts (as above); none within an hour of another."""
    if not locales:
        return
    await people.lock_accounts(tx, locales)
    for person in (await people.ensure_many(tx, locales)).values():
        if not await was_shown_lately(tx, person.id):
            await show(tx, person.id, CRISIS_SCREEN, {"view": HELD_ASKED})
