"""How updates come in by webhook: stored first, then answered 200, so that Telegram repeats what we could not store."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Mapping

import structlog
from aiogram import Bot
from aiogram.methods import SetWebhook
from aiohttp import web

from bot.backoff import LoggedBackoff
from bot.door.admission import admit
from bot.door.raw import ALLOWED
from care.clock import Clock, Spell, Wakes
from db.store.engine import Database
from db.store.files import failpoint

log = structlog.get_logger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024  # bytes; Telegram's own updates stay far below
Handler = Callable[[web.Request], Awaitable[web.Response]]


class NoWebhookSecret(Exception):
    """A webhook without a secret would take updates from anybody. Set ALONGSIDE_WEBHOOK_SECRET to 32 letters and
    digits or more that nobody can guess, and start once more."""

    def __str__(self) -> str:
        return " ".join((type(self).__doc__ or "").split())


class InboxFull(Exception):
    """So much waits to be handled that Telegram is to bring this update later."""


class _Keeper:
    """Keeps updates that come at the same time in one commit."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._arrived: list[tuple[object, asyncio.Future[None]]] = []
        self._keeping: asyncio.Task[None] | None = None

    async def keep(self, update: object) -> None:
        """Returns when the update is stored, or not to be. Raises InboxFull and the database's errors."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrived.append((update, kept))
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.create_task(self._keep_all())
        await kept

    async def _keep_all(self) -> None:
        while self._arrived:
            arrived, self._arrived = self._arrived, []
            updates = [update for update, _ in arrived]
            try:
                admitted = await admit(self._database, self._clock.now(), updates, may_wait=True)
            except Exception as error:
                _tell([kept for _, kept in arrived], error)
            else:
                later = [kept for place, (_, kept) in enumerate(arrived) if place in admitted.later]
                _tell(later, InboxFull())
                _tell([kept for _, kept in arrived if kept not in later], None)


def _tell(waiting: list[asyncio.Future[None]], error: Exception | None) -> None:
    for kept in waiting:
        if kept.done():  # whoever sent it has hung up
            continue
        if error is None:
            kept.set_result(None)
        else:
            kept.set_exception(error)


def webhook(database: Database, clock: Clock, wakes: Wakes, secret: str) -> Handler:
    """An aiohttp handler for Telegram's POSTs. Raises NoWebhookSecret where the secret is empty.

    200 when the update is stored, 403 for a wrong secret, 413 and 400 for what is no update, 503 where the database
    gave trouble or the inbox is full: Telegram then repeats it.
    """
    if not secret.strip():
        raise NoWebhookSecret
    expected, keeper, spell = secret.encode(), _Keeper(database, clock), Spell(log, "updates_not_stored")

    async def take(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(errors="replace"), expected):
            return web.Response(status=403)
        if (request.content_length or 0) > LARGEST:
            return web.Response(status=413)
        update = _decoded(await request.read())
        if update is None:
            return web.Response(status=400)
        try:
            await keeper.keep(update)
        except Exception as error:
            spell.goes_on(error)
            return web.Response(status=503)
        spell.is_over()
        failpoint("updates_saved")
        wakes.inbox.set()
        return web.Response(status=200)

    return take


def _decoded(body: bytes) -> Mapping[str, object] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if isinstance(update, dict) else None


async def announce(bot: Bot, clock: Clock, url: str, secret: str, stop: asyncio.Event) -> None:
    """Tells Telegram where to send updates, until it takes it or `stop` is set."""
    backoff = LoggedBackoff()
    call = SetWebhook(url=url, secret_token=secret, allowed_updates=ALLOWED, max_connections=40)
    while not stop.is_set():
        try:
            await bot(call, request_timeout=10)
        except Exception as error:
            await clock.sleep(backoff.pause("webhook_not_set", error), stop)
        else:
            return
