"""What a client showed their practitioner by a tap of its own: it was for that one, and ends with them."""

from care import cycle, safety
from db import check_ins, events, session_notes
from db.tx import Tx
from programme.people import Person


async def end_all(tx: Tx, client: Person) -> None:
    """Words of check-ins, notes for a session, how it goes round and the safety plan are shown to nobody any more.

    That client keeps all of them, and may show them anew. To be called while they are with the one before.
    """
    for prompt_id in await check_ins.unshare(tx, client.id):
        await events.add(tx, "WordsUnshared", client.id, data={"prompt_id": prompt_id})
    if await session_notes.unshare(tx, client.id):
        await events.add(tx, "SessionNoteUnshared", client.id)
    if await cycle.shown_of(tx, client.id) is not None:
        await events.add(tx, cycle.UNSHARED, client.id)
    await safety.end_shown(tx, client.id, None)
