"""Screens with a picture: drawn beside everything else, sent and edited as photos, and as sure to arrive as words."""

import asyncio
import struct
import threading
from dataclasses import replace

import pytest

import bot.sending.in_flight
from bot.kit.screen import AS_IT_STANDS, BarsPicture, GridPicture, Picture
from care.delivery import say
from db.delivery import outbox, sending
from db.delivery.sending import MAX_AMBIGUOUS
from simulator.params import Upload
from simulator.phone import Phone
from tests.sender.post_office import Post

WHEN = GridPicture("When", ("Mon", "Tue"), ("Morning", "Night"), ((1, 0), (2, 3)))
WHAT = BarsPicture("What", (("Going on", (("Stress", 4), ("A drink", 1))),))
BROKEN = replace(WHEN, counts=())
HIDDEN = ["502", "bad_json", "reset_after", "hang_after"]
NOTHING_HAPPENED = ["500", "reset_before", "hang_before", "429"]


async def shown(post: Post, phone: Phone, picture: Picture = WHEN) -> int:
    """A screen with a picture is put down for that phone; the screen's id."""
    screen_id = await post.show(phone, "picture")
    post.pictures[screen_id] = picture
    return screen_id


def seen(phone: Phone, part: str = "picture") -> Upload:
    """The picture on the newest message with these words in it."""
    photo = phone.sees(part).photo
    assert photo is not None
    return photo


def methods(post: Post, phone: Phone) -> list[str]:
    """The calls that changed something on that phone."""
    return [call.method for call in post.telegram.log.effects(phone.id)]


async def test_a_picture_goes_with_its_words_and_buttons(post: Post) -> None:
    """It arrives as a photo 1080 pixels wide, the words as its caption, and the screen knows its message."""
    sam = await post.phone()
    screen_id = await shown(post, sam)
    await post.sender().drain()
    photo = seen(sam)
    assert photo.content_type == "image/png"
    assert struct.unpack(">I", photo.content[16:20]) == (1080,)
    assert sam.sees("picture").labels == ["Tap me"]
    assert (await post.screen(screen_id)).message_id == sam.sees("picture").id
    assert methods(post, sam) == ["sendPhoto"]
    assert post.telegram.log.strictness() == []


async def test_one_picture_becomes_another_in_its_message(post: Post) -> None:
    """An edit puts the other picture, its words and buttons in the place of the first."""
    sam = await post.phone()
    screen_id = await shown(post, sam)
    sender = post.sender()
    await sender.drain()
    first = seen(sam)
    post.pictures[screen_id], post.words[screen_id] = WHAT, "what it was"
    await post.does(say.refresh, screen_id)
    await sender.drain()
    assert seen(sam, "what it was").content != first.content
    assert methods(post, sam) == ["sendPhoto", "editMessageMedia"]
    assert len(sam.messages) == 2, "Start, and one message of ours"
    assert post.telegram.log.strictness() == []


async def test_words_under_a_picture_change_alone(post: Post) -> None:
    """Where the picture is to stay as it stands, its caption and buttons change; retired, the buttons go."""
    sam = await post.phone()
    screen_id = await shown(post, sam)
    sender = post.sender()
    await sender.drain()
    first = seen(sam)
    post.pictures[screen_id], post.words[screen_id] = AS_IT_STANDS, "other words"
    await post.does(say.refresh, screen_id)
    await sender.drain()
    assert seen(sam, "other words").content == first.content
    await post.does(say.retire, screen_id)
    await sender.drain()
    assert sam.sees("other words").buttons == ()
    assert methods(post, sam) == ["sendPhoto", "editMessageCaption", "editMessageReplyMarkup"]


async def test_words_that_take_a_pictures_place_are_sent_below(post: Post) -> None:
    """Telegram turns no photo into words: what was an edit is sent anew, once, and stands there from then on."""
    sam = await post.phone()
    screen_id = await shown(post, sam)
    sender = post.sender()
    await sender.drain()
    photo = sam.sees("picture").id
    del post.pictures[screen_id]
    post.words[screen_id] = "words alone"
    await post.does(say.refresh, screen_id)
    await sender.drain()
    assert methods(post, sam) == ["sendPhoto", "sendMessage"]
    assert (await post.screen(screen_id)).message_id == sam.sees("words alone").id != photo
    assert await post.states(sam) == ["delivered", "delivered"]


async def test_a_picture_that_was_never_sent_has_words_alone(post: Post) -> None:
    """What was to stand under a picture goes as a message where there is no picture."""
    sam = await post.phone()
    screen_id = await post.show(sam, "picture")
    post.pictures[screen_id] = AS_IT_STANDS
    await post.sender().drain()
    assert methods(post, sam) == ["sendMessage"]


