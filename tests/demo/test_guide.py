"""The guided week follows the phones, and can live every step itself."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from alongside.demo.demo import Demo, monday_morning
from alongside.demo.guide import Walk
from alongside.demo.week import STEPS, DemoStep
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
    assert state(table)["next"]["what"] == "None of these"
    sam.taps("None of these")
    await table.calm()
    assert state(table)["next"]["what"] == "☐ Check in with me here"


async def test_it_takes_over_in_the_middle(table: Demo) -> None:
    """A later step takes the earlier ones with it; one that was begun and left for other things is carried on."""
    await walk(table, "join")
    assert done(table) == ["invite", "join"]
    sam = table.phone("Sam")
    await table.turn("next")
    sam.taps("Mixed")
    await table.calm()
    sam.writes("/help")
    await table.calm()
    await walk(table, "check_in")
    assert "check_in" in done(table)


async def test_what_stands_in_the_way_is_said(table: Demo) -> None:
    """Where nothing leads on the visitor is told, and nothing goes on for ever; nor is a step made up."""
    step = DemoStep("never", "Never", "It never comes.", "Sam", ("never",), ())
    lost = Walk(table, (step,), about="", end="", pace=0)
    with pytest.raises(CannotDo, match="in the way of “Never”"):
        await lost.walk("never")
    with pytest.raises(LookupError):
        await lost.walk("no such step")
    with pytest.raises(LookupError):
        lost.skip("no such step")
    table.phone("Sam").deletes_account()
    with pytest.raises(CannotDo, match="deleted their account"):
        await walk(table, "join")


async def test_a_step_can_be_skipped(table: Demo) -> None:
    """What is skipped is left out on the way to a later step, and is done all the same when it happens."""
    guide = table.simulator.stage.guide
    assert guide is not None
    for key in ("quit_date", "jo"):
        guide.skip(key)
    await walk(table, "check_in")
    assert done(table) == ["invite", "join", "check_in"]
    table.phone("Sam").writes("/quitdate")
    await table.calm()
    table.phone("Sam").taps("12")
    await table.calm()
    assert "quit_date" in done(table)


async def test_while_an_answer_is_awaited_nothing_is_next(table: Demo) -> None:
    """Words that were written and not answered yet are not asked for once more, nor is anything else."""
    table.phone("Lee").writes("/invite")
    assert state(table)["next"] is None
    await table.calm()
    assert state(table)["next"]["what"] == "S.P."


async def test_a_link_that_somebody_else_has_used(table: Demo) -> None:
    """Jo opens the link that is for Sam: Lee makes another one, and Sam joins with that."""
    await walk(table, "invite")
    link = next(word for word in table.phone("Lee").messages[-1].text.split() if "?start=" in word)
    table.phone("Jo").opens(link)
    await table.calm()
    await walk(table, "join")
    assert done(table) == ["invite", "join"]


async def test_an_invitation_that_has_run_out(table: Demo) -> None:
    """The link is left lying for days: a new one is made."""
    await walk(table, "invite")
    await table.turn(5 * 86400.0)
    await walk(table, "join")
    assert done(table) == ["invite", "join"]


async def test_who_said_no_to_all_three_is_asked_once_more(table: Demo) -> None:
    """No morning comes without a yes to messages, so the way to a quit day leads by the settings."""
    await walk(table, "invite")
    sam, lee = table.phone("Sam"), table.phone("Lee")
    sam.opens(next(word for word in lee.messages[-1].text.split() if "?start=" in word))
    for label in ("Set up, 1 minute", "None of these", "Continue"):
        await table.calm()
        sam.taps(label)
    await table.calm()
    await walk(table, "quit_day")
    assert "quit_day" in done(table)


async def test_a_day_in_the_past_and_a_supporter_who_says_no(table: Demo) -> None:
    """Both can be done anew: another day is picked, and Jo is asked by another link."""
    await walk(table, "join")
    sam, jo = table.phone("Sam"), table.phone("Jo")
    for who, act, what in (
        (sam, "writes", "/quitdate"), (sam, "taps", "8"), (sam, "writes", "/supporters"), (sam, "taps", "Ask someone"),
        (sam, "writes", "Joanna"), (sam, "taps", "Make the link"), (jo, "opens", ""), (jo, "taps", "Yes, I'm Joanna"),
        (jo, "taps", "No, thank you"),
    ):  # fmt: skip
        link = [word for bubble in sam.messages for word in bubble.text.split() if "?start=" in word]
        getattr(who, act)(what or link[-1])
        await table.calm()
    assert done(table) == ["invite", "join"]
    await walk(table, "jo")
    assert done(table) == ["invite", "join", "quit_date", "jo"]


@pytest.mark.parametrize("start", [datetime(2026, 1, 30, 10, tzinfo=UTC), datetime(2026, 12, 30, 10, tzinfo=UTC)])
async def test_at_the_end_of_a_month_the_day_is_on_the_next_page(table: Demo) -> None:
    """The guide turns to the month of the day that it picks."""
    await walk(table, "quit_date")
    day = table.clock.now() + timedelta(days=2)
    table.phone("Sam").sees(f"{day.day} {day:%B}")


async def test_the_next_event_may_be_something_to_say_later(table: Demo) -> None:
    """The question ten minutes after a craving is not jumped over, and nobody waits for it in vain before."""
    await walk(table, "join")
    sam = table.phone("Sam")
    sam.writes("/craving")
    for label in ("4", "Skip", "A walk"):
        await table.calm()
        sam.taps(label)
    assert await table.calm()
    asked, next_at = table.clock.now(), table.simulator.stage.next_at
    assert next_at is not None
    assert timedelta(minutes=9) < datetime.fromisoformat(await next_at() or "") - asked <= timedelta(minutes=10)
    await table.turn(86400.0)
    later = next(bubble for bubble in sam.messages if "Ten minutes on" in bubble.text)
    assert later.date - asked < timedelta(minutes=11)


def test_the_week_begins_on_a_monday_at_ten() -> None:
    """In London, whatever day it is."""
    assert monday_morning(MONDAY.replace(day=15, hour=23)) == MONDAY
    assert monday_morning(MONDAY) == MONDAY
