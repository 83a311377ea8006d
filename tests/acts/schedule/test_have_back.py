"""What can be taken back: the last change of a plan, and a kind that was stopped."""

from datetime import date, time

from care.people.joining import joining_state
from care.schedule.course import set_check_in_time, set_level, set_morning
from care.schedule.pause import have_back, stop_kind
from care.schedule.plans import greeting_at, schedule_greeting, undo_plan
from db.people import consents
from db.schedule import plans
from programme.people.person import Person
from programme.schedule.course import Level
from programme.schedule.plan import CHECK_IN, HELLO, NUDGE, Plan
from tests.acts.town import LONDON, Town, utc

NOON = "2026-11-23T12:00"


async def plan_of(town: Town, person: Person) -> Plan:
    """Their plan of check-ins."""
    [plan] = [one for one in await town.ask(plans.of_person, person.id) if one.kind == CHECK_IN]
    return plan


async def test_the_last_change_is_taken_back_once(town: Town) -> None:
    """Undone, the rule is as before, as one more version; a change in between, or a second undo, is refused."""
    sam, kim = await town.client(1), await town.client(2)
    before = await plan_of(town, sam)
    await town.do(set_level, NOON, sam, Level.FULLER)
    await town.do(set_morning, NOON, sam, time(9))
    assert await town.do(undo_plan, NOON, sam, before.id, 2) is None
    assert await town.do(undo_plan, NOON, kim, before.id, 3) is None
    assert (await town.do(undo_plan, NOON, sam, before.id, 3)) is not None
    after = await plan_of(town, sam)
    assert after.rule.course is not None
    assert (after.version, after.rule.course.level, after.rule.course.morning) == (4, Level.FULLER, time(8))
    assert await town.do(undo_plan, NOON, sam, before.id, 1) is None


async def test_a_stopped_kind_comes_no_more_and_others_do(town: Town) -> None:
    """Without check-ins a hello still comes; a kind of somebody else's role cannot be stopped."""
    sam = await town.client()
    assert not await town.do(stop_kind, NOON, sam, NUDGE)
    assert await town.do(stop_kind, NOON, sam, CHECK_IN)
    await town.do(schedule_greeting, NOON, sam, date(2026, 11, 24))
    assert (await town.open_due("2026-11-24T08:00")).opened == 1
    assert (await town.open_due("2026-11-24T18:30")).opened == 0
    assert (await town.ask(joining_state, sam)).has_time


async def test_what_is_promised_while_stopped_is_not_said(town: Town) -> None:
    """Who wants no hellos gets none, also of those that are promised later; had back, those to come are said."""
    sam = await town.client(at=None)
    await town.do(stop_kind, NOON, sam, HELLO)
    await town.do(schedule_greeting, NOON, sam, date(2026, 11, 24))
    assert (await town.open_due("2026-11-24T08:00")).opened == 0
    await town.do(schedule_greeting, "2026-11-24T12:00", sam, date(2026, 11, 25))
    assert await town.do(have_back, "2026-11-24T13:00", sam, HELLO)
    assert not await town.do(have_back, "2026-11-24T13:00", sam, HELLO)
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-25T08:00")
    assert (await town.open_due("2026-11-25T08:00")).opened == 1


async def test_check_ins_are_had_back_as_they_were_or_by_a_new_time(town: Town) -> None:
    """Had back they come at their old time; picking a time does it too."""
    sam = await town.client()
    await town.do(stop_kind, NOON, sam, CHECK_IN)
    assert await town.do(have_back, NOON, sam, CHECK_IN)
    assert (await plan_of(town, sam)).rule.times == (time(18, 30),)
    await town.do(stop_kind, NOON, sam, CHECK_IN)
    await town.do(set_check_in_time, NOON, sam, time(20), LONDON)
    assert await town.ask(consents.stopped_kinds, sam.id) == frozenset()
    assert (await town.open_due("2026-11-23T20:00")).opened == 1
