"""Telegram's limits, and those who do not wait."""

from aiohttp import ClientSession

from simulator import Limits, Phone, Simulator
from tests.simulator.raw_api import HandClock, RawApi


async def test_one_chat_bears_a_short_burst(api: RawApi, sim: Simulator, sam: Phone, clock: HandClock) -> None:
    """Five at once, then one a second; the sixth is told how long to wait."""
    for number in range(5):
        await api.call("sendMessage", chat_id=sam.id, text=str(number))
    answer = await api.answer("sendMessage", chat_id=sam.id, text="6")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    clock.turn(seconds=1)
    await api.call("sendMessage", chat_id=sam.id, text="6")
    assert (len(sim.log.rate_limited()), sim.log.violations()) == (1, [])


async def test_asking_too_early_is_held_against_the_bot(
    api: RawApi, sim: Simulator, sam: Phone, clock: HandClock
) -> None:
    """A request before retry_after is over is a violation and makes the wait longer, for this chat alone."""
    for number in range(6):
        await api.answer("sendMessage", chat_id=sam.id, text=str(number))
    clock.turn(seconds=0.8)
    answer = await api.answer("sendMessage", chat_id=sam.id, text="early")
    assert answer["parameters"]["retry_after"] == 2
    [violation] = sim.log.violations()
    assert violation.chat_id == sam.id
    jo = sim.phone("Jo")
    jo.starts()
    await api.call("sendMessage", chat_id=jo.id, text="Hi")
    clock.turn(seconds=1.2)
    await api.call("sendMessage", chat_id=sam.id, text="patient")


async def test_what_was_on_the_wire_is_forgiven(api: RawApi, sim: Simulator, sam: Phone, clock: HandClock) -> None:
    """Within half a second after a 429 others may be on their way: refused, and not held against anybody."""
    for number in range(6):
        await api.answer("sendMessage", chat_id=sam.id, text=str(number))
    clock.turn(seconds=0.4)
    assert (await api.answer("sendMessage", chat_id=sam.id, text="on its way"))["error_code"] == 429
    assert sim.log.violations() == []


async def test_thirty_a_second_in_all(api: RawApi, sim: Simulator, clock: HandClock) -> None:
    """The 31st message of any second is refused, whoever it is for."""
    people = [sim.phone(f"P{number}") for number in range(31)]
    for phone in people:
        phone.starts()
    for phone in people[:30]:
        await api.call("sendMessage", chat_id=phone.id, text="Hi")
    assert (await api.answer("sendMessage", chat_id=people[30].id, text="Hi"))["error_code"] == 429
    clock.turn(seconds=1)
    await api.call("sendMessage", chat_id=people[30].id, text="Hi")


async def test_twenty_a_minute_in_a_group(api: RawApi, sim: Simulator, sam: Phone, clock: HandClock) -> None:
    """A group bears less."""
    group = sim.group("Friends", sam)
    for _ in range(20):
        await api.call("sendMessage", chat_id=group.id, text="Hi")
        clock.turn(seconds=1)
    answer = await api.answer("sendMessage", chat_id=group.id, text="Hi")
    assert answer["parameters"]["retry_after"] == 40
    clock.turn(seconds=40)
    await api.call("sendMessage", chat_id=group.id, text="Hi")


async def test_limits_can_be_set_and_switched_off(clock: HandClock) -> None:
    """Other figures, or none."""
    for limits, allowed in ((Limits(per_chat_burst=2), 2), (None, 50)):
        async with Simulator(clock=clock, limits=limits) as sim, ClientSession() as session:
            api, sam = RawApi(session, sim), sim.phone()
            sam.starts()
            answers = [await api.answer("sendMessage", chat_id=sam.id, text=str(n)) for n in range(50)]
            assert sum(answer["ok"] for answer in answers) == allowed
