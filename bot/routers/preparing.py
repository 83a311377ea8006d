"""Getting ready for the quit date: a list that is ticked."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.planning import PREPARE_ASK, PREPARE_BACK, PREPARE_DROP, PREPARE_NOT_READY, PREPARE_OWN, PREPARE_TICK
from bot.visit import Visit
from care import preparing
from programme.preparing import Thing

router = Router(name="preparing")
taps = Handlers()


@taps.on(PREPARE_TICK)
async def tick(visit: Visit, value: Thing) -> None:
    """That is done, or not after all."""
    if await own.keeps(visit):
        await preparing.tick(visit.tx, visit.person, value)
        await speak.answer(visit, "prepare")


@taps.on(PREPARE_OWN)
async def tick_own(visit: Visit, value: int) -> None:
    """The same of something of their own."""
    if not await preparing.tick_own(visit.tx, visit.person, value):
        await own.gone(visit)
    await speak.answer(visit, "prepare")


@taps.on(PREPARE_ASK)
async def ask(visit: Visit) -> None:
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


@taps.on(PREPARE_DROP, PREPARE_BACK)
async def drop(visit: Visit, own_id: int) -> None:
    """Something of their own goes, or stays after all."""
    back = visit.tap is PREPARE_BACK
    done = await preparing.remove_own(visit.tx, visit.person, own_id, back=back)
    await speak.answer(visit, "prepare", {"off": own_id} if done and not back else None)


@taps.on(PREPARE_NOT_READY)
async def not_ready(visit: Visit) -> None:
    """That is fine: a kind word, and the day can move."""
    await preparing.not_ready(visit.tx, visit.person)
    await speak.aside(visit)
    await speak.ask(visit, None, "prepare", {"view": "not_ready"})
