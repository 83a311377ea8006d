"""What clients type by themselves: kept, parked for a session, or forgotten."""

from bot.dispatch import Handlers
from bot.routers import speak
from bot.taps.people import NOTE_FORGET, NOTE_PARK, NOTES, OWN_NOTE
from bot.visit import Visit
from care import notes
from programme.session import NEXT, Note

taps = Handlers()


async def keep(visit: Visit, text: str) -> None:
    """These words are kept for the client, and may go to a session; where answers are not kept, that is said."""
    kept = await notes.keep_note(visit.tx, visit.person, text)
    if kept is None:
        await speak.note(visit, "not-kept-words")
        return
    await speak.below(visit, "own_note", subject_id=kept)


@taps.on(NOTE_PARK)
async def park(visit: Visit) -> None:
    """With what they bring to the session, from where it can be shared."""
    if not await notes.park(visit.tx, visit.person, visit.subject):
        await speak.view(visit, "full")
        return
    await brought(visit)


async def brought(visit: Visit) -> None:
    """What they bring to the next session, and a button that shows it or takes it back."""
    await speak.answer(visit, "session_note", {"note": Note.BRING.value, "on": NEXT.isoformat()})


@taps.on(NOTE_FORGET)
async def forget(visit: Visit) -> None:
    """It goes."""
    await notes.forget_note(visit.tx, visit.person, visit.subject)
    await speak.view(visit)


@taps.on(NOTES)
async def every(visit: Visit, page: int | None) -> None:
    """All of them, a page at a time."""
    await speak.answer(visit, "notes", None if page is None else {"page": page})


@taps.on(OWN_NOTE)
async def one(visit: Visit, value: int) -> None:
    """One of them."""
    await speak.answer(visit, "own_note", {"view": "kept"}, subject_id=value)
