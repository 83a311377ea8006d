"""A few days that were truly lived, over a real database: what a checker reads afterwards."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

from alongside.clock import TurnedClock
from db.proof import Memory, memory
from simulator import Log, Simulator
from tests.stories.town import Town
from tests.trials.process import Home

START = datetime(2026, 3, 27, 12, 0, tzinfo=UTC)  # the clocks in London change on the 29th


@dataclass(frozen=True)
class Lived:
    """All that was remembered at the end, and what truly happened."""

    memory: Memory
    log: Log


def live(home: Home) -> Lived:
    """Sam answers one check-in, leaves one half done and misses one; Kim blocks the bot and is back."""
    return asyncio.run(_live(home))


async def _live(home: Home) -> Lived:
    clock = TurnedClock(START, running=False)
    async with home.memory() as database, Simulator(clock=clock) as simulator:
        town = Town(database, clock, simulator)
        await _days(town)
        found = await database.read(memory)
        await town.house.close()
    return Lived(found, simulator.log)


async def _days(town: Town) -> None:
    lee = await town.practitioner()
    sam = await town.client(lee)
    kim = await town.client(lee, "Kim", at="08:15")
    await town.reaches("Fri 18:30")
    await sam.taps("Low", "4", "2", "Stress", "A walk")
    await sam.writes("Nights are the problem.")
    await kim.does(lambda phone: phone.blocks())
    await town.reaches("Sat 18:30")
    await sam.taps("OK")
    await town.reaches("Sun 12:00")
    await kim.does(lambda phone: phone.unblocks())
    await town.reaches("Mon 08:15")
    await kim.taps("Good", "Skip")
    await town.reaches("Tue 12:00")
