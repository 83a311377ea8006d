"""The checker's own way to the days of a course, held up to the product's."""

from datetime import date, time, timedelta

import pytest

from programme.schedule.course import Course, Level
from programme.schedule.plan import EVERY_DAY, Rule
from trials.rules.slots import slots_asked

QUIT = date(2026, 3, 5)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("weekdays", [EVERY_DAY, frozenset({1, 4})])
def test_both_ways_come_to_the_same_days(level: Level, weekdays: frozenset[int]) -> None:
    """Half a year and a bit, day by day, with the months on their days."""
    rule = Rule((time(18, 30),), weekdays, course=Course(level, QUIT))
    days = [QUIT + timedelta(days=n) for n in range(-7, 200)]
    stored = rule.to_json()
    assert [day for day in days if slots_asked(stored, day)] == [day for day in days if rule.asked_on(day)]
