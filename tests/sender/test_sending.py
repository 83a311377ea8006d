"""What goes out, in which order, and what becomes of it when all is well."""

import asyncio
from datetime import timedelta

from care.delivery import say
from care.delivery.say import NotYet, Unwanted
from db.delivery import outbox, sending
from db.delivery.outbox import Rank
from programme.schedule.reason_code import ReasonCode
from tests.sender.post_office import Post


async def test_a_screen_is_sent_and_knows_its_message(post: Post) -> None:
    """What was put down arrives once, and its screen knows the message it stands in."""
    sam = await post.phone()
    screen_id = await post.show(sam, "welcome")
    assert await post.sender().drain() == 1
    assert await post.states(sam) == ["delivered"]
    assert (await post.screen(screen_id)).message_id == sam.sees("welcome").id
    assert post.telegram.log.strictness() == []
    assert await post.sender().drain() == 0


async def test_an_edit_waits_for_its_sending(post: Post) -> None:
    """An edit of a screen that has not gone yet is part of its sending; a later one edits the same message."""
    sam = await post.phone()
    sender = post.sender()
    screen_id = await post.show(sam, "before")
    post.words[screen_id] = "after"
    await post.does(say.refresh, screen_id)
    assert await sender.drain() == 1
    assert await post.states(sam) == ["delivered", "cancelled(newer)"]
    post.words[screen_id] = "later"
    await post.does(say.refresh, screen_id)
    await sender.drain()
    assert [call.method for call in post.telegram.log.effects(sam.id)] == ["sendMessage", "editMessageText"]
    sam.sees("later")


async def test_an_edit_waits_while_its_sending_may_not_go_yet(post: Post) -> None:
    """As long as a screen is held back, so is every edit of it, whatever its rank."""
    sam = await post.phone()
    later = post.clock.now() + timedelta(minutes=5)
    screen_id = await post.show(sam, "prompt", rank=Rank.PROMPT, not_before=later)
    await post.does(say.refresh, screen_id)
    sender = post.sender()
    assert await sender.drain() == 0
    post.clock.turn(301)
    assert await sender.drain() == 1
    sam.sees("prompt")


async def test_six_quick_taps_end_in_two_calls(post: Post) -> None:
    """Edits that wait for one screen melt into the newest."""
    sam = await post.phone()
    sender = post.sender()
    screen_id = await post.show(sam, "mood")
    await sender.drain()
    for number in range(6):
        post.words[screen_id] = f"tap {number}"
        person_id = post.ids[sam.id]
        await post.does(outbox.put, person_id, screen_id, "edit")
    assert await sender.drain() <= 2
    assert (await post.states(sam)).count("cancelled(newer)") == 5
    assert (await post.rows(sam))[-1].state.value == "delivered"
    sam.sees("tap 5")


async def test_rank_decides_first_and_then_the_order_in_which_things_were_put_down(post: Post) -> None:
    """A card goes before answers, those before prompts, and strangers are answered after them."""
    phones = [await post.phone(f"P{number}") for number in range(5)]
    ranks = [Rank.STRANGER, Rank.PROMPT, Rank.ANSWER, Rank.ANSWER, Rank.CARD]
    for phone, rank in zip(phones, ranks, strict=True):
        await post.show(phone, rank=rank)
    await post.sender().drain()
    order = [call.chat_id for call in post.telegram.log.deliveries()]
    assert order == [phones[4].id, phones[2].id, phones[3].id, phones[1].id, phones[0].id]


async def test_messages_of_one_chat_keep_their_order(post: Post) -> None:
    """Within a rank the earlier goes first, however many there are."""
    sam = await post.phone()
    for number in range(8):
        await post.show(sam, "line", args={"n": number})
    await post.sender(in_flight=10).drain()
    texts = [call.params["text"] for call in post.telegram.log.deliveries(sam.id)]
    assert texts == [f"line {number}" for number in range(8)]


async def test_a_slow_call_is_not_overtaken_in_its_own_chat(post: Post) -> None:
    """While something is under way to a chat, nothing else starts there, even when the bell rings."""
    sam = await post.phone()
    post.telegram.faults.slow_seconds = (0.2, 0.2)
    post.telegram.faults.fail_next("sendMessage", "slow")
    await post.show(sam, "first")
    sender = post.sender(in_flight=10)
    draining = asyncio.create_task(sender.drain())
    while not sender._calls:  # noqa: ASYNC110 (there is no event for this, and it is a matter of moments)
        await asyncio.sleep(0)
    await post.show(sam, "second")
    post.wakes.outbox.set()
    await draining
    assert [call.params["text"].strip() for call in post.telegram.log.deliveries()] == ["first", "second"]


