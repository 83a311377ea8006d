"""Which techniques reached a client: opened by their practitioner, or by themselves."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.tap import Tap
from bot.visit import Visit
from care.coverage import coverage_asked
from programme.people import Role

router = Router(name="coverage")
_LONGEST = 3  # digits of a week's number


@router.callback_query(Does("coverage"), Is(Role.PRACTITIONER))
async def of_client(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Of the client whose week stands there; whether it may be seen is looked up when it is shown."""
    row = visit.screen
    if row is not None and row.name == "summary" and row.subject_id is not None:
        await coverage_asked(visit.tx, visit.person, row.subject_id)
        await speak.answer(visit, "coverage", subject_id=row.subject_id)


@router.callback_query(Does("worked_with"), Is(Role.CLIENT))
async def own(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """One's own."""
    await speak.answer(visit, "worked_with")


@router.callback_query(Does("week_of"))
async def turn(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Another week."""
    row = visit.screen
    if row is not None and row.name in ("coverage", "worked_with") and tap.arg.isdecimal() and len(tap.arg) <= _LONGEST:
        await speak.answer(visit, row.name, {"week": int(tap.arg)}, subject_id=row.subject_id)
