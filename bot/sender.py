"""The one door out: takes what may go from the outbox, sends it at Telegram's pace, and writes down what came of it."""

import asyncio
import heapq
import math
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.asks import Asks
from bot.backoff import Backoff
from bot.giving_up import stumble
from bot.making import Broken, Ready
from bot.outcome import Ambiguous, NotOurBot, NotSent, Outcome, Wait, classify
from bot.pace import Pace, Rates
from bot.recording import Landed, record
from bot.role import Role
from bot.session import Session
from bot.taking import Limits, Taken, take
from care.clock import Clock, Wakes
from db import sending
from db.engine import Database
from db.failpoint import failpoint
from db.outbox import OutboxState, Rank
from db.sending import Ending
from db.tx import Tx

IN_FLIGHT = 10
LONGEST_BATCH = 200
BATCH_SECONDS = 0.3  # what is taken goes within that time, so that an answer never waits behind many prompts
LINGER = 0.1  # seconds an outcome may wait for others to be written down with it
STALE = 5.0  # seconds after which what was taken is looked at afresh
FLOOD_SECONDS = 10.0  # several chats told to wait within that time: it is not about the chats
GRACE = 12.0  # seconds for calls under way when stopping: longer than a call can last
IDLE = 1.0

log = structlog.get_logger("sender")


class BotNotKnown(Exception):
    """Telegram does not know this bot ("{0}"). Nothing was lost: what is waiting goes out once ALONGSIDE_BOT_TOKEN
    (and ALONGSIDE_TELEGRAM_API, where it is set) are right and the service is started."""

    def __str__(self) -> str:
        return " ".join((type(self).__doc__ or "").split()).format(*self.args)


class RoleLost(Exception):
    """Another process took the role of the sender over."""


