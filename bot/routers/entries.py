"""What practitioners enter of outcomes: what they heard in a session, a reading, on which day; and taking it back."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import speak
from bot.screens.month import read_day, read_month
from bot.tap import Tap
from bot.visit import Visit
from care.entries import undo
from care.four_outcomes import outcomes_asked
from care.heard import enter_heard
from care.own_client import own_client
from care.quit_date import today_of
from care.readings import enter_reading
from db.screens import ScreenRow
from programme.outcomes.typed import read_reading
from programme.people import Role

router = Router(name="entries")
_PRACTITIONER = Is(Role.PRACTITIONER)
_READING = "co_reading"
_ASKS = {"ask_reading": _READING, "ask_heard": None}  # what the next words are for


@router.callback_query(Does("co_reading", "heard"), _PRACTITIONER)
async def asks(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What did it show, or what did they say?"""
    row = visit.screen
    if row is not None and row.name == "outcomes" and row.subject_id is not None:
        name = "ask_heard" if tap.do == "heard" else "ask_reading"
        await speak.ask(visit, _ASKS[name], name, subject_id=row.subject_id)


@router.callback_query(Does("on_day", "on_month"), _PRACTITIONER)
async def another_day(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It was on another day: that one, or one of the month that is opened."""
    row = visit.screen
    if row is None or row.name not in _ASKS:
        return
    on = read_day(tap.arg)
    if tap.do == "on_day" and on is not None:
        await speak.ask(visit, _ASKS[row.name], row.name, {"on": on.isoformat()}, subject_id=row.subject_id)
    elif tap.do == "on_month" and read_month(tap.arg) is not None:
        await speak.ask(visit, _ASKS[row.name], row.name, {**row.args, "month": tap.arg}, subject_id=row.subject_id)


@router.callback_query(Does("heard_said"), _PRACTITIONER)
async def heard(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What they said in the room, on the day that stands there."""
    row = visit.screen
    if row is None or row.name != "ask_heard" or row.subject_id is None:
        return
    if not await enter_heard(visit.tx, visit.person, row.subject_id, tap.arg, _on(row)):
        visit.toast = "toast-old"
    await outcomes_asked(visit.tx, visit.person, row.subject_id)
    await speak.answer(visit, "outcomes", subject_id=row.subject_id)


@router.callback_query(Does("entry_undo"), _PRACTITIONER)
async def take_back(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The newest entry was a mistake."""
    row = visit.screen
    if row is None or row.name != "outcomes" or row.subject_id is None:
        return
    if not await undo(visit.tx, visit.person, row.subject_id, tap.number or 0):
        visit.toast = "toast-old"
    await speak.answer(visit, "outcomes", row.args, subject_id=row.subject_id)


@router.message(Awaits(_READING), _PRACTITIONER)
async def typed_reading(message: Message, visit: Visit) -> None:
    """A number of ppm, with its date where it is typed too; the outcomes then stand below, with it."""
    row = await speak.asked(visit)
    client = None if row is None else await own_client(visit.tx, visit.person, row.subject_id or 0)
    typed = None if client is None else read_reading(message.text or "", today_of(visit.now, client))
    if row is None or client is None or typed is None:
        await speak.note(visit, "not-ppm")
        return
    ppm, on = typed
    if not await enter_reading(visit.tx, visit.person, client.id, ppm, on or _on(row)):
        await speak.note(visit, "reading-not-kept")
        return
    await speak.taken(visit)
    await speak.forget(visit)
    await outcomes_asked(visit.tx, visit.person, client.id)
    await speak.below(visit, "outcomes", subject_id=client.id)


def _on(row: ScreenRow) -> date | None:
    on = row.args.get("on")
    return date.fromisoformat(on) if on else None
