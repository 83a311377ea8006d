"""A client's own words for hard moments: look, add, take off, bring back."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.toolkit import PHRASE_ASK, PHRASE_BACK, PHRASE_GONE, PHRASES
from bot.visit import Visit
from care import phrases
from care.toolkit import keeps_words

router = Router(name="phrases")
taps = Handlers()


@taps.on(PHRASES)
async def show(visit: Visit) -> None:
    """The list."""
    await speak.ask(visit, None, "phrases")


@taps.on(PHRASE_ASK)
async def ask(visit: Visit) -> None:
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


@taps.on(PHRASE_GONE, PHRASE_BACK)
async def gone(visit: Visit, value: int) -> None:
    """Not shown any more, which may be undone; or shown once more."""
    ended = visit.tap is PHRASE_GONE
    if await phrases.end_phrase(visit.tx, visit.person, value, ended=ended):
        await speak.ask(visit, None, "phrases", {"gone": value} if ended else None)
