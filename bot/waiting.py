"""What the sender waits for next: a slot of the pace, a call, a new row, a moment."""

import asyncio
from dataclasses import dataclass

from bot.flight import Flight
from bot.logbook import LINGER, Logbook
from bot.restraint import Restraint
from bot.supply import Supply
from bot.tray import Tray
from care.clock import Clock

IDLE = 1.0  # seconds after which the sender looks by itself


@dataclass(frozen=True, slots=True)
class Waiting:
    """Waits as long as the parts of the sender have to; `news` is rung when a new row is there."""

    clock: Clock
    news: asyncio.Event
    restraint: Restraint
    tray: Tray
    supply: Supply
    flight: Flight
    logbook: Logbook

    def is_for_all(self) -> bool:
        """Whether nothing may go to anybody now."""
        return self.logbook.not_our_bot is not None or self.restraint.everybody_waits(self.clock.ticks())

    async def for_what_comes_next(self, stop: asyncio.Event) -> bool:
        """Until something can be done, or not at all where it can at once. False: nothing comes by itself."""
        if self.tray.first is not None and self.flight.has_lane(self.tray.first):
            await self._until(self.restraint.pace.slot(), self.flight.landed, self.news, stop)
        elif self.flight:
            await _first_of(LINGER if self.logbook else None, self.flight.landed, self.news, stop)
        elif not self.logbook and (self.is_for_all() or not self.supply.may_have_more):
            return await self._for_pace(stop)
        self.flight.landed.clear()
        return True

    async def idly(self, stop: asyncio.Event) -> None:
        """Until somebody rings, or it is time to look once more."""
        ticks = self.clock.ticks()
        times = [IDLE, self.restraint.next_opening(ticks) - ticks]
        if self.supply.next_at is not None:
            times.append((self.supply.next_at - self.clock.now()).total_seconds())
        await self.clock.sleep(max(0.0, min(times)), self.news, stop)

    async def _for_pace(self, stop: asyncio.Event) -> bool:
        if self.supply.paced_until is None or self.is_for_all():
            return False
        await self._until(self.supply.paced_until, self.news, stop)
        self.supply.may_have_more = True
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
