"""When sessions and outcomes are asked about, and what a quit date changes, as golden cases."""

from datetime import UTC, date, datetime, time, timedelta

from programme.practice.sessions import word_after, word_before
from programme.quitting.follow_ups import DAYS, asked_at, due_by, milestone_of, since, without_follow_ups
from programme.schedule.course import Course, Level
from programme.schedule.foresee import course_told
from programme.schedule.plan import NEVER, Rule
from tests.rows import each_row

LONDON = "Europe/London"
QUIT = date(2026, 3, 5)
EVENING = time(18, 30)


@each_row(
    ("at", "on", "wall"),
    [
        ("2026-03-04T11:00", 4, EVENING), ("2026-03-04T16:30", 4, EVENING), ("2026-03-04T16:31", 4, time(18, 31)),
        ("2026-03-04T19:30", 4, time(21, 30)), ("2026-03-04T19:31", 5, EVENING), ("2026-03-04T23:00", 5, EVENING),
    ],
)  # fmt: skip
def test_after_a_session_there_is_an_hour(at: str, on: int, wall: time) -> None:
    """That day's evening, at least an hour after an hour's session; what would be late comes the next evening."""
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert word_after(moment, EVENING, LONDON) == (date(2026, 3, on), wall)
    assert word_before(moment, EVENING, LONDON) == (date(2026, 3, 3), EVENING)


def test_a_session_is_on_the_clients_own_date() -> None:
    """At 01:00 UTC it is still the day before in New York."""
    moment = datetime(2026, 3, 5, 1, tzinfo=UTC)
    assert word_before(moment, EVENING, "America/New_York") == (date(2026, 3, 3), EVENING)


@each_row(
    ("day", "milestone"),
    [(27, None), (28, 28), (35, 28), (83, 28), (84, 84), (181, 84), (182, 182), (363, 182), (364, 364), (400, 364)],
)
def test_a_day_asks_about_its_milestone(day: int, milestone: int | None) -> None:
    """4, 12, 26 and 52 weeks after the quit date."""
    assert milestone_of(day) == milestone


@each_row(
    ("day", "answered", "due"),
    [(24, False, False), (25, False, True), (42, False, True), (43, False, False), (30, True, False)],
)
def test_a_four_week_result_is_due_in_its_window(day: int, answered: bool, due: bool) -> None:
    """FIELD 2.2: from day 25 to day 42, while there is none."""
    found = due_by(QUIT, QUIT + timedelta(days=day), answered=answered)
    assert found == (QUIT + timedelta(days=42) if due else None)


def test_what_is_answered_is_asked_no_more() -> None:
    """Of eleven dates eight are left once the first milestone is answered, and none of it is lost on the way."""
    rule = Rule((time(10),), on=QUIT, days=DAYS)
    left = without_follow_ups(rule, 28)
    asked = [day for day in DAYS if left.asked_on(QUIT + timedelta(days=day))]
    assert asked == [84, 87, 91, 182, 185, 189, 364, 371]
    later = without_follow_ups(left, 84)
    assert [day for day in DAYS if day > 35 and later.asked_on(QUIT + timedelta(days=day))] == asked[3:]
    assert Rule.from_json(left.to_json()) == left
    assert left.changes == ()
    for milestone in (182, 364):
        later = without_follow_ups(later, milestone)
    assert later.due_after(datetime(2026, 3, 5, tzinfo=UTC), "Europe/London") == NEVER
    assert since(QUIT) == date(2026, 3, 20)


@each_row(("evening", "at"), [(EVENING, 10), (time(7), 10), (time(8), 16), (time(12, 30), 16)])
def test_it_is_asked_apart_from_the_check_in(evening: time, at: int) -> None:
    """Late in the morning, or in the afternoon where the check-in is near that."""
    assert asked_at(evening) == time(at)


@each_row(
    ("level", "first", "last", "days"), [(Level.STANDARD, 1, 17, 17), (Level.LIGHTER, 1, 4, 4), (Level.FULLER, 0, 0, 0)]
)
def test_a_quit_date_says_what_it_changes(level: Level, first: int, last: int, days: int) -> None:
    """Mornings, where there were none before, from and to which day; and when it becomes less."""
    told = course_told(Rule((EVENING,), course=Course(level, QUIT)), QUIT - timedelta(days=3))
    assert told is not None
    assert told.fewer == QUIT + timedelta(days=29)
    assert told.days == days
    if days:
        assert (told.mornings, told.until) == (QUIT + timedelta(days=first), QUIT + timedelta(days=last))
        assert not told.begun


def test_what_is_over_is_not_told() -> None:
    """In the second month there is nothing more to say; without a quit date, or with an own plan, nothing at all."""
    rule = Rule((EVENING,), course=Course(quit_on=QUIT))
    over = course_told(rule, QUIT + timedelta(days=40))
    assert over is not None
    assert (over.mornings, over.fewer) == (None, None)
    begun = course_told(rule, QUIT + timedelta(days=5))
    assert begun is not None
    assert begun.begun
    assert course_told(Rule((EVENING,), course=Course()), QUIT) is None
    assert course_told(Rule((EVENING,)), QUIT) is None
