"""Telegram's limits, enforced by the simulator: not one call comes too soon."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from alongside.clock import TurnedClock
from bot.sending.buffer import BATCH_SECONDS
from bot.sending.pace import Rates
from care.delivery import say
from care.delivery.say import Wanted
from db.delivery.outbox import OutboxRow, Rank
from db.people import accounts, erasing
from db.store.engine import Database
from db.tx import Tx
from simulator.limits import Limits
from simulator.phone import Phone
from simulator.simulator import Simulator
from tests.sender.post_office import START, Post

STRICT = Limits(early=0.0, grace=0.0)
RANKS = (Rank.ANSWER, Rank.PROMPT, Rank.STRANGER, Rank.CARD)


async def put_down(post: Post, messages: int, chats: int) -> list[Phone]:
    """Rows of every rank but strips for that many chats in turn."""
    phones = [await post.phone(f"P{number}") for number in range(chats)]
    people = [post.ids[phone.id] for phone in phones]

    async def all_at_once(tx: Tx) -> None:
        for number in range(messages):
            await say.show(tx, people[number % chats], "note", {"n": number}, rank=RANKS[number % len(RANKS)])

    await post.does(all_at_once)
    return phones


@pytest.mark.parametrize("chats", [40, 3])
async def test_no_limit_is_ever_broken(post: Post, chats: int) -> None:
    """120 messages, to many chats or to few: not one 429, and each arrives once."""
    post.telegram.limiter.limits = STRICT
    phones = await put_down(post, 120, chats)
    assert await post.sender().drain() == 120
    assert post.telegram.log.rate_limited() == []
    assert post.telegram.log.violations() == []
    assert [len(post.telegram.log.deliveries(phone.id)) for phone in phones] == [120 // chats] * chats


async def test_the_rate_that_is_allowed_is_used(post: Post) -> None:
    """120 messages to as many chats take little more than four seconds."""
    await put_down(post, 120, 120)
    before = post.clock.ticks()
    assert await post.sender().drain() == 120
    assert post.clock.ticks() - before < 119 / 30 / 0.98
    assert post.telegram.log.rate_limited() == []


@pytest.mark.slow
async def test_ten_calls_at_once_break_no_limit_either(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a network that takes its time, a clock that runs, and ten calls on the wire.

    A machine that stalls hands over at once what is on the wire: thirty of this second, ten from before.
    """
    # On a machine under load a call outlasts the tests' third of a second, and rightly goes out once more.
    monkeypatch.setattr("tests.sender.post_office.CALL_SECONDS", 30.0)
    clock = TurnedClock(START, running=True)
    async with Simulator(clock=clock) as telegram, AsyncExitStack() as stack:
        post = Post(database, telegram, clock, stack)
        telegram.faults.slow_seconds = (0.08, 0.09)
        telegram.limiter.limits = Limits(overall_per_second=30 + 10)
        await put_down(post, 60, 30)
        telegram.faults.rates["slow"] = 1.0
        await post.sender(in_flight=10).drain()
        assert telegram.log.rate_limited() == []
        sent = [(call.ticks, call.params["text"]) for call in telegram.log.deliveries()]
        assert len(sent) == 60, sent


async def test_an_answer_overtakes_prompts_that_are_being_sent(post: Post) -> None:
    """Put down while fifty prompts wait, an answer is among the next few calls."""
    for phone in await put_down(post, 0, 50):
        await post.show(phone, rank=Rank.PROMPT)
    kim = await post.phone("Kim")
    draining = asyncio.create_task(post.sender().drain())
    await post.telegram.until(lambda: len(post.telegram.log.deliveries()) >= 10)
    await post.show(kim, "answer")
    post.wakes.outbox.set()
    already = len(post.telegram.log.deliveries())
    await post.telegram.until(lambda: post.telegram.log.deliveries(kim.id))
    place = [call.chat_id for call in post.telegram.log.deliveries()].index(kim.id)
    assert place - already <= 4
    await draining


async def test_rings_of_the_bell_do_not_pile_prompts_up(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is rung, what is taken ahead of its turn stays what goes within a third of a second."""
    looked_at, ahead = set(), []

    async def rings(tx: Tx, row: OutboxRow) -> Wanted:
        post.wakes.outbox.set()
        looked_at.add(row.id)
        ahead.append(len(looked_at) - len(post.telegram.log.deliveries()))
        return Wanted()

    monkeypatch.setattr(post, "check_before_send", rings)
    for phone in await put_down(post, 0, 40):
        await post.show(phone, rank=Rank.PROMPT)
    assert await post.sender().drain() == 40
    assert max(ahead) <= Rates().per_second * BATCH_SECONDS + 1  # and one under way


async def test_a_goodbye_after_an_erasure_keeps_the_pace_of_its_chat(post: Post) -> None:
    """Whoever was erased is somebody new to us, and to Telegram the same chat as a moment ago."""
    post.telegram.limiter.limits = STRICT
    sam, sender = await post.phone("Sam"), post.sender()
    for number in range(6):
        await post.show(sam, args={"n": number})
    await sender.drain()
    await post.does(lambda tx: erasing.forget_accounts(tx, {post.ids[sam.id]: sam.id}))
    stranger = await post.does(accounts.ensure, sam.id, "en")
    assert stranger.id != post.ids[sam.id]
    post.ids[sam.id] = stranger.id
    await post.show(sam, "goodbye")
    await sender.drain()
    assert post.telegram.log.rate_limited() == []
    sam.sees("goodbye")


async def test_a_busy_chat_holds_nobody_up(post: Post) -> None:
    """Hundreds of prompts for one person leave the way free for the others behind them."""
    sam, kim = await post.phone("Sam"), await post.phone("Kim")
    for number in range(60):
        await post.show(sam, rank=Rank.PROMPT, args={"n": number})
    await post.show(kim, rank=Rank.PROMPT)
    await post.sender().drain()
    order = [call.chat_id for call in post.telegram.log.deliveries()]
    assert order.index(kim.id) <= 1
    assert post.telegram.log.rate_limited() == []
