"""Once each local day, in every zone and on both clock-change nights."""

import os
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.schedule.slots import instant, next_occurrence, occurrences_between
from tests.rows import each_row

EVERY_DAY = frozenset(range(7))
TIMES = (time(0), time(1, 30), time(2, 30), time(3), time(9), time(18, 30), time(23, 30))
ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("posix/", "right/")))
START = datetime(2026, 1, 1, tzinfo=UTC)


def utc(text: str) -> datetime:
    """The moment of an ISO text, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@each_row(
    ("zone", "day", "wall", "at"),
    [
        pytest.param("Europe/London", "2026-03-28", "01:30", "2026-03-28T01:30", id="the night before"),
        pytest.param("Europe/London", "2026-03-29", "01:30", "2026-03-29T01:30", id="skipped: shown as 02:30 BST"),
        pytest.param("Europe/London", "2026-03-29", "18:30", "2026-03-29T17:30", id="the evening after"),
        pytest.param("Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30", id="comes twice: the first one"),
        pytest.param("Europe/London", "2026-10-25", "18:30", "2026-10-25T18:30", id="winter evening"),
        pytest.param(
            "Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00", id="midnight skipped: 01:00, same date"
        ),
        pytest.param("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45", id="half an hour skipped"),
        pytest.param("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45", id="half an hour twice"),
        pytest.param("Pacific/Apia", "2011-12-29", "18:30", "2011-12-30T04:30", id="the last date before the jump"),
        pytest.param("Pacific/Apia", "2011-12-31", "18:30", "2011-12-31T04:30", id="the first date after it"),
        pytest.param("America/Nuuk", "2024-03-30", "23:30", "2024-03-31T01:30", id="moved past midnight"),
        pytest.param("Asia/Kathmandu", "2026-06-01", "07:00", "2026-06-01T01:15", id="a quarter past"),
    ],
)
def test_one_instant_for_each_wall_time(zone: str, day: str, wall: str, at: str) -> None:
    """Each local date and time has one instant; the skipped ones move on, the doubled ones come once."""
    assert instant(date.fromisoformat(day), time.fromisoformat(wall), zone) == utc(at)


def test_a_date_that_a_zone_left_out_has_no_instant() -> None:
    """Apia had no 30 December 2011, so nothing is due on it, and the day after comes next."""
    assert instant(date(2011, 12, 30), time(18, 30), "Pacific/Apia") is None
    came = next_occurrence(utc("2011-12-30T04:30"), [time(18, 30)], EVERY_DAY, "Pacific/Apia")
    assert (came.local_date, came.at_utc) == (date(2011, 12, 31), utc("2011-12-31T04:30"))
    fridays = next_occurrence(utc("2011-12-24T12:00"), [time(18, 30)], frozenset({4}), "Pacific/Apia")
    assert fridays.local_date == date(2012, 1, 6)


def test_a_slot_moved_past_midnight_keeps_its_date_and_its_place() -> None:
    """Where 23:30 becomes 0:30, the next date's midnight slot comes before it, and neither is lost."""
    found = occurrences_between(
        utc("2024-03-30T12:00"), utc("2024-03-31T12:00"), [time(0), time(23, 30)], EVERY_DAY, "America/Nuuk"
    )
    assert [(slot.local_date.day, slot.slot) for slot in found] == [(31, "00:00"), (30, "23:30")]
    first = next_occurrence(utc("2024-03-30T12:00"), [time(0), time(23, 30)], EVERY_DAY, "America/Nuuk")
    assert first == found[0]
    assert next_occurrence(first.at_utc, [time(0), time(23, 30)], EVERY_DAY, "America/Nuuk") == found[1]


def test_two_slots_at_one_instant_are_both_found() -> None:
    """A skipped 1:30 falls on the 2:30 of that night, and each keeps its own record."""
    found = occurrences_between(
        utc("2026-03-29T00:00"), utc("2026-03-29T12:00"), [time(2, 30), time(1, 30)], EVERY_DAY, "Europe/London"
    )
    assert [(slot.slot, slot.at_utc) for slot in found] == [
        ("01:30", utc("2026-03-29T01:30")),
        ("02:30", utc("2026-03-29T01:30")),
    ]


def test_a_rule_without_a_day_is_refused() -> None:
    """A rule that never comes round is an error, not an endless search."""
    with pytest.raises(ValueError, match="never"):
        next_occurrence(START, [time(9)], frozenset(), "Europe/London")
    with pytest.raises(ValueError, match="never"):
        next_occurrence(START, [], EVERY_DAY, "Europe/London")


def walk(zone: str, wall: time, days: int) -> list[date]:
    """The local dates of that many slots, each found from the one before."""
    dates, at = [], START
    for _ in range(days):
        slot = next_occurrence(at, [wall], EVERY_DAY, zone)
        assert slot.at_utc > at
        dates.append(slot.local_date)
        at = slot.at_utc
    return dates


@pytest.mark.slow
@each_row("wall", TIMES, ids=str)
def test_no_zone_skips_or_repeats_a_date(wall: time) -> None:
    """For 400 days every date comes once, in every zone there is (at every time in CI, at one of seven elsewhere)."""
    for zone in ZONES if os.environ.get("CI") else ZONES[TIMES.index(wall) :: len(TIMES)]:
        dates = walk(zone, wall, 400)
        assert dates == [dates[0] + timedelta(days=n) for n in range(400)], zone


moments = st.integers(0, 32 * 365 * 24 * 60).map(lambda minutes: utc("2005-01-01") + timedelta(minutes=minutes))
rules = st.tuples(
    st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), min_size=1, max_size=4, unique=True),
    st.frozensets(st.integers(0, 6), min_size=1),
)


@given(moments, rules, st.sampled_from(ZONES))
def test_the_next_one_is_the_first_of_those_to_come(
    after: datetime, rule: tuple[list[time], frozenset[int]], zone: str
) -> None:
    """Looking for the next slot and listing all slots agree, and the next one lies strictly ahead."""
    coming = next_occurrence(after, *rule, zone)
    listed = occurrences_between(after, after + timedelta(days=20), *rule, zone)
    assert after < coming.at_utc
    assert listed[0] == coming
    assert listed == sorted(set(listed), key=lambda slot: (slot.at_utc, slot.local_date, slot.slot))


@given(moments, rules, st.sampled_from(ZONES), st.floats(0, 40))
def test_a_span_cut_in_two_has_the_same_slots(
    after: datetime, rule: tuple[list[time], frozenset[int]], zone: str, cut: float
) -> None:
    """However often the sweep looks, it finds each slot once."""
    until, middle = after + timedelta(days=40), after + timedelta(days=cut)
    halves = [*occurrences_between(after, middle, *rule, zone), *occurrences_between(middle, until, *rule, zone)]
    assert halves == occurrences_between(after, until, *rule, zone)
    assert len({(slot.local_date, slot.slot) for slot in halves}) == len(halves)
