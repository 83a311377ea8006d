"""Moving, leaving out and bringing back one slot of one day."""

from collections.abc import Awaitable, Callable
from datetime import date, time

import pytest

from care.schedule.change_slot import bring_back, move_slot, skip_slot
from care.schedule.course import set_check_in_time, set_window
from care.schedule.upcoming import PlanSlot, Upcoming, upcoming
from db.schedule import plans
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.course import SlotRefusal
from tests.acts.town import Town

NOON = "2026-11-23T12:00"  # a Monday
TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)
Act = Callable[..., Awaitable[SlotRefusal | None]]


async def slot(town: Town, person: Person, on: date) -> PlanSlot:
    """The evening's slot of that day."""
    [plan] = await town.ask(plans.of_person, person.id)
    return PlanSlot(plan.id, on, "18:30")


async def ahead(town: Town, person: Person, now: str = NOON) -> list[Upcoming]:
    """What is to come."""
    return list(await town.do(upcoming, now, person))


async def test_a_slot_is_moved_and_asked_then(town: Town) -> None:
    """Moved to 20:00 it is asked at 20:00, once, and the next day at 18:30 as ever."""
    sam = await town.client()
    await town.open_due(NOON)
    assert await town.do(move_slot, NOON, sam, await slot(town, sam, TODAY), time(20)) is None
    first, second, *_ = await ahead(town, sam)
    assert (first.at.hour, first.moved, second.at.hour) == (20, True, 18)
    assert (await town.open_due("2026-11-23T19:59")).opened == 0
    assert (await town.open_due("2026-11-23T20:00")).opened == 1
    assert (await town.open_due("2026-11-24T18:30")).opened == 1
    told = await town.events(sam, "PlanSet")
    assert told[-1].data["rule"]["changes"] == [["2026-11-23", "18:30", "20:00"]]


async def test_a_slot_is_left_out_and_brought_back(town: Town) -> None:
    """Left out it stays in sight and nothing is asked; brought back it comes."""
    sam = await town.client()
    await town.open_due(NOON)
    for on in (TODAY, TOMORROW):
        assert await town.do(skip_slot, NOON, sam, await slot(town, sam, on)) is None
    assert [one.skipped for one in await ahead(town, sam)] == [True, True, *[False] * 5]
    assert (await town.open_due("2026-11-23T18:30")).opened == 0
    assert await town.do(bring_back, "2026-11-23T19:00", sam, await slot(town, sam, TODAY)) is SlotRefusal.OVER
    assert await town.do(bring_back, "2026-11-23T19:00", sam, await slot(town, sam, TOMORROW)) is None
    assert (await town.open_due("2026-11-24T18:30")).opened == 1
    assert [one.local_date for one in await town.prompts(sam)][-1] == TOMORROW


@pytest.mark.parametrize(
    ("to", "why"), [(time(23), SlotRefusal.NIGHT), (time(11), SlotRefusal.OVER), (time(12, 30), None)], ids=str
)
async def test_what_cannot_be_is_refused(town: Town, to: time, why: SlotRefusal | None) -> None:
    """S4: no time of the night, none that is over."""
    sam = await town.client()
    await town.open_due(NOON)
    assert await town.do(move_slot, NOON, sam, await slot(town, sam, TODAY), to) is why


async def _to_eight(tx: Tx, person: Person, which: PlanSlot) -> SlotRefusal | None:
    return await move_slot(tx, person, which, time(20))


@pytest.mark.parametrize("act", [skip_slot, bring_back, _to_eight], ids=["skip", "bring back", "move"])
async def test_each_changes_their_own_alone(town: Town, act: Act) -> None:
    """S11: somebody else's plan, a day that has no slot and one that has come round stay as they are."""
    sam, kim = await town.client(1), await town.client(2)
    await town.open_due(NOON)
    theirs = await slot(town, sam, TODAY)
    assert await town.do(act, NOON, kim, theirs) is SlotRefusal.OVER
    assert await town.do(act, NOON, sam, PlanSlot(theirs.plan_id, TODAY, "09:00")) is SlotRefusal.OVER
    assert await town.do(act, "2026-11-23T18:30", sam, theirs) is SlotRefusal.OVER
    assert [one.version for one in await town.ask(plans.of_person, sam.id)] == [1]


async def test_a_drawn_time_shows_its_window(town: Town) -> None:
    """S9: what is drawn by chance says between when, and never when; moved by hand it says when."""
    sam = await town.client()
    await town.open_due(NOON)
    await town.do(set_window, NOON, sam, 60)
    first, *_ = await ahead(town, sam)
    assert (first.at.hour, first.at.minute) == (18, 30)
    assert first.until is not None
    assert (first.until - first.at).seconds == 3600
    await town.do(skip_slot, NOON, sam, await slot(town, sam, TODAY))
    first, *_ = await ahead(town, sam)
    assert first.skipped
    assert first.until is not None
    await town.do(move_slot, NOON, sam, await slot(town, sam, TODAY), time(20))
    first, *_ = await ahead(town, sam)
    assert (first.at.hour, first.until, first.moved, first.skipped) == (20, None, True, False)


async def test_a_change_brings_no_second_one_that_day(town: Town) -> None:
    """S2: a new time that holds from tomorrow on still does when one of its slots is changed today."""
    sam = await town.client()
    await town.open_due("2026-11-23T18:30")
    await town.do(set_check_in_time, "2026-11-23T19:00", sam, time(21), "Europe/London")
    [plan] = await town.ask(plans.of_person, sam.id)
    assert await town.do(skip_slot, "2026-11-23T19:30", sam, PlanSlot(plan.id, TOMORROW, "21:00")) is None
    assert (await town.open_due("2026-11-23T21:30")).opened == 0
    assert [one.at.day for one in await ahead(town, sam, "2026-11-23T19:30")][:2] == [24, 25]
