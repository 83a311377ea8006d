"""The guided week follows the phones, and can live every step itself."""

from typing import Any

import pytest

from alongside.demo import Demo, monday_morning
from alongside.demo_week import STEPS
from simulator import CannotDo
from tests.demo.conftest import MONDAY


def state(table: Demo) -> dict[str, Any]:
    """What the page is told of the guide."""
    guide = table.simulator.stage.guide
    assert guide is not None
    return guide.state()


def done(table: Demo) -> list[str]:
    """The keys of the steps that are over."""
    return [step["key"] for step in state(table)["steps"] if step["done"]]


async def walk(table: Demo, key: str) -> None:
    """As "Do it for me" does."""
    guide = table.simulator.stage.guide
    assert guide is not None
    await guide.walk(key)


async def test_every_step_can_be_done_for_the_visitor(table: Demo) -> None:
    """One after another, each step ends with its own done and no other, and at the end nothing is next."""
    for number, step in enumerate(STEPS):
        assert state(table)["next"] is not None
        await walk(table, step.key)
        assert done(table) == [each.key for each in STEPS[: number + 1]]
    assert state(table)["next"] is None
    assert table.simulator.log.strictness() == []


async def test_it_follows_a_visitor_who_does_it_by_hand(table: Demo) -> None:
    """What is next changes with each thing done on the phones, in the words of the buttons that are there."""
    lee, sam = table.phone("Lee"), table.phone("Sam")
    assert state(table)["next"]["say"] == ["Write", "/invite", "on Lee's phone"]
    lee.writes("/invite")
    await table.calm()
    assert state(table)["next"]["what"] == "S.P."
    lee.taps("Skip")
    await table.calm()
    assert done(table) == ["invite"]
    assert state(table)["next"] | {"say": 0} == {
        "act": "opens", "what": "Lee", "phone": sam.id, "link_on": lee.id, "say": 0,
    }  # fmt: skip
    sam.opens(next(word for word in lee.messages[-1].text.split() if "?start=" in word))
    await table.calm()
    assert state(table)["next"]["what"] == "Set up, 1 minute"
    sam.taps("Set up, 1 minute")
    await table.calm()
    assert state(table)["next"]["what"] == "☐ Check in with me here"


async def test_it_takes_over_in_the_middle(table: Demo) -> None:
    """A later step takes the earlier ones with it; one that was begun and left for other things is carried on."""
    await walk(table, "join")
    assert done(table) == ["invite", "join"]
    sam = table.phone("Sam")
    await table.turn("next")
    sam.taps("Low")
    await table.calm()
    sam.writes("/help")
    await table.calm()
    await walk(table, "check_in")
    assert "check_in" in done(table)


async def test_what_stands_in_the_way_is_said(table: Demo) -> None:
    """A link that somebody else has used is of no use to Sam: the visitor is told, and nothing goes on for ever."""
    await walk(table, "invite")
    link = next(word for word in table.phone("Lee").messages[-1].text.split() if "?start=" in word)
    jo = table.phone("Jo")
    jo.opens(link)
    await table.calm()
    with pytest.raises(CannotDo, match="in the way of “Sam joins”"):
        await walk(table, "join")
    with pytest.raises(LookupError):
        await walk(table, "no such step")


def test_the_week_begins_on_a_monday_at_ten() -> None:
    """In London, whatever day it is."""
    assert monday_morning(MONDAY.replace(day=15, hour=23)) == MONDAY
    assert monday_morning(MONDAY) == MONDAY
