"""Where one slot may be moved to."""

from datetime import UTC, date, datetime, time

from programme.schedule.course import SlotRefusal, free_times, slot_refusal
from tests.rows import each_row

LONDON = "Europe/London"
ON = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SIX = datetime(2026, 3, 2, 18, tzinfo=UTC)
SEVEN = datetime(2026, 3, 2, 19, tzinfo=UTC)


@each_row(
    ("to", "why"),
    [
        (time(12, 15), None), (time(12), SlotRefusal.OVER), (time(11), SlotRefusal.OVER),
        (time(6, 59), SlotRefusal.NIGHT),
        (time(21, 45), SlotRefusal.NIGHT), (time(17), None), (time(17, 1), SlotRefusal.NEAR),
        (time(18, 30), SlotRefusal.NEAR),
        (time(19, 59), SlotRefusal.NEAR), (time(20), None),
    ],
)  # fmt: skip
def test_a_time_is_refused_kindly(to: time, why: SlotRefusal | None) -> None:
    """S4: no night, nothing that is over, and an hour free on either side of a window of something else."""
    assert slot_refusal(ON, to, LONDON, NOON, [(SIX, SEVEN)]) is why


def test_half_hours_are_offered() -> None:
    """Those nearest to when it was planned, as many as there is room for, in order."""
    near = free_times(ON, time(15), LONDON, NOON, [(SIX, SEVEN)], most=4)
    assert near == [time(14), time(14, 30), time(15, 30), time(16)]
    every = free_times(ON, time(15), LONDON, NOON, [(SIX, SEVEN)], most=40)
    assert every[0] == time(12, 30)
    assert every[-1] == time(21, 30)
    assert time(18) not in every


def test_a_time_that_the_clocks_skip_is_as_they_say() -> None:
    """On a date in the future all good half hours are free."""
    assert len(free_times(date(2026, 3, 29), time(18), LONDON, NOON, [], most=40)) == 29
