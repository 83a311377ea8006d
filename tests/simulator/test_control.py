"""The doors for scripts in other processes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from simulator import Simulator
from tests.simulator.raw_api import HandClock, RawApi


class Doors:
    """Knocks at /_sim."""

    def __init__(self, session: ClientSession, sim: Simulator) -> None:
        self._session = session
        self._sim = sim

    async def get(self, path: str) -> Any:
        """Ask."""
        async with self._session.get(f"{self._sim.base_url}/_sim/{path}") as answer:
            assert answer.status == 200
            return await answer.json()

    async def post(self, path: str, **body: Any) -> Any:
        """Do; an error comes back as its status and words."""
        async with self._session.post(f"{self._sim.base_url}/_sim/{path}", json=body) as answer:
            json = await answer.json()
            return json if answer.status == 200 else (answer.status, json["error"])


@pytest.fixture
async def doors(sim: Simulator) -> AsyncIterator[Doors]:
    """Doors of a simulator whose clock can be turned."""
    async with ClientSession() as session:
        yield Doors(session, sim)


async def test_a_person_can_be_lived_from_outside(doors: Doors, sim: Simulator, api: RawApi) -> None:
    """Add, start, write, tap, block and read, all over HTTP."""
    phone = await doors.post("phones", name="Jo", user_id=77)
    assert phone["id"] == 77
    await doors.post("phones/77/open", link=sim.link("abc"))
    written = await doors.post("phones/77/write", text="Helo")
    await doors.post("phones/77/edit", message_id=written["result"], text="Hello")
    await api.call(
        "sendMessage",
        chat_id=77,
        text="<b>Well</b>?",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": [[{"text": "OK", "callback_data": "ok"}]]},
    )
    await doors.post("phones/77/tap", label="OK")
    await doors.post("phones/77/tap", data="forged", message_id=1)
    for act in ("photo", "document", "voice", "sticker", "contact", "poison", "block", "unblock"):
        await doors.post(f"phones/77/{act}")
    state = await doors.get("phones/77")
    assert [message["text"] for message in state["messages"][:3]] == ["/start abc", "Hello", "Well?"]
    assert state["messages"][2]["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert state["messages"][2]["buttons"] == [[{"label": "OK", "data": "ok", "url": None}]]
    assert len(sim.log.updates(77)) == 13
    await doors.post("phones/77/delete_account")
    assert (await doors.get("state"))["phones"][0]["deactivated"]
    assert await doors.get("phones") == [{"id": 77, "name": "Jo"}]


async def test_what_cannot_be_done_is_said(doors: Doors, sim: Simulator) -> None:
    """Wrong acts, ids and buttons are answered with words, not with a traceback."""
    sim.phone("Jo", user_id=77)
    assert await doors.post("phones/78/write", text="x") == (400, "nobody here has the id 78")
    status, words = await doors.post("phones/77/tap", label="OK")
    assert (status, words[:24]) == (409, "Jo sees no button [OK]. ")
    status, words = await doors.post("phones/77/dance")
    assert (status, words[:11]) == (400, "no such act")
    assert await doors.post("clock", turn=60) == (409, "this clock cannot be turned")


async def test_trouble_and_the_log_from_outside(doors: Doors, sim: Simulator, api: RawApi) -> None:
    """Faults are switched on and off, and the log is read from a place on."""
    await doors.post("fail_next", method="getMe", kind="500")
    await api.refusal("getMe")
    await doors.post("faults", seed=4, rates={"500": 1.0})
    await api.refusal("getMe")
    await doors.post("faults")
    await api.call("getMe")
    entries = await doors.get("log?since=1&entry=Call")
    assert [(entry["number"], entry["fault"]) for entry in entries] == [(1, "500"), (2, None)]
    sim.phone().starts()
    await api.call("deleteWebhook", drop_pending_updates=True)
    made = sim.log.updates()[0].update_id
    assert await doors.post("updates", repeat=made) == {"update_id": made}
    assert (await doors.post("updates", jump=True))["update_id"] != made + 1


async def test_the_clock_turns_where_it_can(doors: Doors, sim: Simulator, clock: HandClock) -> None:
    """turn gets the seconds, or "next"."""
    turned: list[float | str] = []

    async def turn(step: float | str) -> None:
        turned.append(step)
        clock.turn(seconds=60)

    sim.turn = turn
    await doors.post("clock", turn="next")
    assert (await doors.post("clock", turn=60))["now"] == "2026-03-02T08:02:00+00:00"
    assert turned == ["next", 60]
    assert (await doors.get("clock"))["can_turn"]


async def test_changes_are_told(sim: Simulator, api: RawApi) -> None:
    """The event stream says something at once and at each change."""
    async with api.session.get(f"{sim.base_url}/_sim/events") as stream:
        first = await stream.content.readline()
        await stream.content.readline()
        reading = asyncio.create_task(stream.content.readline())
        sim.phone("Jo")
        assert first.startswith(b"data: ")
        assert await reading != first


@pytest.mark.parametrize("path", ["/", "/_sim/state", "/bot{token}/getMe", "/file/bot{token}/photos/1"])
async def test_other_sites_cannot_reach_in(sim: Simulator, api: RawApi, path: str) -> None:
    """A foreign host name and a page of another site are turned away at every door, and its form cannot post."""
    door = sim.base_url + path.format(token=sim.token)
    for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        async with api.session.get(door, headers=headers) as answer:
            assert answer.status == 403
    async with api.session.get(door, headers={"Origin": sim.base_url}) as answer:
        assert answer.status != 403
    async with api.session.post(f"{sim.base_url}/_sim/phones", data="{}") as answer:
        assert answer.status == 400
    assert sim.phones == []
