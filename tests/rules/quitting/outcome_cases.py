"""Records for the golden tables of outcomes: one attempt from 1 March 2026, told day by day of the attempt."""

from dataclasses import replace
from datetime import date, timedelta

from programme.quitting.attempts import Attempt
from programme.quitting.record import CigarettesSaid, CoReading, Relapse, Treated

QUIT = date(2026, 3, 1)
ATTEMPT = Attempt(1, 7, QUIT)
TREATED = (Treated(ATTEMPT.id, treated=True),)


def day(number: int) -> date:
    """That day of the attempt; the quit date is day 0."""
    return QUIT + timedelta(days=number)


def smoked(number: int, least: int = 1, most: int | None = 1) -> CigarettesSaid:
    """Cigarettes of one day, as a check-in was answered."""
    return CigarettesSaid.of_day(day(number), least, most)


def answered(on: int, first: int, last: int, least: int = 0, most: int | None = 0) -> CigarettesSaid:
    """The answer to an outcome question, given on that day about those days."""
    return CigarettesSaid(day(first), day(last), least, most, day(on), follow_up=True, attempt_id=ATTEMPT.id)


def heard(on: int, last: int, least: int = 0, most: int | None = 0, by: int = 5) -> CigarettesSaid:
    """What a practitioner heard on that day about the days from day 15, entered the day after."""
    return replace(answered(on, 15, last, least, most), by=by, entered_on=day(on + 1))


def relapsed(on: int) -> Relapse:
    """Named on that day."""
    return Relapse(ATTEMPT.id, day(on))


def free(first: int, last: int) -> tuple[CigarettesSaid, ...]:
    """Each of these days told of as free, on that day."""
    return tuple(smoked(n, 0, 0) for n in range(first, last + 1))


def co(on: int, ppm: int, *, by_practitioner: bool = True) -> CoReading:
    """A reading on that day."""
    return CoReading(day(on), ppm, by_practitioner)
