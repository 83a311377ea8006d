"""What a person does makes the updates Telegram makes, and what a person sees can be asserted on."""

import pytest

from simulator import CannotDo, Phone, Simulator
from tests.simulator.raw_api import RawApi

OK = {
    "inline_keyboard": [
        [{"text": "OK", "callback_data": "ok"}, {"text": "Join", "url": "https://t.me/alongside_bot?start=j-1"}]
    ]
}


async def newest(api: RawApi) -> dict[str, object]:
    """The newest update, without its number."""
    [update] = await api.call("getUpdates", offset=-1)
    return {key: value for key, value in update.items() if key != "update_id"}


async def test_a_deep_link_starts_with_its_payload(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """Links of every form lead to /start with the payload; others lead nowhere."""
    for link in (sim.link("a-1_B"), "t.me/Alongside_Bot?start=a-1_B", "tg://resolve?domain=alongside_bot&start=a-1_B"):
        assert sam.opens(link).text == "/start a-1_B"
    update = await newest(api)
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]  # type: ignore[index]
    with pytest.raises(CannotDo, match="does not lead to"):
        sam.opens("https://t.me/other_bot?start=x")
    with pytest.raises(ValueError, match=r"1\.\.64"):
        sam.starts("x" * 65)


async def test_what_is_copied_stays_on_the_phone(api: RawApi, sam: Phone) -> None:
    """A button that copies puts its words on the clipboard, and the bot is not told."""
    copy = {"inline_keyboard": [[{"text": "Copy", "copy_text": {"text": "I'm stopping smoking."}}]]}
    await api.call("sendMessage", chat_id=sam.id, text="Words", reply_markup=copy)
    sam.taps("Copy")
    assert sam.clipboard == "I'm stopping smoking."
    assert all("callback_query" not in one for one in await api.call("getUpdates"))


async def test_an_edit_of_own_words_is_told(api: RawApi, sam: Phone) -> None:
    """edited_message carries the new words; a bot's message cannot be edited by a person."""
    own = sam.writes("one")
    sam.edits(own, "two")
    update = await newest(api)
    assert update["edited_message"]["text"] == "two"  # type: ignore[index]
    sent = await api.call("sendMessage", chat_id=sam.id, text="Hi")
    with pytest.raises(CannotDo):
        sam.edits(sent["message_id"], "no")


async def test_a_block_is_told_as_telegram_tells_it(api: RawApi, sam: Phone) -> None:
    """my_chat_member says member > kicked, and back; nobody can write to a bot they blocked."""
    sam.blocks()
    moved = (await newest(api))["my_chat_member"]
    assert (moved["old_chat_member"]["status"], moved["new_chat_member"]["status"]) == ("member", "kicked")  # type: ignore[index]
    assert sam.blocks() is None
    with pytest.raises(CannotDo, match="has blocked the bot"):
        sam.writes("hello?")
    sam.starts()
    texts = [list(update)[1] for update in await api.call("getUpdates")]
    assert texts[-2:] == ["my_chat_member", "message"]


async def test_a_tap_finds_the_newest_button(api: RawApi, sam: Phone) -> None:
    """Of two equal labels the newest is tapped; a missing one is an error that shows the screen."""
    await api.call("sendMessage", chat_id=sam.id, text="Old", reply_markup=OK)
    new = await api.call("sendMessage", chat_id=sam.id, text="New", reply_markup=OK)
    assert sam.taps("OK") == new["message_id"]
    with pytest.raises(CannotDo) as refused:
        sam.taps("Nope")
    assert "Sam sees no button [Nope]" in str(refused.value)
    assert "[OK] [Join]" in str(refused.value)


async def test_a_link_button_opens_its_link(api: RawApi, sam: Phone) -> None:
    """A url button to this bot starts it."""
    await api.call("sendMessage", chat_id=sam.id, text="Hi", reply_markup=OK)
    sam.taps("Join")
    assert sam.messages[-1].text == "/start j-1"


