"""What becomes of a message when Telegram or the network makes trouble: judged by what truly happened on the phones."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.sending.pace import Rates
from bot.sending.sender import BotNotKnown
from care.delivery import say
from db.delivery import screens, sending, speaking
from db.delivery.outbox import OutboxState, Rank
from db.people import accounts
from db.tables import outbox
from db.tx import Tx
from programme.schedule.reason_code import ReasonCode
from simulator.faults import Faults
from simulator.phone import Phone
from tests.sender.post_office import Post

HIDDEN = ["500", "502", "bad_json", "reset_before", "reset_after", "hang_before", "hang_after"]


@pytest.mark.parametrize("fault", HIDDEN)
async def test_one_hidden_answer_ends_in_delivery(post: Post, fault: str) -> None:
    """A message whose answer was hidden once goes once more: one or two on the phone, never none."""
    sam = await post.phone()
    await post.show(sam)
    post.telegram.faults.fail_next("sendMessage", fault)
    sender = post.sender()
    assert await sender.drain() == 1
    post.clock.turn(1)
    assert await sender.drain() == 1
    (row,) = await post.rows(sam)
    assert (row.state, row.ambiguous, row.attempts) == (OutboxState.DELIVERED, 1, 2)
    assert 1 <= len(post.telegram.log.deliveries(sam.id)) <= 2


async def test_four_hidden_answers_are_uncertain(post: Post) -> None:
    """After the fourth hidden answer nothing goes any more, and it is counted."""
    sam = await post.phone()
    screen_id = await post.show(sam, args={"token": "secret"})
    post.telegram.faults.fail_next("sendMessage", "500", n=10)
    sender = post.sender()
    for _ in range(6):
        await sender.drain()
        post.clock.turn(60)
    (row,) = await post.rows(sam)
    assert (row.state, row.ambiguous, row.attempts) == (OutboxState.UNCERTAIN, 4, 4)
    assert post.counted == [OutboxState.UNCERTAIN]
    assert (await post.screen(screen_id)).args == {}


async def test_a_resend_waits_longer_each_time(post: Post) -> None:
    """1, 2, 4 seconds, by ticks: a clock set back does not stretch them."""
    sam = await post.phone()
    await post.show(sam)
    post.telegram.faults.fail_next("sendMessage", "500", n=3)
    sender = post.sender()
    for pause in (1, 2, 4):
        assert await sender.drain() == 1
        post.clock.step_wall(-86400)
        post.clock.turn(pause - 0.1)
        assert await sender.drain() == 0
        post.clock.turn(0.1)
    assert await sender.drain() == 1
    assert await post.states(sam) == ["delivered"]


async def test_an_outage_does_not_use_up_everybodys_chances(post: Post) -> None:
    """While every answer is hidden one call at a time looks whether things are better."""
    phones = [await post.phone(f"P{number}") for number in range(20)]
    for phone in phones:
        await post.show(phone)
    post.telegram.faults.fail_next("sendMessage", "500", n=10_000)
    sender = post.sender(in_flight=10)
    for _ in range(120):
        await sender.drain()
        post.clock.turn(5)
    assert OutboxState.UNCERTAIN in post.counted
    assert post.counted.count(OutboxState.UNCERTAIN) <= 10
    post.telegram.faults._planned.clear()
    for _ in range(20):
        post.clock.turn(31)
        await sender.drain()
    states = [(await post.states(phone))[0] for phone in phones]
    assert states.count("delivered") >= 10


async def test_nothing_leaves_without_a_connection(post: Post) -> None:
    """Where nobody listens the row keeps waiting, is not counted as hidden, and pauses grow."""
    sam = await post.phone()
    await post.show(sam)
    url = post.telegram.base_url
    port = int(url.rsplit(":", 1)[1])
    await post.telegram.stop()
    sender = post.sender(api=url)
    calls = 0
    for _ in range(64):
        calls += await sender.drain()
        post.clock.turn(1)
    assert calls == 7  # at 0, 1, 3, 7, 15, 31 and 61 seconds
    assert (await post.rows(sam))[0].ambiguous == 0
    await post.telegram.start(port)
    post.clock.turn(27)  # the next try is 30 seconds after the last
    assert await sender.drain() == 1
    assert await post.states(sam) == ["delivered"]


async def test_nothing_goes_to_a_chat_before_its_retry_after(post: Post) -> None:
    """One chat waits its time while another's message goes, whatever the wall clock does."""
    sam, kim = await post.phone("Sam"), await post.phone("Kim")
    await post.show(sam)
    await post.show(kim)
    post.telegram.faults.retry_after = (30, 30)
    post.telegram.faults.fail_next("sendMessage", "429", chat_id=sam.id)
    sender = post.sender()
    await sender.drain()
    kim.sees("note")
    post.clock.step_wall(86400)
    post.clock.turn(29.9)
    assert await sender.drain() == 0
    post.clock.step_wall(-2 * 86400)
    post.clock.turn(0.1)
    assert await sender.drain() == 1
    assert post.telegram.log.violations() == []
    assert (await post.rows(sam))[0].ambiguous == 0


