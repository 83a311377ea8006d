"""Neighbours of the golden cases of days, weeks, money, months and readings, each worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.medicines.regular import halved_since
from programme.people.person import Person, today_of
from programme.practice import week as programme_week
from programme.quitting.attempts import Attempt, milestone_at, months_in
from programme.quitting.days import days_told
from programme.quitting.follow_ups import read_reading
from programme.quitting.outcomes import lived
from programme.quitting.record import CigarettesSaid, Record, Usual, said_in
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, answered, day, free, heard, smoked

BASE = Record(attempts=(ATTEMPT,))
SOMEBODY = Person(7, 70, "Sam", "en", "GB", "Europe/London", None, None, None, None, frozenset())


def span(first: int, last: int, least: int = 0, most: int | None = 0) -> tuple[CigarettesSaid, ...]:
    """The answer of a check-in on day `last` about all days from `first` on."""
    return tuple(said_in(day(last), (least, most), day(first)))


@each_row(
    ("thursday", "zone", "last"),
    [
        (date(2026, 4, 2), "Europe/London", date(2026, 4, 1)),  # summer time began on Sunday 29 March
        (date(2026, 10, 29), "Europe/London", date(2026, 10, 28)),  # and ended on Sunday 25 October
        (date(2026, 10, 29), "Pacific/Auckland", date(2026, 10, 29)),  # midnight there: Thursday is over
        (date(2026, 7, 2), "Pacific/Auckland", date(2026, 7, 1)),  # 22:00 there: it is not
        (date(2026, 10, 29), "Pacific/Honolulu", date(2026, 10, 28)),
    ],
)
def test_a_summary_on_thursday_at_eleven(thursday: date, zone: str, last: date) -> None:
    """14: seven days of the client's own that are over, whichever zone Lee is in, and over both clock changes."""
    at = datetime.combine(thursday, time(11), ZoneInfo("Europe/London")).astimezone(UTC)
    week = programme_week.week([], today_of(at, replace(SOMEBODY, zone=zone)), {}, day(0))
    assert (week.first, week.last) == (last - timedelta(days=6), last)
    before = programme_week.week([], today_of(at - timedelta(days=7), replace(SOMEBODY, zone=zone)), {}, day(0))
    assert before.last + timedelta(days=1) <= week.first


def lived_by(
    days: int, usual: Usual, *before: Usual, said: tuple[CigarettesSaid, ...] | None = None
) -> tuple[int, int | None]:
    """Smoke-free days and the money not spent in so many days, each free unless said otherwise."""
    record = replace(BASE, said=free(0, days - 1) if said is None else said, usual=usual, usual_before=before)
    found = lived(record, day(days))
    return found.days.smoke_free, found.money


@each_row(
    ("found", "expected"),
    [
        # 15: the price twice another, the packet another, the usual day another, told of in one go over a change
        (lived_by(30, Usual(20, 1500), Usual(20, 1300, until=day(10)), Usual(20, 1400, until=day(20))), (30, 42000)),
        (lived_by(20, Usual(20, 1500, 25), Usual(20, 1500, 20, until=day(10))), (20, 10 * 1500 + 10 * 1200)),
        (lived_by(20, Usual(10, 1500), Usual(20, 1500, until=day(10))), (20, 10 * 1500 + 10 * 750)),
        (lived_by(20, Usual(20, 1500), Usual(20, 1300, until=day(10)), said=span(0, 19)), (20, 28000)),
        (lived_by(20, Usual(20, 1500), said=(*span(0, 19), smoked(7, 5, 5))), (19, 19 * 1500 + 1125)),
        (lived_by(20, Usual(20, 1500), said=(*span(0, 19), smoked(7, 6, None))), (19, 19 * 1500)),
        # 6 and 13: days between over the quit date, over a lapse, and over two tries
        (lived_by(5, Usual(20), said=span(-3, 4)), (5, None)),
        (lived_by(10, Usual(20), said=(*free(0, 4), *span(5, 9, 1, 1))), (5, None)),
        (lived_by(10, Usual(20), said=(smoked(4), *span(2, 9))), (7, None)),
        (lived_by(185, Usual(20), said=(*span(0, 91), *span(92, 92), *span(93, 184))), (185, None)),
        (lived_by(185, Usual(20), said=(*span(0, 99), smoked(100), *span(101, 184))), (184, None)),
    ],
)  # fmt: skip
def test_days_and_money(found: tuple[int, int | None], expected: tuple[int, int | None]) -> None:
    """Each day once, at the price and beside the usual day of its time; in pence."""
    assert found == expected


def test_days_between_two_tries_are_in_neither() -> None:
    """A try that ended on day 10, another from day 20: "none" of days 5 to 25 is eleven days of tries."""
    both = (replace(ATTEMPT, ended_on=day(10)), Attempt(2, 7, day(20)))
    assert lived(replace(BASE, attempts=both, said=span(5, 25)), day(26)).days.smoke_free == 11


def test_what_was_heard_in_the_room_neither_fills_nor_empties_a_day() -> None:
    """The client's own days are what they told us; a practitioner's entry is beside them."""
    assert days_told([heard(28, 28)], [ATTEMPT]) == {}
    assert len(days_told([heard(28, 28, 1, 5), answered(30, 15, 28)], [ATTEMPT])) == 14


def test_months_come_on_their_days() -> None:
    """A twelfth of a year, rounded up: 61, 92 and 183 days, and never a day early."""
    assert {61, 92, 183} <= months_in(185)
    assert [found.count for n in (61, 92, 183) if (found := milestone_at(n))] == [2, 3, 6]
    assert [found.count for n in (60, 91, 182) if (found := milestone_at(n))] == [4, 2, 5]


SIX = (6, None)


@each_row(
    ("amounts", "usual", "halved"),
    [
        ([3, 3, 3, 3], 6, True),
        ([6, 6, 6, 6], 12, True),
        ([SIX, 3, 3, 3], 12, False),  # one open answer, and the week says nothing
        ([SIX, SIX, SIX, SIX], 100, False),
        ([SIX, SIX, SIX, SIX], None, False),
    ],
)
def test_half_as_many(amounts: list, usual: int | None, halved: bool) -> None:  # type: ignore[type-arg]
    """9 and 10: "6+" is six at least and nothing more, so with one in it a week is no halving."""
    days = {day(n): one if isinstance(one, tuple) else (one, one) for n, one in enumerate(amounts)}
    assert (halved_since(days, usual, day(len(amounts) - 1)) is not None) is halved


@each_row(
    ("typed", "found"),
    [
        ("3 ppm 2 Feb", (3, date(2026, 2, 2))), ("3,5", None), ("ten", None), ("10", (10, None)), ("201", None),
        ("3 ppm tomorrow", None), ("3 1 Jan 2027", (3, date(2027, 1, 1))), ("3 29 Feb", None), ("003", (3, None)),
        ("3 ppm 2 Feb 26", (3, date(2026, 2, 2))), ("3 on Mon 2 Feb", (3, date(2026, 2, 2))), ("3 2026-02-02", None),
    ],
)  # fmt: skip
def test_a_reading_as_it_is_typed(typed: str, found: tuple[int, date | None] | None) -> None:
    """Whole ppm and a date that was; what is neither is asked for once more."""
    assert read_reading(typed, date(2026, 3, 2)) == found