@pytest.mark.parametrize("fault", HIDDEN)
async def test_a_hidden_answer_sends_a_picture_once_more(post: Post, fault: str) -> None:
    """It may stand there twice, and never oftener than the network hid an answer."""
    sam = await post.phone()
    await shown(post, sam)
    post.telegram.faults.fail_next("sendPhoto", fault)
    sender = post.sender()
    await sender.drain()
    assert await post.states(sam) == ["waiting"]
    post.clock.turn(60)
    await sender.drain()
    assert await post.states(sam) == ["delivered"]
    assert len(post.telegram.log.deliveries(sam.id)) == 1 + len(post.telegram.log.hidden_answers(sam.id)) == 2


@pytest.mark.parametrize("fault", NOTHING_HAPPENED)
async def test_a_picture_that_did_not_arrive_goes_once_more(post: Post, fault: str) -> None:
    """Where nothing happened it stands there once in the end."""
    sam = await post.phone()
    await shown(post, sam)
    post.telegram.faults.fail_next("sendPhoto", fault)
    sender = post.sender()
    await sender.drain()
    post.clock.turn(60)
    await sender.drain()
    assert await post.states(sam) == ["delivered"]
    assert methods(post, sam) == ["sendPhoto"]


async def test_a_picture_is_uncertain_after_as_many_hidden_answers_as_words(post: Post) -> None:
    """Four hidden answers, and it is for the operator to know."""
    sam = await post.phone()
    await shown(post, sam)
    post.telegram.faults.fail_next("sendPhoto", "502", MAX_AMBIGUOUS + 1)
    sender = post.sender()
    for _ in range(MAX_AMBIGUOUS + 1):
        await sender.drain()
        post.clock.turn(60)
    assert await post.states(sam) == ["uncertain(answers-hidden)"]
    assert len(post.telegram.log.deliveries(sam.id)) == MAX_AMBIGUOUS


async def test_a_hidden_edit_of_a_picture_is_made_once_more(post: Post) -> None:
    """The same message shows it in the end, and no second one came of it."""
    sam = await post.phone()
    screen_id = await shown(post, sam)
    sender = post.sender()
    await sender.drain()
    post.pictures[screen_id], post.words[screen_id] = WHAT, "what it was"
    post.telegram.faults.fail_next("editMessageMedia", "reset_after")
    await post.does(say.refresh, screen_id)
    await sender.drain()
    post.clock.turn(60)
    await sender.drain()
    assert await post.states(sam) == ["delivered", "delivered"]
    assert methods(post, sam) == ["sendPhoto", "editMessageMedia", "editMessageMedia"]


async def test_a_tap_under_a_picture_is_a_receipt(post: Post) -> None:
    """It proves that the picture is there, and no second one is sent."""
    sam = await post.phone()
    screen_id = await shown(post, sam)
    post.telegram.faults.fail_next("sendPhoto", "502")
    sender = post.sender()
    await sender.drain()
    await post.does(sending.receipt, screen_id, sam.taps("Tap me"))
    post.clock.turn(60)
    assert await sender.drain() == 0
    assert await post.states(sam) == ["delivered(receipt)"]


async def test_a_picture_that_cannot_be_drawn_holds_nobody_up(post: Post) -> None:
    """It is refused at once, with a reason; what comes after it goes."""
    sam = await post.phone()
    await shown(post, sam, BROKEN)
    await post.show(sam, "fine")
    await post.sender().drain()
    assert await post.states(sam) == ["refused(picture)", "delivered"]
    sam.sees("fine")


async def test_nothing_waits_for_a_picture(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one is drawn the database is free to write, and everybody else's words go."""
    drawing, done = threading.Event(), threading.Event()

    def slowly(picture: Picture) -> bytes:
        drawing.set()
        assert done.wait(60)
        return painted(picture)

    painted = bot.sending.in_flight._png
    monkeypatch.setattr(bot.sending.in_flight, "_png", slowly)
    sam, kim = await post.phone("Sam"), await post.phone("Kim")
    await shown(post, sam)
    draining = asyncio.create_task(post.sender(in_flight=10).drain())
    await asyncio.to_thread(drawing.wait, 60)
    await post.show(kim, "meanwhile")
    await post.does(outbox.put, post.ids[kim.id], None, "menu")
    post.wakes.outbox.set()
    await post.telegram.until(lambda: kim.commands)
    kim.sees("meanwhile")
    assert methods(post, sam) == []
    done.set()
    await draining
    seen(sam)
