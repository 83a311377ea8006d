"""Why nothing came where nothing came: golden cases, each a thing that must not be read as another."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from programme.event import AnyEvent, StoredEvent
from programme.practice.client import CheckIns, ClientStanding, LastPlan, RelapseStanding, check_ins_of, relapse_of
from programme.quitting.attempts import Attempt
from programme.quitting.relapses import Choice, relapses_standing
from tests.rows import each_row

TODAY = date(2026, 7, 20)
A_DAY = timedelta(days=1)
ENDED, QUIT = date(2026, 7, 12), date(2026, 1, 5)
GOES_ON = LastPlan(TODAY + A_DAY, None, None)
OVER = LastPlan(None, None, QUIT)


@each_row(("plan", "agreed", "is_so"), [
    (GOES_ON, True, (CheckIns.ON, None)),
    (LastPlan(None, ENDED, None), True, (CheckIns.CHOSE_NONE, ENDED)),
    (LastPlan(None, ENDED, QUIT), False, (CheckIns.CHOSE_NONE, ENDED)),
    (None, False, (CheckIns.CHOSE_NONE, None)),
    (None, True, (CheckIns.NO_TIME, None)),
    (OVER, True, (CheckIns.OVER, date(2026, 7, 6))),
    (LastPlan(None, date(2026, 7, 6), QUIT), True, (CheckIns.OVER, date(2026, 7, 6))),  # it ended by itself
    (LastPlan(None, date(2026, 7, 5), QUIT), True, (CheckIns.CHOSE_NONE, date(2026, 7, 5))),  # a day before its last
    (LastPlan(None, None, TODAY - 170 * A_DAY), True, (CheckIns.ON, None)),  # the last of a lighter course came early
])  # fmt: skip
def test_why_check_ins_are_off(plan: LastPlan | None, agreed: bool, is_so: tuple[CheckIns, date | None]) -> None:
    """By the client's own word, by a time that is still to be picked, or by plan; and since when."""
    assert check_ins_of(plan, TODAY, agreed=agreed) == is_so


def happened(kind: str, day: int, **data: Any) -> AnyEvent:
    """An event of that day of July, at nine in the evening."""
    return StoredEvent(day, kind, 2, 2, data, datetime(2026, 7, day, 21, 0, tzinfo=UTC))


def named(day: int, choice: Choice = Choice.NOT_NOW, **data: Any) -> AnyEvent:
    """A relapse named that day."""
    return happened("RelapseNamed", day, attempt=1, choice=choice.value, **data)


def relapse(*events: AnyEvent, attempt: Attempt | None = None) -> RelapseStanding | None:
    """What these events come to, for somebody whose day is that of UTC."""
    return relapse_of(events, lambda at: at.date(), attempt)


FIRST, SECOND = Attempt(1, 2, date(2026, 6, 1)), Attempt(2, 2, date(2026, 7, 25))


@each_row(("events", "attempt", "is_so"), [
    ([], None, None),
    ([named(12)], None, RelapseStanding(date(2026, 7, 12))),
    ([named(12, most_days=False)], None, None),  # stopped counting, and said no more than that
    ([named(12, on="2026-07-13")], None, RelapseStanding(date(2026, 7, 13))),
    ([named(12), happened("QuitDateKept", 12, attempt=1, to="2026-06-01")], FIRST, None),
    ([named(12, Choice.KEEP_GOING)], FIRST, RelapseStanding(date(2026, 7, 12), keeps_going=True)),
    ([named(12, Choice.NEW_DATE), happened("QuitDateSet", 12, attempt=2, to="2026-07-25")], SECOND,
     RelapseStanding(date(2026, 7, 12), again_on=date(2026, 7, 25))),
    ([named(12), happened("QuitDateSet", 13, attempt=2, to="2026-07-25"), happened("QuitDateUnset", 14, attempt=2)],
     None, RelapseStanding(date(2026, 7, 12))),
    ([named(2), happened("QuitDateSet", 3, attempt=2, to="2026-07-04"), happened("QuitDateUnset", 14, attempt=2)], None,
     RelapseStanding(date(2026, 7, 2), again_on=date(2026, 7, 4))),
])  # fmt: skip
def test_a_relapse_is_what_they_named(
    events: list[AnyEvent], attempt: Attempt | None, is_so: RelapseStanding | None
) -> None:
    """With its own date; not one that was a slip of the finger; with the quit date that was set since."""
    assert relapse(*events, attempt=attempt) == is_so


@each_row(("said", "holds"), [
    (RelapseStanding(ENDED), True),
    (RelapseStanding(ENDED, keeps_going=True), False),
    (RelapseStanding(ENDED, again_on=TODAY + A_DAY), True),
    (RelapseStanding(ENDED, again_on=TODAY), False),
    (None, False),
])  # fmt: skip
def test_back_to_smoking_until_a_new_day_has_come(said: RelapseStanding | None, holds: bool) -> None:
    """Their word holds until a quit date of theirs is here once more."""
    assert ClientStanding(relapse=said).is_back_to_smoking(TODAY) is holds


def test_taking_back_that_counting_stopped_leaves_a_relapse_that_was_named() -> None:
    """Named on the 12th; counting stopped on the 14th, and taken back at once: the 12th stands."""
    said = [named(12), named(14, most_days=False), happened("QuitDateKept", 14, attempt=1, to="2026-06-01")]
    assert relapses_standing(said) == said[:1]
    assert relapse(*said) == RelapseStanding(date(2026, 7, 12))
    assert relapses_standing([named(12), happened("QuitDateKept", 12, attempt=1, to="2026-06-01")]) == []
