"""Calls under way, the pictures drawn for them, and what the sender waits for next."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import structlog

from bot.kit.screen import Picture
from bot.sending.api import Session
from bot.sending.buffer import Claimer, SendBuffer
from bot.sending.build_call import Ready
from bot.sending.outcome import Ambiguous, CallOutcome, CallRefused, NotSent, Wait, classify
from bot.sending.pace import RateGuard
from bot.sending.results import LINGER, ResultLog
from care.clock import Clock, Signs
from db.delivery.outbox import Rank
from db.store.files import failpoint
from programme.schedule.reason_code import ReasonCode

log = structlog.get_logger(__name__)
# One thread for the whole process: what draws is not made for several at once, and each thread keeps memory of its own.
_EASEL: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="easel")


class NotDrawn(Exception):
    """A picture could not be drawn: a bug."""


async def draw(picture: Picture) -> bytes:
    """The picture as a PNG, in its turn. Raises NotDrawn."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_EASEL, _png, picture)
    except Exception as error:
        log.error("picture_cannot_be_drawn", kind=type(picture).__name__, error=type(error).__name__)
        raise NotDrawn from error


def _png(picture: Picture) -> bytes:
    from bot.kit.paint import png  # brings matplotlib: a second and 60 MB, for the first picture only

    return png(picture)


KEPT_FREE = 2  # lanes


class InFlight:
    """Makes up to `width` calls side by side. When one is over its outcome goes to the rate guard and into the result
    log, and then `landed` is set."""

    def __init__(
        self, session: Session, clock: Clock, guard: RateGuard, results: ResultLog, width: int, signs: Signs
    ) -> None:
        self._session = session
        self._clock = clock
        self._guard = guard
        self._results = results
        self._width = width
        self._signs = signs
        self._tasks: dict[asyncio.Task[None], Ready] = {}
        self.started = 0
        self.landed = asyncio.Event()

    def __len__(self) -> int:
        return len(self._tasks)

    def __iter__(self) -> Iterator[Ready]:
        return iter(self._tasks.values())

    def has_lane(self, rank: Rank) -> bool:
        """Whether one more call may run beside the others: where Telegram is slow, one lane is for cards only, and
        one more for those and answers."""
        lanes = self._guard.lanes(self._width)
        return len(self) < max(1, lanes - min(KEPT_FREE, max(0, rank - Rank.CARD)))

    def may_start(self, rank: Rank) -> bool:
        """Whether a call may start now."""
        return self.has_lane(rank) and self._guard.pace.slot() <= self._clock.ticks()

    def start(self, ready: Ready) -> None:
        """Makes that call."""
        self._guard.pace.starts(ready.chat, self._clock.ticks())
        self.started += 1
        self._tasks[asyncio.create_task(self._call(ready))] = ready

    async def end(self, grace: float) -> None:
        """Lets calls end within that many seconds, then breaks them off."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _call(self, ready: Ready) -> None:
        outcome: CallOutcome = Ambiguous()  # also where it is broken off
        try:
            photo = await draw(ready.call.picture) if ready.call.picture else None
            failpoint("before_call")
            outcome = classify(ready.row.verb, await self._session.call(ready.call.method, ready.call.body, photo))
            failpoint("after_call")
        except NotDrawn:
            outcome = CallRefused(ReasonCode.PICTURE)
        except Exception as error:
            outcome = classify(ready.row.verb, error)
        finally:
            self._land(ready, outcome)

    def _land(self, ready: Ready, outcome: CallOutcome) -> None:
        task = asyncio.current_task()
        assert task is not None
        del self._tasks[task]
        self._guard.learn(ready, outcome, self._clock.ticks())
        self._sign(outcome)
        self._results.add(ready, outcome)
        self.landed.set()

    def _sign(self, outcome: CallOutcome) -> None:
        if not isinstance(outcome, NotSent | Ambiguous):
            self._signs.reached_at = self._clock.ticks()
        self._signs.waits += isinstance(outcome, Wait)


IDLE = 1.0  # seconds after which the sender looks by itself


@dataclass(frozen=True, slots=True)
class LoopWait:
    """Waits as long as the parts of the sender have to; `news` is rung when a new row is there."""

    clock: Clock
    news: asyncio.Event
    guard: RateGuard
    buffer: SendBuffer
    claimer: Claimer
    calls: InFlight
    results: ResultLog

    def is_for_all(self) -> bool:
        """Whether nothing may go to anybody now."""
        return self.results.not_our_bot is not None or self.guard.everybody_waits(self.clock.ticks())

    async def for_what_comes_next(self, stop: asyncio.Event) -> bool:
        """Until something can be done, or not at all where it can at once. False: nothing comes by itself."""
        if self.buffer.first is not None and self.calls.has_lane(self.buffer.first):
            await self._until(self.guard.pace.slot(), self.calls.landed, self.news, stop)
        elif self.calls:
            await _first_of(LINGER if self.results else None, self.calls.landed, self.news, stop)
        elif not self.results and (self.is_for_all() or not self.claimer.may_have_more):
            return await self._for_pace(stop)
        self.calls.landed.clear()
        return True

    async def idly(self, stop: asyncio.Event) -> None:
        """Until somebody rings, or it is time to look again."""
        ticks = self.clock.ticks()
        times = [IDLE, self.guard.next_opening(ticks) - ticks]
        if self.claimer.next_at is not None:
            times.append((self.claimer.next_at - self.clock.now()).total_seconds())
        await self.clock.sleep(max(0.0, min(times)), self.news, stop)

    async def _for_pace(self, stop: asyncio.Event) -> bool:
        if self.claimer.paced_until is None or self.is_for_all():
            return False
        await self._until(self.claimer.paced_until, self.news, stop)
        self.claimer.may_have_more = True
        return True

    async def _until(self, ticks: float, *wakes: asyncio.Event) -> None:
        await self.clock.sleep(max(0.0, ticks - self.clock.ticks()), *wakes)


async def _first_of(seconds: float | None, *events: asyncio.Event) -> None:
    """Until one of the events is set, at most that many seconds of real time: for calls on a real wire."""
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
