"""Sending, editing and deleting, and what is said where it cannot be."""

import struct

import pytest
from aiohttp import FormData

from simulator import Phone, Simulator
from simulator.phone import PIXEL
from tests.simulator.raw_api import HandClock, RawApi

BUTTONS = {"inline_keyboard": [[{"text": "OK", "callback_data": "ok"}]]}


async def test_a_message_arrives(api: RawApi, sam: Phone, clock: HandClock) -> None:
    """What was sent is on the phone, dated by the clock."""
    clock.turn(hours=2)
    sent = await api.call("sendMessage", chat_id=sam.id, text="Hello <3")
    assert sent["date"] == clock.now().timestamp()
    bubble = sam.sees("Hello <3")
    assert (bubble.id, bubble.date, bubble.html) == (sent["message_id"], clock.now(), "Hello &lt;3")


async def test_somebody_who_never_wrote_cannot_be_written_to(api: RawApi, sim: Simulator) -> None:
    """The bot cannot begin."""
    answer = await api.refusal("sendMessage", chat_id=sim.phone("Jo").id, text="Hi")
    assert answer == "403 Forbidden: bot can't initiate conversation with a user"


async def test_a_block_and_a_deleted_account_are_told(api: RawApi, sam: Phone) -> None:
    """403 with its reason."""
    sam.blocks()
    assert await api.refusal("sendMessage", chat_id=sam.id, text="Hi") == "403 Forbidden: bot was blocked by the user"
    sam.unblocks()
    await api.call("sendMessage", chat_id=sam.id, text="Hi")
    sam.deletes_account()
    assert await api.refusal("sendMessage", chat_id=sam.id, text="Hi") == "403 Forbidden: user is deactivated"


async def test_an_edit_changes_words_and_buttons(api: RawApi, sam: Phone) -> None:
    """An edit without reply_markup takes the buttons off; the buttons alone can change too."""
    sent = await api.call("sendMessage", chat_id=sam.id, text="One", reply_markup=BUTTONS)
    where = {"chat_id": sam.id, "message_id": sent["message_id"]}
    edited = await api.call("editMessageText", **where, text="Two")
    assert (edited["text"], "reply_markup" in edited, "edit_date" in edited) == ("Two", False, True)
    await api.call("editMessageReplyMarkup", **where, reply_markup=BUTTONS)
    assert (sam.sees("Two").labels, sam.sees("Two").edited) == (["OK"], True)


async def test_the_same_again_is_refused(api: RawApi, sam: Phone) -> None:
    """Same words and same buttons are "not modified"; tags that come to the same count as the same."""
    sent = await api.call("sendMessage", chat_id=sam.id, text="<b>One</b>", parse_mode="HTML", reply_markup=BUTTONS)
    where = {"chat_id": sam.id, "message_id": sent["message_id"], "reply_markup": BUTTONS}
    answer = await api.refusal("editMessageText", **where, text="<strong>One</strong>", parse_mode="HTML")
    assert answer.startswith("400 Bad Request: message is not modified: specified new message content")
    assert "message is not modified" in await api.refusal("editMessageReplyMarkup", **where)


async def test_other_peoples_messages_cannot_be_edited(api: RawApi, sam: Phone) -> None:
    """Nor can one that is not there, nor the caption of one without."""
    own = sam.writes("mine")
    refuse = api.refusal
    assert await refuse("editMessageText", chat_id=sam.id, message_id=own.id, text="x") == (
        "400 Bad Request: message can't be edited"
    )
    assert await refuse("editMessageText", chat_id=sam.id, message_id=999, text="x") == (
        "400 Bad Request: message to edit not found"
    )
    sent = await api.call("sendMessage", chat_id=sam.id, text="Hi")
    where = {"chat_id": sam.id, "message_id": sent["message_id"]}
    assert await refuse("editMessageCaption", **where, caption="x") == (
        "400 Bad Request: there is no caption in the message to edit"
    )


async def test_a_message_can_be_deleted_for_48_hours(api: RawApi, sam: Phone, clock: HandClock) -> None:
    """A deleted message is gone; an old one stays."""
    first = await api.call("sendMessage", chat_id=sam.id, text="One")
    second = await api.call("sendMessage", chat_id=sam.id, text="Two")
    await api.call("deleteMessage", chat_id=sam.id, message_id=first["message_id"])
    assert [bubble.text for bubble in sam.unseen] == ["Two"]
    gone = await api.refusal("deleteMessage", chat_id=sam.id, message_id=first["message_id"])
    assert gone == "400 Bad Request: message to delete not found"
    clock.turn(hours=48)
    old = await api.refusal("deleteMessage", chat_id=sam.id, message_id=second["message_id"])
    assert old == "400 Bad Request: message can't be deleted for everyone"


def of_size(width: int, height: int) -> bytes:
    """A PNG that says it is that large."""
    return PIXEL[:16] + struct.pack(">II", width, height) + PIXEL[24:]


def upload(kind: str, name: str, content: bytes, **fields: str) -> FormData:
    """A multipart body with one file."""
    form = FormData(fields)
    form.add_field(kind, content, filename=name)
    return form


