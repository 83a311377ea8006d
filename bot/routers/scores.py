"""What practitioners do with set questions and medicines: look, enter how somebody smokes, say what is looked after."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.screens.hsi import read_both
from bot.tap import Tap
from bot.visit import Visit
from care.hsi import enter_hsi
from care.in_pictures import picture_asked
from care.medicines import check_medicine
from care.scores import scores_asked
from care.week import week_asked
from programme.people import Role
from programme.scales.hsi import First, Hsi

router = Router(name="scores")
_PRACTITIONER = Is(Role.PRACTITIONER)
_OPENED_FROM = frozenset({"summary", "scores", "hsi_entry", "picture_of"})


@router.callback_query(Does("scores"), _PRACTITIONER)
async def opened(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Those of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    if (client := _client(visit)) is not None:
        await scores_asked(visit.tx, visit.person, client)
        await speak.answer(visit, "scores", subject_id=client)


@router.callback_query(Does("picture_of"), _PRACTITIONER)
async def picture(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Moods and urges, drawn; whether they may be seen is looked up when they are shown."""
    if (client := _client(visit)) is not None:
        await picture_asked(visit.tx, visit.person, client)
        await speak.answer(visit, "picture_of", subject_id=client)


@router.callback_query(Does("scores_week"), _PRACTITIONER)
async def week(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Back to their week."""
    if (client := _client(visit)) is not None:
        await week_asked(visit.tx, visit.person, client)
        await speak.answer(visit, "summary", subject_id=client)


@router.callback_query(Does("hsi_enter"), _PRACTITIONER)
async def enter(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """How soon after waking up?"""
    if (client := _client(visit)) is not None:
        await speak.answer(visit, "hsi_entry", subject_id=client)


@router.callback_query(Does("hsi_first_of"), _PRACTITIONER)
async def first(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How soon; then how many."""
    client = _client(visit)
    if client is not None and tap.arg in set(First):
        await speak.answer(visit, "hsi_entry", {"first": tap.arg}, subject_id=client)


@router.callback_query(Does("hsi_many_of"), _PRACTITIONER)
async def many(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How many: with it both are kept."""
    client, both = _client(visit), read_both(tap.arg)
    if client is None or both is None:
        return
    if not await enter_hsi(visit.tx, visit.person, client, Hsi(*both)):
        visit.toast = "hsi-entered-not"
    await scores_asked(visit.tx, visit.person, client)
    await speak.answer(visit, "scores", subject_id=client)


@router.callback_query(Does("med_checked"), _PRACTITIONER)
async def checked(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Their medicine is looked after."""
    if (client := _client(visit)) is not None:
        await check_medicine(visit.tx, visit.person, client)
        await speak.view(visit)


def _client(visit: Visit) -> int | None:
    """Whom the tapped screen is about, where it is one of these."""
    row = visit.screen
    return row.subject_id if row is not None and row.name in _OPENED_FROM else None
