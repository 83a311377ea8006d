"""A day and a time, as people type them."""

from datetime import UTC, datetime, time

from programme.schedule.typed import DayAndTime, next_moment, parse_day_and_time
from tests.rows import each_row

MONDAY_NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
LONDON = "Europe/London"


@each_row(
    ("text", "said"),
    [
        ("Thu 11:00", DayAndTime(time(11), weekday=3)),
        ("thursday at 11", DayAndTime(time(11), weekday=3)),
        ("On Thursdays, half past nine", DayAndTime(time(9, 30), weekday=3)),
        ("Tues 9", DayAndTime(time(9), weekday=1)),
        ("wed 3", DayAndTime(time(15), weekday=2)),
        ("fri 7", DayAndTime(time(19), weekday=4)),
        ("Fri 7am", DayAndTime(time(7), weekday=4)),
        ("tomorrow 14:15", DayAndTime(time(14, 15), ahead=1)),
        ("today 5pm", DayAndTime(time(17), ahead=0)),
        ("11:00", None),
        ("Thu", None),
        ("Thu 3am", None),
        ("Thursdayish maybe", None),
        ("sunny 11:00", None),
    ],
)
def test_a_day_and_a_time(text: str, said: DayAndTime | None) -> None:
    """A weekday in any of its usual forms, today or tomorrow; then a time of the day."""
    assert parse_day_and_time(text) == said


@each_row(
    ("text", "at"),
    [
        ("Mon 12:01", datetime(2026, 3, 9, 12, 1, tzinfo=UTC)),
        ("Mon 11:00", datetime(2026, 3, 16, 11, 0, tzinfo=UTC)),
        ("Thu 11:00", datetime(2026, 3, 12, 11, 0, tzinfo=UTC)),
        ("today 11:00", None),
        ("tomorrow 11:00", datetime(2026, 3, 10, 11, 0, tzinfo=UTC)),
    ],
)
def test_the_next_such_moment(text: str, at: datetime | None) -> None:
    """The first one after now; today's time that is over is none."""
    said = parse_day_and_time(text)
    assert said is not None
    assert next_moment(said, MONDAY_NOON, LONDON) == at


def test_over_a_clock_change_the_wall_time_holds() -> None:
    """Sunday 11:00 after London's clocks go forward is 10:00 UTC."""
    said = parse_day_and_time("Sun 11:00")
    assert said is not None
    saturday = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    assert next_moment(said, saturday, LONDON) == datetime(2026, 3, 29, 10, 0, tzinfo=UTC)
