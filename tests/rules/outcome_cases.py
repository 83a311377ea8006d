"""Records for the golden tables of outcomes: one attempt from 1 March 2026, told day by day of the attempt."""

from datetime import date, timedelta

from programme.outcomes import CoReading, Said
from programme.quitting import Attempt

QUIT = date(2026, 3, 1)
ATTEMPT = Attempt(1, 7, QUIT)


def day(number: int) -> date:
    """That day of the attempt; the quit date is day 0."""
    return QUIT + timedelta(days=number)


def smoked(number: int, least: int = 1, most: int | None = 1) -> Said:
    """Cigarettes of one day, as a check-in was answered."""
    return Said.of_day(day(number), least, most)


def answered(on: int, first: int, last: int, least: int = 0, most: int | None = 0) -> Said:
    """The answer to an outcome question, given on that day about those days."""
    return Said(day(first), day(last), least, most, day(on), follow_up=True)


def co(on: int, ppm: int, *, by_practitioner: bool = True) -> CoReading:
    """A reading on that day."""
    return CoReading(day(on), ppm, by_practitioner)
