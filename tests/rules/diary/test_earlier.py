"""It was earlier: the moment that a tap names, and what stands on no button."""

from datetime import UTC, datetime

from programme.diary.entries import (
    Entry,
    StressAnswer,
    by_feeling,
    has_room_for_stress,
    parts_of,
    question_after,
    read_earlier,
    read_going_on,
    read_place,
)
from programme.diary.patterns import Feeling, PartOfDay
from tests.rows import each_row

LONDON = "Europe/London"


def utc(text: str) -> datetime:
    """A moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@each_row(
    ("told", "code", "at"),
    [
        ("2026-03-10T15:00", "h1", "2026-03-10T14:00"),
        ("2026-03-10T15:00", "h2", "2026-03-10T13:00"),
        ("2026-03-10T15:00", "h3", None),
        ("2026-03-10T15:00", "0-morning", "2026-03-10T08:00"),
        ("2026-03-10T15:00", "0-afternoon", None),
        ("2026-03-10T16:00", "0-afternoon", "2026-03-10T15:30"),
        ("2026-03-10T15:00", "0-night", None),
        ("2026-03-10T15:00", "1-night", "2026-03-09T22:00"),
        ("2026-03-10T15:00", "2-midday", "2026-03-08T12:30"),
        ("2026-03-10T15:00", "3-midday", None),
        ("2026-03-10T01:30", "0-night", "2026-03-09T22:00"),
        ("2026-03-10T01:30", "1-evening", "2026-03-08T19:00"),
        ("2026-03-29T01:30", "h1", "2026-03-29T00:30"),
        ("2026-10-25T01:30", "h1", "2026-10-25T00:30"),
        ("2026-03-29T12:00", "1-morning", "2026-03-28T08:00"),
        ("2026-03-29T12:00", "0-morning", "2026-03-29T07:00"),
        ("2026-03-10T15:00", "", None),
        ("2026-03-10T15:00", "1-", None),
        ("2026-03-10T15:00", "x-morning", None),
    ],
)
def test_when_it_was(told: str, code: str, at: str | None) -> None:
    """Hours as they pass, over a clock change too; parts of the day whose evening it was; nothing yet to come."""
    assert read_earlier(code, utc(told), LONDON) == (utc(at) if at else None)


def test_parts_that_are_offered() -> None:
    """Those that have begun well; of a day that is over, all."""
    assert parts_of(utc("2026-03-10T13:00"), LONDON, 0) == (PartOfDay.MORNING, PartOfDay.MIDDAY)
    assert parts_of(utc("2026-03-10T13:00"), LONDON, 1) == tuple(PartOfDay)
    assert parts_of(utc("2026-03-10T05:00"), LONDON, 0) == ()


def test_three_questions_at_the_most() -> None:
    """Whatever is said or passed over, no more than three questions follow the tap that wrote it down."""
    entry = Entry(1, 7, utc("2026-03-10T13:00"))
    for code in ("", *Feeling, "others", "drink", "other"):
        what = read_going_on(code)
        said = entry if what is None else entry.going_on(what)
        asked, ask = [], question_after(None, said)
        while ask is not None:
            asked.append(ask)
            ask = question_after(ask, said)
        assert len(asked) == 3
    assert (read_going_on("stress"), read_place("anywhere-alone"), read_place("home")) == (None, None, None)


def test_counts_by_feeling() -> None:
    """Most often first; what was not said is in none."""
    said = [(Feeling.BORED, None), (Feeling.STRESSED, None), (Feeling.STRESSED, 3), (None, None)]
    entries = [Entry(n, 7, utc("2026-03-10T13:00"), urge=urge, feeling=one) for n, (one, urge) in enumerate(said)]
    assert [(one.feeling, one.cigarettes, one.urges) for one in by_feeling(entries)] == [
        (Feeling.STRESSED, 1, 1),
        (Feeling.BORED, 1, 0),
    ]


@each_row(
    ("now", "told", "room"),
    [
        ("12:00", [], True),
        ("12:00", [("11:00", None)], False),
        ("12:00", [("10:29", None)], True),
        ("12:00", [("11:00", 2)], True),
        ("18:00", [("09:00", 2), ("12:00", None), ("15:00", 3)], False),
        ("21:19", [], True),
        ("21:20", [], False),
        ("06:20", [], True),
        ("06:19", [], False),
    ],
)
def test_room_for_a_look_back(now: str, told: list[tuple[str, int | None]], room: bool) -> None:
    """Three a day, one at a time, and none that would come at night."""
    asked = [StressAnswer(n, utc(f"2026-03-10T{at}"), 4, later) for n, (at, later) in enumerate(told)]
    assert has_room_for_stress(utc(f"2026-03-10T{now}"), asked, LONDON) is room
