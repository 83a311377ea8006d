"""What a client types when nothing was asked for: kept for them, and parked for a session where they say so."""

from typing import Final

from care.sessions import next_session_on
from db import consents, events, own_words, session_notes
from db.tx import Tx
from programme.own_words import OwnWords, Purpose
from programme.people import Person
from programme.session import Note

MOST_WORDS: Final = 4096  # characters: a whole message of Telegram's
MOST_PARKED: Final = 12  # for one session: more is a list that nobody gets through, and no screen holds


async def keep_note(tx: Tx, client: Person, text: str) -> int | None:
    """Keep these words, sealed, for that client (locked) alone; gives their id.

    None where there are none, or answers are not to be kept.
    """
    words = text.strip()[:MOST_WORDS]
    if not words or not client.is_client or not (await consents.in_force(tx, client.id)).keep_answers:
        return None
    await events.add(tx, "NoteKept", client.id, client.id)
    return await own_words.add(tx, client.id, Purpose.NOTE, words)


async def note_of(tx: Tx, client: Person, note_id: int) -> OwnWords | None:
    """That note, where it is theirs and still there."""
    found = await own_words.get(tx, note_id, client.id)
    return found if found is not None and found.purpose is Purpose.NOTE else None


async def park(tx: Tx, client: Person, note_id: int) -> bool:
    """Bring that note to the next session: it stands with what they bring, and is shown where they share that.

    False where it is not there any more, or the list for that session is full.
    """
    found = await note_of(tx, client, note_id)
    if found is None or await bring(tx, client, found.words) is None:
        return False
    return await own_words.remove(tx, note_id, client.id)


async def bring(tx: Tx, client: Person, words: str, *, shared: bool = False) -> int | None:
    """Put these words with what that client brings to the next session; gives their id, None where the list is full.

    `shared`: shown to their practitioner from now on.
    """
    on = await next_session_on(tx, client)
    if len(await session_notes.of_session(tx, client.id, on, Note.BRING)) >= MOST_PARKED:
        return None
    note_id = await session_notes.put(tx, client.id, on, Note.BRING, words, shared=shared)
    await events.add(tx, "SessionNoteKept", client.id, client.id, {"note": Note.BRING.value})
    return note_id


async def forget_note(tx: Tx, client: Person, note_id: int) -> bool:
    """That note goes for good; False where it is not theirs."""
    if await note_of(tx, client, note_id) is None or not await own_words.remove(tx, note_id, client.id):
        return False
    await events.add(tx, "NoteForgotten", client.id, client.id)
    return True
