"""Calls under way."""

import asyncio
from collections.abc import Iterator

from bot.drawing import NotDrawn, draw
from bot.logbook import Logbook
from bot.making import Ready
from bot.outcome import Ambiguous, NotSent, Outcome, Refused, Wait, classify
from bot.restraint import Restraint
from bot.session import Session
from care.clock import Clock
from care.signs import Signs
from db.failpoint import failpoint
from db.outbox import Rank
from programme.reason_code import ReasonCode

KEPT_FREE = 2  # lanes


class Flight:
    """Makes up to `width` calls side by side. What became of each is learned from and put into the logbook the moment
    it is over, and then `landed` is set."""

    def __init__(
        self, session: Session, clock: Clock, restraint: Restraint, logbook: Logbook, width: int, signs: Signs
    ) -> None:
        self._session = session
        self._clock = clock
        self._restraint = restraint
        self._logbook = logbook
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
        lanes = self._restraint.lanes(self._width)
        return len(self) < max(1, lanes - min(KEPT_FREE, max(0, rank - Rank.CARD)))

    def may_start(self, rank: Rank) -> bool:
        """Whether a call may start now."""
        return self.has_lane(rank) and self._restraint.pace.slot() <= self._clock.ticks()

    def start(self, ready: Ready) -> None:
        """Makes that call."""
        self._restraint.pace.starts(ready.chat, self._clock.ticks())
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
        outcome: Outcome = Ambiguous()  # also where it is broken off
        try:
            photo = await draw(ready.call.picture) if ready.call.picture else None
            failpoint("before_call")
            outcome = classify(ready.row.verb, await self._session.call(ready.call.method, ready.call.body, photo))
            failpoint("after_call")
        except NotDrawn:
            outcome = Refused(ReasonCode.PICTURE)
        except Exception as error:
            outcome = classify(ready.row.verb, error)
        finally:
            self._land(ready, outcome)

    def _land(self, ready: Ready, outcome: Outcome) -> None:
        task = asyncio.current_task()
        assert task is not None
        del self._tasks[task]
        self._restraint.learn(ready, outcome, self._clock.ticks())
        self._sign(outcome)
        self._logbook.add(ready, outcome)
        self.landed.set()

    def _sign(self, outcome: Outcome) -> None:
        if not isinstance(outcome, NotSent | Ambiguous):
            self._signs.reached_at = self._clock.ticks()
        self._signs.waits += isinstance(outcome, Wait)
