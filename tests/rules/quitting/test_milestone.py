"""Round numbers of smoke-free days."""

from programme.quitting.attempts import Unit, milestone_at
from tests.rows import each_row

CASES = [
    (0, None),
    (1, (1, Unit.DAYS)),
    (2, (1, Unit.DAYS)),
    (3, (3, Unit.DAYS)),
    (6, (3, Unit.DAYS)),
    (7, (1, Unit.WEEKS)),
    (14, (2, Unit.WEEKS)),
    (27, (2, Unit.WEEKS)),
    (28, (4, Unit.WEEKS)),
    (60, (4, Unit.WEEKS)),
    (61, (2, Unit.MONTHS)),
    (92, (3, Unit.MONTHS)),
    (364, (11, Unit.MONTHS)),
    (365, (12, Unit.MONTHS)),
    (731, (24, Unit.MONTHS)),
]


@each_row(("days", "expected"), CASES)
def test_the_highest_that_was_reached(days: int, expected: tuple[int, Unit] | None) -> None:
    """1 and 3 days, 1, 2 and 4 weeks, then months, none of them early."""
    reached = milestone_at(days)
    assert (None if reached is None else (reached.count, reached.unit)) == expected


def test_it_is_found_by_its_own_days() -> None:
    """What is kept of a milestone is its number of days, and that leads back to it."""
    for days in range(1, 1000):
        reached = milestone_at(days)
        assert reached is not None
        assert milestone_at(reached.days) == reached
