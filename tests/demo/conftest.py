"""The demo itself, as `alongside demo` runs it, with no pause between what it does and no limits of Telegram's."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alongside.clock import TurnedClock
from alongside.demo.demo import Demo, demo_store

MONDAY = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)


@pytest.fixture
def start() -> datetime:
    """When the demo begins."""
    return MONDAY


@pytest.fixture
async def table(tmp_path: Path, start: datetime) -> AsyncIterator[Demo]:
    """Three phones, Lee's set up, on a Monday morning."""
    async with demo_store(tmp_path) as store:
        table = Demo(store, TurnedClock(start, running=True), pace=0, down=0, limited=False)
        await table.open(0)
        stop = asyncio.Event()
        living = asyncio.create_task(table.live(stop))
        await asyncio.wait({asyncio.create_task(table.ready.wait()), living}, return_when=asyncio.FIRST_COMPLETED)
        yield table
        stop.set()
        await living
        await table.simulator.stop()
