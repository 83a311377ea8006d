"""How a Bot API request may look, and what is said to one that may not."""

import pytest
from aiohttp import FormData

from simulator import Phone, Simulator
from tests.simulator.raw_api import RawApi


@pytest.mark.parametrize("way", ["query", "form", "json", "multipart"])
async def test_arguments_may_stand_anywhere(api: RawApi, sam: Phone, way: str) -> None:
    """A call means the same as GET query, form, JSON or multipart."""
    fields = {
        "chat_id": str(sam.id),
        "text": "Hello",
        "reply_markup": '{"inline_keyboard":[[{"text":"A","url":"t.me/a"}]]}',
    }
    if way == "query":
        answer = await api.session.get(api.url("sendMessage"), params=fields)
    elif way == "form":
        answer = await api.session.post(api.url("sendMessage"), data=fields)
    elif way == "json":
        answer = await api.session.post(api.url("sendMessage"), json=fields)
    else:
        form = FormData(fields, default_to_multipart=True)
        answer = await api.session.post(api.url("sendMessage"), data=form)
    assert answer.status == 200
    assert sam.sees("Hello").labels == ["A"]


async def test_method_names_ignore_case(api: RawApi) -> None:
    """getme is getMe."""
    assert (await api.call("getme"))["username"] == "alongside_bot"


async def test_a_wrong_token_is_unauthorised(api: RawApi, sim: Simulator) -> None:
    """Another token gets 401 and leaves no trace."""
    answer = await api.session.get(f"{sim.base_url}/bot1:other/getMe")
    assert (answer.status, (await answer.json())["description"]) == (401, "Unauthorized")
    assert sim.log.entries == []


async def test_an_unknown_method_is_not_found(api: RawApi) -> None:
    """A method nobody knows gets 404."""
    assert await api.refusal("sendLove") == "404 Not Found: method not found"


async def test_a_method_not_served_is_told_apart(api: RawApi, sim: Simulator) -> None:
    """A real method that the simulator lacks gets 404 too, with a note for whoever wonders why."""
    assert await api.refusal("sendDice") == "404 Not Found: method not found"
    assert sim.log.strictness()[0].method == "sendDice"


async def test_broken_json_is_refused(api: RawApi) -> None:
    """A body that is no JSON gets 400."""
    answer = await api.session.post(api.url("getMe"), data=b"{no", headers={"Content-Type": "application/json"})
    assert (answer.status, (await answer.json())["description"]) == (400, "Bad Request: can't parse JSON object")


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": "a", "colour": "red"}, 'sendMessage has no field "colour"'),
        ({"text": 5}, "sendMessage.text is not of type String"),
        ({"text": "a", "disable_notification": 1}, "sendMessage.disable_notification is not of type Boolean"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "A", "data": "a"}]]}},
            'sendMessage.reply_markup.inline_keyboard has no field "data"',
        ),
        ({"text": "a", "link_preview_options": {"off": True}}, 'sendMessage.link_preview_options has no field "off"'),
    ],
)
async def test_what_the_book_does_not_have_is_refused(
    api: RawApi, sim: Simulator, sam: Phone, fields: dict[str, object], complaint: str
) -> None:
    """Unknown fields and wrong types, at any depth, get 400 and a note in the log."""
    assert await api.refusal("sendMessage", chat_id=sam.id, **fields) == f"400 Bad Request: strict: {complaint}"
    assert sim.log.strictness()[0].complaint == complaint
    sam.sees_nothing_new()


async def test_a_lenient_simulator_overlooks_as_telegram_does() -> None:
    """With strict off an unknown field is noted and does no harm."""
    async with Simulator(strict=False) as sim:
        sam = sim.phone()
        sam.starts()
        from aiohttp import ClientSession

        async with ClientSession() as session:
            await RawApi(session, sim).call("sendMessage", chat_id=sam.id, text="Hello", colour="red")
        sam.sees("Hello")
        assert len(sim.log.strictness()) == 1


@pytest.mark.parametrize(
    ("method", "fields", "description"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 77, "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
        ("editMessageText", {"chat_id": 5_000_001, "text": "a"}, "message identifier is not specified"),
        ("setMyCommands", {}, 'parameter "commands" is required'),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("sendChatAction", {"chat_id": 5_000_001, "action": "dancing"}, "wrong parameter action in request"),
    ],
)
async def test_what_is_missing_or_wrong_is_named(
    api: RawApi, sam: Phone, method: str, fields: dict[str, object], description: str
) -> None:
    """A refused call says why in Telegram's words."""
    assert sam.id == 5_000_001
    assert await api.refusal(method, **fields) == f"400 Bad Request: {description}"