async def test_a_hold_outlives_a_restart(post: Post) -> None:
    """A new sender knows of the hold from the database, and believes it for an hour at most."""
    sam, kim = await post.phone("Sam"), await post.phone("Kim")
    await post.show(sam)
    await post.show(kim)
    post.telegram.faults.retry_after = (50, 50)
    post.telegram.faults.fail_next("sendMessage", "429", chat_id=sam.id)
    first = post.sender()
    await first.drain()
    await first.close()
    await post.does(lambda tx: accounts.set_hold(tx, post.ids[kim.id], tx.now + timedelta(days=3)))
    await post.show(kim)
    second = post.sender()
    post.clock.turn(49)
    assert await second.drain() == 0
    post.clock.turn(50)
    assert await second.drain() == 1
    assert post.telegram.log.violations() == []
    post.clock.turn(3600)
    assert await second.drain() == 1
    assert await post.states(kim) == ["delivered"] * 2


async def test_several_chats_told_to_wait_pause_everybody(post: Post) -> None:
    """Two chats with a 429 mean that it is about us: nobody gets anything until that time is over."""
    phones = [await post.phone(f"P{number}") for number in range(6)]
    for phone in phones:
        await post.show(phone)
    post.telegram.faults.retry_after = (7, 7)
    for phone in phones[:2]:
        post.telegram.faults.fail_next("sendMessage", "429", chat_id=phone.id)
    sender = post.sender()
    assert await sender.drain() == 2
    post.clock.turn(6.9)
    assert await sender.drain() == 0
    post.clock.turn(0.2)
    assert await sender.drain() == 6
    assert [await post.states(phone) for phone in phones] == [["delivered"]] * 6
    assert post.telegram.log.violations() == []


async def test_a_block_is_remembered(post: Post) -> None:
    """A person who blocked the bot is out of reach, and a prompt for them is given up as that."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT)
    sam.blocks()
    await post.sender().drain()
    assert await post.states(sam) == ["blocked(blocked)"]
    assert post.unreachable == [post.ids[sam.id]]
    assert post.given_up == [(screen_id, "blocked")]


async def test_who_blocked_us_is_not_edited_either(post: Post) -> None:
    """A silent change of what is there is no call to somebody who is known to be out of reach."""
    sam = await post.phone()
    screen_id = await post.show(sam, "first")
    sender = post.sender()
    await sender.drain()
    sam.blocks()
    row = await post.screen(screen_id)
    await post.does(post.cannot_reach, post.ids[sam.id])
    await post.does(speaking.put_changes, "edit", [row])
    assert await sender.drain() == 0
    assert await post.states(sam) == ["delivered", "cancelled(blocked)"]


async def test_what_telegram_will_not_take_is_refused_with_its_reason(post: Post) -> None:
    """A text that is no HTML ends at once, with the reason as a code."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT)
    post.words[screen_id] = "<nonsense>"
    await post.sender().drain()
    (state,) = await post.states(sam)
    assert state.startswith("refused(can-t-parse-entities")
    assert post.given_up == [(screen_id, "refused")]


async def deleted_then(post: Post, sam: Phone, put: Callable[..., Any]) -> int:
    """Sam deletes a message, and something about it is put down; the screen's id, once all went that may."""
    sender = post.sender()
    screen_id = await post.show(sam, "first")
    await sender.drain()
    sam.deletes(sam.sees("first"))
    post.words[screen_id] = "second"
    await post.does(put, screen_id)
    await sender.drain()
    return screen_id


async def test_an_edit_of_a_message_that_is_gone_is_sent_anew(post: Post) -> None:
    """What Sam just did comes back below, without a sound, though the message it was in was deleted; also where an
    answer was hidden on the way."""
    sam = await post.phone()
    await post.does(accounts.touch_last_seen, [post.ids[sam.id]])
    sender = post.sender()
    screen_id = await post.show(sam, "first")
    await sender.drain()
    first = sam.sees("first")
    sam.deletes(first)
    post.words[screen_id] = "second"
    await post.does(say.refresh, screen_id)
    post.telegram.faults.fail_next("sendMessage", "500")
    await sender.drain()
    post.clock.turn(4)
    await sender.drain()
    assert (await post.screen(screen_id)).message_id == sam.sees("second").id != first.id
    assert await post.states(sam) == ["delivered"] * 2
    sent = post.telegram.log.calls("sendMessage", sam.id)
    assert [call.params.get("disable_notification") for call in sent] == [None, True, True]


