"""getUpdates: offsets, waiting, conflicts, odd numbers."""

import asyncio

import pytest

from simulator import Phone, Simulator
from tests.simulator.raw_api import HandClock, RawApi


async def fetch(api: RawApi, **how: object) -> list[int]:
    """The update ids of one getUpdates."""
    return [update["update_id"] for update in await api.call("getUpdates", **how)]


async def test_an_offset_confirms_what_is_lower(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """Updates come back until a higher offset was asked for, and then never."""
    sam.writes("one")
    first, second = await fetch(api)
    assert await fetch(api) == [first, second]
    assert await fetch(api, offset=second) == [second]
    assert sim.log.confirmed() == {first}
    assert sim.log.unconfirmed() == [second]
    assert await fetch(api, offset=second + 1) == []
    assert await fetch(api) == []


async def test_a_negative_offset_forgets_all_but_the_last(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """offset -1 gives the newest and drops the others."""
    sam.writes("one")
    sam.writes("two")
    [newest] = await fetch(api, offset=-1)
    assert sim.log.unconfirmed() == [newest]


async def test_limit_gives_the_oldest_first(api: RawApi, sam: Phone) -> None:
    """A limit keeps the order."""
    sam.writes("one")
    everything = await fetch(api)
    assert await fetch(api, limit=1) == everything[:1]


async def test_a_long_poll_ends_when_something_arrives(api: RawApi, sam: Phone) -> None:
    """A waiting call is answered by what happens meanwhile."""
    [first] = await fetch(api)
    waiting = asyncio.create_task(fetch(api, offset=first + 1, timeout=50))
    await api.simulator.until(lambda: api.simulator.is_polled)
    sam.writes("one")
    assert await waiting == [first + 1]


async def test_an_empty_long_poll_ends_by_itself(api: RawApi) -> None:
    """With nothing to give it answers an empty list after its timeout."""
    assert await fetch(api, timeout=1) == []


async def test_a_second_poller_ends_the_first(api: RawApi, sam: Phone) -> None:
    """Of two that wait, the older one gets 409, as on the real server."""
    [first] = await fetch(api)
    older = asyncio.create_task(api.refusal("getUpdates", offset=first + 1, timeout=50))
    await api.simulator.until(lambda: api.simulator.is_polled)
    newer = asyncio.create_task(fetch(api, offset=first + 1, timeout=50))
    assert (await older).startswith("409 Conflict: terminated by other getUpdates request")
    sam.writes("one")
    assert await newer == [first + 1]


async def test_updates_go_after_24_hours(api: RawApi, sim: Simulator, sam: Phone, clock: HandClock) -> None:
    """What nobody fetched for a day is lost, and the log says so."""
    clock.turn(hours=23)
    sam.writes("later")
    clock.turn(hours=1)
    assert len(await fetch(api)) == 1
    assert len(sim.log.unconfirmed()) == 1


async def test_allowed_updates_holds_for_what_comes_after(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """Kinds not asked for are not made; the choice is remembered."""
    await fetch(api, offset=-1, allowed_updates=["callback_query"])
    await fetch(api, offset=sim.log.updates()[-1].update_id + 1)
    sam.writes("unheard")
    sam.taps_raw("heard")
    [update] = await api.call("getUpdates")
    assert "callback_query" in update
    assert [made.wanted for made in sim.log.updates()] == [True, False, True]


async def test_a_confirmed_update_can_come_twice(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """On request an update is handed out once more after its confirmation."""
    [first] = await fetch(api)
    await fetch(api, offset=first + 1)
    assert sim.updates.repeat() == first
    assert await fetch(api, offset=first + 1) == [first]
    assert await fetch(api, offset=first + 1) == []


async def test_numbers_can_jump(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """After a quiet week the next id is random; an old offset beyond it hides nothing."""
    [first] = await fetch(api)
    with pytest.raises(RuntimeError):
        sim.updates.jump()
    await fetch(api, offset=first + 1)
    ids: set[int] = set()
    for _ in range(5):
        jumped = sim.updates.jump()
        sam.writes("after")
        assert await fetch(api, offset=max(ids, default=first) + 1 if ids else first + 1) == [jumped]
        await fetch(api, offset=jumped + 1)
        ids.add(jumped)
    assert len(ids) == 5


@pytest.mark.parametrize("shape", ["bare_message", "wrong_types", "no_user", "unknown_kind", "no_content"])
async def test_poison_is_json_and_no_sound_update(api: RawApi, sam: Phone, shape: str) -> None:
    """A poison update comes in its place among the others."""
    number = sam.poison(shape)
    sam.writes("after")
    updates = await api.call("getUpdates")
    assert [update["update_id"] for update in updates] == [number - 1, number, number + 1]
    assert "text" not in updates[1].get("message", {}) or "message_id" not in updates[1]["message"]
