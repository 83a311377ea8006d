"""Where updates are handled: the crisis scan first, then each person's in order, effect and "done" in one commit."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta
from traceback import extract_tb
from typing import Final, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.methods import AnswerCallbackQuery, LeaveChat, TelegramMethod

from bot.backoff import LoggedBackoff
from bot.door.crisis_scan import crisis_scan
from bot.door.handling import After, handle
from bot.texts import texts_for
from care.clock import Clock, Standby, Wakes
from care.delivery.say import show
from care.people.leaving import Erased, settle
from db import events
from db.delivery import inbox
from db.delivery.inbox import InboxRow
from db.people import accounts
from db.store.engine import Database
from db.tx import Tx
from programme.delivery import UpdateSetAside

log = structlog.get_logger(__name__)
WAITS: Final = (timedelta(seconds=1), timedelta(seconds=10), inbox.LONGEST_WAIT)


async def retry_later(tx: Tx, row: InboxRow, error: Exception) -> None:
    """Put the update off, or aside when that was its last go. What is kept of the error is its class."""
    name, attempts = type(error).__name__[:80], row.attempts + 1
    log.error("update_failed", update=row.update_id, attempts=attempts, error=name, at=_place(error))
    if attempts <= len(WAITS):
        await inbox.retry_later(tx, row.update_id, attempts=attempts, until=tx.now + WAITS[attempts - 1], error=name)
        return
    await inbox.set_aside(tx, row.update_id, attempts=attempts, error=name)
    if row.telegram_id > 0:
        await _tell(tx, row, name)


def _place(error: Exception) -> str:
    """The lines it came through, innermost first. Its own words may hold a person's, so nobody writes them down."""
    frames = extract_tb(error.__traceback__)[-6:]
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))


async def _tell(tx: Tx, row: InboxRow, error: str) -> None:
    await accounts.lock_accounts(tx, {row.telegram_id})
    person = await accounts.ensure(tx, row.telegram_id, "en")
    if not row.crisis:  # they got the card for it: nobody is asked to send such words a second time
        await show(tx, person.id, "note", {"key": "went-wrong"}, key=f"u{row.update_id}:went-wrong")
    await events.add(tx, person.id, UpdateSetAside(update_id=row.update_id, error=error))


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


BATCH = 50  # updates that share one commit
OF_STRANGERS = 10  # the same for strangers' updates, so that nobody waits for long behind them
AHEAD = 60  # answers to strangers that wait: two seconds at Telegram's pace, and more need not be made before they go
IDLE = 1.0  # seconds between two looks where no bell rang
Work = Callable[[Tx, Sequence[InboxRow]], Awaitable[Sequence[After]]]


class _Take(Protocol):
    async def __call__(self, tx: Tx, *, limit: int, only: int | None = None) -> list[InboxRow]: ...


