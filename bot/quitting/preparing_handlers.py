"""Getting ready: a list that is ticked; and telling others. Nothing is ever sent for them."""

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Visit
from bot.planning.taps import (
    PREPARE_ASK,
    PREPARE_BACK,
    PREPARE_DROP,
    PREPARE_NOT_READY,
    PREPARE_OWN,
    PREPARE_TICK,
    TELLING_ASK,
    TELLING_BACK,
    TELLING_DRAFT,
    TELLING_DROP,
    TELLING_KNOWS,
    TELLING_OWN,
)
from care.quitting import preparing
from programme.planning.reasons import Purpose
from programme.quitting.attempts import Thing

preparing_router = Router(name="preparing")
taps = Handlers()


@taps.on(PREPARE_TICK)
async def tick(visit: Visit, value: Thing) -> None:
    """That is done, or not after all."""
    if await reply.can_keep(visit):
        await preparing.tick(visit.tx, visit.person, value)
        await reply.answer(visit, "prepare")


@taps.on(PREPARE_OWN)
async def tick_own(visit: Visit, value: int) -> None:
    """The same of something of their own."""
    if not await preparing.tick_own(visit.tx, visit.person, value):
        await reply.not_there(visit)
    await reply.answer(visit, "prepare")


@taps.on(PREPARE_ASK)
async def ask_preparing(visit: Visit) -> None:
    """Something of their own."""
    if await reply.can_keep(visit):
        await reply.ask(visit, "prepare", "prepare", {"view": "ask"})


@preparing_router.message(Awaits("prepare"))
async def typed(message: Message, visit: Visit) -> None:
    """It was typed."""
    if await preparing.add_own(visit.tx, visit.person, message.text or "") is None:
        await reply.typed_refused(visit, message.text)
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "prepare")


@taps.on(PREPARE_DROP, PREPARE_BACK)
async def drop_preparing(visit: Visit, own_id: int) -> None:
    """Something of their own goes, or stays after all."""
    back = visit.tap is PREPARE_BACK
    done = await preparing.remove_own(visit.tx, visit.person, own_id, back=back)
    await reply.answer(visit, "prepare", {"off": own_id} if done and not back else None)


@taps.on(PREPARE_NOT_READY)
async def not_ready(visit: Visit) -> None:
    """That is fine: a kind word, and the day can move."""
    await preparing.not_ready(visit.tx, visit.person)
    await reply.detach(visit)
    await reply.ask(visit, None, "prepare", {"view": "not_ready"})


telling_router = Router(name="telling")


@taps.on(TELLING_ASK, TELLING_OWN)
async def ask_telling(visit: Visit) -> None:
    """Somebody for the list, or words of their own."""
    if await reply.can_keep(visit):
        awaited, view = ("telling_own", "own") if visit.tap is TELLING_OWN else ("telling_ask", "ask")
        await reply.ask(visit, awaited, "telling", {"view": view})


@telling_router.message(Awaits("telling_ask"))
async def typed_who(message: Message, visit: Visit) -> None:
    """Somebody was named."""
    if await preparing.add_who(visit.tx, visit.person, message.text or "") is None:
        await reply.typed_refused(visit, message.text)
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "telling")


@telling_router.message(Awaits("telling_own"))
async def typed_draft(message: Message, visit: Visit) -> None:
    """Words were typed: they are shown, to be copied."""
    made = await preparing.add_draft(visit.tx, visit.person, message.text or "")
    if made is None:
        await reply.typed_refused(visit, message.text)
        return
    await reply.typed_taken(visit, message.text, preparing.LONGEST_TOLD)
    await reply.ask(visit, None, "telling", {"view": "draft", "own": made})


@taps.on(TELLING_KNOWS)
async def knows(visit: Visit, value: int) -> None:
    """That one knows, or not after all."""
    if not await preparing.tick_knows(visit.tx, visit.person, value):
        await reply.not_there(visit)
    await reply.answer(visit, "telling")


@taps.on(TELLING_DRAFT)
async def draft(visit: Visit, value: tuple[bool, int]) -> None:
    """One draft, to be copied."""
    is_ours, which = value
    await reply.ask(visit, None, "telling", {"view": "draft", "ours" if is_ours else "own": which})


@taps.on(TELLING_DROP, TELLING_BACK)
async def drop_telling(visit: Visit, own_id: int) -> None:
    """Somebody, or a draft, goes; or stays after all."""
    back = visit.tap is TELLING_BACK
    found = await preparing.remove_told(visit.tx, visit.person, own_id, back=back)
    view = {"view": "words"} if found is not None and found.purpose is Purpose.TELLS else {}
    await reply.answer(visit, "telling", view if back or found is None else {**view, "off": own_id})
