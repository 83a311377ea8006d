"""What a client received: written down with the delivery, once a message, and for as long as the client is here."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from care.delivery import say
from care.people.retention import retention
from db.delivery import outbox
from db.people import clients, erasing
from db.tables import received
from programme.practice.techniques import packed
from simulator.phone import Phone
from tests.sender.post_office import Post

MONDAY = date(2026, 11, 2)
ONE, TWO = packed(["BS6"]), packed(["BM7", "RC10"])


@pytest.fixture
async def sam(post: Post) -> Phone:
    """A client."""
    lee, sam = await post.phone("Lee"), await post.phone("Sam")
    await post.does(clients.add_practitioner, post.ids[lee.id])
    await post.does(clients.join, post.ids[sam.id], post.ids[lee.id])
    return sam


async def kept(post: Post) -> list[tuple[int, date, int, int]]:
    """Person, week, screen, techniques."""
    rows = await post.database.read(lambda tx: tx.run(select(received).order_by(received.c.week, received.c.screen_id)))
    return [tuple(row) for row in rows]


async def shown(post: Post, phone: Phone, techniques: int = ONE) -> int:
    """A message with these techniques is put down."""
    screen_id = await post.show(phone)
    post.techniques[screen_id] = techniques
    return screen_id


async def test_what_was_delivered_was_received(post: Post, sam: Phone) -> None:
    """Once, in the week it came; a message without a technique leaves nothing."""
    screen_id = await shown(post, sam)
    await shown(post, sam, 0)
    sender = post.sender()
    await sender.drain()
    post.clock.turn(2)
    await sender.drain()
    assert await kept(post) == [(post.ids[sam.id], MONDAY, screen_id, ONE)]


async def test_an_edit_adds_what_is_new(post: Post, sam: Phone) -> None:
    """New text in the same message counts too; the same text once more does not; next week is another week."""
    screen_id = await shown(post, sam)
    sender = post.sender()
    await sender.drain()
    for techniques in (ONE, TWO, TWO):
        post.techniques[screen_id] = techniques
        post.words[screen_id] = f"words {techniques}"
        post.clock.turn(2)
        await post.does(say.refresh, screen_id)
        await sender.drain()
    assert await kept(post) == [(post.ids[sam.id], MONDAY, screen_id, ONE | TWO)]
    post.clock.turn(timedelta(days=7).total_seconds())
    await post.does(outbox.put, post.ids[sam.id], screen_id, "edit")
    await sender.drain()
    assert (await kept(post))[1:] == [(post.ids[sam.id], MONDAY + timedelta(days=7), screen_id, TWO)]


@pytest.mark.parametrize("fault", ["500", "reset_after", "hang_after"])
async def test_a_resend_does_not_count_twice(post: Post, sam: Phone, fault: str) -> None:
    """The network hid the answer, so it went twice: it was received once."""
    screen_id = await shown(post, sam)
    post.telegram.faults.fail_next("sendMessage", fault)
    sender = post.sender()
    await sender.drain()
    assert await kept(post) == []
    post.clock.turn(1)
    await sender.drain()
    assert await kept(post) == [(post.ids[sam.id], MONDAY, screen_id, ONE)]


async def test_what_did_not_arrive_was_not_received(post: Post, sam: Phone) -> None:
    """Blocked, or not wanted any more."""
    await shown(post, sam)
    sam.blocks()
    await post.sender().drain()
    assert await kept(post) == []


async def test_who_is_no_client_receives_nothing(post: Post) -> None:
    """A practitioner, a supporter or a stranger is nobody's record."""
    kim = await post.phone("Kim")
    await shown(post, kim)
    await post.sender().drain()
    assert await post.states(kim) == ["delivered"]
    assert await kept(post) == []


async def test_it_outlives_the_outbox_and_goes_with_its_person(post: Post, sam: Phone) -> None:
    """Ninety days on the outbox is empty and this is not; erasing the person takes it."""
    await shown(post, sam)
    await post.sender().drain()
    post.clock.turn(timedelta(days=100).total_seconds())
    await post.does(retention)
    assert await post.rows(sam) == []
    assert len(await kept(post)) == 1
    await post.does(erasing.forget_accounts, {post.ids[sam.id]: sam.id})
    assert await kept(post) == []
