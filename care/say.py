"""How acts speak: they name a screen and put it down to be sent. Words are made when it is sent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from db import outbox, screens
from db.outbox import Rank
from db.tx import Tx

# Screens that say whom to call: first in every queue.
CARDS: Final = frozenset({"crisis"})
# Screens of a practitioner's about one client.
OF_CLIENT: Final = ("summary", "outcomes", "scores", "coverage", "next", "picture_of", "safety_shown")


async def show(
    tx: Tx,
    person_id: int,
    name: str,
    args: Mapping[str, Any] | None = None,
    *,
    subject_id: int | None = None,
    rank: Rank = Rank.ANSWER,
    key: str | None = None,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> int:
    """Send a screen as a new message below; returns the screen's id.

    `args` are ids and codes. `key` makes a repeat harmless. `not_after` (UTC): too late after that. A card goes first,
    also where somebody asked for it.
    """
    screen_id = await screens.add(tx, person_id, name, args or {}, subject_id)
    first = Rank.CARD if name in CARDS else rank
    await outbox.put(tx, person_id, screen_id, "send", rank=first, key=key, not_before=not_before, not_after=not_after)
    return screen_id


async def refresh(tx: Tx, screen_id: int) -> None:
    """Edit the screen's message to what is true by then. Waiting edits of it melt into this one.

    One that has lost its buttons is in nobody's way: it goes after all else.
    """
    row = await screens.get(tx, screen_id)
    if row is None:
        return
    await outbox.cancel_waiting(tx, screen_id, "newer", verbs=("edit",))
    rank = Rank.CARD if row.name in CARDS else Rank.ANSWER if row.live else Rank.STRIP
    await outbox.put(tx, row.person_id, screen_id, "edit", rank=rank)


async def become(
    tx: Tx,
    screen_id: int,
    name: str,
    args: Mapping[str, Any] | None = None,
    *,
    subject_id: int | None = None,
) -> None:
    """Turn the message of that screen into another screen."""
    await screens.become(tx, screen_id, name, args or {}, subject_id)
    await refresh(tx, screen_id)


async def retire(tx: Tx, screen_id: int) -> None:
    """Take the buttons of that screen away; what it says stays. A message that has none is left as it is."""
    row = await screens.get(tx, screen_id)
    if row is None or not row.live:
        return
    await screens.retire(tx, screen_id)
    await outbox.cancel_waiting(tx, screen_id, "retired", verbs=("edit",))
    if not row.bare and (row.message_id is not None or await outbox.is_on_its_way(tx, screen_id)):
        await outbox.put(tx, row.person_id, screen_id, "strip", rank=Rank.STRIP)


async def retire_named(tx: Tx, person_id: int, name: str, subject_id: int | None = None) -> None:
    """Take the buttons of every live screen of that name (and subject) away."""
    for row in await screens.live_of(tx, person_id, name, subject_id):
        await retire(tx, row.id)


async def refresh_subject(tx: Tx, person_id: int, name: str, subject_id: int) -> None:
    """Edit every live screen of that name and subject."""
    for row in await screens.live_of(tx, person_id, name, subject_id):
        await refresh(tx, row.id)


async def refresh_client(tx: Tx, practitioner_id: int, client_id: int) -> None:
    """What a practitioner has open of that client shows what they may see now."""
    for name in OF_CLIENT:
        await refresh_subject(tx, practitioner_id, name, client_id)