async def test_a_forged_tap_carries_anything(api: RawApi, sam: Phone) -> None:
    """Any data under any id; a message that is not there comes as an inaccessible one, dated 0."""
    sam.taps_raw("admin:1", 12345)
    query = (await newest(api))["callback_query"]
    assert (query["data"], query["message"]["message_id"], query["message"]["date"]) == ("admin:1", 12345, 0)  # type: ignore[index]


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "sticker", "contact"])
async def test_things_other_than_words_can_be_sent(api: RawApi, sam: Phone, kind: str) -> None:
    """Each comes as a message with its own field, and files can be fetched."""
    getattr(sam, f"sends_{kind}")()
    message = (await newest(api))["message"]
    assert kind in message  # type: ignore[operator]
    if kind != "contact":
        thing = message[kind][-1] if kind == "photo" else message[kind]  # type: ignore[index]
        assert (await api.call("getFile", file_id=thing["file_id"]))["file_size"] > 0


async def test_what_nobody_looked_at_is_kept(api: RawApi, sam: Phone) -> None:
    """New messages and edits are unseen until asserted on."""
    first = await api.call("sendMessage", chat_id=sam.id, text="One")
    await api.call("sendMessage", chat_id=sam.id, text="Two")
    with pytest.raises(CannotDo, match="Sam has something new"):
        sam.sees_nothing_new()
    sam.sees("One")
    assert [bubble.text for bubble in sam.unseen] == ["Two"]
    assert [bubble.text for bubble in sam.looks()] == ["Two"]
    sam.sees_nothing_new()
    await api.call("editMessageText", chat_id=sam.id, message_id=first["message_id"], text="One!")
    assert sam.gets("One!").edited
    sam.sees_nothing_new()
    with pytest.raises(CannotDo, match="does not see 'Three'"):
        sam.sees("Three")
    with pytest.raises(CannotDo):
        sam.gets("Two")


async def test_a_bot_in_a_group_hears_what_is_for_it(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """Put in and taken out it gets my_chat_member; in between it hears commands and mentions, and can leave."""
    group = sim.group("Friends", sam)
    group.writes(sam, "not for the bot")
    group.writes(sam, "/help")
    updates = await api.call("getUpdates")
    assert [list(update)[1] for update in updates] == ["message", "my_chat_member", "message"]
    assert updates[-1]["message"]["chat"]["type"] == "group"
    await api.call("sendMessage", chat_id=group.id, text="Not here")
    await api.call("leaveChat", chat_id=group.id)
    assert not group.has_bot
    assert await api.refusal("sendMessage", chat_id=group.id, text="x") == (
        "403 Forbidden: bot is not a member of the group chat"
    )
    group.adds_bot()
    group.kicks_bot()
    assert await api.refusal("sendMessage", chat_id=group.id, text="x") == (
        "403 Forbidden: bot was kicked from the group chat"
    )


async def test_ids_are_given_or_chosen(sim: Simulator) -> None:
    """A phone may have an id of one's choice, once."""
    assert sim.phone("Sam", user_id=77).id == 77
    with pytest.raises(ValueError, match="77"):
        sim.phone("Jo", user_id=77)
    assert sim.phone_of(77).name == "Sam"


async def test_getchat_and_members(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """A chat and who is in it can be asked for."""
    assert (await api.call("getChat", chat_id=sam.id))["first_name"] == "Sam"
    assert (await api.call("getChatMember", chat_id=sam.id, user_id=sam.id))["status"] == "member"
    await api.call("sendChatAction", chat_id=sam.id, action="typing")


async def test_buttons_that_go_are_no_news(api: RawApi, sam: Phone) -> None:
    """A message that lost its buttons alone stays seen; one that gained some is to be looked at."""
    sent = await api.call("sendMessage", chat_id=sam.id, text="One", reply_markup=OK)
    where = {"chat_id": sam.id, "message_id": sent["message_id"]}
    sam.sees("One")
    await api.call("editMessageReplyMarkup", **where)
    sam.sees_nothing_new()
    await api.call("editMessageReplyMarkup", **where, reply_markup=OK)
    assert sam.gets("One").labels == ["OK", "Join"]
