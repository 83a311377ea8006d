"""A start while Telegram gives trouble."""

import asyncio

from alongside.clock import WallClock
from alongside.house import House
from db.store import service_facts
from db.store.engine import Database
from simulator import Simulator


async def test_the_bots_name_is_kept_before_anything_else_works(database: Database) -> None:
    """Telegram says who the bot is and then refuses the menus: a link made now has the name it needs."""
    async with Simulator() as simulator:
        simulator.faults.fail_next("setMyCommands", "500", n=1000)
        house = House(database, WallClock(), token=simulator.token, api=simulator.base_url)
        stop = asyncio.Event()
        running = asyncio.create_task(house.run(stop))
        await simulator.until(lambda: simulator.log.calls("setMyCommands"))
        kept = await database.read(lambda tx: service_facts.get(tx, service_facts.BOT_USERNAME))
        stop.set()
        await running
        await house.close()
    assert kept == simulator.username
