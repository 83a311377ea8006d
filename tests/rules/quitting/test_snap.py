"""Where somebody is with smoking, by what they said and did: any of the four after any other."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import permutations

from programme.quitting.lapses import Stage, StageMark, stage_movement, stage_on
from tests.rows import each_row

S, N, A, P = Stage.SMOKING, Stage.NOT_SMOKING, Stage.ATTEMPTING, Stage.PLANNING
FREE: Mapping[date, bool] = {date(2026, 3, 2) + timedelta(days=n): False for n in range(40)}


def day(number: int) -> date:
    """So many days after Monday 2 March 2026."""
    return date(2026, 3, 2) + timedelta(days=number)


QUIT = StageMark(day(0), quit_on=day(3))
CASES = {
    "nothing told": ([], {}, 5, None),
    "before anything was told": ([QUIT], {}, -1, None),
    "a date to come": ([QUIT], {}, 2, P),
    "its day": ([QUIT], {}, 3, A),
    "a lapse ends nothing": ([QUIT], {day(5): True}, 6, A),
    "four weeks without": ([QUIT], FREE, 31, N),
    "four weeks, a day short": ([QUIT], FREE, 30, A),
    "four weeks, nothing told": ([QUIT], {}, 31, A),
    "four weeks, one of them smoked": ([QUIT], {**FREE, day(9): True}, 31, A),
    "a lapse long ago": ([QUIT], {**FREE, day(4): True}, 35, N),
    "not smoking, then a lapse": ([QUIT], {**FREE, day(33): True}, 33, A),
    "taken away": ([QUIT, StageMark(day(5), P)], {}, 6, P),
    "not now": ([QUIT, StageMark(day(1), S)], {}, 4, S),
    "they say so": ([StageMark(day(0), N)], {}, 4, N),
    "they say so, then a lapse": ([StageMark(day(0), N)], {day(2): True}, 4, A),
    "they say so after a lapse": ([StageMark(day(3), N)], {day(2): True}, 4, N),
    "they say so, then the date comes": ([QUIT, StageMark(day(1), S, day(3))], {}, 3, A),
    "they say so on the day itself": ([QUIT, StageMark(day(3), S, day(3))], {}, 4, S),
    "a relapse is named": ([QUIT, StageMark(day(9), S)], {day(8): True}, 9, S),
    "and the next plan": ([QUIT, StageMark(day(9), S), StageMark(day(12), quit_on=day(20))], {}, 12, P),
}


@each_row("case", CASES)
def test_a_stage(case: str) -> None:
    """FIELD 5.5: read off what was said and done, never a verdict."""
    marks, smoked, on, stage = CASES[case]
    assert stage_on(marks, smoked, day(on)) is stage


@each_row(("before", "after"), list(permutations(Stage, 2)))
def test_any_may_follow_any(before: Stage, after: Stage) -> None:
    """FIELD 5.5: there is no transition that cannot be told."""
    marks = [StageMark(day(0), before), StageMark(day(2), after)]
    assert stage_movement(marks, {}, day(0), day(4)) == (before, after)


def test_movement_is_in_order_and_told_once() -> None:
    """From planning to an attempt, back to planning, and to an attempt: four stages; two quiet weeks are one."""
    marks = [QUIT, StageMark(day(4), P), StageMark(day(5), quit_on=day(6))]
    assert stage_movement(marks, {}, day(0), day(6)) == (P, A, P, A)
    assert stage_movement(marks, {}, day(7), day(20)) == (A,)
    assert stage_movement([], {}, day(0), day(6)) == ()
    assert stage_movement([StageMark(day(3), S)], {}, day(0), day(6)) == (S,), (
        "what was not known before is no movement"
    )
