"""Setting and ending the daily check-in; and that events alone tell every slot that was ever due."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from care.check_in.answers import answer
from care.schedule.course import set_check_in_time, set_own_plan, set_window
from care.schedule.plans import end_plans
from db.schedule import plans
from programme.check_in.answers import Question
from programme.people.person import Person
from programme.schedule.plan import Rule
from programme.schedule.prompt import PromptState
from tests.acts.town import EVENING, LONDON, Town, utc

S = PromptState
MORNING = time(8)
NEW_YORK = "America/New_York"


async def slots_from_events(town: Town, person: Person, now: str) -> set[tuple[str, str]]:
    """Every (date, slot) that was due by now, counted from PlanSet and PlanEnded alone."""
    due: set[tuple[str, str]] = set()
    running: dict[str, Any] | None = None

    def count(until: datetime) -> None:
        if running is not None:
            rule, since = Rule.from_json(running["rule"]), datetime.fromisoformat(running["from"])
            found = rule.between(since, until, running["zone"]) if since < until else []
            due.update((slot.local_date.isoformat(), slot.slot) for slot in found)

    for one in await town.events(person):
        if one.kind == "PlanSet":
            count(one.at)
            running = dict(one.data)
        elif one.kind == "PlanEnded":
            count(datetime.fromisoformat(one.data["until"]))
            running = None
    count(utc(now))
    return due


async def recorded(town: Town, person: Person) -> set[tuple[str, str]]:
    """Every (date, slot) of a plan that has its record."""
    found = [one for one in await town.prompts(person) if one.plan_id is not None]
    keys = {(one.local_date.isoformat(), one.slot) for one in found}
    assert len(keys) == len(found)
    return keys


async def test_a_plan_is_made_and_told(town: Town) -> None:
    """The event carries the whole rule, the zone, the version and from when it holds."""
    sam = await town.client(at=None)
    plan = await town.do(set_check_in_time, "2026-11-20T12:00", sam, EVENING, LONDON)
    assert (plan.version, plan.next_due_at) == (1, utc("2026-11-20T18:30"))
    assert await town.ask(plans.of_person, sam.id) == [plan]
    (told,) = await town.events(sam, "PlanSet")
    assert told.data == {
        "plan_id": plan.id,
        "kind": "check_in",
        "version": 1,
        "rule": {
            "times": ["18:30"],
            "weekdays": [0, 1, 2, 3, 4, 5, 6],
            "window_minutes": 240,
            "course": {"level": "standard", "quit_on": None, "risk": None, "morning": "08:00"},
        },
        "zone": LONDON,
        "from": "2026-11-20T12:00:00+00:00",
    }


async def test_a_time_at_night_is_refused(town: Town) -> None:
    """No check-in is set to the night, whoever asks."""
    sam = await town.client(at=None)
    with pytest.raises(ValueError, match="outside the quiet hours"):
        await town.do(set_check_in_time, "2026-11-20T12:00", sam, time(23), LONDON)
    assert await town.ask(plans.of_person, sam.id) == []


async def test_the_same_time_once_more_changes_nothing(town: Town) -> None:
    """Tapping the time that is set makes no new version."""
    sam = await town.client()
    plan = await town.do(set_check_in_time, "2026-11-20T13:00", sam, EVENING, LONDON)
    assert plan.version == 1
    assert len(await town.events(sam, "PlanSet")) == 1


async def test_a_change_before_todays_check_in_holds_today(town: Town) -> None:
    """Moved from 18:30 to 20:00 at noon, it comes at 20:00 that evening."""
    sam = await town.client()
    plan = await town.do(set_check_in_time, "2026-11-20T13:00", sam, time(20), LONDON)
    assert (plan.version, plan.next_due_at) == (2, utc("2026-11-20T20:00"))


async def test_a_change_after_todays_check_in_holds_tomorrow(town: Town) -> None:
    """Nobody gets two check-ins on one day by moving the time on."""
    sam = await town.client()
    await town.open_due("2026-11-20T18:30")
    plan = await town.do(set_check_in_time, "2026-11-20T19:00", sam, time(20), LONDON)
    assert plan.next_due_at == utc("2026-11-21T20:00")
    plan = await town.do(set_check_in_time, "2026-11-20T19:05", sam, MORNING, LONDON)
    assert (plan.version, plan.next_due_at) == (3, utc("2026-11-21T08:00"))
    assert (await town.prompts(sam))[-1].state is S.OPEN


async def test_moving_to_another_zone_does_not_double_a_day(town: Town) -> None:
    """Whoever flies west after the evening's check-in has the next one on the next date there."""
    sam = await town.client()
    await town.open_due("2026-11-20T18:30")
    plan = await town.do(set_check_in_time, "2026-11-20T20:00", sam, EVENING, NEW_YORK)
    assert plan.next_due_at == utc("2026-11-21T23:30")


