"""Hearing first, and for how long."""

import asyncio

from alongside.clock import TurnedClock
from bot.door.intake import HEARS_FIRST, hear_first
from simulator import Phone
from tests.door.conftest import START, House


async def test_all_that_waited_is_handled_by_then(house: House) -> None:
    """More updates than Telegram gives at once: each is done when the hearing is over."""
    for name in ("Sam", "Jo", "Kim"):
        phone = await house.knows(name)
        for number in range(35):
            phone.writes(f"word {number}")
    stop = asyncio.Event()
    loops = [asyncio.create_task(loop) for loop in (house.intake.run(stop), house.doorway.run(stop))]
    await hear_first(house.database, TurnedClock(START, running=True), house.intake, stop)
    states = {row["state"] for row in await house.inbox()}
    stop.set()
    await asyncio.gather(*loops)
    assert states == {"done"}
    assert len(await house.inbox()) == 105


async def test_a_line_that_is_down_is_not_waited_for(house: House, sam: Phone) -> None:
    """Where Telegram says nothing, it ends after its few seconds, and the service speaks."""
    house.sim.faults.fail_next("getUpdates", "500", n=1000)
    began, stop = house.clock.ticks(), asyncio.Event()
    await hear_first(house.database, house.clock, house.intake, stop)
    assert HEARS_FIRST <= house.clock.ticks() - began < HEARS_FIRST + 1
