"""People who go on writing while something is done to the service, and whether all of it was answered in the end."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from db import proof
from simulator import Phone
from simulator.truth import Call
from trials.check import check
from trials.danger.stage import Stage
from trials.operator.trial import Line

EVERY = 0.1  # seconds between two people who write
PEOPLE = 12
SAID = ("/help", "/privacy", "/start")


class Crowd:
    """So many people on a stage."""

    def __init__(self, stage: Stage, people: int = PEOPLE) -> None:
        self._stage = stage
        self.phones: Sequence[Phone] = [stage.phone(f"Person {number}") for number in range(people)]
        self.written = 0

    @asynccontextmanager
    async def writing(self, every: float = EVERY) -> AsyncIterator["Crowd"]:
        """They write one after the other for as long as the block lasts."""
        task = asyncio.create_task(self._write(every))
        try:
            yield self
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _write(self, every: float) -> None:
        while True:
            phone = self.phones[self.written % len(self.phones)]
            phone.looks()
            phone.writes(SAID[self.written % len(SAID)])
            self.written += 1
            await asyncio.sleep(every)

    async def answered(self, more: int) -> bool:
        """Waits until so many more messages have come to phones; whether they did."""
        log = self._stage.simulator.log
        goal = len(log.deliveries()) + more
        return await self._stage.until(lambda: len(log.deliveries()) >= goal)

    async def lost(self, deaths: Sequence[float] = ()) -> Sequence[Line]:
        """Waits until all is answered, and looks whether anything was lost or came twice without a hidden answer."""
        calm = await self._stage.calm()
        memory = await self._stage.database.read(proof.memory)
        found = check(memory, self._stage.simulator.log, deaths=deaths)
        said = "; ".join(f"{one.rule}: {one.words}" for one in found[:3])
        hidden = sum(row.ambiguous for row in memory.outbox)
        return [
            Line("all that was written is answered in the end", calm, f"{self.written} messages written"),
            Line(
                "nothing is lost, doubled or out of place", not found, said or f"{hidden} answers hidden by the night"
            ),
        ]

    def refused(self) -> Line:
        """Whether Telegram refused anybody because two fetched the updates."""
        calls = [call for call in self._stage.simulator.log.of(Call) if call.status == 409]
        return Line("one process polls at a time: no 409 from Telegram", not calls, f"{len(calls)} refused")