async def test_what_was_taken_too_long_ago_is_looked_at_afresh(post: Post) -> None:
    """A prompt that waited for six seconds behind a slow call, and is not wanted any more by then, does not go."""
    sam, kim = await post.phone("Sam"), await post.phone("Kim")
    await post.show(sam, rank=Rank.PROMPT)
    second = await post.show(kim, rank=Rank.PROMPT)
    post.telegram.faults.slow_seconds = (0.2, 0.2)
    post.telegram.faults.fail_next("sendMessage", "slow")
    sender = post.sender()
    draining = asyncio.create_task(sender.drain())
    while not sender._calls:  # noqa: ASYNC110 (there is no event for this, and it is a matter of moments)
        await asyncio.sleep(0)
    post.verdicts[second] = Unwanted(ReasonCode.PAUSED)
    post.clock.turn(6)
    assert await draining == 1
    assert await post.states(kim) == ["cancelled(paused)"]


async def test_a_retired_screen_loses_its_buttons(post: Post) -> None:
    """Taking the buttons away is one call, and none where the message lost them already."""
    sam = await post.phone()
    sender = post.sender()
    screen_id = await post.show(sam, "old")
    await sender.drain()
    await post.does(say.retire, screen_id)
    await sender.drain()
    assert sam.sees("old").buttons == ()
    await post.does(outbox.put, post.ids[sam.id], screen_id, "strip", rank=Rank.STRIP)
    assert await sender.drain() == 0
    assert await post.states(sam) == ["delivered", "delivered", "cancelled(no-buttons)"]


async def test_a_message_without_buttons_is_left_as_it_is(post: Post) -> None:
    """To take buttons away where there are none is no call, and not put down; with an edit that brings some it is."""
    sam, sender = await post.phone(), post.sender()
    plain, dressed = await post.show(sam, "plain"), await post.show(sam, "dressed")
    post.plain = {plain, dressed}
    await sender.drain()
    post.plain = {plain}
    await post.does(say.refresh, dressed)
    await sender.drain()
    assert sam.sees("dressed").labels == ["Tap me"]
    for screen_id in (plain, dressed):
        await post.does(say.retire, screen_id)
    assert [row.screen_id for row in await post.rows(sam) if row.verb == "strip"] == [dressed]
    assert await sender.drain() == 1
    assert sam.sees("dressed").buttons == ()


async def test_a_screen_retired_while_it_is_on_its_way_loses_what_buttons_it_has(post: Post) -> None:
    """Whether it has any is known once it has arrived."""
    sam, sender = await post.phone(), post.sender()
    post.telegram.faults.slow_seconds = (0.2, 0.2)
    for name in ("plain", "dressed"):
        screen_id = await post.show(sam, name)
        post.plain |= {screen_id} if name == "plain" else set()
        post.telegram.faults.fail_next("sendMessage", "slow")
        draining = asyncio.create_task(sender.drain())
        while not sender._calls:  # noqa: ASYNC110 (there is no event for this, and it is a matter of moments)
            await asyncio.sleep(0)
        await post.does(say.retire, screen_id)
        await draining
        await sender.drain()
    assert [row.reason for row in await post.rows(sam) if row.verb == "strip"] == ["no-buttons", None]
    assert sam.sees("dressed").buttons == ()


async def test_a_screen_retired_before_it_went_has_no_buttons(post: Post) -> None:
    """What is not live any more is sent without buttons, in one call."""
    sam = await post.phone()
    screen_id = await post.show(sam, "old")
    await post.does(say.retire, screen_id)
    assert await post.sender().drain() == 1
    assert sam.sees("old").buttons == ()


async def test_a_menu_is_set(post: Post) -> None:
    """A menu row sets the person's commands in their chat."""
    sam = await post.phone()
    await post.does(outbox.put, post.ids[sam.id], None, "menu")
    await post.sender().drain()
    assert sam.commands == ["help"]
    assert await post.states(sam) == ["delivered"]


