"""Going: leaving with what was kept, or having it erased. What somebody asked of a practitioner is spoken of first."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does
from bot.routers import speak
from bot.screens.leave import ASKED, ASKED_ERASE, KEEP, TAKE_BACK, asked_of
from bot.tap import Tap
from bot.visit import Visit
from care import say
from care.erase import Erased, erase
from care.leave import Left, leave

router = Router(name="leaving")


@router.callback_query(Does("leave_keep"))
async def leave_keep(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They leave; what was kept stays up to the day that is named. A client's buttons at hand go."""
    if await asked_of(visit.tx, visit.person) is not None:
        await speak.answer(visit, "leave", {"view": ASKED})
        return
    await _leave(visit, take_back=False)


@router.callback_query(Does("leave_erase"))
async def leave_erase(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They would have all of it erased: really?"""
    asked = await asked_of(visit.tx, visit.person)
    await speak.answer(visit, "leave", {"view": "sure" if asked is None else ASKED_ERASE})


@router.callback_query(Does("leave_asked"))
async def leave_asked(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What becomes of what they asked of a practitioner is said: on to where they were going."""
    if visit.screen is None or tap.arg not in (KEEP, TAKE_BACK):
        return
    if visit.screen.args.get("view") == ASKED_ERASE:
        await speak.answer(visit, "leave", {"view": "sure", "request": tap.arg})
    elif visit.screen.args.get("view") == ASKED:
        await _leave(visit, take_back=tap.arg == TAKE_BACK)


async def _leave(visit: Visit, *, take_back: bool) -> None:
    keep = visit.screen.id if visit.screen else None
    left = await leave(visit.tx, visit.person, keep_screen=keep, take_back=take_back)
    await speak.answer(visit, "leave")
    if left is Left.LEFT:
        await speak.menu(visit)
        if visit.person.is_client:
            await speak.note(visit, "put-away")


@router.callback_query(Does("erase"))
async def erase_all(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Everything about them goes. The goodbye is said to the account as to somebody we know nothing of."""
    said = visit.screen.args.get("request") if visit.screen else None
    if said not in (KEEP, TAKE_BACK) and await asked_of(visit.tx, visit.person) is not None:
        await speak.answer(visit, "leave", {"view": ASKED_ERASE})
        return
    erased = await erase(visit.tx, visit.person, take_back=said == TAKE_BACK)
    if not isinstance(erased, Erased):
        await speak.view(visit)
        return
    visit.erased = erased
    visit.toast = "toast-erased"
    if erased.stranger is not None:
        await say.show(visit.tx, erased.stranger.id, "note", {"key": "erased"})
