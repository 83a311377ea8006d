"""The checker's own reading of a rule, and the service's: two ways to the same slots."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from programme.event import AnyEvent, StoredEvent
from programme.schedule.course import Course, Level
from programme.schedule.plan import EVERY_DAY, NEVER, RandomWindow, Rule, SlotChange
from trials.rules.slots import is_next, slots_asked

DAY = date(2026, 3, 2)
dates = st.integers(0, 250).map(lambda days: DAY + timedelta(days=days))
walls = st.integers(14, 43).map(lambda half: time(half // 2, half % 2 * 30))
weekdays = st.frozensets(st.integers(0, 6), min_size=1) | st.just(EVERY_DAY)
courses = st.builds(Course, st.sampled_from(Level), st.none() | dates, st.none() | walls, walls)
chances = st.none() | st.builds(RandomWindow, st.sampled_from([30, 60, 120]), st.integers(0, 99), st.none())
plain = st.builds(Rule, st.lists(walls, min_size=1, max_size=3, unique=True).map(tuple), weekdays, chance=chances)
of_course = st.builds(Rule, walls.map(lambda wall: (wall,)), weekdays, course=courses, chance=chances)
counted = st.builds(
    Rule, walls.map(lambda wall: (wall,)), on=dates, days=st.lists(st.integers(0, 60), min_size=1).map(tuple)
)


@given(
    plain | of_course | counted,
    st.lists(st.tuples(dates, walls, st.none() | walls), max_size=3),
    st.none() | st.tuples(dates, st.integers(0, 130)),
)
def test_both_ways_lead_to_the_same_slots(
    rule: Rule, changes: list[tuple[date, time, time | None]], since: tuple[date, int] | None
) -> None:
    """On every date of forty weeks, for courses, own times, windows, counted days and single changes."""
    if rule.chance and since:
        made = datetime.combine(since[0], rule.times[0]) + timedelta(minutes=since[1])
        rule = replace(rule, chance=replace(rule.chance, since=made))
    for on, wall, to in changes:
        slot = next((one.slot for one in rule.asked_on(on)), f"{wall:%H:%M}")
        rule = rule.with_change(SlotChange(on, slot, to))
    stored = rule.to_json()
    for count in range(-3, 280):
        day = DAY + timedelta(days=count)
        mine = {one.slot: one.wall.hour * 60 + one.wall.minute for one in rule.asked_on(day)}
        assert slots_asked(stored, day) == mine, day


def test_a_quit_morning_that_was_left_out_has_nothing_left_to_be_due() -> None:
    """A plan of one date is due never once its slot was left out or is past, and not before that."""
    there = Rule((time(8),), on=DAY)
    left_out = replace(there, changes=(SlotChange(DAY, "08:00", None),))
    before, after = datetime(2026, 2, 28, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)
    assert is_next(_told(left_out, before), NEVER)
    assert is_next(_told(there, after), NEVER)
    assert not is_next(_told(there, before), NEVER)


def _told(rule: Rule, since: datetime) -> AnyEvent:
    data = {"rule": rule.to_json(), "zone": "Europe/London", "from": since.isoformat()}
    return StoredEvent(1, "PlanSet", 1, 1, data, since)
