"""What the tests of the sender share."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from alongside.clock import TurnedClock
from bot.sending.pace import Rates
from db.store.engine import Database
from simulator.simulator import Simulator
from tests.sender.post_office import CALL_SECONDS, START, Post


@pytest.fixture
async def post(database: Database) -> AsyncIterator[Post]:
    """A post office whose clock stands still between turns."""
    clock = TurnedClock(START, running=False)
    async with Simulator(clock=clock) as telegram, AsyncExitStack() as stack:
        telegram.faults.hang_seconds = 2 * CALL_SECONDS
        yield Post(database, telegram, clock, stack)


@pytest.fixture
def unlimited() -> Rates:
    """No pace at all."""
    return Rates(per_second=float("inf"), gap=0.0)
