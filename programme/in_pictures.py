"""What pictures show, counted from what somebody said. What was not said is a gap and never a zero (FIELD S13)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from programme.check_in import HardMoment, Mood
from programme.counts import Reply, by_day, urges_by_day
from programme.feeling import Feeling
from programme.occurrence import DAY
from programme.outcomes.days import DayTold
from programme.outcomes.record import Amount
from programme.patterns import ENOUGH, Log, Part, part_of
from programme.smoking import NIGHT_ENDS

WEEKDAYS: Final = range(7)  # Monday first
FELT_DAYS: Final = 28
SMOKED_DAYS: Final = 84

Grid = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Felt:
    """Days one after the other from `first` on: the mood said last and the strongest urge; None: not said."""

    first: date
    moods: tuple[Mood | None, ...]
    urges: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Smoked:
    """Cigarettes of days one after the other from `first` on, least and most; None: not said."""

    first: date
    amounts: tuple[Amount | None, ...]


def when(logs: Iterable[Log]) -> Grid:
    """How many by part of the day, in their order, and in each by weekday.

    What was before four at night is of the evening before.
    """
    found = Counter((part_of(log.at), _evening(log).weekday()) for log in logs)
    return tuple(tuple(found[part, weekday] for weekday in WEEKDAYS) for part in Part)


def _evening(log: Log) -> date:
    return log.at.date() - (DAY if log.at.time() < NIGHT_ENDS else 0 * DAY)


def moments(logs: Iterable[Log]) -> tuple[tuple[HardMoment, int], ...]:
    """What was going on and how often, most often first; what nobody said is not there."""
    return tuple(Counter(log.moment for log in logs if log.moment is not None).most_common())


def feelings(logs: Iterable[Log]) -> tuple[tuple[Feeling | Mood, int], ...]:
    """How they felt, in the word that they picked, and how often, most often first."""
    said = (log.feeling or log.mood for log in logs)
    return tuple(Counter(one for one in said if one is not None).most_common())


def felt(replies: Sequence[Reply], today: date) -> Felt | None:
    """Mood and urges of the last four weeks, as far back as anything was said; None from fewer than seven such days."""
    moods = {day: said[-1] for day, said in by_day(replies, lambda said: said.mood).items()}
    urges = urges_by_day(replies)
    days = _days(moods.keys() | urges.keys(), today, FELT_DAYS)
    if days is None:
        return None
    return Felt(days[0], tuple(map(moods.get, days)), tuple(map(urges.get, days)))


def smoked(told: Mapping[date, DayTold], today: date) -> Smoked | None:
    """Cigarettes a day of the last twelve weeks, as far back as anything was said; None from fewer than seven days."""
    known = {day: one.amount for day, one in told.items()}
    days = _days(known, today, SMOKED_DAYS)
    return None if days is None else Smoked(days[0], tuple(map(known.get, days)))


def _days(said: Iterable[date], today: date, most: int) -> list[date] | None:
    found = sorted(day for day in said if today - most * DAY < day <= today)
    return [found[0] + n * DAY for n in range((today - found[0]).days + 1)] if len(found) >= ENOUGH else None
