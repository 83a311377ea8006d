"""Staying in touch with Telegram, and telling the operators' chat past the outbox while there is none."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import structlog
from aiogram import Bot

from bot.call import send
from bot.connect import learn_username
from bot.screen import Screen
from bot.session import Session
from bot.texts import texts_for
from care.alarms import alarm_key
from care.clock import Clock
from care.signs import Signs
from programme.troubles import HEADINGS, Change

log = structlog.get_logger(__name__)

LOOK = 10.0  # seconds between two looks
QUIET = 45.0  # seconds without an answer of Telegram's after which it is asked who we are


async def keep_in_touch(bot: Bot, clock: Clock, signs: Signs, stop: asyncio.Event) -> None:
    """Asks Telegram for something small where nothing else does, as with a webhook by night, until `stop` is set."""
    began = clock.ticks()
    while not stop.is_set():
        await clock.sleep(LOOK, stop)
        last = signs.reached_at if signs.reached_at is not None else began
        if stop.is_set() or clock.ticks() - last < QUIET:
            continue
        with suppress(Exception):  # whatever it was, it was no answer
            await learn_username(bot)
            signs.reached_at = clock.ticks()


async def tell_directly(session: Session, chat: int, found: Sequence[Change]) -> None:
    """Sends each change to that chat, once and without the outbox: the database is away, so nothing can be put down."""
    texts = texts_for("en")
    for change in found:
        call = send(chat, Screen(texts(f"note-{alarm_key(change)}", name=HEADINGS[change.trouble])))
        try:
            await session.call(call.method, call.body)
        except Exception as error:  # the hook says it too, and the log does
            log.warning("alarm_not_sent", trouble=change.trouble.value, error=type(error).__name__)
