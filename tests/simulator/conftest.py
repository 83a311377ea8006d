"""A simulator that listens, a hand to ask it things, and somebody with a phone."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from simulator import Phone, Simulator
from tests.simulator.raw_api import HandClock, RawApi


@pytest.fixture
def clock() -> HandClock:
    """Time stands still unless turned."""
    return HandClock()


@pytest.fixture
async def sim(clock: HandClock) -> AsyncIterator[Simulator]:
    """A simulator on a free port."""
    async with Simulator(clock=clock) as simulator:
        yield simulator


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[RawApi]:
    """Raw calls to it."""
    async with ClientSession() as session:
        yield RawApi(session, sim)


@pytest.fixture
def sam(sim: Simulator) -> Phone:
    """Somebody who has pressed Start."""
    phone = sim.phone("Sam")
    phone.starts()
    return phone
