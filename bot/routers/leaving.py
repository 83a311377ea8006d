"""Going: leaving with what was kept, or having it erased. What somebody asked of a practitioner is spoken of first."""

from bot.dispatch import Handlers
from bot.routers import speak
from bot.screens.leave import ASKED, ASKED_ERASE, asked_of
from bot.taps.people import ERASE_ALL, KEEP, LEAVE_ASKED, LEAVE_ERASE, LEAVE_KEEP, TAKE_BACK
from bot.visit import Visit
from care import say
from care.erase import Erased, erase
from care.leave import Left, leave

taps = Handlers()


@taps.on(LEAVE_KEEP)
async def leave_keep(visit: Visit) -> None:
    """They leave; what was kept stays up to the day that is named. A client's buttons at hand go."""
    if await asked_of(visit.tx, visit.person) is not None:
        await speak.answer(visit, "leave", {"view": ASKED})
        return
    await _leave(visit, take_back=False)


@taps.on(LEAVE_ERASE)
async def leave_erase(visit: Visit) -> None:
    """They would have all of it erased: really?"""
    asked = await asked_of(visit.tx, visit.person)
    await speak.answer(visit, "leave", {"view": "sure" if asked is None else ASKED_ERASE})


@taps.on(LEAVE_ASKED)
async def leave_asked(visit: Visit, value: str) -> None:
    """What becomes of what they asked of a practitioner is said: on to where they were going."""
    if visit.tapped.args.get("view") == ASKED_ERASE:
        await speak.answer(visit, "leave", {"view": "sure", "request": value})
    elif visit.tapped.args.get("view") == ASKED:
        await _leave(visit, take_back=value == TAKE_BACK)


async def _leave(visit: Visit, *, take_back: bool) -> None:
    left = await leave(visit.tx, visit.person, keep_screen=visit.tapped.id, take_back=take_back)
    await speak.answer(visit, "leave")
    if left is Left.LEFT:
        await speak.menu(visit)
        if visit.person.is_client:
            await speak.note(visit, "put-away")


@taps.on(ERASE_ALL)
async def erase_all(visit: Visit) -> None:
    """Everything about them goes. The goodbye is said to the account as to somebody we know nothing of."""
    said = visit.tapped.args.get("request")
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
