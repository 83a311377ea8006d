"""The whole week against the plain process: `alongside run` and `python -m simulator`, and nothing between but HTTP."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientTimeout

from simulator.simulator import TOKEN
from tests.conftest import left_out
from tests.demo.by_script import Person, World, alongside, payload_in, telegram
from tests.stories.supporters.test_a_supporter import NEVER
from tests.trials.process import Home, running
from tests.trials.test_stepped_clock import PLACES, SetClock
from trials.wires import free_ports

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
MONDAY = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
QUESTION = "How is your mood"


@pytest.fixture
def faked(tmp_path: Path) -> dict[str, str]:
    """What makes a process see the clock of the file."""
    found = [str(path) for place in PLACES for path in Path("/").glob(place[1:])]
    if not found:
        left_out("no libfaketime (on Debian: apt install libfaketime)")
    return {
        "LD_PRELOAD": found[0],
        "FAKETIME_TIMESTAMP_FILE": str(tmp_path / "time"),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # with it waits that end by that clock end at once, and all of it spins
    }


@pytest.fixture
async def town(tmp_path: Path, faked: dict[str, str]) -> AsyncIterator[tuple[World, Person, Person, Person]]:
    """A service and its Telegram, each a process, on a Monday at ten; Sam, Jo, and Lee, who is set up."""
    clock, home = SetClock(tmp_path / "time", MONDAY), Home(tmp_path)
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(telegram(os.environ | faked))
        listen = f"127.0.0.1:{free_ports(1)[0]}"
        settings = home.environment(TOKEN, address) | {"ALONGSIDE_LISTEN": listen}
        service = await stack.enter_async_context(running(settings, **faked))
        await service.says("ready")
        session = await stack.enter_async_context(ClientSession(address, timeout=ClientTimeout(total=None)))
        changes = await stack.enter_async_context(session.get("/_sim/events"))
        world = World(session, clock, changes, f"http://{listen}/health")
        people = [Person(world, (await world.ask("phones", name=name))["id"]) for name in ("Sam", "Jo", "Lee")]
        invite = await alongside("invite", "practitioner", "--name", "Lee", env=os.environ | settings | faked)
        await people[2].starts(invite["token"], "six digits")
        await people[2].writes(invite["code"], "You're set up")
        yield world, people[0], people[1], people[2]
        assert await service.stop() == os.EX_OK


async def test_its_first_day_by_script(town: tuple[World, Person, Person, Person]) -> None:
    """Joining, and a check-in that comes when the clock of both processes says so."""
    world, sam, _, lee = town
    await _join(sam, lee)
    await _first_evening(world, sam)


@pytest.mark.long("tests/demo/test_week_by_script.py::test_its_first_day_by_script")
async def test_the_week_by_script(town: tuple[World, Person, Person, Person]) -> None:
    """Joining, a quit date, Jo, check-ins, a missed one, an urge, a lapse, Lee's Monday; what each phone was shown."""
    world, sam, jo, lee = town
    await _join(sam, lee)
    await _prepare(sam, jo)
    await _until_the_quit_day(world, sam)
    await _quit_day(world, sam)
    await _lapse(world, sam)
    await _weekend(world, sam, jo)
    await _monday(world, sam, lee)
    shown = {name: "\n".join(await who.shown()) for name, who in (("Sam", sam), ("Jo", jo), ("Lee", lee))}
    sent = "\n".join(await sam.shown("sent"))
    assert [sent.count(words) for words in ("the day you picked", "Ten minutes on", "Lee read your week")] == [1, 1, 1]
    assert not NEVER.search(shown["Jo"])
    assert not re.search("proud|Mia", shown["Lee"])


async def _join(sam: Person, lee: Person) -> None:
    await lee.writes("/invite", "Who is it for?")
    await sam.starts(payload_in(await lee.writes("S.P.", "this link works once")), "Lee gave you this link", "999")
    await sam.taps("Set up", "None of these", "☐ Check", "☐ Keep", "☐ Show", "Continue", then="What can I call you?")
    await sam.writes("Sam", "When suits")
    await sam.taps("18:30", then="what has helped")
    await sam.writes("A walk", "It's there for you")


