"""A town for each story, over both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from alongside.clock import TurnedClock
from db.engine import Database
from simulator import Simulator
from tests.stories.days import a_morning
from tests.stories.town import Someone, Town

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def start() -> datetime:
    """When the story begins; a module of clock-change stories has its own."""
    return START


@pytest.fixture
async def town(database: Database, start: datetime) -> AsyncIterator[Town]:
    """A town in which nobody lives yet. At the end nobody may have anything unseen."""
    clock = TurnedClock(start, running=False)
    async with Simulator(clock=clock) as simulator:
        town = Town(database, clock, simulator)
        try:
            yield town
            await town.settle()
            town.nobody_has_anything_unseen()
        finally:
            await town.house.close()


@pytest.fixture
async def lee(town: Town) -> Someone:
    """A practitioner."""
    return await town.practitioner()


@pytest.fixture
async def sam(town: Town, lee: Someone) -> Someone:
    """A client of Lee's with a check-in at 18:30 each day, from Monday on."""
    return await town.client(lee)


@pytest.fixture
async def stopped(town: Town, lee: Someone, sam: Someone) -> Someone:
    """Sam stopped on Sunday, and answered "none" on Monday and Tuesday; it is Wednesday, 18:30, and a check-in came."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    await sam.sees("You stopped on Sunday 1 March", "Today is day 1")
    for day in ("Mon", "Tue"):
        if day == "Tue":
            await a_morning(town, sam, day)
        await town.reaches(f"{day} 18:30")
        await sam.taps("OK", "1", "None")
        await sam.sees("Saved, thank you")
    await a_morning(town, sam, "Wed")
    await town.reaches("Wed 18:30")
    await sam.sees("How is your mood")
    sam.phone.looks()
    return sam
