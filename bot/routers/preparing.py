"""Getting ready for the quit date: a list that is ticked."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.tap import Tap
from bot.visit import Visit
from care import preparing
from programme.people import Role
from programme.preparing import Thing

router = Router(name="preparing")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("prepare_tick"), _CLIENT)
async def tick(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That is done, or not after all."""
    if tap.arg in set(Thing) and await own.keeps(visit):
        await preparing.tick(visit.tx, visit.person, Thing(tap.arg))
        await speak.answer(visit, "prepare")


@router.callback_query(Does("prepare_own"), _CLIENT)
async def tick_own(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The same of something of their own."""
    if not await preparing.tick_own(visit.tx, visit.person, tap.number or 0):
        await own.gone(visit)
    await speak.answer(visit, "prepare")


@router.callback_query(Does("prepare_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Something of their own."""
    if await own.keeps(visit):
        await speak.ask(visit, "prepare", "prepare", {"view": "ask"})


@router.message(Awaits("prepare"))
async def typed(message: Message, visit: Visit) -> None:
    """It was typed."""
    if await preparing.add_own(visit.tx, visit.person, message.text or "") is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "prepare")


@router.callback_query(Does("prepare_drop", "prepare_back"), _CLIENT)
async def drop(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Something of their own goes, or stays after all."""
    own_id, back = tap.number or 0, tap.do == "prepare_back"
    done = await preparing.remove_own(visit.tx, visit.person, own_id, back=back)
    await speak.answer(visit, "prepare", {"off": own_id} if done and not back else None)


@router.callback_query(Does("prepare_not_ready"), _CLIENT)
async def not_ready(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """That is fine: a kind word, and the day can move."""
    await preparing.not_ready(visit.tx, visit.person)
    await speak.aside(visit)
    await speak.ask(visit, None, "prepare", {"view": "not_ready"})