async def _prepare(sam: Person, jo: Person) -> None:
    """A quit date on Wednesday, and Jo, who is shown nothing."""
    await sam.writes("/quitdate", "You have no quit date")
    await sam.taps("11", then="Wednesday 11 March")
    await sam.taps("My reasons", "Add one", then="Why do you want to stop?")
    await sam.writes("Walking up the hill with Mia.", "up the hill")
    await sam.writes("/supporters", "People on your side")
    await sam.taps("Ask someone", then="What do you call them?")
    await sam.writes("Jo", "What may Jo see?")
    await jo.starts(payload_in(await sam.taps("Make the link", then="?start=")), "Is that you?")
    await jo.taps("Yes, I'm Jo", "Yes, count me in", then="You're on Sam's side")


async def _until_the_quit_day(world: World, sam: Person) -> None:
    """Monday's check-in is answered, and Tuesday's is left alone."""
    await _first_evening(world, sam)
    world.reaches("Tue 18:30")
    await sam.sees(QUESTION)
    await world.written_down()
    world.reaches("Tue 20:30")
    await sam.sees("Still here if you want it")
    world.reaches("Tue 22:01")
    await sam.sees("Closed, no problem")


async def _first_evening(world: World, sam: Person) -> None:
    world.reaches("Mon 18:30")
    await sam.sees("Evening, Sam", QUESTION)
    await sam.taps("Mixed", "4", "2–5", "Stress", "A walk", "Done", then="Saved, thank you")


async def _quit_day(world: World, sam: Person) -> None:
    """A good morning, an urge that is asked about ten minutes later, and a check-in with words for Lee."""
    world.reaches("Wed 08:00")
    await sam.sees("Morning, Sam", "Walking up the hill with Mia.", "A walk")
    await sam.taps("3", "A walk", then="in ten minutes")
    world.reaches("Wed 08:11")
    await sam.sees("Ten minutes on. You said 3")
    await sam.taps("1", then="From 3 to 1")
    world.reaches("Wed 18:30")
    await sam.sees(QUESTION)
    await sam.taps("OK", "3", "None", "Stress", "A walk", then="own words")
    await sam.writes("Nights are the problem.", "Saved, thank you", "Tap Share")
    await sam.taps("Share", then="Lee can read it")


async def _lapse(world: World, sam: Person) -> None:
    """Two taps, not a word until eight, then one hello that says why it came."""
    world.reaches("Thu 18:30")
    await sam.sees(QUESTION)
    await sam.taps("I smoked", then="Your 1 smoke-free day still counts")
    await sam.taps("That's all", then="Be kind to yourself")
    before = await sam.count()
    world.reaches("Fri 07:59")
    await sam.writes("/progress", "Smoke-free days: 1")
    assert await sam.count() == before + 1
    world.reaches("Fri 08:00")
    await sam.sees("Hello, Sam", "still count")
    await sam.taps("Why this?", then="Nobody was told")


async def _weekend(world: World, sam: Person, jo: Person) -> None:
    """One tap on Friday, an idea for Jo on Saturday, and a line back."""
    world.reaches("Fri 18:30")
    await sam.sees(QUESTION)
    await world.written_down()
    world.reaches("Fri 20:30")
    await sam.sees("One tap is plenty")
    await sam.taps("OK today", then="Good to know")
    world.reaches("Sat 11:00")
    await jo.sees("Hi Jo. One small idea")
    await jo.taps("Done", then="That was kind")
    await jo.writes("/encourage", "A line for Sam?")
    await jo.writes("Proud of you.", "Sam will read this")
    await jo.taps("Send it", then="Sent to Sam")
    await sam.sees("Jo sent you a line", "Proud of you.")
    await sam.taps("That helped", then="Jo isn't told")


async def _monday(world: World, sam: Person, lee: Person) -> None:
    """Lee notes the next session, reads the week on Monday at eight, and Sam hears of it in the evening."""
    await lee.writes("/clients", "People who joined")
    await lee.taps("Sam", "Set next session", then="When is your next session")
    await lee.writes("Mon 11:00", "Next session: Monday 16 March, 11:00")
    for day in ("Sat", "Sun"):
        world.reaches(f"{day} 18:30")
        await sam.sees(QUESTION)
    world.reaches("Mon 08:00")
    await lee.sees(
        "Mon 16 Mar · 1 person", "YOUR SESSIONS (1)", "Smoked 2 of 3 days", "Nights are the problem.", "STEADY (0)"
    )
    await lee.taps("I've read this", then="You've read this.")
    world.reaches("Mon 18:30")
    await sam.sees("Lee read your week on Monday.", QUESTION)
