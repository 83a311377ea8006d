"""The sender as a loop of its own, with a clock that runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial

import pytest

from alongside.clock import TurnedClock
from bot.sending.sender import BotNotKnown
from db.delivery.outbox import OutboxState
from db.store.engine import Database
from simulator.phone import Phone
from simulator.simulator import Simulator
from tests.sender.post_office import START, Post


@pytest.fixture
async def live(database: Database) -> AsyncIterator[Post]:
    """A post office whose clock runs."""
    clock = TurnedClock(START, running=True)
    async with Simulator(clock=clock) as telegram, AsyncExitStack() as stack:
        yield Post(database, telegram, clock, stack)


def shown(phone: Phone, words: str) -> bool:
    """Whether these words are on the phone."""
    return any(words in bubble.text for bubble in phone.messages)


async def test_a_new_row_goes_when_the_bell_rings(live: Post) -> None:
    """The loop sends what is put down, then stops when it is told to."""
    sam, stop = await live.phone(), asyncio.Event()
    running = asyncio.create_task(live.sender().run(stop))
    for number in range(2):
        await live.show(sam, "line", args={"n": number})
        live.wakes.outbox.set()
        await live.telegram.until(partial(shown, sam, f"line {number}"))
    stop.set()
    await running
    assert await live.states(sam) == ["delivered"] * 2


async def test_stopping_lets_calls_end_and_leaves_the_rest_waiting(live: Post) -> None:
    """What is under way is written down; what was taken and not asked for waits for the next sender."""
    phones = [await live.phone(f"P{number}") for number in range(12)]
    for phone in phones:
        await live.show(phone)
    live.telegram.faults.slow_seconds = (0.1, 0.1)
    live.telegram.faults.rates["slow"] = 1.0
    stop, sender = asyncio.Event(), live.sender(in_flight=3)
    running = asyncio.create_task(sender.run(stop))
    await live.telegram.until(live.telegram.log.deliveries)
    stop.set()
    await running
    rows = [(await live.rows(phone))[0] for phone in phones]
    states = [row.state for row in rows]
    assert set(states) == {OutboxState.DELIVERED, OutboxState.WAITING}
    assert states.count(OutboxState.DELIVERED) == len(live.telegram.log.deliveries())
    assert all(row.ambiguous == 0 for row in rows)


async def test_a_call_that_never_ends_is_written_down_as_hidden(live: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time to stop is up, a call that still hangs is one hidden answer."""
    monkeypatch.setattr("bot.sending.sender.GRACE", 0.05)
    monkeypatch.setattr("tests.sender.post_office.CALL_SECONDS", 30.0)
    sam, stop = await live.phone(), asyncio.Event()
    await live.show(sam)
    live.telegram.faults.hang_seconds = 30
    live.telegram.faults.fail_next("sendMessage", "hang_after")
    running = asyncio.create_task(live.sender().run(stop))
    await live.telegram.until(live.telegram.log.deliveries)
    stop.set()
    await running
    (row,) = await live.rows(sam)
    assert (row.state, row.ambiguous) == (OutboxState.WAITING, 1)


async def test_a_wrong_token_ends_the_loop(live: Post) -> None:
    """The house hears of it as an error that says what to do."""
    sam = await live.phone()
    await live.show(sam)
    with pytest.raises(BotNotKnown):
        await live.sender(token="1:wrong").run(asyncio.Event())
    assert await live.states(sam) == ["waiting"]


async def test_trouble_with_the_database_is_waited_out(live: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that is not ours to solve is logged, and the loop goes on."""
    sam, stop, sender = await live.phone(), asyncio.Event(), live.sender()
    troubles = [OSError("disk"), None]

    async def trouble() -> bool:
        error = troubles.pop(0) if troubles else None
        if error is not None:
            raise error
        return await seize()

    seize = sender._tenure.begin
    monkeypatch.setattr(sender._tenure, "begin", trouble)
    await live.show(sam)
    running = asyncio.create_task(sender.run(stop))
    await live.telegram.until(live.telegram.log.deliveries)
    stop.set()
    await running
    assert await live.states(sam) == ["delivered"]
