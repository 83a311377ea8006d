"""Moving a quit date, the evening of a lapse, and which strategy fits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from programme.check_in import HardMoment
from programme.quitting import Attempt, Move, is_weekend, may_be_quit_date, move
from programme.smoking import evening_of, is_left_in_peace, quiet_until
from programme.toolkit import ToolkitItem, fitting

TODAY = date(2026, 3, 10)
LONDON = "Europe/London"


def march(day: int) -> date:
    """A day of March 2026."""
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("quit_on", "to", "expected"),
    [
        (march(12), march(12), Move.SAME_DAY),
        (march(12), march(20), Move.SAME_ATTEMPT),
        (march(12), march(11), Move.SAME_ATTEMPT),
        (march(12), march(8), Move.SAME_ATTEMPT),  # they stopped sooner than they meant to
        (march(5), march(3), Move.SAME_ATTEMPT),  # they remembered better
        (march(5), march(8), Move.NEW_ATTEMPT),
        (march(5), march(20), Move.NEW_ATTEMPT),
        (march(10), march(11), Move.NEW_ATTEMPT),  # today's not the day
    ],
)
def test_moving_takes_no_day_away(quit_on: date, to: date, expected: Move) -> None:
    """A day that has come stays an attempt of its own when it is moved to a later one."""
    assert move(Attempt(1, 7, quit_on), to, TODAY) is expected


@pytest.mark.parametrize(("ahead", "may"), [(-15, False), (-14, True), (0, True), (365, True), (366, False)])
def test_which_days_may_be_picked(ahead: int, may: bool) -> None:
    """From two weeks back to a year ahead."""
    assert may_be_quit_date(TODAY + timedelta(days=ahead), TODAY) is may


def test_smoking_is_a_lapse_while_an_attempt_holds() -> None:
    """From the quit date on, up to the day from which it holds no more."""
    attempt = Attempt(1, 7, march(5), ended_on=march(8))
    assert [day for day in range(3, 11) if attempt.holds_on(march(day))] == [5, 6, 7]
    assert [is_weekend(march(day)) for day in (6, 7, 8, 9)] == [False, True, True, False]


@pytest.mark.parametrize(
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
    assert [is_left_in_peace(lapse + timedelta(hours=n), [lapse], LONDON) for n in hours] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
    assert not is_left_in_peace(lapse, [], LONDON)


WALK, TEA, CALL, GUM = (
    ToolkitItem(1, "A walk"),
    ToolkitItem(2, "Tea"),
    ToolkitItem(3, "Call Mia", moment=HardMoment.STRESS),
    ToolkitItem(4, "Gum", hidden=True),
)
HELPED: dict[tuple[int, HardMoment | None], int] = {
    (1, HardMoment.BORED): 5,
    (2, HardMoment.STRESS): 1,
    (2, None): 1,
    (4, HardMoment.STRESS): 9,
}


@pytest.mark.parametrize(
    ("moment", "order"),
    [
        (HardMoment.STRESS, ["Call Mia", "Tea", "A walk"]),
        (HardMoment.BORED, ["A walk", "Tea", "Call Mia"]),
        (HardMoment.DRINK, ["A walk", "Tea", "Call Mia"]),
        (None, ["A walk", "Tea", "Call Mia"]),
    ],
)
def test_what_fits_a_moment_comes_first(moment: HardMoment | None, order: list[str]) -> None:
    """First what was kept for it, then what helped at such moments, then what helped at all; hidden ones never."""
    assert [item.words for item in fitting([WALK, TEA, CALL, GUM], moment, HELPED)] == order


def test_without_any_answer_the_newest_comes_first() -> None:
    """A strategy that the person wrote just now ranks first where nothing is known."""
    assert [item.id for item in fitting([WALK, TEA], None, {})] == [2, 1]
