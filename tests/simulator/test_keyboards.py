"""Which buttons Telegram takes."""

from typing import Any

import pytest

from simulator import Phone
from simulator.keyboards import read_markup
from simulator.params import ApiRefusal
from tests.simulator.raw_api import RawApi


def inline(**button: Any) -> dict[str, Any]:
    """An inline keyboard with one button."""
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("buttons", "object expected as reply markup"),
        ({"other": 1}, "object expected as reply markup"),
        ({"remove_keyboard": "yes"}, "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": [{"text": "A"}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"inline_keyboard": [["A"]]}, "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (inline(callback_data="a"), "can't parse inline keyboard button: Can't find field \"text\""),
        (
            inline(text="A"),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (inline(text="A", callback_data="a", url="https://a.org"), "BUTTON_TYPE_INVALID"),
        (inline(text="A", callback_data=""), "BUTTON_DATA_INVALID"),
        (inline(text="A", callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (inline(text="A", callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (
            inline(text="A", url="http://localhost"),
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            inline(text="A", url="javascript://a.b"),
            "inline keyboard button URL 'javascript://a.b' is invalid: Unsupported URL protocol",
        ),
        (inline(text="A", copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (inline(text="A", copy_text="x"), "can't parse inline keyboard button: Can't find field \"text\""),
        ({"inline_keyboard": [[{"text": "A", "callback_data": "a"}] * 101]}, "reply markup is too long"),
        ({"keyboard": [[{"no": "text"}]]}, "can't parse keyboard button: Can't find field \"text\""),
    ],
)
def test_bad_buttons_are_refused(markup: Any, why: str) -> None:
    """Each wrong shape gets Telegram's words for it."""
    with pytest.raises(ApiRefusal) as refused:
        read_markup({"reply_markup": markup})
    assert refused.value.description == f"Bad Request: {why}"


def test_an_edit_takes_inline_buttons_alone() -> None:
    """A reply keyboard cannot be put under an old message."""
    with pytest.raises(ApiRefusal, match="inline keyboard expected"):
        read_markup({"reply_markup": {"keyboard": [["A"]]}}, inline_only=True)


@pytest.mark.parametrize(
    "markup",
    [
        inline(text="A", callback_data="x" * 64),
        inline(text="A", callback_data="é" * 32),
        inline(text="A", url="t.me/a_bot?start=x"),
        inline(text="A", url="tg://resolve?domain=a"),
        {"keyboard": [["A", {"text": "B"}]]},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
def test_good_buttons_are_taken(markup: dict[str, Any]) -> None:
    """Each right shape passes."""
    assert read_markup({"reply_markup": markup}) is not None


async def test_a_reply_keyboard_stays_until_it_is_removed(api: RawApi, sam: Phone) -> None:
    """The keyboard belongs to the chat, and the words of its buttons are written when tapped."""
    await api.call("sendMessage", chat_id=sam.id, text="Hi", reply_markup={"keyboard": [["Craving", "More"]]})
    await api.call("sendMessage", chat_id=sam.id, text="Next")
    assert sam.keyboard == [["Craving", "More"]]
    sam.taps("More")
    assert sam.messages[-1].text == "More"
    await api.call("sendMessage", chat_id=sam.id, text="Bye", reply_markup={"remove_keyboard": True})
    assert sam.keyboard == []


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(api: RawApi, sam: Phone) -> None:
    """Only messages with no markup or with inline buttons can change."""
    sent = await api.call("sendMessage", chat_id=sam.id, text="Hi", reply_markup={"keyboard": [["A"]]})
    assert "reply_markup" not in sent
    answer = await api.refusal("editMessageText", chat_id=sam.id, message_id=sent["message_id"], text="Ho")
    assert answer == "400 Bad Request: message can't be edited"
