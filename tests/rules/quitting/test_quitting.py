"""Moving a quit date, and the evening of a lapse."""

from datetime import UTC, date, datetime, timedelta

from programme.quitting.attempts import Attempt, AttemptMove, is_weekend, may_be_quit_date, move_attempt
from programme.quitting.lapses import evening_of, is_quiet_evening, quiet_until
from tests.rows import each_row

TODAY = date(2026, 3, 10)
LONDON = "Europe/London"


def march(day: int) -> date:
    """A day of March 2026."""
    return date(2026, 3, day)


@each_row(
    ("quit_on", "to", "expected"),
    [
        (march(12), march(12), AttemptMove.SAME_DAY),
        (march(12), march(20), AttemptMove.SAME_ATTEMPT),
        (march(12), march(11), AttemptMove.SAME_ATTEMPT),
        (march(12), march(8), AttemptMove.SAME_ATTEMPT),  # they stopped sooner than they meant to
        (march(5), march(3), AttemptMove.SAME_ATTEMPT),  # they remembered better
        (march(5), march(8), AttemptMove.NEW_ATTEMPT),
        (march(5), march(20), AttemptMove.NEW_ATTEMPT),
        (march(10), march(11), AttemptMove.NEW_ATTEMPT),  # today's not the day
    ],
)
def test_moving_takes_no_day_away(quit_on: date, to: date, expected: AttemptMove) -> None:
    """A day that has come stays an attempt of its own when it is moved to a later one."""
    assert move_attempt(Attempt(1, 7, quit_on), to, TODAY) is expected


@each_row(("ahead", "may"), [(-15, False), (-14, True), (0, True), (365, True), (366, False)])
def test_which_days_may_be_picked(ahead: int, may: bool) -> None:
    """From two weeks back to a year ahead."""
    assert may_be_quit_date(TODAY + timedelta(days=ahead), TODAY) is may


def test_smoking_is_a_lapse_while_an_attempt_holds() -> None:
    """From the quit date on, up to the day from which it holds no more."""
    attempt = Attempt(1, 7, march(5), ended_on=march(8))
    assert [day for day in range(3, 11) if attempt.holds_on(march(day))] == [5, 6, 7]
    assert [is_weekend(march(day)) for day in (6, 7, 8, 9)] == [False, True, True, False]


@each_row(
    ("at", "day", "until"),
    [
        ("2026-03-10T20:00", 10, "2026-03-11T04:00"),
        ("2026-03-10T08:00", 10, "2026-03-11T04:00"),
        ("2026-03-11T03:59", 10, "2026-03-11T04:00"),
        ("2026-03-11T04:00", 11, "2026-03-12T04:00"),
        ("2026-03-28T23:30", 28, "2026-03-29T03:00"),  # the clocks go forward
        ("2026-03-29T02:30", 28, "2026-03-29T03:00"),  # 3:30 on the wall
    ],
)
def test_the_evening_of_a_lapse(at: str, day: int, until: str) -> None:
    """It lasts to four in the morning on the person's own clock, and before four it is yesterday's."""
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert evening_of(moment, LONDON) == march(day)
    assert quiet_until(moment, LONDON) == datetime.fromisoformat(until).replace(tzinfo=UTC)


def test_what_is_due_that_evening_is_not_asked() -> None:
    """From the moment it was told to the end of that night; not before, and not the next morning."""
    lapse = datetime(2026, 3, 10, 16, 0, tzinfo=UTC)
    hours = (-1, 0, 2, 5, 15, 26)
    assert [is_quiet_evening(lapse + timedelta(hours=n), [lapse], LONDON) for n in hours] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
    assert not is_quiet_evening(lapse, [], LONDON)
