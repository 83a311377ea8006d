"""A client's reasons, on five lists: added, put in other words, shown first, taken off."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.planning import (
    REASON,
    REASON_ASK,
    REASON_BACK,
    REASON_EDIT,
    REASON_GONE,
    REASON_LIST,
    REASON_PIN,
    REASON_TABLE,
)
from bot.visit import Visit
from care import reasons
from programme.reason import Side

router = Router(name="reasons")
taps = Handlers()


@taps.on(REASON_LIST)
async def shown(visit: Visit, side: Side) -> None:
    """One list."""
    await speak.ask(visit, None, "reasons", {"side": side.value})


@taps.on(REASON_TABLE)
async def table(visit: Visit) -> None:
    """The four of now and later."""
    await speak.ask(visit, None, "reasons", {"view": "table"})


@taps.on(REASON_ASK)
async def ask(visit: Visit, value: Side) -> None:
    """Asks for one for that list, where it can be kept."""
    if await own.keeps(visit):
        await speak.ask(visit, "reason", "reasons", {"view": "ask", "side": value.value})


@router.message(Awaits("reason"))
async def typed(message: Message, visit: Visit) -> None:
    """A reason was typed."""
    row = await speak.asked(visit)
    side = Side(row.args["side"]) if row is not None and row.args.get("side") in set(Side) else Side.WHY
    if await reasons.add_reason(visit.tx, visit.person, message.text or "", side) is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "reasons", {"side": side.value})


@taps.on(REASON)
async def opened(visit: Visit, value: int) -> None:
    """One of them; whose it is is looked up when it is shown."""
    await speak.ask(visit, None, "reasons", subject_id=value)


@taps.on(REASON_EDIT)
async def edit(visit: Visit, value: int) -> None:
    """Asks for other words."""
    if await own.keeps(visit):
        await speak.ask(visit, "reason_words", "reasons", {"view": "ask"}, subject_id=value)


@router.message(Awaits("reason_words"))
async def edited(message: Message, visit: Visit) -> None:
    """Other words were typed."""
    row = await speak.asked(visit)
    reason_id = row.subject_id or 0 if row else 0
    if not await reasons.edit_reason(visit.tx, visit.person, reason_id, message.text or ""):
        await own.refused(visit, None)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "reasons", subject_id=reason_id)


@taps.on(REASON_PIN)
async def pin(visit: Visit, value: int) -> None:
    """That one is shown first; tapped once more, it is not."""
    if await reasons.pin_reason(visit.tx, visit.person, value):
        await speak.answer(visit, "reasons", subject_id=value)


@taps.on(REASON_GONE, REASON_BACK)
async def remove(visit: Visit, reason_id: int) -> None:
    """That one is taken off its list, or stays after all."""
    back = visit.tap is REASON_BACK
    side = await reasons.remove_reason(visit.tx, visit.person, reason_id, back=back)
    args = {"side": side.value} if side is not None else {}
    await speak.ask(visit, None, "reasons", args if back or side is None else {**args, "off": reason_id})
