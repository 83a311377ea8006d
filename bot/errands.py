"""Small calls to Telegram after a commit, whose outcome changes nothing: answering a tap, leaving a group."""

import asyncio
from collections.abc import Iterable

import structlog
from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery, LeaveChat, TelegramMethod

from bot.handling import After
from bot.texts import texts_for

log = structlog.get_logger(__name__)

AT_ONCE = 200  # with Telegram away, more than these are let go: a little clock on a button goes away by itself
PATIENCE = 5  # seconds


class Errands:
    """Runs such calls beside everything else. Nobody waits for them."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._running: set[asyncio.Task[None]] = set()

    def run(self, afters: Iterable[After]) -> None:
        """Start what is to be done after a commit."""
        for after in afters:
            if len(self._running) >= AT_ONCE:
                log.warning("errand_let_go")
                return
            task = asyncio.create_task(self._call(after))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def finish(self) -> None:
        """Wait for those that run; none takes longer than PATIENCE."""
        await asyncio.gather(*self._running)

    async def _call(self, after: After) -> None:
        try:
            await self._bot(_method(after), request_timeout=PATIENCE)
        except Exception as error:
            log.info("errand_failed", leave=after.leave is not None, error=type(error).__name__)


def _method(after: After) -> TelegramMethod[bool]:
    if after.leave is not None:
        return LeaveChat(chat_id=after.leave)
    words = texts_for(after.locale).label(after.toast) if after.toast else None
    return AnswerCallbackQuery(callback_query_id=after.query_id or "", text=words)