async def test_a_picture_arrives_and_can_be_fetched_again(api: RawApi, sam: Phone, sim: Simulator) -> None:
    """A photo goes up by multipart, is shown, and comes down by getFile with the same bytes."""
    form = upload("photo", "a.png", PIXEL, chat_id=str(sam.id), caption="<b>Look</b>", parse_mode="HTML")
    answer = await api.session.post(api.url("sendPhoto"), data=form)
    size = (await answer.json())["result"]["photo"][-1]
    photo = sam.sees("Look").photo
    assert photo is not None
    assert (photo.content, size["width"], size["height"]) == (PIXEL, 1, 1)
    path = (await api.call("getFile", file_id=size["file_id"]))["file_path"]
    down = await api.session.get(f"{sim.base_url}/file/bot{sim.token}/{path}")
    assert await down.read() == PIXEL
    again = await api.call("sendPhoto", chat_id=sam.id, photo=size["file_id"])
    assert again["photo"][-1]["file_id"] == size["file_id"]


async def test_a_file_needs_its_own_token(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """A download with another token is refused, and so is a path that is not there."""
    sam.sends_photo()
    for token, status in (("1:x", 401), (sim.token, 404)):
        answer = await api.session.get(f"{sim.base_url}/file/bot{token}/photos/none.png")
        assert answer.status == status


@pytest.mark.parametrize(
    ("content", "caption", "why"),
    [
        (b"not a picture", "", "IMAGE_PROCESS_FAILED"),
        (b"", "", "file must be non-empty"),
        (PIXEL, "x" * 1025, "message caption is too long"),
        (of_size(9000, 1001), "", "PHOTO_INVALID_DIMENSIONS"),
        (of_size(2100, 100), "", "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_bad_picture_is_refused(api: RawApi, sam: Phone, content: bytes, caption: str, why: str) -> None:
    """No picture, no bytes, too many words, too large or too long."""
    form = upload("photo", "a.png", content, chat_id=str(sam.id), caption=caption)
    answer = await api.session.post(api.url("sendPhoto"), data=form)
    assert (await answer.json())["description"] == f"Bad Request: {why}"


async def test_a_document_and_its_caption(api: RawApi, sam: Phone) -> None:
    """A document keeps its name, its caption can change, and its file too."""
    form = upload("document", "week.csv", b"a,b", chat_id=str(sam.id), caption="x" * 1024)
    sent = (await (await api.session.post(api.url("sendDocument"), data=form)).json())["result"]
    where = {"chat_id": str(sam.id), "message_id": str(sent["message_id"])}
    await api.call("editMessageCaption", **where, caption="Your week")
    bubble = sam.sees("Your week")
    assert bubble.document is not None
    assert (bubble.document.name, bubble.document.content) == ("week.csv", b"a,b")
    media = '{"type":"photo","media":"attach://pic","caption":"A picture of it"}'
    form = upload("pic", "a.png", PIXEL, **where, media=media)
    assert (await api.session.post(api.url("editMessageMedia"), data=form)).status == 200
    assert sam.sees("A picture").photo is not None


async def test_words_may_become_a_picture_and_never_the_other_way_round(api: RawApi, sam: Phone) -> None:
    """editMessageMedia puts a picture in the place of words; a picture has no text to edit."""
    sent = await api.call("sendMessage", chat_id=sam.id, text="Words")
    where = {"chat_id": str(sam.id), "message_id": str(sent["message_id"])}
    form = upload("photo", "a.png", PIXEL, **where, media='{"type":"photo","media":"attach://photo","caption":"Look"}')
    assert (await api.session.post(api.url("editMessageMedia"), data=form)).status == 200
    bubble = sam.sees("Look")
    assert bubble.photo is not None
    assert bubble.id == sent["message_id"]
    refusal = await api.refusal("editMessageText", **where, text="Words")
    assert refusal == "400 Bad Request: there is no text in the message to edit"


async def test_a_tap_is_answered_once_and_in_time(api: RawApi, sam: Phone, clock: HandClock) -> None:
    """The word is shown over the screen; a second answer, a late one and an unknown id are too old."""
    await api.call("sendMessage", chat_id=sam.id, text="Hi", reply_markup=BUTTONS)
    sam.taps("OK")
    assert sam.is_waiting
    [update] = await api.call("getUpdates", offset=-1)
    query = update["callback_query"]
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("ok", "Hi", sam.id)
    await api.call("answerCallbackQuery", callback_query_id=query["id"], text="Thanks")
    assert (sam.toast, sam.is_waiting) == ("Thanks", False)
    twice = await api.refusal("answerCallbackQuery", callback_query_id=query["id"])
    sam.taps("OK")
    clock.turn(seconds=61)
    late = await api.refusal("answerCallbackQuery", callback_query_id=sam.query.id if sam.query else "")
    unknown = await api.refusal("answerCallbackQuery", callback_query_id="77")
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert [twice, late, unknown] == [too_old] * 3


async def test_a_reply_points_at_its_message(api: RawApi, sam: Phone) -> None:
    """reply_parameters names a message that is there, or the call is refused."""
    own = sam.writes("mine")
    sent = await api.call("sendMessage", chat_id=sam.id, text="Yes", reply_parameters={"message_id": own.id})
    assert sent["reply_to_message"]["text"] == "mine"
    answer = await api.refusal("sendMessage", chat_id=sam.id, text="Yes", reply_parameters={"message_id": 999})
    assert answer == "400 Bad Request: message to be replied not found"
