"""What clients type by themselves: kept, parked for a session, or forgotten."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.tap import Tap
from bot.visit import Visit
from care import notes
from programme.people import Role
from programme.session import NEXT, Note

router = Router(name="notes")
_CLIENT = Is(Role.CLIENT)
_LONGEST_PAGE = 3  # digits


async def keep(visit: Visit, text: str) -> None:
    """These words are kept for the client, and may go to a session; where answers are not kept, that is said."""
    kept = await notes.keep_note(visit.tx, visit.person, text)
    if kept is None:
        await speak.note(visit, "not-kept-words")
        return
    await speak.below(visit, "own_note", subject_id=kept)


@router.callback_query(Does("note_park"), _CLIENT)
async def park(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """With what they bring to the session, from where it can be shared."""
    row = visit.screen
    if row is None or row.name != "own_note":
        return
    if not await notes.park(visit.tx, visit.person, row.subject_id or 0):
        await speak.view(visit, "full")
        return
    await brought(visit)


async def brought(visit: Visit) -> None:
    """What they bring to the next session, and a button that shows it or takes it back."""
    await speak.answer(visit, "session_note", {"note": Note.BRING.value, "on": NEXT.isoformat()})


@router.callback_query(Does("note_forget"), _CLIENT)
async def forget(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """It goes."""
    row = visit.screen
    if row is not None and row.name == "own_note":
        await notes.forget_note(visit.tx, visit.person, row.subject_id or 0)
        await speak.view(visit)


@router.callback_query(Does("notes"), _CLIENT)
async def every(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """All of them, a page at a time."""
    page = {"page": int(tap.arg)} if tap.arg.isdecimal() and len(tap.arg) <= _LONGEST_PAGE else None
    await speak.answer(visit, "notes", page)


@router.callback_query(Does("own_note"), _CLIENT)
async def one(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of them."""
    if tap.number is not None:
        await speak.answer(visit, "own_note", {"view": "kept"}, subject_id=tap.number)
