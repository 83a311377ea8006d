"""Lived progress: the days of all tries, smoke-free, smoked or not known. Services count quitters another way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from programme.quitting import Attempt

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """Days over all attempts. `longest` is the longest stretch of smoke-free days without a smoked one in between."""

    smoke_free: int = 0
    longest: int = 0
    smoked: int = 0
    not_known: int = 0


def progress(attempts: Sequence[Attempt], days: Mapping[date, bool], today: date) -> Progress:
    """What the days of all attempts come to. `days` says of a local date whether they smoked; absent: they did not say.

    - A day counts once it is over, from the quit date on (that day too), while its attempt holds.
    - A day without an answer is not known: it is never smoke-free, never smoked, and ends no stretch.
    - A stretch is of one attempt. A day that two attempts share counts once.
    """
    lived = [list(_days_of(attempt, today)) for attempt in attempts]
    every = {day for one in lived for day in one}
    known = [days[day] for day in every if day in days]
    return Progress(
        smoke_free=known.count(False),
        longest=max((_longest(days[day] for day in one if day in days) for one in lived), default=0),
        smoked=known.count(True),
        not_known=len(every) - len(known),
    )


def gaps(attempts: Sequence[Attempt], days: Mapping[date, bool], today: date) -> list[date]:
    """The days of all attempts that are not known, in order."""
    return sorted({day for one in attempts for day in _days_of(one, today)} - days.keys())


def _days_of(attempt: Attempt, today: date) -> Iterator[date]:
    end = today if attempt.ended_on is None else min(today, attempt.ended_on)
    return (attempt.quit_on + n * _DAY for n in range((end - attempt.quit_on).days))


def _longest(smoked: Iterable[bool]) -> int:
    """The most smoke-free days in a row, of the days that are known, in order."""
    run = accumulate(smoked, lambda length, smoked: 0 if smoked else length + 1, initial=0)
    return max(run)
