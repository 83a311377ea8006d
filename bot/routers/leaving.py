"""Going: leaving with what was kept, or having it erased."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does
from bot.routers import speak
from bot.visit import Visit
from care import say
from care.erase import Erased, erase
from care.leave import Left, leave

router = Router(name="leaving")


@router.callback_query(Does("leave_keep"))
async def leave_keep(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They leave; what was kept stays until they say erase. A client's buttons at hand go."""
    keep = visit.screen.id if visit.screen else None
    left = await leave(visit.tx, visit.now, visit.person, keep_screen=keep)
    await speak.view(visit)
    if left is Left.LEFT:
        await speak.menu(visit)
        if visit.person.is_client:
            await speak.note(visit, "put-away")


@router.callback_query(Does("erase"))
async def erase_all(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Everything about them goes. The goodbye is said to the account as to somebody we know nothing of."""
    erased = await erase(visit.tx, visit.now, visit.person)
    if not isinstance(erased, Erased):
        await speak.view(visit)
        return
    visit.erased = erased
    visit.toast = "toast-erased"
    if erased.stranger is not None:
        await say.show(visit.tx, visit.now, erased.stranger.id, "note", {"key": "erased"})
