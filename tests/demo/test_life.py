"""The service of the demo can be killed at any moment, and nothing is lost by it."""

import asyncio
from datetime import timedelta

from alongside.demo.demo import DOWN, Demo
from db.delivery import screens
from tests.demo.conftest import MONDAY


async def test_what_was_tapped_before_a_kill_is_answered_after_it(table: Demo) -> None:
    """Sam taps and the service dies at once: the next life answers, once."""
    guide = table.simulator.stage.guide
    assert guide is not None
    await guide.walk("join")
    await table.turn("next")
    sam = table.phone("Sam")
    for label in ("Mixed", "4", "None"):
        sam.taps(label)
        await table.kill()
    assert "hardest moment" in sam.sees("hardest moment").text
    asked = [bubble for bubble in sam.messages if "hardest moment" in bubble.text]
    assert len(asked) == 1
    assert table.simulator.stage.levers[0].was() == "Killed 3 times so far."


async def test_a_kill_in_a_turn_of_the_clock_loses_nothing_due(table: Demo) -> None:
    """The service dies while a day goes by: the check-in of that day still comes and closes, once each."""
    guide = table.simulator.stage.guide
    assert guide is not None
    await guide.walk("join")
    turning = asyncio.create_task(table.turn(86400.0))
    for _ in range(3):
        await table.kill()
    await turning
    texts = [bubble.text for bubble in table.phone("Sam").messages]
    assert sum("Closed, no problem" in text for text in texts) == 1
    assert sum("Still here if you want it" in text for text in texts) == 1


async def test_between_two_lives_nothing_is_sent(table: Demo) -> None:
    """What is written while the service is down waits at Telegram; the page is told why, and told when it is over."""
    lee, told = table.phone("Lee"), list[str]()
    lee.looks()

    def changed() -> None:
        told.append(table.simulator.stage.status())
        if len(told) == 1:
            lee.writes("/clients")
        lee.sees_nothing_new()

    table.life._changed = changed
    await table.kill()
    assert told == [DOWN, ""]
    lee.gets("Nobody has joined yet")


async def test_a_kill_in_the_middle_of_a_call_leaves_the_next_life_free_to_send(table: Demo) -> None:
    """The call that was cut off is made once more by the next life, which holds the right to send at once."""
    lee, sim = table.phone("Lee"), table.simulator
    lee.looks()
    sim.faults.fail_next("sendMessage", "hang_before")
    lee.writes("/clients")
    await sim.until(lambda: sim.log.calls("sendMessage")[-1].fault == "hang_before")
    await table.kill()
    lee.gets("Nobody has joined yet")
    assert sum("Nobody has joined yet" in bubble.text for bubble in lee.messages) == 1


async def test_housekeeping_goes_by_the_turned_clock(table: Demo) -> None:
    """A card whose time is over says no more what it was about, though no real hour has passed."""
    sam = table.phone("Sam")
    sam.writes("I've taken an overdose")
    await table.calm()
    assert "999" in sam.sees("Please call now").text
    await table.turn(timedelta(hours=50).total_seconds())
    cards = await table.life.read(lambda tx: screens.passing_between(tx, MONDAY, table.clock.now()))
    assert not any(card.args for card in cards)
