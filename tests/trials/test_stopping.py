"""Stopping while there is much to do."""

import os
from pathlib import Path

import pytest

from alongside.clock import WallClock
from db import event_replay
from simulator import Faults, Simulator
from tests.trials.process import Home, running
from trials.check import check

STOPS_WITHIN = 20  # seconds, as systemd and compose are told


@pytest.mark.slow
async def test_sigterm_under_load(tmp_path: Path) -> None:
    """Thirty people write, every fourth call goes wrong, one hangs: it stops in time with 0, and nothing is lost."""
    home, faults = Home(tmp_path), Faults.mixed(1, 0.25)
    async with Simulator(faults=faults) as simulator, running(home.settings(simulator)) as service:
        await service.says("ready")
        for phone in [simulator.phone(f"Person {number}") for number in range(30)]:
            for words in ("/start", "/help", "hello", "/craving", "/privacy"):
                phone.writes(words)
        await simulator.until(lambda: len(simulator.log.deliveries()) > 30, 60)
        faults.fail_next("sendMessage", "hang_after", n=2)
        before = WallClock().ticks()
        assert await service.stop() == os.EX_OK
        assert WallClock().ticks() - before < STOPS_WITHIN
    async with home.memory() as database:
        memory = await database.read(event_replay.memory)
    assert any(heard.state == "waiting" for heard in memory.inbox.values()) or any(
        row.state == "waiting" for row in memory.outbox
    ), "there was nothing left to do, so nothing was shown"
    assert not any(row.state == "sending" for row in memory.outbox)
    assert check(memory, simulator.log) == []
