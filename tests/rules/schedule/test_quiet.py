"""Quiet hours and the windows that end before them."""

from datetime import UTC, datetime, time

import pytest

from programme.schedule.plan import Rule
from programme.schedule.slots import is_quiet, may_be_asked_at, quiet_end_after, quiet_start_after
from tests.rows import each_row

LONDON = "Europe/London"


def utc(text: str) -> datetime:
    """The moment of an ISO text, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@each_row(
    ("now", "zone", "quiet"),
    [
        pytest.param("2026-07-01T20:59", LONDON, False, id="a minute before ten in summer"),
        pytest.param("2026-07-01T21:00", LONDON, True, id="ten in summer"),
        pytest.param("2026-07-02T05:59", LONDON, True, id="a minute before seven"),
        pytest.param("2026-07-02T06:00", LONDON, False, id="seven"),
        pytest.param("2026-10-25T21:59", LONDON, False, id="the day the clocks go back"),
        pytest.param("2026-10-25T22:00", LONDON, True, id="ten that day"),
        pytest.param("2026-07-01T21:00", "America/New_York", False, id="afternoon elsewhere"),
    ],
)
def test_night_is_where_the_person_is(now: str, zone: str, quiet: bool) -> None:
    """It is night from 22:00 to 7:00 on the person's own wall."""
    assert is_quiet(utc(now), zone) is quiet


def test_the_night_of_the_clock_change_ends_at_seven() -> None:
    """The end of the night is a wall time, also when the night is an hour longer or shorter."""
    assert quiet_end_after(utc("2026-10-24T22:00"), LONDON) == utc("2026-10-25T07:00")
    assert quiet_end_after(utc("2026-03-28T23:00"), LONDON) == utc("2026-03-29T06:00")
    assert quiet_start_after(utc("2026-03-29T07:00"), LONDON) == utc("2026-03-29T21:00")
    assert quiet_start_after(utc("2026-03-29T21:00"), LONDON) == utc("2026-03-29T21:00")


@each_row(
    ("due", "closes"),
    [
        pytest.param("2026-11-22T08:00", "2026-11-22T12:00", id="four hours"),
        pytest.param("2026-11-22T18:30", "2026-11-22T22:00", id="cut at ten"),
        pytest.param("2026-11-22T21:30", "2026-11-22T22:00", id="the latest time allowed"),
        pytest.param("2026-11-22T23:30", "2026-11-22T23:30", id="at night: no window at all"),
    ],
)
def test_a_window_never_reaches_into_the_night(due: str, closes: str) -> None:
    """An answer is waited for four hours, and not after ten in the evening."""
    assert Rule((time(9),)).closes_at(utc(due), LONDON) == utc(closes)


def test_check_ins_are_set_to_the_day() -> None:
    """A check-in may be set from 7:00 to 21:30."""
    allowed = [time(7), time(12), time(21, 30)]
    assert all(map(may_be_asked_at, allowed))
    assert not any(map(may_be_asked_at, [time(6, 59), time(21, 31), time(0)]))