async def test_a_screen_with_nothing_to_say_is_cancelled(post: Post) -> None:
    """Where there is nothing to say any more, nothing is sent, and no later edit brings it back."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT)
    post.words[screen_id] = None
    sender = post.sender()
    assert await sender.drain() == 0
    assert post.given_up == [(screen_id, "gone")]
    post.words[screen_id] = "back"
    await post.does(say.refresh, screen_id)
    assert await sender.drain() == 0
    assert await post.states(sam) == ["cancelled(gone)", "cancelled(never-sent)"]


async def test_prompts_are_looked_at_once_more_and_answers_are_not(post: Post) -> None:
    """An unwanted prompt is cancelled and given up in the same commit; an answer is never asked about."""
    sam = await post.phone()
    prompt = await post.show(sam, "prompt", rank=Rank.PROMPT)
    answer = await post.show(sam, "answer")
    post.verdicts = {prompt: Unwanted(ReasonCode.PAUSED), answer: Unwanted(ReasonCode.PAUSED)}
    assert await post.sender().drain() == 1
    assert await post.states(sam) == ["cancelled(paused)", "delivered"]
    assert post.given_up == [(prompt, "paused")]
    assert not (await post.screen(prompt)).live


async def test_a_prompt_that_may_not_go_yet_goes_later(post: Post) -> None:
    """ "Not yet" moves the row, and its time comes."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT)
    post.verdicts[screen_id] = NotYet(post.clock.now() + timedelta(hours=1))
    sender = post.sender()
    assert await sender.drain() == 0
    post.verdicts.clear()
    post.clock.turn(3599)
    assert await sender.drain() == 0
    post.clock.turn(1)
    assert await sender.drain() == 1


async def test_what_is_too_late_is_not_sent(post: Post) -> None:
    """After `not_after` a prompt is cancelled and recorded as ours to have missed."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT, not_after=post.clock.now() + timedelta(minutes=1))
    post.clock.turn(60)
    assert await post.sender().drain() == 0
    assert await post.states(sam) == ["cancelled(late)"]
    assert post.given_up == [(screen_id, "late")]


async def test_a_clock_set_back_does_not_hold_what_was_due(post: Post) -> None:
    """An answer put down before the clock was set back by a day goes at once all the same."""
    sam = await post.phone()
    await post.show(sam)
    post.clock.step_wall(-86400)
    assert await post.sender().drain() == 1


async def test_a_token_is_forgotten_once_its_link_was_shown(post: Post) -> None:
    """The secret of an invite link stays as long as the row waits, and not a moment longer."""
    sam = await post.phone()
    screen_id = await post.show(sam, "invite_link", args={"token": "secret", "invite_id": 3})
    assert "token" in (await post.screen(screen_id)).args
    await post.sender().drain()
    assert dict((await post.screen(screen_id)).args) == {"invite_id": 3}


async def test_a_tap_is_a_receipt(post: Post) -> None:
    """A tap on a message whose sending was hidden delivers it, and the pending resend is dropped."""
    sam = await post.phone()
    screen_id = await post.show(sam, args={"token": "secret"})
    post.telegram.faults.fail_next("sendMessage", "502")
    sender = post.sender()
    await sender.drain()
    assert await post.states(sam) == ["waiting"]
    message_id = sam.taps("Tap me")
    await post.does(sending.receipt, screen_id, message_id)
    post.clock.turn(60)
    assert await sender.drain() == 0
    assert await post.states(sam) == ["delivered(receipt)"]
    assert (await post.screen(screen_id)).message_id == message_id
    assert post.arrived == [], "the doorway tells of what a tap proves"
    assert dict((await post.screen(screen_id)).args) == {}


async def test_a_broken_screen_holds_nobody_up(post: Post) -> None:
    """A screen that raises is tried three times and then refused; everybody else's goes meanwhile."""
    sam, kim = await post.phone("Sam"), await post.phone("Kim")
    broken = await post.show(sam, rank=Rank.PROMPT)
    await post.show(kim, "fine", rank=Rank.PROMPT)
    post.words[broken] = "raise"
    sender = post.sender()
    for _ in range(3):
        await sender.drain()
        kim.sees("fine")
        post.clock.turn(11)
    assert await post.states(sam) == ["refused(broken)"]
    assert post.given_up == [(broken, "broken")]


async def test_deleting_takes_both_messages_or_says_that_it_could_not(post: Post) -> None:
    """The message of the screen goes with the person's own; where Telegram refuses, a note says so."""
    sam = await post.phone()
    sender = post.sender()
    for hours in (1, 49):
        own = sam.writes("words")
        screen_id = await post.show(sam, "card", args={"wrote": own.id})
        await sender.drain()
        post.clock.turn(hours * 3600)
        await post.does(outbox.put, post.ids[sam.id], screen_id, "delete")
        await sender.drain()
        await sender.drain()
    assert await post.states(sam) == [
        "delivered", "delivered", "delivered", "refused(message-can-t-be-deleted-for-eve)", "delivered"
    ]  # fmt: skip
    left = [bubble.text.split()[0] for bubble in sam.messages]
    assert (left.count("words"), left.count("card")) == (1, 1)
    sam.sees("note")
