"""The connection to Telegram: a bot for a token and a Bot API address, commands and descriptions, and a keep-alive."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommand
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.backoff import LoggedBackoff
from bot.kit.menus import everybodys
from bot.kit.screen import Screen
from bot.sending.api import Session, send
from bot.texts import texts_for
from care.clock import Clock, Signs
from care.operators.alarms import alarm_key
from programme.operators import HEADINGS, TroubleChange

log = structlog.get_logger(__name__)
SECONDS = 10
OutOfReach = AiogramError  # what asking Telegram raises where it does not answer


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Telegram does not know the token."""


class _Line(AiohttpSession):
    """aiogram's line, put down at once: it would wait a quarter of a second for TLS, which aiohttp does by itself."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def make_bot(token: str, api: str) -> Bot:
    """A bot that speaks to the Bot API server at that base address. Nothing is asked yet."""
    return Bot(token, session=_Line(api=TelegramAPIServer.from_base(api)))


async def learn_username(bot: Bot) -> str | NotKnown:
    """The bot's username, without the @. Raises OutOfReach where Telegram cannot be asked."""
    try:
        me = await bot.get_me(request_timeout=SECONDS)
    except (TelegramUnauthorizedError, TelegramNotFound):
        return NotKnown()
    return me.username or ""


async def time_at(api: str) -> datetime | None:
    """The time at the Bot API server at that base address, in whole seconds (UTC); None where it does not say."""
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=SECONDS)) as session,
            session.get(api, allow_redirects=False) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
    except (ClientError, TimeoutError, OSError, LookupError, ValueError):
        return None


async def greet(
    bot: Bot, clock: Clock, stop: asyncio.Event, known: Callable[[str], Awaitable[object]]
) -> NotKnown | None:
    """Learns the bot's name and sets everybody's menu and the words of the empty chat, until it works.

    `known` hears the username as soon as Telegram says it: a link made meanwhile needs it. Returns NotKnown for a token
    that Telegram refuses, else None, also where `stop` came first.
    """
    backoff = LoggedBackoff()
    while not stop.is_set():
        try:
            username = await learn_username(bot)
            if isinstance(username, NotKnown):
                return username
            await known(username)
            await _introduce(bot)
            return None
        except (TelegramBadRequest, TelegramNotFound) as error:  # an older Bot API server; nothing else depends on it
            log.warning("telegram_not_introduced", error=type(error).__name__)
            return None
        except Exception as error:  # Telegram away, or the database busy: it is waited out
            await clock.sleep(backoff.pause("telegram_not_greeted", error), stop)
    return None


async def _introduce(bot: Bot, locale: str = "en") -> None:
    menu = [BotCommand(command=command, description=words) for command, words in everybodys(locale)]
    await bot.set_my_commands(menu, request_timeout=SECONDS)
    texts = texts_for(locale)
    await bot.set_my_short_description(texts.label("bot-short-description"), request_timeout=SECONDS)
    await bot.set_my_description(texts.label("bot-description"), request_timeout=SECONDS)


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


async def tell_directly(session: Session, chat: int, found: Sequence[TroubleChange]) -> None:
    """Sends each change to that chat, once and without the outbox: the database is away, so nothing can be put down."""
    texts = texts_for("en")
    for change in found:
        call = send(chat, Screen(texts(f"note-{alarm_key(change)}", name=HEADINGS[change.trouble])))
        try:
            await session.call(call.method, call.body)
        except Exception as error:  # the hook says it too, and the log does
            log.warning("alarm_not_sent", trouble=change.trouble.value, error=type(error).__name__)
