"""A few days that were truly lived, over a real database: what a checker reads afterwards."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from alongside.clock import TurnedClock
from db.event_replay import Memory, memory
from simulator import Simulator, TruthLog
from tests.stories.supporters.test_a_supporter import supporter
from tests.stories.town import Someone, Town
from tests.trials.process import Home
from trials.faults.residents import DANGER

START = datetime(2026, 3, 27, 12, 0, tzinfo=UTC)  # the clocks in London change on the 29th


@dataclass(frozen=True)
class Lived:
    """All that was remembered at the end, what truly happened, and everybody's chat by their name."""

    memory: Memory
    log: TruthLog
    chats: Mapping[str, int]


def live(home: Home) -> Lived:
    """Sam answers one check-in, leaves one half done and misses one; Kim blocks the bot and is back.

    Jo is on Sam's side until Sam ends it. Pat stops smoking, has a craving and a lapse, and takes a break. Kim writes
    words of danger, and asks Lee to get in touch.
    """
    return asyncio.run(live_through(home, _days))


async def live_through(home: Home, days: Callable[[Town], Awaitable[None]]) -> Lived:
    """Whatever these days bring, over a database of that home."""
    clock = TurnedClock(START, running=False)
    async with home.memory() as database, Simulator(clock=clock) as simulator:
        town = Town(database, clock, simulator)
        await days(town)
        found = await database.read(memory)
        await town.house.close()
    return Lived(found, simulator.log, {one.phone.name: one.phone.id for one in town.people})


async def _days(town: Town) -> None:
    lee = await town.practitioner()
    sam = await town.client(lee)
    kim = await town.client(lee, "Kim", at="08:15")
    pat = await town.client(lee, "Pat", at="19:00")
    jo = await supporter(town, sam)
    await sam.writes("/quitdate")
    await sam.taps("April 2026", "15")
    await pat.writes("/quitdate")
    await pat.taps("27")
    await town.reaches("Fri 18:30")
    await sam.taps("Mixed", "4", "2", "Stress", "A walk")
    await sam.writes("Nights are the problem.")
    await kim.does(lambda phone: phone.blocks())
    await town.reaches("Fri 19:00")
    await pat.taps("Good", "0", "None")
    await _saturday(town, sam, pat, jo)
    await town.reaches("Sun 12:00")
    await kim.does(lambda phone: phone.unblocks())
    await pat.writes("/progress")
    await town.reaches("Sun 18:00")
    await pat.writes("I smoked")
    await pat.taps("That's all tonight")
    await pat.writes("Rough day")
    await pat.taps("Tell Lee", "Send it")
    await town.reaches("Mon 08:15")
    await kim.taps("Good", "Skip")
    await pat.writes("/pause")
    await pat.taps("3 days")
    await town.reaches("Mon 14:00")
    await lee.writes("/clients")
    await lee.taps("Asked: Pat", "I've seen this")
    await town.reaches("Tue 12:00")
    await kim.writes(DANGER[0])
    await kim.taps("Tell Lee", "Send it")
    await lee.taps("I've seen this")


async def _saturday(town: Town, sam: Someone, pat: Someone, jo: Someone) -> None:
    await town.reaches("Sat 11:00")
    await jo.taps("Done")
    await jo.writes("/encourage")
    await jo.writes("You are doing fine.")
    await jo.taps("Send it")
    await pat.writes("Craving")
    await pat.taps("4", "Skip", "A walk")
    await town.goes_on(timedelta(minutes=10))
    await pat.taps("2")
    await sam.writes("/supporters")
    await sam.taps("Jo", "End this", "Yes, end it")
    await jo.writes("/help")
    await town.reaches("Sat 18:30")
    await sam.taps("OK")
    await town.reaches("Sat 19:00")
    await pat.taps("Good", "0", "None")
