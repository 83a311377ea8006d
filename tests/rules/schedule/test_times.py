"""A check-in time in people's own words."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from programme.schedule.slots import EARLIEST_CHECK_IN, LATEST_CHECK_IN, may_be_asked_at
from programme.schedule.typed import NoTime, TwoTimes, parse_time
from tests.rows import each_row

SEVEN = TwoTimes(time(7), time(19))
HALF_SEVEN = TwoTimes(time(7, 30), time(19, 30))
CASES = {
    "7": SEVEN,
    "seven": SEVEN,
    "07": time(7),
    "7.30": HALF_SEVEN,
    "7:30": HALF_SEVEN,
    "730": HALF_SEVEN,
    "half past 7": HALF_SEVEN,
    "half past seven": HALF_SEVEN,
    "Half seven": HALF_SEVEN,
    "quarter to 8": TwoTimes(time(7, 45), time(19, 45)),
    "a quarter past eight please": TwoTimes(time(8, 15), time(20, 15)),
    "twenty past eight": TwoTimes(time(8, 20), time(20, 20)),
    "seven thirty": HALF_SEVEN,
    "19:30": time(19, 30),
    "1930": time(19, 30),
    "19h30": time(19, 30),
    "07:30": time(7, 30),
    "7pm": time(19),
    "7 p.m.": time(19),
    "7.30PM": time(19, 30),
    "7 in the evening": time(19),
    "about 7ish in the evening": time(19),
    "seven o’clock tonight": time(19),
    "8 in the morning": time(8),
    "10am": time(10),
    "5": time(17),
    "10": time(10),
    "12": time(12),
    "noon": time(12),
    "at midday please": time(12),
    "half past 9": TwoTimes(time(9, 30), time(21, 30)),
    "9.45": time(9, 45),
    "21:30": time(21, 30),
    "07:00": time(7),
    "21:31": NoTime.AT_NIGHT,
    "6.59am": NoTime.AT_NIGHT,
    "10 at night": NoTime.AT_NIGHT,
    "22:00": NoTime.AT_NIGHT,
    "3am": NoTime.AT_NIGHT,
    "midnight": NoTime.AT_NIGHT,
    "0": NoTime.AT_NIGHT,
    "25:00": NoTime.NOT_UNDERSTOOD,
    "7:75": NoTime.NOT_UNDERSTOOD,
    "19am": NoTime.NOT_UNDERSTOOD,
    "90 past 7": NoTime.NOT_UNDERSTOOD,
    "I have 2 kids": NoTime.NOT_UNDERSTOOD,
    "whenever": NoTime.NOT_UNDERSTOOD,
    "morning or evening at 7": NoTime.NOT_UNDERSTOOD,
    "": NoTime.NOT_UNDERSTOOD,
}


@each_row("text", CASES)
def test_a_time_is_read_as_people_write_it(text: str) -> None:
    """Each way of writing gives its time, two times to pick from, or the reason why not."""
    assert parse_time(text) == CASES[text]


@given(st.text(alphabet="0123456789 :.apmhalftoseven", max_size=12))
def test_no_text_gives_a_time_that_is_not_allowed(text: str) -> None:
    """Whatever is typed, a check-in time lies between the earliest and the latest, and nothing is raised."""
    match parse_time(text):
        case time() as one:
            assert may_be_asked_at(one)
        case TwoTimes(morning, evening):
            assert EARLIEST_CHECK_IN <= morning < evening <= LATEST_CHECK_IN
        case NoTime():
            pass


@given(st.times(min_value=EARLIEST_CHECK_IN, max_value=LATEST_CHECK_IN))
def test_the_24_hour_clock_is_never_unclear(moment: time) -> None:
    """A time as a clock shows it is that time."""
    assert parse_time(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0)
