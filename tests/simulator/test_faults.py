"""Trouble on request: what the client is told, and what truly happened."""

import pytest
from aiohttp import ClientConnectionError, ClientSession, ClientTimeout

from simulator import Faults, Phone, Simulator
from tests.simulator.raw_api import HandClock, RawApi


async def told(api: RawApi, sam: Phone) -> str:
    """What a client hears of one sendMessage."""
    try:
        async with api.session.post(
            api.url("sendMessage"), json={"chat_id": sam.id, "text": "Hi"}, timeout=ClientTimeout(total=0.3)
        ) as answer:
            text = await answer.text()
            return f"{answer.status} {answer.content_type} {text[:1]}{text[-1:]}"
    except TimeoutError:
        return "timeout"
    except ClientConnectionError:
        return "reset"


@pytest.mark.parametrize(
    ("kind", "heard", "arrived", "hidden"),
    [
        ("429", "429 application/json {}", False, False),
        ("500", "500 application/json {}", False, False),
        ("403", "403 application/json {}", False, False),
        ("reset_before", "reset", False, False),
        ("hang_before", "timeout", False, False),
        ("502", "502 text/html <\n", True, True),
        ("bad_json", "200 application/json {", True, True),
        ("reset_after", "reset", True, True),
        ("hang_after", "timeout", True, True),
        ("slow", "200 application/json {}", True, False),
    ],
)
async def test_each_kind_of_trouble(
    api: RawApi, sim: Simulator, sam: Phone, kind: str, heard: str, arrived: bool, hidden: bool
) -> None:
    """Each kind is heard in its own way, has or has not its effect, and the log knows."""
    sim.faults.slow_seconds = (0.0, 0.01)
    sim.faults.fail_next("sendMessage", kind)
    heard_now = await told(api, sam)
    assert heard_now.startswith(heard)
    assert len(sam.unseen) == len(sim.log.deliveries(sam.id)) == arrived
    assert len(sim.log.hidden_answers()) == hidden
    [call] = sim.log.calls("sendMessage")
    assert (call.fault, call.hidden) == (kind, hidden)


async def test_a_hang_ends_by_itself() -> None:
    """A client without a timeout is let go after hang_seconds."""
    faults = Faults(hang_seconds=0.05)
    faults.fail_next(None, "hang_before")
    async with Simulator(faults=faults) as sim, ClientSession() as session:
        with pytest.raises(ClientConnectionError):
            await RawApi(session, sim).call("getMe")


async def test_a_made_up_429_is_to_be_waited_out(api: RawApi, sim: Simulator, sam: Phone, clock: HandClock) -> None:
    """Its retry_after holds for the chat as a real one does."""
    sim.faults.fail_next("sendMessage", "429", chat_id=sam.id)
    wait = (await api.answer("sendMessage", chat_id=sam.id, text="Hi"))["parameters"]["retry_after"]
    clock.turn(seconds=wait - 0.1)
    assert (await api.answer("sendMessage", chat_id=sam.id, text="Hi"))["error_code"] == 429
    assert len(sim.log.violations()) == 1
    assert sim.log.rate_limited()[0].fault is None


async def test_one_shot_trouble_hits_its_aim(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """The next n calls of one method in one chat, and no others."""
    jo = sim.phone("Jo")
    jo.starts()
    sim.faults.fail_next("sendMessage", "500", n=2, chat_id=jo.id)
    await api.call("getMe")
    await api.call("sendMessage", chat_id=sam.id, text="Hi")
    answers = [(await api.answer("sendMessage", chat_id=jo.id, text="Hi"))["ok"] for _ in range(3)]
    assert answers == [False, False, True]


def test_chance_comes_from_the_seed() -> None:
    """The same seed draws the same trouble, about as often as asked."""

    def drawn(seed: int) -> list[str | None]:
        faults = Faults.mixed(seed, 0.3)
        return [faults.draw("sendMessage", 1) for _ in range(2000)]

    assert drawn(1) == drawn(1) != drawn(2)
    share = sum(kind is not None for kind in drawn(1)) / 2000
    assert 0.25 < share < 0.35
    assert {kind for kind in drawn(1) if kind} == set(Faults.mixed(1, 0.3).rates)


def test_an_unknown_kind_is_an_error() -> None:
    """A misspelt kind would test nothing."""
    with pytest.raises(ValueError, match="unknown kind"):
        Faults(rates={"501": 0.1})
    with pytest.raises(ValueError, match="unknown kind"):
        Faults().fail_next("sendMessage", "reset")


async def test_updates_can_be_doubled_and_poisoned_by_chance(clock: HandClock) -> None:
    """With a rate of 1 every poll brings a repeat and a poison update among the sound ones."""
    faults = Faults(seed=3, update_rates={"duplicate": 1.0, "poison": 1.0})
    async with Simulator(clock=clock, faults=faults) as sim, ClientSession() as session:
        api = RawApi(session, sim)
        sim.phone().starts()
        seen: list[int] = []
        for _ in range(4):
            offset = max(seen) + 1 if seen else 0
            seen += [update["update_id"] for update in await api.call("getUpdates", offset=offset)]
        assert len(set(seen)) == len(sim.log.updates()) == 5
        assert len(seen) > len(set(seen))


async def test_what_was_asked_happens_even_if_nobody_waits(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """A slow call whose client has hung up has its effect all the same, and its answer counts as hidden."""
    sim.faults.slow_seconds = (0.4, 0.4)
    sim.faults.fail_next("sendMessage", "slow")
    assert await told(api, sam) == "timeout"
    await sim.until(sim.log.hidden_answers)
    assert [call.hidden for call in sim.log.hidden_answers(sam.id)] == [False]
    sam.sees("Hi")


async def test_a_poll_whose_client_hung_up_takes_nothing_along(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """An update that comes after the client of a long poll has gone waits for the next one."""
    [first] = await api.call("getUpdates", offset=-1)
    body = {"offset": first["update_id"] + 1, "timeout": 50}
    with pytest.raises(TimeoutError):
        await api.session.post(api.url("getUpdates"), json=body, timeout=ClientTimeout(total=0.2))
    await sim.until(lambda: not sim.is_polled)
    sam.writes("one")
    assert len(await api.call("getUpdates", **body)) == 1
