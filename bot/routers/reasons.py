"""A client's reasons, on five lists: added, put in other words, shown first, taken off."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.tap import Tap
from bot.visit import Visit
from care import reasons
from programme.people import Role
from programme.reason import Side

router = Router(name="reasons")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("reason_list", "reason_table"), _CLIENT)
async def shown(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One list, or the four of now and later."""
    args = {"view": "table"} if tap.do == "reason_table" else {"side": _side(tap.arg).value}
    await speak.ask(visit, None, "reasons", args)


@router.callback_query(Does("reason_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asks for one for that list, where it can be kept."""
    if await own.keeps(visit):
        await speak.ask(visit, "reason", "reasons", {"view": "ask", "side": _side(tap.arg).value})


@router.message(Awaits("reason"))
async def typed(message: Message, visit: Visit) -> None:
    """A reason was typed."""
    row = await speak.asked(visit)
    side = _side(str(row.args.get("side", "")) if row else "")
    if await reasons.add_reason(visit.tx, visit.person, message.text or "", side) is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "reasons", {"side": side.value})


@router.callback_query(Does("reason"), _CLIENT)
async def opened(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of them; whose it is is looked up when it is shown."""
    await speak.ask(visit, None, "reasons", subject_id=tap.number)


@router.callback_query(Does("reason_edit"), _CLIENT)
async def edit(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asks for other words."""
    if await own.keeps(visit):
        await speak.ask(visit, "reason_words", "reasons", {"view": "ask"}, subject_id=tap.number)


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


@router.callback_query(Does("reason_pin"), _CLIENT)
async def pin(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one is shown first; tapped once more, it is not."""
    if await reasons.pin_reason(visit.tx, visit.person, tap.number or 0):
        await speak.answer(visit, "reasons", subject_id=tap.number)


@router.callback_query(Does("reason_gone", "reason_back"), _CLIENT)
async def remove(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one is taken off its list, or stays after all."""
    reason_id, back = tap.number or 0, tap.do == "reason_back"
    side = await reasons.remove_reason(visit.tx, visit.person, reason_id, back=back)
    args = {"side": side.value} if side is not None else {}
    await speak.ask(visit, None, "reasons", args if back or side is None else {**args, "off": reason_id})


def _side(code: str) -> Side:
    """The list of that code; why they stop where there is none of it."""
    return Side(code) if code in set(Side) else Side.WHY
