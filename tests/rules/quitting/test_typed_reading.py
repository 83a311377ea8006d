"""A reading as it is typed, with and without its date."""

from datetime import date

from programme.quitting.follow_ups import read_reading
from tests.rows import each_row

TODAY = date(2026, 2, 10)


@each_row(
    ("typed", "found"),
    [
        ("3", (3, None)),
        (" 3 PPM ", (3, None)),
        ("3ppm", (3, None)),
        ("CO: 12", (12, None)),
        ("3 ppm 2 Feb", (3, date(2026, 2, 2))),
        ("3 ppm, Mon 2nd February 2026.", (3, date(2026, 2, 2))),
        ("3 on 30 Dec", (3, date(2025, 12, 30))),
        ("4 2/2", (4, date(2026, 2, 2))),
        ("4 2.2.26", (4, date(2026, 2, 2))),
        ("0 yesterday", (0, date(2026, 2, 9))),
        ("200 today", (200, TODAY)),
        ("4 two days ago", (4, date(2026, 2, 8))),
        ("4 a day ago", (4, date(2026, 2, 9))),
        ("4 on Monday", (4, date(2026, 2, 9))),
        ("4 last wed.", (4, date(2026, 2, 4))),
        ("4 tuesday", (4, TODAY)),
        ("4 few days ago", None),
        ("4 99999 days ago", None),
        ("201", None),
        ("-1", None),
        ("3.5", None),
        ("six", None),
        ("6 ppm Feb", None),
        ("6 30 Feb", None),
        ("6 2 Fab", None),
        ("٣", None),
        ("", None),
    ],
)
def test_what_is_typed(typed: str, found: tuple[int, date | None] | None) -> None:
    """A number of ppm; a date day before month, the last such day where no year is given; anything else is none."""
    assert read_reading(typed, TODAY) == found
