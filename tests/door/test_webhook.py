"""Updates that Telegram posts: stored and then answered 200, or not answered 200."""

import asyncio
import json
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiohttp import ClientSession, web

from bot.door.webhook import HEADER, NoWebhookSecret, announce, webhook
from db.store.engine import Database, open_database
from db.store.vault import Vault
from simulator import Phone
from tests.door.conftest import House

SECRET = "a-secret-of-32-letters-or-more-1234"


async def served(house: House, database: Database) -> AsyncIterator[str]:
    """The address of a server that takes updates for that database."""
    app = web.Application()
    app.router.add_post("/telegram", webhook(database, house.clock, house.wakes, SECRET))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    await runner.cleanup()


@pytest.fixture
async def address(house: House) -> AsyncIterator[str]:
    """Where Telegram is to post."""
    async for url in served(house, house.database):
        yield url


async def post(url: str, body: bytes, secret: str | None = SECRET) -> int:
    """The status that a POST gets."""
    headers = {} if secret is None else {HEADER: secret}
    async with ClientSession() as session, session.post(url, data=BytesIO(body), headers=headers) as answer:
        return answer.status


@pytest.mark.parametrize("secret", ["", "  "])
def test_no_secret_no_webhook(house: House, secret: str) -> None:
    """Without a secret there is no webhook, and the error says what to set."""
    with pytest.raises(NoWebhookSecret, match="ALONGSIDE_WEBHOOK_SECRET"):
        webhook(house.database, house.clock, house.wakes, secret)


async def test_from_phone_to_handler(house: House, address: str, sam: Phone) -> None:
    """Told where to post, Telegram posts, we store, and the doorway handles."""
    await announce(house.bot, house.clock, address, SECRET, asyncio.Event())
    for number in range(5):
        sam.writes(str(number))
    while len(await house.inbox()) < 5:
        await house.wakes.inbox.wait()
        house.wakes.inbox.clear()
    await house.doorway.drain()
    assert await house.said(sam) == ["0", "1", "2", "3", "4"]
    await house.bot.delete_webhook()


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "é"])
async def test_wrong_secret(house: House, address: str, secret: str | None) -> None:
    """Without the right secret nothing is stored and nothing is told."""
    assert await post(address, b'{"update_id": 1, "message": {}}', secret) == 403
    assert await house.inbox() == []


@pytest.mark.parametrize("body", [b"", b"hello", b"[]", b"\xff", b"[" * 5000])
async def test_no_update(house: House, address: str, body: bytes) -> None:
    """What is no update is refused."""
    assert await post(address, body) == 400


async def test_too_large(house: House, address: str) -> None:
    """A body larger than any update is refused."""
    assert await post(address, b" " * (2 * 1024 * 1024)) == 413


async def test_many_at_once(house: House, address: str) -> None:
    """Updates that come at the same moment are each stored before their 200."""
    bodies = [
        json.dumps({"update_id": number, "message": {"from": {"id": number}}}).encode() for number in range(1, 51)
    ]
    assert await asyncio.gather(*(post(address, body) for body in bodies)) == [200] * 50
    assert [row["update_id"] for row in await house.inbox()] == list(range(1, 51))


async def test_database_trouble(house: House, database_url: str, vault: Vault) -> None:
    """While the database takes nothing the answer is 503, so that Telegram comes back with it."""
    shut = await open_database(database_url, vault=vault)
    await shut.close()
    async for url in served(house, shut):
        assert await post(url, b'{"update_id": 1}') == 503