async def put_closing(tx: Tx, screen_id: int) -> None:
    """As the sweep closes a check-in."""
    row = await screens.get(tx, screen_id)
    assert row is not None
    await speaking.put_changes(tx, "edit", [row])


@pytest.mark.parametrize("put", [put_closing, say.refresh])
async def test_what_time_or_others_change_in_a_deleted_message_is_not_sent(post: Post, put: Any) -> None:
    """A closing never is, though Sam was just here; nor what somebody else did, long after Sam was last here."""
    sam = await post.phone()
    if put is put_closing:
        await post.does(accounts.touch_last_seen, [post.ids[sam.id]])
    screen_id = await deleted_then(post, sam, put)
    assert [bubble for bubble in sam.messages if not bubble.from_me] == []
    assert await post.states(sam) == ["delivered", "cancelled(deleted)"]
    row = await post.screen(screen_id)
    assert (row.live, row.message_id) == (False, None)


async def test_a_closing_of_what_never_came_is_not_sent(post: Post) -> None:
    """The question stayed uncertain; its closing rings no phone."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT)
    post.telegram.faults.fail_next("sendMessage", "500", n=4)
    sender = post.sender()
    for _ in range(5):
        await sender.drain()
        post.clock.turn(60)
    seen = len(sam.messages)
    await post.does(put_closing, screen_id)
    await sender.drain()
    assert (await post.states(sam))[1] == "cancelled(no-message)"
    assert len(sam.messages) == seen


async def test_a_wrong_token_stops_the_sender_and_loses_nothing(post: Post) -> None:
    """The error says what to do, and with the right token everything goes out."""
    sam = await post.phone()
    await post.show(sam)
    wrong = post.sender(token="1:wrong")
    with pytest.raises(BotNotKnown, match="ALONGSIDE_BOT_TOKEN"):
        await wrong.drain()
    await wrong.close()
    assert await post.states(sam) == ["waiting"]
    assert await post.sender().drain() == 1


async def test_a_wrong_token_gives_the_role_back(post: Post, unlimited: Rates) -> None:
    """However many calls bring the bad news, whoever comes next sends at once."""
    for number in range(10):
        await post.show(await post.phone(f"P{number}"))
    with pytest.raises(BotNotKnown):
        await post.sender(token="1:wrong", in_flight=10, rates=unlimited).run(asyncio.Event())
    assert await post.sender().drain() == 10


async def deliver_all(post: Post, phones: list[Phone], rates: Rates) -> None:
    """Drains with the time going by, until nothing is open."""
    sender = post.sender(in_flight=10, rates=rates)
    for _ in range(60):
        await sender.drain()
        post.clock.turn(31)
        rows = [row for phone in phones for row in await post.rows(phone)]
        if all(row.ended_at for row in rows):
            return


async def test_no_message_is_lost_or_doubled_beyond_what_was_hidden(post: Post, unlimited: Rates) -> None:
    """With a third of all calls going wrong: deliveries <= 1 + hidden answers, and 'delivered' is true."""
    post.telegram.limiter.limits = None
    phones = [await post.phone(f"P{number}") for number in range(40)]
    for phone in phones:
        await post.show(phone, rank=Rank.PROMPT)
    post.telegram.faults.rates.update(Faults.mixed(seed=0, rate=0.35).rates)
    await deliver_all(post, phones, unlimited)
    for phone in phones:
        (row,) = await post.rows(phone)
        delivered = len(post.telegram.log.deliveries(phone.id))
        assert row.state in (OutboxState.DELIVERED, OutboxState.UNCERTAIN)
        assert delivered <= 1 + row.ambiguous
        assert row.ambiguous <= sending.MAX_AMBIGUOUS
        assert delivered >= 1 or row.state is OutboxState.UNCERTAIN
    assert post.telegram.log.violations() == []


async def test_what_may_have_arrived_is_uncertain_once_nobody_waits_for_it(post: Post) -> None:
    """A screen that is over takes its send along; where the network hid an answer the row is no proof that it did not
    arrive, and a tap on it settles that."""
    sam = await post.phone()
    hidden, surely_not = await post.show(sam), await post.show(sam)

    async def hide(tx: Tx) -> None:
        await tx.run(update(outbox).where(outbox.c.screen_id == hidden).values(attempts=1, ambiguous=1))

    await post.database.write(hide)
    never = await post.does(lambda tx: speaking.cancel_screens(tx, [hidden, surely_not], ReasonCode.CLOSED))
    assert list(never) == [surely_not]
    assert await post.states(sam) == ["uncertain(closed)", "cancelled(closed)"]
    await post.does(sending.receipt, hidden, 77)
    assert await post.states(sam) == ["delivered(receipt)", "cancelled(closed)"]
