"""Lived progress: days smoke-free, smoked and not known, in golden cases."""

from datetime import date

from programme.quitting.attempts import Attempt
from programme.quitting.outcomes import Progress, progress
from tests.rows import each_row

TODAY = date(2026, 3, 10)
OPEN = Attempt(1, 7, date(2026, 3, 1))


def march(free: str = "", smoked: str = "") -> dict[date, bool]:
    """Days of March that are known: "1-3 5" free, "4" smoked."""

    def days(text: str) -> list[int]:
        spans = [part.split("-") for part in text.split()]
        return [n for span in spans for n in range(int(span[0]), int(span[-1]) + 1)]

    return {date(2026, 3, n): False for n in days(free)} | {date(2026, 3, n): True for n in days(smoked)}


CASES = [
    ("no attempt, nothing counts", [], march("1-9"), Progress()),
    ("no answers, nothing is known", [OPEN], {}, Progress(not_known=9)),
    ("nine days, today is not over", [OPEN], march("1-10"), Progress(9, 9)),
    ("the quit date itself counts once it is over", [OPEN], march("1"), Progress(1, 1, not_known=8)),
    ("a smoked quit date", [OPEN], march("2-9", "1"), Progress(8, 8, 1)),
    ("a lapse takes nothing away", [OPEN], march("1-6 8-9", "7"), Progress(8, 6, 1)),
    ("a lapse today takes nothing away", [OPEN], march("1-9", "10"), Progress(9, 9)),
    ("silence ends no stretch and adds to none", [OPEN], march("1-3 6-9"), Progress(7, 7, not_known=2)),
    ("silence beside a lapse", [OPEN], march("1-2 6-9", "4"), Progress(6, 4, 1, 2)),
    ("all smoked", [OPEN], march(smoked="1-9"), Progress(0, 0, 9)),
    ("answers from before the quit date", [Attempt(1, 7, date(2026, 3, 8))], march("1-9"), Progress(2, 2)),
    ("a day that is still to come", [Attempt(1, 7, date(2026, 3, 12))], march("1-9"), Progress()),
    ("set for today", [Attempt(1, 7, TODAY)], march("1-10"), Progress()),
    ("ended: its days stay", [Attempt(1, 7, date(2026, 3, 1), 0, date(2026, 3, 5))], march("1-9"), Progress(4, 4)),
    ("ended before it came", [Attempt(1, 7, date(2026, 3, 8), 0, date(2026, 3, 5))], march("1-9"), Progress()),
    (
        "two tries: days add up, stretches do not",
        [Attempt(1, 7, date(2026, 3, 1), 0, date(2026, 3, 4)), Attempt(2, 7, date(2026, 3, 6))],
        march("1-9"),
        Progress(7, 4),
    ),
    (
        "two tries that share days: each day counts once",
        [Attempt(1, 7, date(2026, 3, 1), 0, date(2026, 3, 6)), Attempt(2, 7, date(2026, 3, 4))],
        march("1-9"),
        Progress(9, 6),
    ),
]


@each_row(("attempts", "days", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_days_come_to(attempts: list[Attempt], days: dict[date, bool], expected: Progress) -> None:
    """Smoke-free days over all attempts, the longest stretch, smoked days and days that are not known."""
    assert progress(attempts, days, TODAY) == expected
