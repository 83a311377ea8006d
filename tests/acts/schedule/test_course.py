"""How often somebody is asked: what they may change, what a quit date changes, and that only the future does."""

from datetime import date, time

import pytest

from care.quitting.dates import set_quit_date, unset_quit_date
from care.schedule import course
from care.schedule.course import CourseRefusal
from db.schedule import plans
from programme.people.person import Person
from programme.schedule.course import Form, Level
from programme.schedule.plan import CHECK_IN, Plan
from programme.schedule.prompt import PromptState
from tests.acts.town import LONDON, Town, utc

NOON = "2026-11-20T12:00"
QUIT = date(2026, 11, 23)


async def plan_of(town: Town, person: Person) -> Plan:
    """Their check-ins as they are planned now."""
    found = await town.ask(course.check_in_plan, person.id)
    assert found is not None
    return found


def slots(plan: Plan, day: date) -> list[tuple[str, str | None]]:
    """What is asked on that date."""
    return [(one.slot, one.form) for one in plan.rule.asked_on(day)]


async def test_without_a_quit_date_it_is_one_evening_a_day(town: Town) -> None:
    """Whoever picks a time has a course of the standard level, which asks once, then."""
    sam = await town.client()
    plan = await plan_of(town, sam)
    assert plan.rule.course is not None
    assert plan.rule.course.level is Level.STANDARD
    assert all(slots(plan, date(2026, 11, n)) == [("18:30", Form.EVENING)] for n in range(20, 30))


async def test_a_quit_date_changes_what_is_to_come(town: Town) -> None:
    """S12: set, moved and taken away, the plan's version goes up by one each time; what was asked stays as it was."""
    sam = await town.client()
    await town.open_due("2026-11-20T18:30")
    asked = await town.prompts(sam)
    await town.do(set_quit_date, "2026-11-20T19:00", sam, QUIT)
    plan = await plan_of(town, sam)
    assert plan.version == 2
    assert slots(plan, date(2026, 11, 24)) == [("08:00", Form.MORNING), ("18:30", Form.EVENING)]
    await town.do(set_quit_date, "2026-11-20T19:01", sam, date(2026, 11, 30))
    plan = await plan_of(town, sam)
    assert plan.version == 3
    assert slots(plan, date(2026, 11, 24)) == [("18:30", Form.EVENING)]
    assert slots(plan, date(2026, 12, 1)) == [("08:00", Form.MORNING), ("18:30", Form.EVENING)]
    await town.do(unset_quit_date, "2026-11-20T19:02", sam)
    plan = await plan_of(town, sam)
    assert (plan.version, plan.next_due_at) == (4, utc("2026-11-21T18:30"))
    assert slots(plan, date(2026, 12, 1)) == [("18:30", Form.EVENING)]
    assert await town.prompts(sam) == asked


async def test_the_same_quit_date_once_more_changes_nothing(town: Town) -> None:
    """S2: a repeat makes no version."""
    sam = await town.client()
    await town.do(set_quit_date, NOON, sam, QUIT)
    before = await plan_of(town, sam)
    await town.do(set_quit_date, NOON, sam, QUIT)
    assert await plan_of(town, sam) == before


async def test_a_level_is_picked_and_one_less_is_one_down(town: Town) -> None:
    """Fuller asks in the morning before the quit date as well; each step down is told, and below lighter is none."""
    sam = await town.client()
    assert isinstance(await town.do(course.set_level, NOON, sam, Level.FULLER), Plan)
    assert len(slots(await plan_of(town, sam), QUIT)) == 2
    assert await town.do(course.less, NOON, sam) is Level.STANDARD
    assert await town.do(course.less, NOON, sam) is Level.LIGHTER
    assert await town.do(course.less, NOON, sam) is None
    assert len(await town.events(sam, "HowOftenSet")) == 3


async def test_an_own_plan_is_left_as_it_is_by_a_quit_date(town: Town) -> None:
    """Several own times on own days; a quit date changes none of them, and a level brings the course back."""
    sam = await town.client()
    own = await town.do(course.set_own_plan, NOON, sam, [time(20), time(9)], [0, 2])
    assert isinstance(own, Plan)
    await town.do(set_quit_date, NOON, sam, QUIT)
    assert (await plan_of(town, sam)).rule == own.rule
    assert slots(own, date(2026, 11, 23)) == [("09:00", None), ("20:00", None)]
    assert slots(own, date(2026, 11, 24)) == []
    back = await town.do(course.set_level, NOON, sam, Level.STANDARD)
    assert isinstance(back, Plan)
    assert back.rule.course is not None
    assert (back.rule.times, back.rule.course.quit_on) == ((time(20),), QUIT)


@pytest.mark.parametrize(
    ("times", "days", "refused"),
    [
        ([time(9), time(10, 59)], [0], CourseRefusal.TOO_CLOSE),
        ([time(6, 59)], [0], CourseRefusal.AT_NIGHT),
        ([time(21, 31)], [0], CourseRefusal.AT_NIGHT),
        ([time(n) for n in (8, 11, 14, 17)], [0], CourseRefusal.TOO_MANY),
        ([], [0], CourseRefusal.NO_TIME),
        ([time(9)], [], CourseRefusal.NO_DAY),
        ([time(9)], [7], CourseRefusal.NO_DAY),
    ],
)
async def test_what_may_not_be_is_refused(
    town: Town, times: list[time], days: list[int], refused: CourseRefusal
) -> None:
    """S4: nothing at night, nothing close together, nothing that would never come; and nothing has changed."""
    sam = await town.client()
    before = await plan_of(town, sam)
    assert await town.do(course.set_own_plan, NOON, sam, times, days) is refused
    assert await plan_of(town, sam) == before


