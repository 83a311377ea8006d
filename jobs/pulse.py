"""The pulse: what is due is opened, reminded, closed or passed on, by itself, a moment after its time."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import astuple
from typing import Any

import structlog

from care.clock import Clock, Signs, Spell, Standby, Wakes
from care.practice.requests import Passed, pass_on_due
from care.schedule.due import PromptsAdvanced, advance_open_prompts, next_due_at, open_due
from care.schedule.due import Tally as Opened
from db.store.engine import Database
from db.tx import Tx

log = structlog.get_logger(__name__)
Sweep = Callable[[Tx], Coroutine[Any, Any, Opened | PromptsAdvanced | Passed]]
LONGEST_SLEEP = 1.0  # seconds; so a clock that is set by hand is noticed soon
SHORTEST_SLEEP = 0.05  # where another process is at what is due
STEP = 5.0  # seconds by which wall and ticks may part before we call it a step
BIG_STEP = 60.0  # seconds from which an operator hears of it
BACKOFF = 1.0


class Pulse:
    """Sweeps the plans. `on_step(seconds)` hears of a wall clock that was set; `signs` of that and of each beat."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        wakes: Wakes,
        on_step: Callable[[float], Awaitable[None]] | None = None,
        standby: Standby | None = None,
        signs: Signs | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._wakes = wakes
        self._on_step = on_step
        self._standby = standby or Standby()
        self._signs = signs or Signs()
        self._spell = Spell(log, "pulse_trouble")
        self._last = (clock.now(), clock.ticks())

    async def beat(self) -> int:
        """Does all that is due now; returns how many plans, prompts and requests moved. Calling it twice is harmless.

        Where nothing is due, it reads and keeps no writer waiting. Where the database is held, nothing is due.
        """
        await self._notice_step()
        if self._standby.held:
            return 0
        if await self._seconds_left() > 0:
            return 0
        return sum([await self._sweep(act) for act in (open_due, advance_open_prompts, pass_on_due)])

    async def run(self, stop: asyncio.Event) -> None:
        """Beats until `stop` is set. Trouble with the database is waited out, never fatal."""
        while not stop.is_set():
            self._wakes.plans.clear()
            try:
                await self._signed_beat()
                left = math.inf if self._standby.held else await self._seconds_left()
                pause = min(LONGEST_SLEEP, max(SHORTEST_SLEEP, left))
            except Exception as error:  # the pulse outlives every trouble; what is due stays due
                self._spell.goes_on(error)
                pause = BACKOFF
            else:
                self._spell.is_over()
            await self._clock.sleep(pause, stop, self._wakes.plans)

    async def _signed_beat(self) -> None:
        began = self._clock.ticks()
        await self.beat()
        self._signs.beat_at = self._clock.ticks()
        self._signs.beat_took = self._signs.beat_at - began

    async def _sweep(self, act: Sweep) -> int:
        moved: int = 0
        while True:
            tally: Opened | PromptsAdvanced | Passed = await self._database.write(
                lambda tx: act(tx.at(self._clock.now()))
            )
            count = int(sum(astuple(tally)) - tally.more)
            if count:
                self._wakes.outbox.set()  # what this claim has committed goes while the next is claimed
            moved += count
            if not tally.more:
                return moved

    async def _seconds_left(self) -> float:
        """Until something is due: 0 or less where it is by now, infinity where nothing will be."""
        due = await self._database.read(next_due_at)
        return math.inf if due is None else (due - self._clock.now()).total_seconds()

    async def _notice_step(self) -> None:
        now, ticks = self._clock.now(), self._clock.ticks()
        step = (now - self._last[0]).total_seconds() - (ticks - self._last[1])
        self._last = (now, ticks)
        if abs(step) > STEP:
            log.warning("clock_stepped", seconds=round(step))
            self._signs.clock_steps += 1
            if abs(step) >= BIG_STEP:
                self._signs.stepped_at = ticks
            if self._on_step is not None:
                await self._on_step(step)
