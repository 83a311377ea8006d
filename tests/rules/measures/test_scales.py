"""Scales in golden tables: HSI in all its combinations, MPSS with and without a baseline."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

from programme.measures.dependence import Band, First, Hsi, PerDay, first_of, per_day_of
from programme.measures.mood import (
    ItemChange,
    MpssItem,
    Rating,
    Response,
    Scored,
    mpss_offered,
    read_score,
    response,
    score,
)
from tests.rows import each_row

L, M, H = Band.LOW, Band.MEDIUM, Band.HIGH
# Rows: the first one within 5, 30, 60 minutes, later. Columns: up to 10, 20, 30 a day, more.
SCORES = [
    [(3, M), (4, M), (5, H), (6, H)],
    [(2, M), (3, M), (4, M), (5, H)],
    [(1, L), (2, M), (3, M), (4, M)],
    [(0, L), (1, L), (2, M), (3, M)],
]
QUIT = date(2026, 3, 1)


@each_row(("row", "column"), list(product(range(4), range(4))))
def test_every_combination(row: int, column: int) -> None:
    """All 16: the score and its band."""
    found = Hsi(list(First)[row], list(PerDay)[column])
    assert (found.score, found.band) == SCORES[row][column]


@each_row(
    ("minutes", "first"),
    [(0, First.WITHIN_5), (5, First.WITHIN_5), (6, First.WITHIN_30), (30, First.WITHIN_30), (31, First.WITHIN_60),
     (60, First.WITHIN_60), (61, First.LATER)],
)  # fmt: skip
def test_minutes_after_waking(minutes: int, first: First) -> None:
    """The ends of each answer belong to it."""
    assert first_of(minutes) is first


@each_row(
    ("cigarettes", "per_day"),
    [(0, PerDay.UP_TO_10), (10, PerDay.UP_TO_10), (11, PerDay.UP_TO_20), (20, PerDay.UP_TO_20), (21, PerDay.UP_TO_30),
     (30, PerDay.UP_TO_30), (31, PerDay.MORE)],
)  # fmt: skip
def test_cigarettes_a_day(cigarettes: int, per_day: PerDay) -> None:
    """The ends of each answer belong to it."""
    assert per_day_of(cigarettes) is per_day


def rated(day: int, *scores: int) -> Rating:
    """A rating on that day of the attempt: items in their order."""
    return Rating(QUIT + timedelta(days=day), dict(zip(MpssItem, scores, strict=False)))


BEFORE = (rated(-7, 2, 2, 1, 1, 1, 2, 3, 2, 3), rated(-1, 3, 2, 2, 1, 1, 1, 2, 3, 3))
NOW = rated(7, 3, 4, 1, 2, 3, 1, 2, 5, 0)


def halves(*twice: int | None) -> list[Fraction | None]:
    """Numbers given as how many halves."""
    return [None if n is None else Fraction(n, 2) for n in twice]


@each_row(
    ("before", "baselines", "changes"),
    [
        (BEFORE, 2, halves(1, 4, -1, 2, 4, -1, -1)),
        (BEFORE[:1], 1, halves(2, 4, 0, 2, 4, -2, -2)),
        ((), 0, [None] * 7),
        ((rated(-15, 1, 1, 1, 1, 1, 1, 1, 1, 1),), 0, [None] * 7),  # too long ago
        ((rated(0, 1, 1, 1, 1, 1, 1, 1, 1, 1),), 0, [None] * 7),  # the quit date is not before it
        ((rated(-9, 5, 5, 5, 5, 5, 5, 5, 5, 5), *BEFORE), 2, halves(1, 4, -1, 2, 4, -1, -1)),  # the last two
        ((rated(-1, 3),), 1, [Fraction(0), *[None] * 6]),  # items that were passed over
    ],
)
def test_change_from_before(before: Sequence[Rating], baselines: int, changes: list[Fraction | None]) -> None:
    """Items 1 to 7 as change, urges as they stand, and no baseline said openly."""
    found = score(NOW, [*before, NOW], QUIT)
    assert (found.day, found.baselines, found.has_baseline) == (7, baselines, baselines > 0)
    assert [one.change for one in found.changes] == changes
    assert [one.now for one in found.changes] == [3, 4, 1, 2, 3, 1, 2]
    assert (found.urge_time, found.urge_strength) == (5, 0)


def test_what_was_passed_over_is_not_scored() -> None:
    """No number is made up for it."""
    part = Rating(QUIT + timedelta(days=14), {MpssItem.ANXIOUS: 2})
    change = ItemChange(MpssItem.ANXIOUS, 2, Fraction(2))
    assert score(part, BEFORE, QUIT) == Scored(part.on, 14, 2, (change,), None, None)


@each_row(
    ("depressed", "before", "expected"),
    [
        (5, BEFORE, Response.VERY_LOW),
        (4, (), Response.VERY_LOW),  # no baseline is needed for it
        (4, (rated(-1, 5),), Response.VERY_LOW),  # nor does it help that it was worse
        (3, (rated(-1, 1),), Response.OFFER_TO_TELL),
        (3, BEFORE, Response.NONE),
        (3, (), Response.NONE),
        (1, BEFORE, Response.NONE),
        (None, BEFORE, Response.NONE),
    ],
)
def test_the_first_item_has_a_rule(depressed: int | None, before: Sequence[Rating], expected: Response) -> None:
    """A high answer is the very-low branch, a rise is worth telling."""
    rating = Rating(QUIT + timedelta(days=7), {} if depressed is None else {MpssItem.DEPRESSED: depressed})
    assert response(rating, [*before, rating], QUIT) is expected


def test_the_rule_holds_without_a_quit_date() -> None:
    """A baseline alone can be very low."""
    assert response(rated(-7, 5), [], None) is Response.VERY_LOW
    assert response(rated(-7, 3), BEFORE, None) is Response.NONE


@each_row(
    ("today", "rated_on", "slot"),
    [
        (-8, [], None),
        (-7, [], -7),
        (-3, [], -7),  # no check-in came before
        (-3, [-7], None),
        (-2, [-7], -1),
        (-1, [-2], None),
        (-1, [], -1),
        (-1, [-12, -11], None),  # both baselines are there
        (0, [], None),
        (6, [-7, -1], None),
        (7, [-7, -1], 7),
        (9, [], 7),
        (9, [8], None),
        (10, [], None),
        (14, [7], 14),
        (30, [7, 14], 28),
        (31, [], None),
    ],
)
def test_when_it_is_offered(today: int, rated_on: list[int], slot: int | None) -> None:
    """Twice before the quit date, then on days 7, 14 and 28, or in the two days after each."""
    days = {QUIT + timedelta(days=n) for n in rated_on}
    assert mpss_offered(QUIT, days, QUIT + timedelta(days=today)) == slot


@each_row(
    ("item", "code", "expected"),
    [(MpssItem.ANXIOUS, "1", 1), (MpssItem.ANXIOUS, "0", None), (MpssItem.URGE_TIME, "0", 0),
    (MpssItem.URGE_STRENGTH, "5", 5),
     (MpssItem.POOR_SLEEP, "6", None), (MpssItem.HUNGRY, "\u0661", None), (MpssItem.HUNGRY, "", None)],
)  # fmt: skip
def test_what_an_answer_may_be(item: MpssItem, code: str, expected: int | None) -> None:
    """1 to 5 for symptoms, 0 to 5 for urges."""
    assert read_score(item, code) == expected
