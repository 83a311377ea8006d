"""Telling others: who is to know, and words to copy. Nothing is ever sent for them."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.own_parts import number
from bot.tap import Tap
from bot.visit import Visit
from care import telling
from programme.own_words import Purpose
from programme.people import Role

router = Router(name="telling")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("telling_ask", "telling_own"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Somebody for the list, or words of their own."""
    if await own.keeps(visit):
        await speak.ask(visit, tap.do, "telling", {"view": "own" if tap.do == "telling_own" else "ask"})


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


@router.callback_query(Does("telling_knows"), _CLIENT)
async def knows(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one knows, or not after all."""
    if not await telling.tick_knows(visit.tx, visit.person, tap.number or 0):
        await own.gone(visit)
    await speak.answer(visit, "telling")


@router.callback_query(Does("telling_draft"), _CLIENT)
async def draft(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One draft, to be copied."""
    whose, _, which = tap.arg.partition("-")
    if whose in ("ours", "own"):
        await speak.ask(visit, None, "telling", {"view": "draft", whose: number(which)})


@router.callback_query(Does("telling_drop", "telling_back"), _CLIENT)
async def drop(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Somebody, or a draft, goes; or stays after all."""
    own_id, back = tap.number or 0, tap.do == "telling_back"
    found = await telling.remove(visit.tx, visit.person, own_id, back=back)
    view = {"view": "words"} if found is not None and found.purpose is Purpose.TELLS else {}
    await speak.answer(visit, "telling", view if back or found is None else {**view, "off": own_id})
