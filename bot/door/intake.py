"""How updates come in by polling, stored before they are confirmed; after a standstill they are handled first."""

import asyncio
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.backoff import LoggedBackoff
from bot.door.admission import admit, is_full
from bot.door.raw import ALLOWED, update_id
from bot.sending.tenure import ProcessRole
from care.clock import Clock, Signs, Standby, Wakes
from db.delivery import inbox
from db.store.engine import Database
from db.store.files import failpoint

log = structlog.get_logger(__name__)
LONG_POLL = 25  # seconds that Telegram may hold an empty answer back
MARGIN = 10  # seconds more, before we call it a hang
PAGE = 100  # updates that Telegram gives at once
HELD_PAUSE = 1.0  # seconds between two looks while the database is held
PAUSE = 1.0  # seconds between two looks whether there is room in the inbox now, or nobody else who fetches


class Unauthorized(Exception):
    """The bot token was refused. Look it up with @BotFather (/mybots, API Token) and set ALONGSIDE_BOT_TOKEN to it."""

    def __str__(self) -> str:
        return type(self).__doc__ or ""


class NoNumbers(Exception):
    """Telegram's answer held updates without a number, so that nothing can be stored or confirmed."""


class GetUpdatesRaw(TelegramMethod[list[Any]]):
    """getUpdates that takes whatever comes: one update that aiogram cannot read would stop its own polling for good."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = PAGE
    timeout: int = 0
    allowed_updates: list[str] = ALLOWED


class Intake:
    """Fetches updates. It asks without an offset at first and after every answer that held nothing, because after a
    quiet week Telegram numbers from a new random place: an old number would hide what is below it. While the inbox is
    full it asks for nothing, and Telegram keeps what comes.

    While the database is held, what comes is stored and looked at, and Telegram keeps it too: another database may be
    put in place. Of a full page the older half is confirmed all the same, or nobody's words of danger would be seen
    behind it.

    `caught_up` is set once nothing more waited at Telegram; until then it waits for nothing there."""

    def __init__(
        self,
        database: Database,
        bot: Bot,
        clock: Clock,
        wakes: Wakes,
        standby: Standby | None = None,
        signs: Signs | None = None,
        role: ProcessRole | None = None,
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._wakes = wakes
        self._standby = standby or Standby()
        self._role = role
        self._signs = signs or Signs()
        self._unconfirmed: set[int] = set()  # updates that were stored while the database was held
        self._offset: int | None = None
        self._known = False  # Telegram has taken our token before
        self._full = False
        self._said_full = False
        self.caught_up = asyncio.Event()

    async def fetch_once(self, timeout: int = 0) -> int:  # noqa: ASYNC109 - it is Telegram that waits
        """Asks once, waiting at Telegram up to `timeout` seconds, and keeps what came; returns how many that were.

        Raises AiogramError for trouble with Telegram and the database's errors; nothing is confirmed then.
        """
        return 0 if await self._is_full() else await self._keep(await self._ask(timeout))

    async def run(self, stop: asyncio.Event) -> None:
        """Fetches until `stop` is set, for as long as no other process does: Telegram would refuse one of the two.

        No trouble ends it, but a token that never worked does: raises Unauthorized.
        """
        try:
            await self._run(stop)
        finally:
            if self._role is not None and self._role.stands:
                with suppress(Exception):  # what cannot be given back falls with the process
                    await self._role.release()

    async def _run(self, stop: asyncio.Event) -> None:
        backoff = LoggedBackoff()
        while not stop.is_set():
            try:
                if not await self._is_ours() or await self._is_full():
                    await self._clock.sleep(PAUSE, stop)
                    continue
                came = await self._fetch_or(stop)
                backoff.worked()
                if self._standby.held and not came:  # what waits at Telegram is answered at once
                    await self._clock.sleep(HELD_PAUSE, stop)
            except Exception as error:  # a closed door, a broken line, a full disk: it is waited out
                await self._bear(error)
                await self._clock.sleep(backoff.pause("updates_not_fetched", error), stop)

    async def _is_ours(self) -> bool:
        return self._role is None or self._role.stands or await self._role.seize()

    async def _is_full(self) -> bool:
        if self._full:
            waiting = await self._database.read(inbox.waiting_in_all)
            self._full = is_full(waiting)
            self._say_full(waiting)
        return self._full

    def _say_full(self, waiting: int) -> None:
        if self._full != self._said_full:
            self._said_full = self._full
            log.warning("inbox_full" if self._full else "inbox_has_room", waiting=waiting)

    async def _ask(self, seconds: int) -> list[Any]:
        call = GetUpdatesRaw(offset=self._offset, timeout=seconds)
        updates = await self._bot(call, request_timeout=seconds + MARGIN)
        self._known = True
        self._signs.polled_at = self._signs.reached_at = self._clock.ticks()
        return updates

    async def _keep(self, updates: list[Any]) -> int:
        numbers = [number for number in map(update_id, updates) if number is not None]
        if updates and not numbers:
            raise NoNumbers
        fresh = [one for one in updates if update_id(one) not in self._unconfirmed]
        if fresh:
            self._full = (await admit(self._database, self._clock.now(), fresh)).full
            failpoint("updates_saved")
            self._wakes.inbox.set()
        if self._standby.held:
            self._leave_at_telegram(numbers)
        else:
            self._unconfirmed = set()
            self._offset = max(numbers) + 1 if numbers else None
        if len(updates) < PAGE:
            self.caught_up.set()
        return len(fresh)

    def _leave_at_telegram(self, numbers: list[int]) -> None:
        """Confirms nothing, but the older half of a full page."""
        self._offset = sorted(numbers)[PAGE // 2] if len(numbers) >= PAGE else None
        self._unconfirmed = set(numbers)

    async def _fetch_or(self, stop: asyncio.Event) -> int:
        """A stop ends the waiting at Telegram at once, and never the keeping of what has come; how many that were."""
        seconds = LONG_POLL if self.caught_up.is_set() else 0
        asking, stopping = asyncio.create_task(self._ask(seconds)), asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return await self._keep(asking.result()) if asking.done() else 0
        finally:
            for task in (asking, stopping):
                task.cancel()
            await asyncio.gather(asking, stopping, return_exceptions=True)

    async def _bear(self, error: Exception) -> None:
        if isinstance(error, TelegramUnauthorizedError | TelegramNotFound) and not self._known:
            raise Unauthorized from None
        if isinstance(error, TelegramConflictError) and "webhook" in error.message:
            with suppress(AiogramError):
                await self._bot(DeleteWebhook(drop_pending_updates=False), request_timeout=MARGIN)


HEARS_FIRST = 5.0  # seconds at the most: a line that is down keeps no check-in waiting for longer
LOOK = 0.05  # seconds between two looks whether all is handled


async def hear_first(database: Database, clock: Clock, intake: Intake, stop: asyncio.Event) -> None:
    """Returns when all that waited at Telegram is handled, or after HEARS_FIRST seconds; strangers' updates aside.

    Who is somewhere else now, took a break or told of a lapse while we were not there, said so before we speak. A
    webhook tells nobody what still waits, so it is given that time.
    """
    until = clock.ticks() + HEARS_FIRST
    await clock.sleep(HEARS_FIRST, stop, intake.caught_up)
    try:
        while not stop.is_set() and clock.ticks() < until:
            there = await database.read(lambda tx: inbox.peek(tx.at(clock.now())))
            if not there.to_look and not there.to_do:
                return
            await clock.sleep(LOOK, stop)
    except Exception as error:  # trouble with the database is waited out by whoever comes next
        log.error("not_heard_first", error=type(error).__name__)