async def test_what_was_due_before_a_change_keeps_its_record(town: Town) -> None:
    """A change while we lag behind first gives every passed slot of the old rule its record."""
    sam = await town.client()
    plan = await town.do(set_check_in_time, "2026-11-23T19:00", sam, MORNING, LONDON)
    assert [one.state for one in await town.prompts(sam)] == [S.MISSED_BY_US] * 3 + [S.OPEN]
    assert plan.next_due_at == utc("2026-11-24T08:00")


async def test_ending_stops_everything_and_keeps_what_was_said(town: Town) -> None:
    """After it nothing is due, nothing waits to be sent, and what was open is cancelled, or part if begun."""
    sam, kim = await town.client(1), await town.client(2)
    await town.open_due("2026-11-20T18:30")
    (begun,) = await town.prompts(kim)
    await town.do(answer, "2026-11-20T18:31", kim, begun.id, Question.MOOD, "ok")
    for person, state in ((sam, S.CANCELLED), (kim, S.PART)):
        await town.do(end_plans, "2026-11-20T19:00", person.id)
        (prompt,) = await town.prompts(person)
        assert (prompt.state, prompt.reason, prompt.next_at) == (state, "ended", None)
        assert await town.ask(plans.of_person, person.id) == []
        assert not [one for one in await town.waiting(person) if one.startswith("send")]
    assert (await town.open_due("2026-11-25T18:30")).opened == 0


async def test_a_plan_may_be_set_anew_after_it_ended(town: Town) -> None:
    """Coming back makes a new plan."""
    sam = await town.client()
    await town.do(end_plans, "2026-11-20T19:00", sam.id)
    await town.choose("2026-11-22T10:00", sam, check_in=True)
    plan = await town.do(set_check_in_time, "2026-11-22T10:00", sam, EVENING, LONDON)
    assert (plan.version, plan.next_due_at) == (1, utc("2026-11-22T18:30"))


async def test_events_alone_tell_every_slot_that_was_due(town: Town) -> None:
    """Through changes of time and zone, standstills, an end and a new start, records and due slots are the same."""
    sam = await town.client()
    story: list[tuple[str, time | None, str]] = [
        ("2026-11-21T18:30:00", EVENING, LONDON),
        ("2026-11-21T18:40:00", time(20), LONDON),
        ("2026-11-23T20:00:00", MORNING, LONDON),
        ("2026-11-24T07:59:00", EVENING, NEW_YORK),
        ("2026-11-27T23:31:00", EVENING, LONDON),
        ("2026-11-28T17:00:00", time(12), "Pacific/Auckland"),
        ("2026-12-01T09:00:00", None, LONDON),
        ("2026-12-04T09:00:00", MORNING, LONDON),
    ]
    for number, (now, at, zone) in enumerate(story):
        if number % 2:
            await town.open_due(now)
        if at is None:
            await town.do(end_plans, now, sam.id)
        else:
            await town.do(set_check_in_time, now, sam, at, zone)
    await town.open_due("2026-12-10T12:00")
    due = await slots_from_events(town, sam, "2026-12-10T12:00")
    assert len(due) > 14
    assert await recorded(town, sam) == due


async def test_what_has_its_record_is_not_drawn_once_more(town: Town) -> None:
    """S2: a new plan that draws the same slot anew, later that evening, holds from the next day on."""
    sam = await town.client()
    await town.do(set_window, "2026-11-20T12:01", sam, 120)
    (plan,) = await town.ask(plans.of_person, sam.id)
    at = (plan.next_due_at + timedelta(minutes=1)).replace(tzinfo=None).isoformat()
    await town.open_due(at)
    await town.do(set_own_plan, at, sam, [time(9), time(12, 30), EVENING])
    (plan,) = await town.ask(plans.of_person, sam.id)
    assert plan.next_due_at > utc("2026-11-21T00:00")
    assert len(await town.prompts(sam)) == 1
