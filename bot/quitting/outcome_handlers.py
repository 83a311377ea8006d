"""What practitioners do with outcomes: open them, enter what they heard or measured, and say that nobody is to be
asked."""

from datetime import date

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.taps import A_MONTH
from bot.kit.visit import Awaits, Is, Visit
from bot.practice.taps import (
    CO_READING,
    ENTRY_UNDO,
    FOLLOW_UP,
    FOLLOW_UP_BACK,
    GONE_BY,
    GONE_DAY,
    GONE_MONTH,
    HEARD,
    HEARD_SAID,
    ON_DAY,
    ON_MONTH,
    OUTCOMES,
    TREATED,
)
from care.practice.clients import authorise_client
from care.quitting.four_outcomes import outcomes_asked
from care.quitting.readings import (
    FollowUpEnd,
    end_follow_up_with,
    enter_heard,
    enter_reading,
    say_treated,
    take_back_follow_up_end,
    undo_entry,
)
from db.delivery.screens import ScreenRow
from programme.people.person import Role, today_of
from programme.quitting.follow_ups import read_reading

taps = Handlers()


@taps.on(OUTCOMES)
async def opened(visit: Visit) -> None:
    """The outcomes of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    row = visit.tapped
    if row.subject_id is not None:
        await reply.forget(visit)
        await outcomes_asked(visit.tx, visit.person, row.subject_id)
        await reply.answer(visit, "outcomes", subject_id=row.subject_id)


@taps.on(TREATED)
async def treated(visit: Visit, yes: bool) -> None:
    """Attended, agreed to treatment and set a quit date, or not: the practitioner's word."""
    row = visit.tapped
    if row.subject_id is not None:
        await say_treated(visit.tx, visit.person, row.subject_id, treated=yes)
        await reply.view(visit)


@taps.on(FOLLOW_UP)
async def follow_up(visit: Visit) -> None:
    """Nobody is to be asked any more: what happened?"""
    row = visit.tapped
    if row.subject_id is not None:
        await reply.answer(visit, "follow_up", subject_id=row.subject_id)


@taps.on(GONE_BY)
async def gone(visit: Visit, why: FollowUpEnd) -> None:
    """What happened; then the day is picked."""
    await reply.answer(visit, "follow_up", {"why": why}, subject_id=visit.subject)


@taps.on(GONE_MONTH)
async def gone_month(visit: Visit, month: date) -> None:
    """Another month to pick the day from."""
    why = visit.tapped.args.get("why")
    if why is not None:
        await reply.answer(visit, "follow_up", {"why": why, "month": A_MONTH.write(month)}, subject_id=visit.subject)


@taps.on(GONE_DAY)
async def gone_on(visit: Visit, on: date) -> None:
    """On that day."""
    row = visit.tapped
    if "why" not in row.args:
        return
    if not await end_follow_up_with(visit.tx, visit.person, visit.subject, FollowUpEnd(row.args["why"]), on):
        visit.toast = "toast-old"
    await reply.answer(visit, "follow_up", subject_id=row.subject_id)


@taps.on(FOLLOW_UP_BACK)
async def follow_up_back(visit: Visit) -> None:
    """It was a mistake."""
    await take_back_follow_up_end(visit.tx, visit.person, visit.subject)
    await reply.answer(visit, "follow_up", subject_id=visit.subject)


entries_router = Router(name="entries")
_PRACTITIONER = Is(Role.PRACTITIONER)
_READING = "co_reading"
_ASKS = {"ask_reading": _READING, "ask_heard": None}  # what the next words are for


@taps.on(CO_READING, HEARD)
async def asks(visit: Visit) -> None:
    """What did it show, or what did they say?"""
    row = visit.tapped
    if row.subject_id is not None:
        name = "ask_heard" if visit.tap is HEARD else "ask_reading"
        await reply.ask(visit, _ASKS[name], name, subject_id=row.subject_id)


@taps.on(ON_DAY)
async def another_day(visit: Visit, on: date) -> None:
    """It was on that day."""
    row = visit.tapped
    await reply.ask(visit, _ASKS[row.name], row.name, {"on": on.isoformat()}, subject_id=row.subject_id)


@taps.on(ON_MONTH)
async def another_month(visit: Visit, month: date) -> None:
    """It was on a day of that month, which is opened."""
    row = visit.tapped
    args = {**row.args, "month": A_MONTH.write(month)}
    await reply.ask(visit, _ASKS[row.name], row.name, args, subject_id=row.subject_id)


@taps.on(HEARD_SAID)
async def heard(visit: Visit, value: str) -> None:
    """What they said in the room, on the day that stands there."""
    row = visit.tapped
    if row.subject_id is None:
        return
    if not await enter_heard(visit.tx, visit.person, row.subject_id, value, _on(row)):
        visit.toast = "toast-old"
    await outcomes_asked(visit.tx, visit.person, row.subject_id)
    await reply.answer(visit, "outcomes", subject_id=row.subject_id)


@taps.on(ENTRY_UNDO)
async def take_back(visit: Visit, value: int) -> None:
    """The newest entry was a mistake."""
    row = visit.tapped
    if row.subject_id is None:
        return
    if not await undo_entry(visit.tx, visit.person, row.subject_id, value):
        visit.toast = "toast-old"
    await reply.answer(visit, "outcomes", row.args, subject_id=row.subject_id)


@entries_router.message(Awaits(_READING), _PRACTITIONER)
async def typed_reading(message: Message, visit: Visit) -> None:
    """A number of ppm, with its date where it is typed too; the outcomes then stand below, with it."""
    row = await reply.asked(visit)
    client = None if row is None else await authorise_client(visit.tx, visit.person, row.subject_id or 0)
    typed = None if client is None else read_reading(message.text or "", today_of(visit.now, client))
    if row is None or client is None or typed is None:
        await reply.note(visit, "not-ppm")
        return
    ppm, on = typed
    if not await enter_reading(visit.tx, visit.person, client.id, ppm, on or _on(row)):
        await reply.note(visit, "reading-not-kept")
        return
    await reply.taken(visit)
    await reply.forget(visit)
    await outcomes_asked(visit.tx, visit.person, client.id)
    await reply.append(visit, "outcomes", subject_id=client.id)


def _on(row: ScreenRow) -> date | None:
    on = row.args.get("on")
    return date.fromisoformat(on) if on else None
