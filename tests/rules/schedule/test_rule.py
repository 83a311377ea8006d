"""When a rule comes round: dates, courses, chance and single changes."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.schedule.course import Course, Form, Level
from programme.schedule.plan import NEVER, RandomWindow, Rule, SlotChange
from programme.schedule.slots import instant
from tests.rows import each_row
from tests.rules.schedule.test_occurrence import START, TIMES, ZONES

LONDON = "Europe/London"
DAY = date(2026, 3, 4)
SIX = time(18)


def utc(text: str) -> datetime:
    """The moment of an ISO text, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def walls(rule: Rule, on: date) -> list[str]:
    """What is asked for on that date, as wall times."""
    return [one.wall.isoformat("minutes") for one in rule.asked_on(on)]


@given(st.integers(0, 2**31), st.integers(1, 180), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_drawn_time_lies_in_its_window_and_stays(seed: int, minutes: int, on: date) -> None:
    """S9: a time drawn by chance lies inside the window, and is the same one whenever it is asked."""
    rule = Rule((SIX,), chance=RandomWindow(minutes, seed))
    (found,) = rule.asked_on(on)
    drawn = datetime.combine(on, found.wall) - datetime.combine(on, SIX)
    assert timedelta() <= drawn < timedelta(minutes=minutes)
    assert rule.asked_on(on) == Rule.from_json(rule.to_json()).asked_on(on)
    assert found.slot == "18:00"


def test_drawn_times_are_spread_over_the_window() -> None:
    """S9: over a year every quarter of the window has its share."""
    rule = Rule((SIX,), chance=RandomWindow(60, 7))
    quarters = [rule.asked_on(DAY + timedelta(days=n))[0].wall.minute // 15 for n in range(365)]
    assert all(60 <= quarters.count(n) <= 125 for n in range(4))


def test_whoever_joins_in_the_window_gets_what_is_left_of_it() -> None:
    """S9: made at 18:40, the first one comes between 18:40 and 19:00, and later ones from 18:00 on."""
    for seed in range(50):
        rule = Rule((SIX,), chance=RandomWindow(60, seed, datetime.fromisoformat("2026-03-04T18:40")))
        assert "18:40" <= walls(rule, DAY)[0] <= "18:59"
    assert any(walls(Rule((SIX,), chance=RandomWindow(60, seed)), DAY)[0] < "18:40" for seed in range(50))


def test_drawn_times_keep_an_hour_between_them() -> None:
    """S9: two windows that touch never bring two questions close together."""
    for seed in range(100):
        rule = Rule((time(10), time(11)), chance=RandomWindow(60, seed))
        first, second = (datetime.combine(DAY, one.wall) for one in rule.asked_on(DAY))
        assert second - first >= timedelta(hours=1)


def test_in_a_course_the_evening_alone_is_drawn() -> None:
    """S9: the morning's question keeps its time."""
    rule = Rule((SIX,), course=Course(quit_on=DAY - timedelta(days=6)), chance=RandomWindow(60, 3))
    found = {one.form: one.wall for one in rule.asked_on(DAY)}
    assert found[Form.MORNING] == time(8)
    assert time(18) <= found[Form.EVENING] < time(19)


def test_one_slot_can_be_moved_or_left_out() -> None:
    """S11: a single slot moves within its day or is left out; the others stay, and its name stays."""
    rule = Rule((time(9), SIX)).with_change(SlotChange(DAY, "18:00", time(20)))
    assert walls(rule, DAY) == ["09:00", "20:00"]
    assert [one.slot for one in rule.asked_on(DAY)] == ["09:00", "18:00"]
    assert walls(rule, DAY + timedelta(days=1)) == ["09:00", "18:00"]
    without = rule.with_change(SlotChange(DAY, "18:00", None))
    assert walls(without, DAY) == ["09:00"]
    assert Rule.from_json(without.to_json()) == without


def test_a_slot_left_out_is_passed_over_by_the_next_due_time() -> None:
    """S11: what comes next is the slot after the one that was left out."""
    rule = Rule((SIX,)).with_change(SlotChange(DAY, "18:00", None))
    assert rule.due_after(utc("2026-03-04T12:00"), LONDON) == utc("2026-03-05T18:00")


def test_changes_that_are_long_over_are_forgotten() -> None:
    """A rule does not grow with every change that was ever made."""
    rule = Rule((SIX,))
    for n in range(30):
        rule = rule.with_change(SlotChange(DAY + timedelta(days=n), "18:00", None))
    assert len(rule.changes) == 8


def test_a_rule_of_dates_comes_on_them_and_is_then_over() -> None:
    """Days 28, 31 and 35 after a date, in order, and never after."""
    rule = Rule((time(12),), on=DAY, days=(28, 31, 35))
    found = rule.between(utc("2026-01-01"), utc("2027-01-01"), LONDON)
    assert [(one.local_date, one.form) for one in found] == [
        (date(2026, 4, 1), "28"), (date(2026, 4, 4), "31"), (date(2026, 4, 8), "35"),
    ]  # fmt: skip
    at = utc("2026-01-01")
    for one in found:
        assert (at := rule.due_after(at, LONDON)) == one.at_utc
    assert rule.due_after(at, LONDON) == NEVER
    assert Rule.from_json(rule.to_json()) == rule


@pytest.mark.parametrize("level", Level)
@given(st.integers(-40, 200), st.sampled_from(["Europe/London", "Australia/Lord_Howe", "America/St_Johns"]))
def test_the_next_slot_of_a_course_is_the_first_of_those_to_come(level: Level, days: int, zone: str) -> None:
    """Looking for the next slot and listing all slots agree, in every phase; after the course there is none."""
    rule = Rule((SIX,), course=Course(level, DAY, risk=time(15)), chance=RandomWindow(45, 5))
    now = utc("2026-03-04T12:00") + timedelta(days=days)
    listed = rule.between(now, now + timedelta(days=30), zone)
    assert rule.due_after(now, zone) == (listed[0].at_utc if listed else NEVER)
    assert bool(listed) if days < 182 - 28 else days <= 182 or not listed


def test_the_window_of_a_drawn_time_is_known_beforehand() -> None:
    """S9: what is drawn by chance says between when; what somebody moved, and what is never drawn, does not."""
    rule = Rule((SIX,), chance=RandomWindow(60, 7))
    assert rule.drawn_within(DAY, "18:00") == (SIX, time(19))
    since = Rule((SIX,), chance=RandomWindow(60, 7, datetime.combine(DAY, time(18, 40))))
    assert since.drawn_within(DAY, "18:00") == (time(18, 40), time(19))
    moved = rule.with_change(SlotChange(DAY, "18:00", time(12)))
    assert moved.drawn_within(DAY, "18:00") is None
    assert moved.without_change(DAY, "18:00") == rule
    assert Rule((SIX,)).drawn_within(DAY, "18:00") is None
    course = Rule((SIX,), course=Course(quit_on=DAY - timedelta(days=1)), chance=RandomWindow(60, 7))
    assert course.drawn_within(DAY, "08:00") is None


@each_row("level", Level)
def test_own_days_of_a_course_lose_none_of_its_slower_weeks(level: Level) -> None:
    """What a course asks once a week on another weekday comes on the next day that is theirs, and never twice."""
    rule = Rule((SIX,), frozenset({1}), course=Course(level, DAY))
    found = [n for n in range(180) if rule.asked_on(DAY + timedelta(days=n))]
    weeks = {n // 7 for n in found}
    assert all((DAY + timedelta(days=n)).weekday() == 1 for n in found)
    assert set(range(12)) <= weeks
    assert len([week for week in weeks if week >= 13]) == {Level.LIGHTER: 3, Level.STANDARD: 6, Level.FULLER: 12}[level]
    everyday = Rule((SIX,), course=Course(level, DAY))
    assert all(everyday.asked_on(day) == everyday.course.asked_on(day, SIX) for day in (DAY, DAY + timedelta(days=40)))  # type: ignore[union-attr]


@pytest.mark.slow
@each_row("wall", TIMES, ids=str)
def test_no_zone_skips_or_repeats_a_date_of_a_rule(wall: time) -> None:
    """S3: for 400 days a daily rule has one slot a date, in every zone there is (CI: all times; elsewhere one of 7)."""
    rule = Rule((wall,))
    for zone in ZONES if os.environ.get("CI") else ZONES[TIMES.index(wall) :: len(TIMES)]:
        found = rule.between(START, START + timedelta(days=400), zone)
        dates = [one.local_date for one in found]
        assert dates == [dates[0] + timedelta(days=n) for n in range(len(dates))], zone
        assert len(dates) in (399, 400, 401), zone


@each_row("zone", ["Europe/London", "Africa/Cairo", "America/Nuuk", "Australia/Lord_Howe"])
def test_a_course_keeps_its_times_through_both_clock_changes(zone: str) -> None:
    """S3: from planning to half a year on, each date has what its phase asks, at the same times on the wall."""
    quit_on = date(2026, 3, 1)
    course = Course(Level.FULLER, quit_on, time(16))
    rule = Rule((SIX,), course=course)
    since = datetime(2026, 2, 1, tzinfo=UTC)
    for first in (since, datetime(2026, 9, 1, tzinfo=UTC)):
        rule = replace(rule, course=replace(course, quit_on=first.date() + timedelta(days=28)))
        found = rule.between(first, first + timedelta(days=150), zone)
        told = [(one.local_date, one.form) for one in found]
        assert len(set(told)) == len(told)
        assert told == [
            (day, one.form)
            for day in (first.date() + timedelta(days=n) for n in range(-1, 152))
            for one in rule.asked_on(day)
            if found[0].at_utc <= instant(day, one.wall, zone) <= found[-1].at_utc  # type: ignore[operator]
        ]
        walls_of = {one.form: one.at_utc.astimezone(ZoneInfo(zone)).time() for one in found}
        assert walls_of == {Form.MORNING: time(8), Form.RISK: time(16), Form.EVENING: SIX}
        assert {one.at_utc.astimezone(ZoneInfo(zone)).strftime("%H:%M") for one in found} == {"08:00", "16:00", "18:00"}


@given(
    st.integers(0, 32 * 365 * 24 * 60).map(lambda minutes: utc("2005-01-01") + timedelta(minutes=minutes)),
    st.integers(0, 20 * 24),
    st.sampled_from(ZONES),
    st.times().map(lambda wall: wall.replace(second=0, microsecond=0)),
)
def test_what_is_due_and_what_is_next_come_in_one_go(after: datetime, hours: int, zone: str, wall: time) -> None:
    """The slots up to a moment, and the first one after it, are those that are found one by one."""
    rule, until = Rule((wall, time(23, 45))), after + timedelta(hours=hours)
    assert rule.due_by(after, until, zone) == (rule.between(after, until, zone), rule.due_after(until, zone))


def test_a_window_that_was_over_when_it_was_set_is_not_asked_late() -> None:
    """S9: set at 12:06, today's window of 9:00 to 11:00 is over, and nothing of it comes; that of 12:30 does."""
    chance = RandomWindow(120, 7, datetime(2026, 4, 5, 12, 7))  # noqa: DTZ001 - wall time
    rule = Rule((time(9), time(12, 30)), chance=chance)
    early, late = rule.asked_on(date(2026, 4, 5))
    assert time(9) <= early.wall < time(11)
    assert time(12, 30) <= late.wall < time(14, 30)
    assert rule.drawn_within(date(2026, 4, 5), "09:00") == (time(9), time(11))
