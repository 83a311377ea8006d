"""A worry about stopping: how often it is asked about."""

from datetime import UTC, datetime, timedelta

from programme.planning.reasons import Belief, BeliefTopic
from tests.rows import each_row

NOW = datetime(2026, 6, 1, 18, tzinfo=UTC)


@each_row(
    ("sure", "told", "asked"),
    [
        ((4,), (), True),
        ((), (), False),  # never rated
        ((4, 2), (), False),  # looked at: not every two months for ever
        ((4,), (59,), False),
        ((4,), (60,), True),
        ((4,), (60, 120), False),  # passed over twice
    ],
)
def test_asked_again_and_not_for_ever(sure: tuple[int, ...], told: tuple[int, ...], asked: bool) -> None:
    """Until they said how sure they are by now, and twice at most, two months apart."""
    at = [NOW - timedelta(days=days) for days in told]
    assert Belief(BeliefTopic.WEIGHT, sure).is_asked_again(at, NOW) is asked
