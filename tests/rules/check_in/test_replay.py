"""When what was learned from a lapse is put before somebody: in its hour, on the days on which it comes round."""

from datetime import date, time, timedelta

from programme.check_in.closing_card import Learned, comes_round
from programme.schedule.course import Form
from tests.rows import each_row

FRIDAY = date(2026, 3, 6)
LEARNED = Learned(4, 9, FRIDAY, time(21, 0))
EVENING = time(20, 30)


@each_row("days", range(30))
def test_the_next_day_and_the_same_weekday(days: int) -> None:
    """FIELD 3.5: the day after, then three Fridays; on no other day, and not on the evening itself."""
    found = comes_round([LEARNED], FRIDAY + timedelta(days=days), EVENING, None)
    assert (found is not None) is (days in (1, 7, 14, 21))


CASES = [
    (time(20, 0), None, True),
    (time(22, 0), Form.EVENING, True),
    (time(19, 59), Form.EVENING, False),
    (time(8, 0), Form.EVENING, False),
    (time(8, 0), Form.RISK, True),  # the hour that they call the hardest, whenever it is
    (time(21, 0), Form.MORNING, False),
    (time(21, 0), Form.QUIET, False),
]


@each_row(("wall", "form", "told"), CASES)
def test_its_hour(wall: time, form: Form | None, told: bool) -> None:
    """FIELD 3.5: in the check-in of the hardest hour, or a whole one within an hour of the lapse's."""
    assert (comes_round([LEARNED], FRIDAY + timedelta(days=7), wall, form) is not None) is told


def test_an_hour_round_midnight() -> None:
    """A lapse at half past midnight and a check-in at half past eleven are an hour apart."""
    late = Learned(4, 9, FRIDAY, time(0, 30))
    assert comes_round([late], FRIDAY + timedelta(days=7), time(23, 30), None) == late
    assert comes_round([late], FRIDAY + timedelta(days=7), time(21, 30), None) is None


def test_an_hour_that_is_not_known() -> None:
    """Told of on a later day: in the hardest hour alone."""
    told_later = Learned(4, 9, FRIDAY, None)
    assert comes_round([told_later], FRIDAY + timedelta(days=7), EVENING, Form.RISK) == told_later
    assert comes_round([told_later], FRIDAY + timedelta(days=7), EVENING, None) is None


def test_of_several_the_newest() -> None:
    """One at a time."""
    older = Learned(3, 8, FRIDAY - timedelta(days=7), time(21, 0))
    same_day = Learned(5, 8, FRIDAY, time(20, 0))
    on = FRIDAY + timedelta(days=7)
    assert comes_round([same_day, older, LEARNED], on, EVENING, None) == same_day
    assert comes_round([older], on, EVENING, None) == older
    assert comes_round([], on, EVENING, None) is None
