"""Delivery to the bot's own address."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from simulator import Phone, Simulator
from tests.simulator.raw_api import RawApi


class Receiver:
    """A bot's web server that notes what it gets and answers with the next of its statuses, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.got: asyncio.Queue[tuple[str | None, dict[str, Any]]] = asyncio.Queue()

    async def take(self, request: web.Request) -> web.Response:
        """Note one post."""
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.put_nowait((secret, await request.json()))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver on a free port."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_in_order_with_the_secret(
    api: RawApi, sim: Simulator, sam: Phone, receiver: Receiver
) -> None:
    """What waited and what comes is posted one by one, each confirmed by its 2xx."""
    await api.call("setWebhook", url=receiver.url, secret_token="s-1")
    sam.writes("one")
    got = [await receiver.got.get(), await receiver.got.get()]
    assert [(secret, update["message"]["text"]) for secret, update in got] == [("s-1", "/start"), ("s-1", "one")]
    await sim.until(lambda: not sim.log.unconfirmed())
    assert (await api.call("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_refused_update_comes_until_it_is_taken(
    api: RawApi, sim: Simulator, sam: Phone, receiver: Receiver
) -> None:
    """A non-2xx answer brings the same update back, before any later one, and is shown in getWebhookInfo."""
    receiver.statuses = [500, 503]
    await api.call("setWebhook", url=receiver.url)
    sam.writes("one")
    texts = [(await receiver.got.get())[1]["message"]["text"] for _ in range(4)]
    assert texts == ["/start", "/start", "/start", "one"]
    info = await api.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_polling_and_webhook_exclude_each_other(api: RawApi, receiver: Receiver) -> None:
    """getUpdates gets 409 while a webhook is set, a waiting one too, and works again after deleteWebhook."""
    waiting = asyncio.create_task(api.refusal("getUpdates", timeout=50))
    await api.simulator.until(lambda: api.simulator.is_polled)
    await api.call("setWebhook", url=receiver.url)
    assert await waiting == "409 Conflict: terminated by setWebhook request"
    assert (await api.refusal("getUpdates")).startswith("409 Conflict: can't use getUpdates method while webhook is")
    await api.call("deleteWebhook")
    assert await api.call("getUpdates") == []


async def test_pending_updates_can_be_dropped(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """drop_pending_updates forgets what waits."""
    await api.call("deleteWebhook", drop_pending_updates=True)
    assert await api.call("getUpdates") == []
    assert sim.log.unconfirmed() == []


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_bad_webhook_is_refused(api: RawApi, fields: dict[str, str], why: str) -> None:
    """Plain http is for this computer alone, and the secret has its letters."""
    assert await api.refusal("setWebhook", **fields) == f"400 Bad Request: {why}"
