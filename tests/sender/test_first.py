"""Who goes first: a card, answers, prompts, strangers, old buttons; whatever waits, and whatever was taken already."""

import asyncio
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sending.api import ApiCall
from bot.sending.buffer import SendBuffer
from bot.sending.build_call import Ready
from care.delivery import say
from db.delivery.outbox import OutboxRow, OutboxState, Rank
from simulator.limits import EDITS, SENDS
from tests.sender.post_office import START, Post


def ready(number: int, rank: Rank, chat: int) -> Ready:
    """A row of that rank that was taken for that chat."""
    row = OutboxRow(
        number, None, chat, None, "send", rank, OutboxState.SENDING, None, START, START, None, 1, 0, 1, None
    )
    return Ready(row, chat, ApiCall("sendMessage", {}))


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_waits_goes_by_rank_and_then_as_it_was_put_down(post: Post, seed: int) -> None:
    """Any mix of rows of many people, strips of old messages among them."""
    chance = random.Random(seed)
    phones = [await post.phone(f"P{number}", known=chance.random() < 0.6) for number in range(24)]
    old = [await post.show(phone, "old", rank=Rank.CARD) for phone in phones]
    sender = post.sender()
    await sender.drain()
    post.clock.turn(5)
    chance.shuffle(phones)
    expected = []
    for number, phone in enumerate(phones):
        rank = chance.choice(list(Rank))
        if rank is Rank.STRIP:
            await post.does(say.retire, old[post.ids[phone.id] - 1])
        else:
            await post.show(phone, rank=rank)
        [row] = [one for one in await post.rows(phone) if one.state is OutboxState.WAITING]
        expected.append((row.rank, number, phone.id))
    since = len(post.telegram.log.entries)
    await sender.drain()
    calls = [one for one in post.telegram.log.calls()[-len(phones) :] if one.method in SENDS | EDITS]
    assert [one.chat_id for one in calls] == [phone_id for *_, phone_id in sorted(expected)]
    assert len(post.telegram.log.entries) > since


@given(st.lists(st.tuples(st.sampled_from(Rank), st.integers(1, 6)), min_size=1, max_size=60), st.data())
def test_the_buffer_gives_the_most_urgent_one_a_chat(rows: list[tuple[Rank, int]], data: st.DataObject) -> None:
    """However rows come and go, and what is overtaken in its own chat comes off."""
    buffer, there = SendBuffer(10, 29.7), dict[int, Ready]()
    for number, (rank, chat) in enumerate(rows):
        new = ready(number, rank, chat)
        assert buffer.put([new], 0.0) == ([there[chat]] if chat in there else [])
        there[chat] = new
        if data.draw(st.booleans()):
            first = min(there.values(), key=lambda one: (one.row.rank, one.row.id))
            assert buffer.first is first.row.rank
            assert buffer.pop(0.0) == (first, True)
            del there[first.chat]
    assert len(buffer) == len(there)


async def test_a_card_overtakes_what_was_taken_for_the_same_chat(post: Post) -> None:
    """A stranger's answer that lies ready goes after the card for the same stranger."""
    phones = [await post.phone(f"P{number}", known=False) for number in range(40)]
    for phone in phones:
        await post.show(phone)
    sender = post.sender()
    draining = asyncio.create_task(sender.drain())
    await post.telegram.until(lambda: len(post.telegram.log.deliveries()) >= 10)
    last = max(sender._buffer, key=lambda one: one.row.id).chat
    [kim] = [phone for phone in phones if phone.id == last]
    await post.show(kim, "card", rank=Rank.CARD)
    post.wakes.outbox.set()
    already = len(post.telegram.log.deliveries())
    await draining
    said = [call.params["text"] for call in post.telegram.log.deliveries(kim.id)]
    assert said == ["card ", "note "]
    assert [call.params["text"] for call in post.telegram.log.deliveries()].index("card ") - already <= 4


async def test_a_stranger_has_one_answer_waiting(post: Post) -> None:
    """A newer answer takes the place of one that still waits; a card and what others wait for stay."""
    ann, lee = await post.phone("Ann", known=False), await post.phone("Lee")
    for name in ("first", "second"):
        for phone in (ann, lee):
            await post.show(phone, name)
        post.clock.turn(1)
    await post.show(ann, "card", rank=Rank.CARD)
    await post.show(ann, "third")
    assert await post.states(ann) == ["cancelled(newer)", "cancelled(newer)", "waiting", "waiting"]
    assert await post.states(lee) == ["waiting", "waiting"]
    assert [row.rank for row in await post.rows(ann)][1:] == [Rank.STRANGER, Rank.CARD, Rank.STRANGER]
    await post.sender().drain()
    assert [call.params["text"] for call in post.telegram.log.deliveries(ann.id)] == ["card ", "third "]


async def test_a_card_that_was_asked_for_is_a_card(post: Post) -> None:
    """Whoever asks whom to call is not kept waiting either, as a new message or in one that is there."""
    ann = await post.phone("Ann", known=False)
    screen_id = await post.show(ann, "note")
    await post.sender().drain()
    await post.show(ann, "crisis")
    await post.does(say.become, screen_id, "crisis")
    assert [row.rank for row in await post.rows(ann)] == [Rank.STRANGER, Rank.CARD, Rank.CARD]


async def test_while_telegram_is_slow_a_lane_is_free_for_a_card(post: Post) -> None:
    """While eight of ten calls are on their way no prompt goes beside them; an answer and a card may."""
    for number in range(12):
        await post.show(await post.phone(f"P{number}"), rank=Rank.PROMPT)
    post.telegram.faults.slow_seconds, post.telegram.faults.rates["slow"] = (0.25, 0.25), 1.0
    sender = post.sender(in_flight=10)
    draining, most = asyncio.create_task(sender.drain()), 0
    while not draining.done():
        await asyncio.sleep(0.01)
        most = max(most, len(sender._calls))
        if len(sender._calls) == 8:
            lanes = [rank for rank in Rank if sender._calls.has_lane(rank)]
            assert lanes == [Rank.CARD, Rank.ANSWER]
    assert most <= 8
