"""What practitioners do with outcomes: open them, say who is a treated smoker, and that nobody is to be asked."""

from aiogram import Router

from bot.dispatch import Handlers
from bot.filters import Is
from bot.routers import speak
from bot.screens.month import read_day, read_month
from bot.taps.practice import FOLLOW_UP, FOLLOW_UP_BACK, GONE_BY, GONE_DAY, GONE_MONTH, OUTCOMES, TREATED
from bot.visit import Visit
from care.follow_up import end_with, take_back
from care.four_outcomes import outcomes_asked
from care.readings import Gone, say_treated
from programme.people import Role

router = Router(name="outcomes")
taps = Handlers()
_PRACTITIONER = Is(Role.PRACTITIONER)
_OPENED_FROM = frozenset({"summary", "outcomes", "ask_reading", "ask_heard", "follow_up"})


@taps.on(OUTCOMES)
async def opened(visit: Visit) -> None:
    """The outcomes of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    row = visit.screen
    if row is not None and row.subject_id is not None and row.name in _OPENED_FROM:
        await speak.forget(visit)
        await outcomes_asked(visit.tx, visit.now, visit.person, row.subject_id)
        await speak.answer(visit, "outcomes", subject_id=row.subject_id)


@taps.on(TREATED)
async def treated(visit: Visit, value: bool) -> None:
    """Attended, agreed to treatment and set a quit date, or not: the practitioner's word."""
    row = visit.screen
    if row is not None and row.name == "outcomes" and row.subject_id is not None and value in ("0", "1"):
        await say_treated(visit.tx, visit.now, visit.person, row.subject_id, treated=value == "1")
        await speak.view(visit)


@taps.on(FOLLOW_UP)
async def follow_up(visit: Visit) -> None:
    """Nobody is to be asked any more: what happened?"""
    row = visit.screen
    if row is not None and row.name == "outcomes" and row.subject_id is not None:
        await speak.answer(visit, "follow_up", subject_id=row.subject_id)


@taps.on(GONE_BY, GONE_MONTH)
async def gone(visit: Visit, value: Gone | date) -> None:
    """What happened; then the day is picked, in this month or another."""
    row = visit.screen
    if row is None or row.name != "follow_up":
        return
    if visit.tap is GONE_BY and value in set(Gone):
        await speak.answer(visit, "follow_up", {"why": value}, subject_id=row.subject_id)
    elif visit.tap is GONE_MONTH and read_month(value) is not None and "why" in row.args:
        await speak.answer(visit, "follow_up", {"why": row.args["why"], "month": value}, subject_id=row.subject_id)


@taps.on(GONE_DAY)
async def gone_on(visit: Visit, value: date) -> None:
    """On that day."""
    row, on = visit.screen, read_day(value)
    if row is None or row.name != "follow_up" or on is None or "why" not in row.args:
        return
    why, client_id = Gone(row.args["why"]), row.subject_id or 0
    if not await end_with(visit.tx, visit.now, visit.person, client_id, why, on):
        visit.toast = "toast-old"
    await speak.answer(visit, "follow_up", subject_id=row.subject_id)


@taps.on(FOLLOW_UP_BACK)
async def follow_up_back(visit: Visit) -> None:
    """It was a mistake."""
    row = visit.screen
    if row is not None and row.name == "follow_up":
        await take_back(visit.tx, visit.now, visit.person, row.subject_id or 0)
        await speak.answer(visit, "follow_up", subject_id=row.subject_id)