async def test_a_window_is_drawn_from_a_kept_seed(town: Town) -> None:
    """S9: the same seed, the same times; one that reaches into the night is refused; none is the time itself."""
    sam = await town.client()
    plan = await town.do(course.set_window, NOON, sam, 60)
    assert isinstance(plan, Plan)
    drawn = [plan.rule.asked_on(date(2026, 12, n))[0].wall for n in range(1, 20)]
    assert len(set(drawn)) > 5
    assert all(time(18, 30) <= one < time(19, 30) for one in drawn)
    assert plan == await town.do(course.set_window, NOON, sam, 60)
    assert await town.do(course.set_window, NOON, sam, 181) is CourseRefusal.TOO_WIDE
    await town.do(course.set_check_in_time, NOON, sam, time(21), LONDON)
    assert (await plan_of(town, sam)).rule.chance is None
    assert await town.do(course.set_window, NOON, sam, 60) is CourseRefusal.AT_NIGHT


async def test_a_window_set_in_the_middle_of_it_draws_from_the_rest(town: Town) -> None:
    """S9: set at 18:29:30 today's comes between 18:30 and the end of the window, and not before now."""
    for second in range(20):
        sam = await town.client(second + 10, at=time(18))
        plan = await town.do(course.set_window, f"2026-11-20T17:30:{second:02}", sam, 60)
        assert isinstance(plan, Plan)
        late = await town.do(course.set_check_in_time, f"2026-11-20T17:31:{second:02}", sam, time(17), LONDON)
        assert utc("2026-11-20T17:31:59") < late.next_due_at < utc("2026-11-20T18:00")


async def test_the_hardest_hour_is_asked_about_in_the_first_days(town: Town) -> None:
    """The hour that somebody names is asked about from the quit day on, and not at night."""
    sam = await town.client()
    await town.do(set_quit_date, NOON, sam, QUIT)
    assert await town.do(course.set_risk, NOON, sam, time(23)) is CourseRefusal.AT_NIGHT
    assert isinstance(await town.do(course.set_risk, NOON, sam, time(15)), Plan)
    plan = await plan_of(town, sam)
    assert [slot for slot, _ in slots(plan, date(2026, 11, 24))] == ["08:00", "15:00", "18:30"]
    assert [slot for slot, _ in slots(plan, date(2026, 11, 28))] == ["08:00", "18:30"]
    await town.do(course.set_risk, NOON, sam, None)
    assert len(slots(await plan_of(town, sam), date(2026, 11, 24))) == 2


async def test_own_days_hold_for_a_course(town: Town) -> None:
    """Mondays and Thursdays alone, whatever the phase."""
    sam = await town.client()
    assert isinstance(await town.do(course.set_days, NOON, sam, [0, 3]), Plan)
    found = (await plan_of(town, sam)).rule.between(utc(NOON), utc("2026-12-20T12:00"), LONDON)
    assert {one.local_date.weekday() for one in found} == {0, 3}
    assert await town.do(course.set_days, NOON, sam, []) is CourseRefusal.NO_DAY


async def test_nobody_without_check_ins_can_change_them(town: Town) -> None:
    """Everything says so, and makes no plan."""
    sam = await town.client(at=None)
    assert await town.do(course.set_level, NOON, sam, Level.FULLER) is CourseRefusal.NO_CHECK_INS
    assert await town.do(course.set_own_plan, NOON, sam, [time(9)], [0]) is CourseRefusal.NO_CHECK_INS
    assert await town.do(course.set_window, NOON, sam, 30) is CourseRefusal.NO_CHECK_INS
    assert await town.do(course.set_risk, NOON, sam, time(9)) is CourseRefusal.NO_CHECK_INS
    assert await town.do(course.set_days, NOON, sam, [1]) is CourseRefusal.NO_CHECK_INS
    assert await town.do(course.less, NOON, sam) is None
    assert await town.ask(plans.of_person, sam.id) == []


async def test_after_half_a_year_check_ins_end_and_may_be_had_back(town: Town) -> None:
    """The course ends by itself on day 182; whoever picks a time after it has one check-in a day from then on."""
    sam = await town.client()
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 20))
    for day in ("2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01", "2027-05-25"):
        while (await town.open_due(f"{day}T12:00")).more:
            pass
    assert await town.ask(course.check_in_plan, sam.id) is None
    assert max(one.local_date for one in await town.prompts(sam) if one.kind == CHECK_IN) == date(2027, 5, 21)
    plan = await town.do(course.set_check_in_time, "2027-05-25T12:00", sam, time(20), LONDON)
    assert (plan.rule.course, plan.next_due_at) == (None, utc("2027-05-25T19:00"))
    assert {one.state for one in await town.prompts(sam)} <= {PromptState.MISSED_BY_US, PromptState.SKIPPED}
