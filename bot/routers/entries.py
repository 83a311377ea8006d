"""What practitioners enter of outcomes: what they heard in a session, a reading, on which day; and taking it back."""

from datetime import date

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.taps.args import A_MONTH
from bot.taps.practice import CO_READING, ENTRY_UNDO, HEARD, HEARD_SAID, ON_DAY, ON_MONTH
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
taps = Handlers()
_PRACTITIONER = Is(Role.PRACTITIONER)
_READING = "co_reading"
_ASKS = {"ask_reading": _READING, "ask_heard": None}  # what the next words are for


@taps.on(CO_READING, HEARD)
async def asks(visit: Visit) -> None:
    """What did it show, or what did they say?"""
    row = visit.tapped
    if row.subject_id is not None:
        name = "ask_heard" if visit.tap is HEARD else "ask_reading"
        await speak.ask(visit, _ASKS[name], name, subject_id=row.subject_id)


@taps.on(ON_DAY)
async def another_day(visit: Visit, on: date) -> None:
    """It was on that day."""
    row = visit.tapped
    await speak.ask(visit, _ASKS[row.name], row.name, {"on": on.isoformat()}, subject_id=row.subject_id)


@taps.on(ON_MONTH)
async def another_month(visit: Visit, month: date) -> None:
    """It was on a day of that month, which is opened."""
    row = visit.tapped
    args = {**row.args, "month": A_MONTH.write(month)}
    await speak.ask(visit, _ASKS[row.name], row.name, args, subject_id=row.subject_id)


@taps.on(HEARD_SAID)
async def heard(visit: Visit, value: str) -> None:
    """What they said in the room, on the day that stands there."""
    row = visit.tapped
    if row.subject_id is None:
        return
    if not await enter_heard(visit.tx, visit.person, row.subject_id, value, _on(row)):
        visit.toast = "toast-old"
    await outcomes_asked(visit.tx, visit.person, row.subject_id)
    await speak.answer(visit, "outcomes", subject_id=row.subject_id)


@taps.on(ENTRY_UNDO)
async def take_back(visit: Visit, value: int) -> None:
    """The newest entry was a mistake."""
    row = visit.tapped
    if row.subject_id is None:
        return
    if not await undo(visit.tx, visit.person, row.subject_id, value):
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
