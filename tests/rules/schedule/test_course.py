"""How often somebody is asked, day by day from the quit date."""

from datetime import date, time, timedelta

from programme.schedule.course import LAST_DAY, Course, Form, Level, Phase, phase_of
from tests.rows import each_row

QUIT = date(2026, 3, 5)
EVENING = time(18, 30)


def asked(course: Course, day: int) -> str:
    """What is asked that many days after the quit date, as first letters."""
    return "".join(one.form[0] for one in course.asked_on(QUIT + timedelta(days=day), EVENING) if one.form)


@each_row(
    ("day", "phase"),
    [
        (None, Phase.PLANNING), (-1, Phase.PLANNING), (0, Phase.QUIT_DAY), (1, Phase.FIRST_DAYS), (4, Phase.FIRST_DAYS),
        (5, Phase.EARLY), (17, Phase.EARLY), (18, Phase.LATER), (28, Phase.LATER), (29, Phase.MONTHS_2_3),
        (84, Phase.MONTHS_2_3), (85, Phase.MONTHS_4_6), (182, Phase.MONTHS_4_6), (183, Phase.OVER),
    ],
)  # fmt: skip
def test_a_day_has_its_phase(day: int | None, phase: Phase) -> None:
    """The phases of FIELD 2.10, by the day since the quit date."""
    assert phase_of(day) is phase


@each_row(
    ("level", "by_day"),
    [
        (Level.LIGHTER, {-2: "e", -1: "", 0: "e", 1: "me", 4: "me", 5: "e", 17: "e", 18: "e", 19: "", 35: "e", 36: ""}),
        (Level.STANDARD, {-1: "e", 0: "re", 1: "mre", 5: "me", 17: "me", 18: "e", 29: "", 31: "e", 35: "e", 98: "e"}),
        (Level.FULLER, {-1: "me", 0: "re", 4: "mre", 17: "mre", 18: "me", 28: "me", 30: "e", 32: "e", 91: "e"}),
    ],
)
def test_each_level_asks_its_dose(level: Level, by_day: dict[int, str]) -> None:
    """Morning, risk hour and evening come on the days that the level names, and on no others."""
    course = Course(level, QUIT, risk=time(15))
    assert {day: asked(course, day) for day in by_day} == by_day


@each_row(
    ("level", "first", "days"),
    [
        (Level.LIGHTER, 50, [56, 61, 70, 77, 84, 112, 140, 168]),
        (Level.STANDARD, 56, [56, 59, 61, 66, 70, 73, 77, 80, 84, 92, 112, 122, 140, 153, 168, 182]),
        (Level.FULLER, 84, [84, 92, 98, 105, 112, 122, 126, 133, 140, 147, 153, 161, 168, 175, 182]),
    ],
)
def test_the_day_of_a_smoke_free_month_is_asked(level: Level, first: int, days: list[int]) -> None:
    """Two to five months come on their day: the nearest check-in moves to it, and there is none more for it."""
    course = Course(level, QUIT)
    found = range(first, 200)
    assert [n for n in found if course.asked_on(QUIT + timedelta(days=n), EVENING, months=True)] == days
    assert len(days) == sum(bool(asked(course, n)) for n in found)


def test_without_a_quit_date_the_standard_is_one_evening_a_day() -> None:
    """Whoever has not picked a day is asked at the one time that they picked."""
    found = [Course().asked_on(QUIT + timedelta(days=n), EVENING) for n in range(30)]
    assert all([(one.wall, one.form) for one in day] == [(EVENING, Form.EVENING)] for day in found)


def test_after_half_a_year_nothing_comes() -> None:
    """The course ends with week 26."""
    last = [n for n in range(400) if asked(Course(Level.FULLER, QUIT), n)]
    assert max(last) == LAST_DAY


@each_row(
    ("risk", "spread", "kept"),
    [
        (time(15), 0, "mre"), (None, 0, "me"), (time(18), 0, "me"), (time(17, 30), 0, "mre"), (time(20), 60, "me"),
        (time(20, 30), 60, "mer"), (time(8, 30), 0, "me"),
    ],
)  # fmt: skip
def test_two_questions_are_an_hour_apart(risk: time | None, spread: int, kept: str) -> None:
    """An hour that is hardest, and near another question, adds none."""
    found = Course(quit_on=QUIT, risk=risk).asked_on(QUIT + timedelta(days=1), EVENING, spread)
    assert "".join(one.form[0] for one in found if one.form) == kept


def test_a_course_is_stored_and_read_as_it_was() -> None:
    """Nothing of it is lost on the way."""
    for course in (Course(), Course(Level.FULLER, QUIT, time(16), time(7, 30))):
        assert Course.from_json(course.to_json()) == course
