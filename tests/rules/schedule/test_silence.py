"""What becomes of the check-ins of somebody who does not answer."""

from datetime import date, timedelta

import pytest

from programme.schedule.pause import Rung, Silence, rung
from tests.rows import each_row

TODAY = date(2026, 3, 20)


def silent(days: int, *, ago: int | None = 1, kindly: bool = True, last: bool = False) -> Silence:
    """So many silent days, the last question that many days ago."""
    return Silence(days, None if ago is None else TODAY - timedelta(days=ago), kindly, last)


@each_row(
    ("silence", "quit_day", "becomes"),
    [
        pytest.param(silent(0, kindly=False), 30, Rung.USUAL, id="answers"),
        pytest.param(silent(1, kindly=False), 30, Rung.USUAL, id="one quiet day is a quiet day"),
        pytest.param(silent(2, kindly=False), 30, Rung.QUIET, id="after two, one tap is asked for"),
        pytest.param(silent(2), 30, Rung.USUAL, id="once in a silence"),
        pytest.param(silent(3), 30, Rung.USUAL, id="three"),
        pytest.param(silent(4, ago=1), 30, Rung.HELD, id="after four: asked yesterday"),
        pytest.param(silent(4, ago=2), 30, Rung.HELD, id="after four: asked the day before yesterday"),
        pytest.param(silent(4, ago=3), 30, Rung.USUAL, id="after four: every third day"),
        pytest.param(silent(4, ago=0), 30, Rung.USUAL, id="after four: a day that is asked is asked whole"),
        pytest.param(silent(9, ago=2), None, Rung.HELD, id="without a quit date too"),
        pytest.param(silent(10), 30, Rung.LAST, id="after ten, one last word"),
        pytest.param(silent(10, last=True), 30, Rung.HELD, id="and then nothing"),
        pytest.param(silent(60, last=True, ago=50), 30, Rung.HELD, id="for good"),
        pytest.param(silent(6), 6, Rung.USUAL, id="nothing is thinned out before day 7"),
        pytest.param(silent(10), 6, Rung.USUAL, id="and no last word before it"),
        pytest.param(silent(6), 7, Rung.HELD, id="from day 7 on it is"),
        pytest.param(silent(6), -3, Rung.HELD, id="before the quit date it is"),
        pytest.param(silent(2, kindly=False), 3, Rung.QUIET, id="one tap is asked for in the first days too"),
    ],
)
def test_the_ladder(silence: Silence, quit_day: int | None, becomes: Rung) -> None:
    """FIELD 2.10: counted in silent days, kinder and rarer, and never thinned out before day 7."""
    assert rung(silence, TODAY, quit_day) is becomes