class Sender:
    """Sends the outbox, one process at a time.

    `in_flight` calls run at once; with a clock that jumps, 1 makes every call arrive at the tick at which it left.
    `count` is called with the state of each row that reached an end, for figures.
    """

    def __init__(
        self,
        database: Database,
        session: Session,
        clock: Clock,
        role: Role,
        asks: Asks,
        wakes: Wakes,
        *,
        rates: Rates | None = None,
        in_flight: int = IN_FLIGHT,
        count: Callable[[OutboxState], object] = lambda state: None,
    ) -> None:
        self._database = database
        self._session = session
        self._clock = clock
        self._role = role
        self._asks = asks
        self._wakes = wakes
        self._width = in_flight
        self._count = count
        self._pace = Pace(rates or Rates())
        self._batch = int(min(LONGEST_BATCH, max(in_flight, self._pace.rates.per_second * BATCH_SECONDS)))
        self._backoff = Backoff()
        self._floods: dict[int, float] = {}
        self._ready: list[tuple[Rank, int, float, Ready]] = []  # a heap; with the tick of its taking
        self._flying: dict[asyncio.Task[None], Ready] = {}
        self._landed: list[Landed] = []
        self._busy: set[int] = set()  # chats with a row between its taking and its record
        self._bell = asyncio.Event()  # a call landed
        self._stop = asyncio.Event()
        self._holding = False
        self._look = True  # whether there may be something to take
        self._paced_until: float | None = None
        self._next_at: datetime | None = None
        self._calls = 0
        self._unknown: NotOurBot | None = None

    async def drain(self) -> int:
        """Sends all that may go now, waiting for the pace and for nothing else; returns how many calls it made.

        What Telegram or the network holds up stays for a later time. 0 where another has the role.
        Raises BotNotKnown.
        """
        before = self._calls
        self._look = True
        if await self._has_role():
            while await self._move():
                pass
        return self._calls - before

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until `stop` is set; then what is under way ends or is written down as hidden, within GRACE seconds.

        Raises BotNotKnown; any other error is logged and tried once more after a pause.
        """
        self._stop = stop
        pause = IDLE
        try:
            while not stop.is_set():
                try:
                    await self._turn()
                    pause = IDLE
                except BotNotKnown:
                    raise
                except Exception as error:
                    log.error("sender stumbled", error=type(error).__name__, pause=pause)
                    await self._clock.sleep(pause, stop)
                    pause = min(2 * pause, 30.0)
        finally:
            await self.close()
            self._stop = asyncio.Event()

    async def close(self) -> None:
        """Takes nothing more, lets calls under way end within GRACE seconds, writes all down, gives the role back."""
        self._unload()
        if self._flying:
            await asyncio.wait(self._flying, timeout=GRACE)
        for task in list(self._flying):
            task.cancel()
        await asyncio.gather(*self._flying, return_exceptions=True)
        self._landed.extend(Landed(ready, NotSent(), self._clock.ticks()) for ready in self._flying.values())
        self._flying.clear()  # those cancelled before their first step
        if self._landed:
            await self._record()
        if self._holding:
            await self._role.release()
            self._holding = False

    async def _turn(self) -> None:
        self._look = True
        if await self._has_role():
            while not self._stop.is_set() and await self._move():
                pass
        await self._clock.sleep(self._idle_seconds(), self._wakes.outbox, self._stop)

    async def _has_role(self) -> bool:
        if self._holding:
            return True
        inherited = await self._role.seize()
        if inherited is None:
            self._wakes.outbox.clear()
            return False
        self._holding = True
        if inherited.once_more or inherited.uncertain:
            log.warning("sending taken over", once_more=inherited.once_more, uncertain=inherited.uncertain)
        for _ in range(inherited.uncertain):
            self._count(OutboxState.UNCERTAIN)
        now, ticks = self._clock.now(), self._clock.ticks()
        held = await self._database.read(lambda tx: sending.holds(tx, now))
        for chat, seconds in held.items():
            self._pace.hold(chat, ticks + seconds)
        return True

    async def _move(self) -> bool:
        """Does what can be done at this moment and waits for what comes next. False: nothing comes by itself."""
        if self._must_wait():
            self._unload()
        if self._record_is_due():
            await self._record()
        if self._take_is_due():
            await self._take()
        self._start_calls()
        if self._ready and len(self._flying) < self._lanes():
            wait = self._pace.slot() - self._clock.ticks()
            await self._clock.sleep(max(0.0, wait), self._bell, self._wakes.outbox, self._stop)
        elif self._flying:
            await self._until_something()
        elif not self._landed and not (self._look and not self._must_wait()):
            return await self._wait_for_pace()
        self._bell.clear()
        return True

    async def _wait_for_pace(self) -> bool:
        if self._paced_until is None or self._must_wait():
            return False
        await self._clock.sleep(max(0.0, self._paced_until - self._clock.ticks()), self._wakes.outbox, self._stop)
        self._look = True
        return True

    async def _until_something(self) -> None:
        """Until a call lands or a new row is there. Real time, for these are real calls."""
        events = [self._bell, self._wakes.outbox, self._stop]
        waits = [asyncio.ensure_future(event.wait()) for event in events]
        try:
            await asyncio.wait(waits, timeout=LINGER if self._landed else None, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _must_wait(self) -> bool:
        ticks = self._clock.ticks()
        return self._pace.everybody_held(ticks) or ticks < self._backoff.until or self._unknown is not None

    def _lanes(self) -> int:
        return 1 if self._backoff.probing else self._width

    # Taking

    def _take_is_due(self) -> bool:
        if self._wakes.outbox.is_set():
            self._look = True
        if self._must_wait():
            self._wakes.outbox.clear()
            return False
        return self._wakes.outbox.is_set() or (self._look and len(self._ready) <= self._batch // 2)

    async def _take(self) -> None:
        limits = self._limits()
        self._wakes.outbox.clear()
        now = self._clock.now()
        try:
            taken = await self._database.write(lambda tx: self._take_in(tx, now, limits))
        except RoleLost:
            log.warning("sending taken over by another process")
            self._holding = False
            self._unload()
            self._look, self._paced_until = False, None
            return
        except Broken as broken:
            row = broken.row
            log.error("screen cannot be made", row=row.id, error=type(broken.__cause__).__name__)
            await self._database.write(lambda tx: stumble(tx, now, self._asks, row))
            return
        failpoint("after_take")
        self._accept(taken, limits)

    def _limits(self) -> Limits:
        ticks = self._clock.ticks()
        room = self._batch - len(self._ready)
        paced = self._pace.soon(ticks).keys() - self._busy
        return Limits(
            limit=max(room, self._width // 2, 1),
            shut=self._pace.shut(ticks) | self._busy,
            calm=self._pace.calm(ticks) - self._busy,
            paced=paced,
            answers_only=len(self._ready) > self._batch // 2,
        )

    async def _take_in(self, tx: Tx, now: datetime, limits: Limits) -> Taken:
        if not await self._role.still(tx):
            raise RoleLost
        return await take(tx, now, self._asks, self._role.epoch, limits)

    def _accept(self, taken: Taken, limits: Limits) -> None:
        ticks = self._clock.ticks()
        for ready in taken.ready:
            heapq.heappush(self._ready, (ready.row.rank, ready.row.id, ticks, ready))
            self._busy.add(ready.chat)
        self._look = taken.more or limits.answers_only
        self._next_at = taken.next_at
        soon = self._pace.soon(ticks)
        self._paced_until = min((soon[one] for one in limits.paced if one in soon), default=ticks)
        if not taken.paced:
            self._paced_until = None

    def _unload(self) -> None:
        """What was taken and not yet asked for goes back: it can be looked at afresh later, or by another."""
        ticks = self._clock.ticks()
        self._landed.extend(Landed(ready, NotSent(), ticks) for *_, ready in self._ready)
        self._ready.clear()

    # Calling

    def _start_calls(self) -> None:
        while self._ready and len(self._flying) < self._lanes() and self._pace.slot() <= self._clock.ticks():
            *_, taken_at, ready = heapq.heappop(self._ready)
            ticks = self._clock.ticks()
            if ticks - taken_at > STALE:
                self._landed.append(Landed(ready, NotSent(), ticks))
                continue
            self._pace.starts(ticks)
            self._calls += 1
            self._flying[asyncio.create_task(self._call(ready))] = ready

    async def _call(self, ready: Ready) -> None:
        outcome: Outcome = Ambiguous()
        try:
            failpoint("before_call")
            outcome = classify(ready.row.verb, await self._session.call(ready.call.method, ready.call.body))
            failpoint("after_call")
        except Exception as error:
            outcome = classify(ready.row.verb, error)
        finally:
            self._land(ready, outcome)

    def _land(self, ready: Ready, outcome: Outcome) -> None:
        task = asyncio.current_task()
        assert task is not None
        del self._flying[task]
        ticks = self._clock.ticks()
        self._pace.ends(ready.chat, ticks)
        self._mind(ready, outcome, ticks)
        self._landed.append(Landed(ready, outcome, ticks))
        self._bell.set()

    def _mind(self, ready: Ready, outcome: Outcome, ticks: float) -> None:
        """Holds and pauses, by ticks and from this very moment: the record comes later."""
        chat = ready.chat
        match outcome:
            case NotSent():
                self._backoff.no_connection(ticks)
            case Ambiguous():
                self._backoff.no_answer(ticks)
                self._pace.hold(chat, ticks + 2.0**ready.row.ambiguous)
            case _:
                self._backoff.answered()
        if isinstance(outcome, Wait):
            self._pace.hold(chat, ticks + outcome.seconds)
            self._floods = {one: at for one, at in self._floods.items() if ticks - at < FLOOD_SECONDS} | {chat: ticks}
            if len(self._floods) > 1:
                self._pace.hold_all(ticks + outcome.seconds)
        if isinstance(outcome, NotOurBot):
            self._unknown = outcome

    # Recording

    def _record_is_due(self) -> bool:
        if not self._landed:
            return False
        return (
            not self._ready
            or not self._flying
            or len(self._landed) >= self._batch
            or any(one.ready.row.rank is Rank.ANSWER for one in self._landed)
            or self._clock.ticks() - self._landed[0].ticks >= LINGER
        )

    async def _record(self) -> None:
        batch, now = list(self._landed), self._clock.now()
        endings = await self._database.write(lambda tx: record(tx, now, self._asks, batch))
        failpoint("after_record")
        del self._landed[: len(batch)]
        self._busy.difference_update(one.ready.chat for one in batch)
        self._look = True
        for ending in endings:
            self._report(ending)
        if self._unknown is not None:
            unknown, self._unknown = self._unknown, None
            raise BotNotKnown(unknown.description)

    def _report(self, ending: Ending) -> None:
        if ending.state is OutboxState.WAITING:
            return
        self._count(ending.state)
        if ending.state in (OutboxState.UNCERTAIN, OutboxState.REFUSED):
            log.warning("not known to have arrived", row=ending.row.id, state=ending.state, reason=ending.reason)

    def _idle_seconds(self) -> float:
        ticks = self._clock.ticks()
        waits = [IDLE, self._pace.next_opening(ticks) - ticks]
        if self._backoff.until > ticks:
            waits.append(self._backoff.until - ticks)
        if self._next_at is not None:
            waits.append((self._next_at - self._clock.now()).total_seconds())
        return max(0.0, min(waits, default=math.inf))
