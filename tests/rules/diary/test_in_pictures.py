"""What pictures show: counts of what was said, and gaps where nothing was."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from programme.check_in.answers import CheckIn, HardMoment, Mood
from programme.check_in.counts import PromptReply
from programme.diary.patterns import Feeling, LogEntry, PartOfDay
from programme.diary.pictures import (
    FELT_DAYS,
    SMOKED_DAYS,
    CigaretteDays,
    MoodDays,
    cigarette_days,
    counted_feelings,
    counted_moments,
    grid_of_times,
    mood_days,
)
from programme.quitting.days import DayTold
from programme.schedule.course import Form
from programme.schedule.prompt import Prompt, PromptState
from tests.rows import each_row

TODAY = date(2026, 11, 22)  # a Sunday
DAY = timedelta(days=1)
FRIDAY = datetime(2026, 11, 20, tzinfo=UTC)


@each_row(
    ("hours", "part", "weekday"),
    [
        (9, PartOfDay.MORNING, 4),
        (21, PartOfDay.NIGHT, 4),
        (27.9, PartOfDay.NIGHT, 4),
        (28, PartOfDay.MORNING, 5),
        (3, PartOfDay.NIGHT, 3),
    ],
)
def test_when_it_was(hours: float, part: PartOfDay, weekday: int) -> None:
    """By part of the day and weekday; what was before four at night is of the evening before."""
    counts = grid_of_times([LogEntry(FRIDAY + timedelta(hours=hours))] * 2)
    assert counts[list(PartOfDay).index(part)][weekday] == 2
    assert sum(map(sum, counts)) == 2


def test_what_was_going_on_and_how_it_felt() -> None:
    """Most often first, in the word that was picked; what was not said is not there."""
    stress = LogEntry(FRIDAY, HardMoment.STRESS, None, feeling=Feeling.STRESSED)
    low = LogEntry(FRIDAY, HardMoment.STRESS, Mood.LOW, feeling=Feeling.UNHAPPY)
    logs = [LogEntry(FRIDAY, HardMoment.DRINK, Mood.MIXED), stress, stress, low, LogEntry(FRIDAY)]
    assert counted_moments(logs) == ((HardMoment.STRESS, 3), (HardMoment.DRINK, 1))
    assert counted_feelings(logs) == ((Feeling.STRESSED, 2), (Mood.MIXED, 1), (Feeling.UNHAPPY, 1))


def reply(days_ago: int, form: Form | None = None, **answers: Any) -> PromptReply:
    """What was said in a check-in of that many local days ago."""
    day = TODAY - days_ago * DAY
    at = datetime(day.year, day.month, day.day, 18, 30, tzinfo=UTC)
    prompt = Prompt(
        id=days_ago, plan_id=1, person_id=2, kind="check_in", local_date=day, slot="18:30", due_at=at, opened_at=at,
        closes_at=at, next_at=None, next_step=None, state=PromptState.DONE, reason=None, reminded_at=None, seen_at=None,
        answered_at=at, closed_at=at, late=False, plan_version=1, decision={}, form=form,
    )  # fmt: skip
    return PromptReply(prompt, CheckIn(prompt.id, 2, **answers) if answers else None)


def test_mood_and_urges_day_by_day() -> None:
    """The mood that was said last and the strongest urge of the day; a morning's urge is another question."""
    said = [reply(ago, mood=Mood.OK, urge=2) for ago in range(9, 2, -1)]
    said += [
        reply(2, mood=Mood.LOW, urge=3),
        reply(2, mood=Mood.GOOD, urge=1),
        reply(1),
        reply(1, Form.MORNING, urge=5),
    ]
    found = mood_days(said, TODAY)
    assert found == MoodDays(TODAY - 9 * DAY, (*[Mood.OK] * 7, Mood.GOOD, None, None), (*[2] * 7, 3, None, None))


@each_row(("first", "count", "drawn"), [(6, 7, True), (5, 6, False), (FELT_DAYS + 6, 7, False)])
def test_mood_and_urges_take_seven_days(first: int, count: int, drawn: bool) -> None:
    """Fewer than seven days of the last four weeks are no picture."""
    said = [reply(ago, mood=Mood.OK) for ago in range(first, first - count, -1)]
    assert (mood_days(said, TODAY) is not None) is drawn


def days(*amounts: tuple[int, int | None] | None, until: date = TODAY) -> dict[date, DayTold]:
    """One after the other up to today; None: nothing was said."""
    told = enumerate(reversed(amounts))
    return {until - ago * DAY: DayTold(*amount) for ago, amount in told if amount is not None}


def test_cigarettes_day_by_day() -> None:
    """A range stays one, none is none, and a day without a word is neither."""
    amounts = ((6, None), (2, 5), (1, 1), None, (0, 0), (0, 0), (12, 12), (3, 3), None)
    assert cigarette_days(days(*amounts), TODAY) == CigaretteDays(TODAY - 8 * DAY, amounts)


def test_cigarettes_take_seven_days_of_twelve_weeks() -> None:
    """What is older is not drawn, and too little is no picture."""
    assert cigarette_days(days(*[(1, 1)] * 6), TODAY) is None
    old = days(*[(5, 5)] * 30, until=TODAY - (SMOKED_DAYS - 10) * DAY)
    found = cigarette_days(old, TODAY)
    assert found is not None
    assert (found.first, len(found.amounts)) == (TODAY - (SMOKED_DAYS - 1) * DAY, SMOKED_DAYS)
    assert found.amounts[:10] == ((5, 5),) * 10
    assert set(found.amounts[10:]) == {None}
