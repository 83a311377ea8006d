"""A client's own words for hard moments: look, add, take off, bring back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.tap import Tap
from bot.visit import Visit
from care import phrases
from care.toolkit import keeps_words
from programme.people import Role

router = Router(name="phrases")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("phrases"), _CLIENT)
async def show(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The list."""
    await speak.ask(visit, None, "phrases")


@router.callback_query(Does("phrase_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Asks for another one, where it can be kept."""
    if await keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "phrase", "phrases", {"view": "ask"})
    else:
        await speak.note(visit, "not-kept")


@router.message(Awaits("phrase"))
async def typed(message: Message, visit: Visit) -> None:
    """It was typed."""
    if await phrases.add_phrase(visit.tx, visit.person, message.text or "") is None:
        await speak.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "phrases")


@router.callback_query(Does("phrase_gone", "phrase_back"), _CLIENT)
async def gone(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Not shown any more, which may be undone; or shown once more."""
    ended = tap.do == "phrase_gone"
    if await phrases.end_phrase(visit.tx, visit.person, tap.number or 0, ended=ended):
        await speak.ask(visit, None, "phrases", {"gone": tap.number} if ended else None)
