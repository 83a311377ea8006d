"""A town for each story, over both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from alongside.clock import TurnedClock
from db.engine import Database
from simulator import Simulator
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
