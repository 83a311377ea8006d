"""What a monitor reads while the database answers, and while it does not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
from aiohttp import web

from alongside.clock import TurnedClock
from alongside.health import Health, Metrics
from care.clock import Signs, Standby
from db.delivery.outbox import OutboxState
from db.store.engine import Database
from jobs.hook import Hook
from jobs.watch import Watch
from programme.operators import Trouble, TroubleChange

NOW = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
CHAT = 777


class Monitor:
    """The pages over HTTP, of a process whose loops are what the test says they are."""

    def __init__(self, database: Database) -> None:
        self.clock = TurnedClock(NOW, running=False)
        self.signs = Signs()
        self.direct: list[TroubleChange] = []
        self.watch = Watch(
            database, self.clock, self.signs, Standby(), who="a", chat=CHAT, directly=self._directly
        )  # fmt: skip
        self.base = ""

    async def _directly(self, found: object) -> None:
        self.direct += list(found)  # type: ignore[call-overload]

    async def page(self, path: str) -> tuple[int, str]:
        """The page's status and text."""
        async with aiohttp.ClientSession() as http, http.get(self.base + path) as said:
            return said.status, await said.text()


@asynccontextmanager
async def monitor(database: Database) -> AsyncIterator[Monitor]:
    """Served on loopback while the block lasts."""
    found = Monitor(database)
    app = web.Application()
    app.add_routes([*Health(found.watch).routes(), *Metrics(found.watch, found.clock).routes()])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    found.base = f"http://{host}:{port}"
    try:
        yield found
    finally:
        await runner.cleanup()


async def test_all_is_well(database: Database) -> None:
    """Alive, ready by both names, and every figure is there."""
    async with monitor(database) as seen:
        seen.signs.ended(OutboxState.DELIVERED)
        assert (await seen.page("/livez"))[0] == 200
        for path in ("/readyz", "/health"):
            status, text = await seen.page(path)
            assert (status, '"wrong": []' in text, '"outbox_waiting": 0' in text) == (200, True, True)
        text = (await seen.page("/metrics"))[1]
    for line in (
        "alongside_database_up 1.0",
        'alongside_messages_total{result="delivered"} 1.0',
        'alongside_backlog_seconds{rank="card"} 0.0',
        'alongside_trouble{name="database"} 0.0',
        "alongside_inbox_dead 0.0",
    ):
        assert f"\n{line}\n" in text


async def test_a_database_that_is_gone_is_told_by_every_page(database: Database) -> None:
    """/readyz at once, in words; /metrics with what was last known; the chat past the outbox, once."""
    async with monitor(database) as seen:
        await seen.page("/readyz")
        await database.close()
        status, text = await seen.page("/readyz")
        assert (status, '"what": "database"' in text, "cannot be reached" in text) == (503, True, True)
        for _ in range(3):
            seen.clock.turn(20)
            seen.signs.reached_at = seen.clock.ticks()
            await seen.watch.look()
            await seen.watch.tell()
        text = (await seen.page("/metrics"))[1]
    assert "\nalongside_database_up 0.0\n" in text
    assert "\nalongside_inbox_dead 0.0\n" in text
    assert seen.direct == [TroubleChange(Trouble.DATABASE, began=True)]


async def test_a_loop_that_stands_still_is_not_ready(database: Database) -> None:
    """Named by what people would notice."""
    async with monitor(database) as seen:
        seen.clock.turn(130)
        seen.signs.sender_at = seen.clock.ticks()
        status, text = await seen.page("/readyz")
    assert status == 503
    assert ['"what": "telegram"' in text, '"what": "pulse"' in text, '"what": "sender"' in text] == [True, True, False]


async def test_a_hook_that_is_away_hears_of_it_later() -> None:
    """In order, each until it is taken, which one that leads elsewhere has not done."""
    taken, refuse = list[str](), [503, 302]

    async def take(request: web.Request) -> web.Response:
        if refuse:
            return web.Response(status=refuse.pop(), headers={"Location": "/elsewhere"})
        taken.append((await request.json())["state"])
        return web.Response()

    app = web.Application()
    app.router.add_post("/", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    clock, stop = TurnedClock(NOW, running=False), asyncio.Event()
    hook = Hook(f"http://127.0.0.1:{runner.addresses[0][1]}/", clock)
    running = asyncio.create_task(hook.run(stop))
    hook.put(TroubleChange(Trouble.DISK, began=True), NOW)
    hook.put(TroubleChange(Trouble.DISK, began=False), NOW)
    async with asyncio.timeout(10):
        while taken != ["began", "over"]:
            clock.turn(2)
            await asyncio.sleep(0)
    stop.set()
    await running
    await runner.cleanup()


async def test_a_question_that_comes_beside_another_is_no_trouble(database: Database) -> None:
    """Looking, telling and being asked at once: the database is away for none of them."""
    async with monitor(database) as seen:
        for _ in range(5):
            pages = [asyncio.create_task(seen.page("/readyz")) for _ in range(4)]
            await asyncio.gather(seen.watch.look(), seen.watch.tell(), seen.watch.look(), seen.watch.tell())
            assert [(await page)[0] for page in pages] == [200] * 4
            seen.clock.turn(6)
