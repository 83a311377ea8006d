"""Telling others: who is to know, and words to copy. Nothing is ever sent for them."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.planning import TELLING_ASK, TELLING_BACK, TELLING_DRAFT, TELLING_DROP, TELLING_KNOWS, TELLING_OWN
from bot.visit import Visit
from care import telling
from programme.own_words import Purpose

router = Router(name="telling")
taps = Handlers()


@taps.on(TELLING_ASK, TELLING_OWN)
async def ask(visit: Visit) -> None:
    """Somebody for the list, or words of their own."""
    if await own.keeps(visit):
        awaited, view = ("telling_own", "own") if visit.tap is TELLING_OWN else ("telling_ask", "ask")
        await speak.ask(visit, awaited, "telling", {"view": view})


@router.message(Awaits("telling_ask"))
async def typed_who(message: Message, visit: Visit) -> None:
    """Somebody was named."""
    if await telling.add_who(visit.tx, visit.person, message.text or "") is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "telling")


@router.message(Awaits("telling_own"))
async def typed_draft(message: Message, visit: Visit) -> None:
    """Words were typed: they are shown, to be copied."""
    made = await telling.add_draft(visit.tx, visit.person, message.text or "")
    if made is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text, telling.LONGEST)
    await speak.ask(visit, None, "telling", {"view": "draft", "own": made})


@taps.on(TELLING_KNOWS)
async def knows(visit: Visit, value: int) -> None:
    """That one knows, or not after all."""
    if not await telling.tick_knows(visit.tx, visit.person, value):
        await own.gone(visit)
    await speak.answer(visit, "telling")


@taps.on(TELLING_DRAFT)
async def draft(visit: Visit, value: tuple[bool, int]) -> None:
    """One draft, to be copied."""
    is_ours, which = value
    await speak.ask(visit, None, "telling", {"view": "draft", "ours" if is_ours else "own": which})


@taps.on(TELLING_DROP, TELLING_BACK)
async def drop(visit: Visit, own_id: int) -> None:
    """Somebody, or a draft, goes; or stays after all."""
    back = visit.tap is TELLING_BACK
    found = await telling.remove(visit.tx, visit.person, own_id, back=back)
    view = {"view": "words"} if found is not None and found.purpose is Purpose.TELLS else {}
    await speak.answer(visit, "telling", view if back or found is None else {**view, "off": own_id})
