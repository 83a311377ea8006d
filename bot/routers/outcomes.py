"""What practitioners do with outcomes: open them, say who is a treated smoker, and that nobody is to be asked."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.screens.month import read_day, read_month
from bot.tap import Tap
from bot.visit import Visit
from care.follow_up import end_with, take_back
from care.four_outcomes import outcomes_asked
from care.readings import Gone, say_treated
from programme.people import Role

router = Router(name="outcomes")
_PRACTITIONER = Is(Role.PRACTITIONER)
_OPENED_FROM = frozenset({"summary", "outcomes", "ask_reading", "ask_heard", "follow_up"})


@router.callback_query(Does("outcomes"), _PRACTITIONER)
async def opened(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The outcomes of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    row = visit.screen
    if row is not None and row.subject_id is not None and row.name in _OPENED_FROM:
        await speak.forget(visit)
        await outcomes_asked(visit.tx, visit.person, row.subject_id)
        await speak.answer(visit, "outcomes", subject_id=row.subject_id)


@router.callback_query(Does("treated"), _PRACTITIONER)
async def treated(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Attended, agreed to treatment and set a quit date, or not: the practitioner's word."""
    row = visit.screen
    if row is not None and row.name == "outcomes" and row.subject_id is not None and tap.arg in ("0", "1"):
        await say_treated(visit.tx, visit.person, row.subject_id, treated=tap.arg == "1")
        await speak.view(visit)


@router.callback_query(Does("follow_up"), _PRACTITIONER)
async def follow_up(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Nobody is to be asked any more: what happened?"""
    row = visit.screen
    if row is not None and row.name == "outcomes" and row.subject_id is not None:
        await speak.answer(visit, "follow_up", subject_id=row.subject_id)


@router.callback_query(Does("gone", "gone_month"), _PRACTITIONER)
async def gone(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What happened; then the day is picked, in this month or another."""
    row = visit.screen
    if row is None or row.name != "follow_up":
        return
    if tap.do == "gone" and tap.arg in set(Gone):
        await speak.answer(visit, "follow_up", {"why": tap.arg}, subject_id=row.subject_id)
    elif tap.do == "gone_month" and read_month(tap.arg) is not None and "why" in row.args:
        await speak.answer(visit, "follow_up", {"why": row.args["why"], "month": tap.arg}, subject_id=row.subject_id)


@router.callback_query(Does("gone_day"), _PRACTITIONER)
async def gone_on(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """On that day."""
    row, on = visit.screen, read_day(tap.arg)
    if row is None or row.name != "follow_up" or on is None or "why" not in row.args:
        return
    why, client_id = Gone(row.args["why"]), row.subject_id or 0
    if not await end_with(visit.tx, visit.person, client_id, why, on):
        visit.toast = "toast-old"
    await speak.answer(visit, "follow_up", subject_id=row.subject_id)


@router.callback_query(Does("follow_up_back"), _PRACTITIONER)
async def follow_up_back(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """It was a mistake."""
    row = visit.screen
    if row is not None and row.name == "follow_up":
        await take_back(visit.tx, visit.person, row.subject_id or 0)
        await speak.answer(visit, "follow_up", subject_id=row.subject_id)
