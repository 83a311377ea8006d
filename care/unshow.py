"""Taking back what a practitioner was shown of a client: not what they read, but what stands on their phone."""

from datetime import timedelta
from typing import Final

from care import say
from db import clients, screens
from db.tx import Tx

LISTS: Final = ("weekly", "client_list", "erratum")  # screens of all of a practitioner's clients
# What is entered about one client, by name.
ENTRIES: Final = ("ask_heard", "ask_reading", "ask_session", "follow_up", "hsi_entry")
LOOK_BACK: Final = timedelta(weeks=8)  # Mondays and lists that are edited: what is older is scrolled away
MOST: Final = 60  # messages of one practitioner that are edited for one client, the newest


async def unshow(tx: Tx, practitioner_id: int, client_id: int, *, left: bool = False) -> int:
    """Edit what stands on that practitioner's phone so that it shows of that client what they show now; how many.

    - Every screen about that client, and the lists and Mondays of the last LOOK_BACK, also those that have lost their
      buttons: a bot may edit its own messages for as long as they stand.
    - `left`: what was being entered about them becomes their page, which says that they are not there any more.
    - What was sent on, noted down or read stays so, and Telegram may refuse: the client is told that.
    """
    about = await screens.sent_of(tx, practitioner_id, say.OF_CLIENT, subject_id=client_id)
    lists = await screens.sent_of(tx, practitioner_id, LISTS, since=tx.now - LOOK_BACK)
    entries = await screens.sent_of(tx, practitioner_id, ENTRIES, subject_id=client_id) if left else []
    found = sorted((*about, *lists, *entries), key=lambda row: row.id, reverse=True)[:MOST]
    for row in found:
        if row.name in ENTRIES:
            await say.become(tx, row.id, "summary", subject_id=client_id)
        else:
            await say.refresh(tx, row.id)
    return len(found)


async def unshow_of(tx: Tx, client_id: int) -> None:
    """The same for whoever that client is with now, where they are with somebody."""
    client = await clients.get(tx, client_id)
    if client is not None and client.left_at is None:
        await unshow(tx, client.practitioner_id, client_id)
