"""The bell of the sender: rung after each claim, so that what is committed goes while the next is claimed."""

from datetime import datetime

import pytest

from alongside.clock import TurnedClock
from care.clock import Wakes
from care.schedule.due import Tally
from db.store.engine import Database
from db.tx import Tx
from jobs import pulse
from jobs.pulse import Pulse
from tests.acts.joined import NOW


async def test_the_bell_rings_after_each_claim(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sender hears of the first two hundred before the second two hundred are opened."""
    wakes, rung = Wakes(), list[bool]()

    async def is_due(tx: Tx) -> datetime:
        return NOW

    async def claim(tx: Tx) -> Tally:
        rung.append(wakes.outbox.is_set())
        wakes.outbox.clear()
        return Tally(opened=200, more=len(rung) < 3)

    monkeypatch.setattr(pulse, "next_due_at", is_due)
    monkeypatch.setattr(pulse, "open_due", claim)
    assert await Pulse(database, TurnedClock(NOW, running=False), wakes).beat() == 600
    assert rung == [False, True, True]
    assert wakes.outbox.is_set()