class Doorway:
    """Takes updates from the inbox. Several processes may have one each: no update is in two hands."""

    def __init__(
        self,
        database: Database,
        dispatcher: Dispatcher,
        bot: Bot,
        clock: Clock,
        wakes: Wakes,
        standby: Standby | None = None,
    ) -> None:
        self._database = database
        self._standby = standby or Standby()
        self._dispatcher = dispatcher
        self._bot = bot
        self._clock = clock
        self._wakes = wakes
        self._errands = Errands(bot)
        self._erased: list[Erased] = []

    async def drain(self) -> int:
        """Handles all that can be handled now; returns how many goes that took (0: there was nothing to do)."""
        goes = 0
        while await self.step():
            goes += 1
        return goes

    async def finish(self) -> None:
        """Waits for the small calls that run beside: answers to taps, groups being left."""
        await self._errands.finish()

    async def run(self, stop: asyncio.Event) -> None:
        """Handles until `stop` is set, and then finishes the batch in hand. Trouble with the database is waited out."""
        backoff = LoggedBackoff()
        while not stop.is_set():
            self._wakes.inbox.clear()
            try:
                busy = await self.step()
                backoff.worked()
            except Exception as error:  # nothing is lost: the batch was rolled back and is still there
                await self._clock.sleep(backoff.pause("updates_not_handled", error), stop)
                continue
            if not busy:
                await self._clock.sleep(IDLE, stop, self._wakes.inbox)
        await self.finish()

    async def step(self) -> bool:
        """One go: looks at what nobody looked at, then handles one batch; strangers' where nobody else's is there and
        not too many answers to strangers wait. False: there was nothing to do.

        While the database is held it looks, and what came waits.
        """
        now = self._clock.now()
        there = await self._database.read(lambda tx: inbox.peek(tx.at(now)))
        looked = await self._look_at_all() if there.to_look else 0
        if self._standby.held:
            return bool(looked)
        handled = await self._together(inbox.take, self._handle) if there.to_do or looked else 0
        if not handled and (there.strangers or looked) and there.answers < AHEAD:
            handled = await self._together(inbox.take_of_strangers, self._handle, OF_STRANGERS)
        await self._delete_keys()
        return bool(looked or handled)

    async def _look_at_all(self) -> int:
        """However many have come in, nobody's words wait until those of others are handled."""
        looked = size = await self._together(inbox.take_to_look, self._look)
        while size == BATCH:
            size = await self._together(inbox.take_to_look, self._look)
            looked += size
        return looked

    async def _look(self, tx: Tx, rows: Sequence[InboxRow]) -> Sequence[After]:
        await crisis_scan(tx, rows, held=self._standby.held)
        return ()

    async def _handle(self, tx: Tx, rows: Sequence[InboxRow]) -> Sequence[After]:
        return await handle(tx, self._bot, self._dispatcher, rows)

    async def _together(self, take: _Take, work: Work, batch_size: int = BATCH) -> int:
        """A batch in one commit; what went wrong before, or goes wrong now, is handled by itself after it."""
        now, taken = self._clock.now(), list[InboxRow]()

        async def batch(tx: Tx) -> Sequence[After]:
            taken[:] = await take(tx, limit=batch_size)
            fresh = [row for row in taken if not row.attempts]
            return await work(tx, fresh) if fresh else ()

        try:
            afters = await self._database.write(lambda tx: batch(tx.at(now)))
        except Exception as error:
            if not taken:
                raise
            log.warning("batch_rolled_back", error=type(error).__name__, size=len(taken))
            alone = list(taken)
        else:
            self._committed(afters)
            self._tell_handled(work, [row for row in taken if not row.attempts])
            alone = [row for row in taken if row.attempts]
        for row in alone:
            await self._alone(take, work, row)
        return len(taken)

    async def _alone(self, take: _Take, work: Work, row: InboxRow) -> None:
        now, taken = self._clock.now(), list[InboxRow]()

        async def single(tx: Tx) -> Sequence[After]:
            taken[:] = await take(tx, limit=1, only=row.update_id)
            return await work(tx, taken) if taken else ()

        try:
            afters = await self._database.write(lambda tx: single(tx.at(now)))
        except Exception as error:
            wrong = error
            await self._database.write(lambda tx: retry_later(tx.at(now), row, wrong))
            afters = ()
        else:
            self._tell_handled(work, taken)
        self._committed(afters)

    def _tell_handled(self, work: Work, rows: Sequence[InboxRow]) -> None:
        """By their numbers, which the messages that come of them carry on: see the log of bot.sending.results."""
        if work == self._handle:
            for row in rows:
                log.info("update_handled", update=row.update_id)

    async def _delete_keys(self) -> None:
        """Whoever was erased, by what is committed, loses their key, and the log their rows.

        A crash before it is made up for at night.
        """
        if self._erased:
            gone, self._erased = self._erased, []
            await self._database.read(lambda tx: _delete(tx, gone))
            if not await self._database.drop_deleted():
                log.info("log_not_emptied")  # the night's housekeeping does it

    def _committed(self, afters: Sequence[After]) -> None:
        self._wakes.outbox.set()
        self._erased.extend(after.erased for after in afters if after.erased is not None)
        self._errands.run(after for after in afters if after.query_id or after.leave is not None)


async def _delete(tx: Tx, gone: Sequence[Erased]) -> None:
    for one in gone:
        settle(tx.vault, one)
