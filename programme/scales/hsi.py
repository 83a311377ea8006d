"""The Heaviness of Smoking Index, 0 to 6: time to the first cigarette of the day, and cigarettes a day.

Points and bands: PhenX protocol 330201, and the data dictionary of NIDA's data share. Who smokes little scores low
whatever smoking means to them, so a low band says little about how hard stopping is.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class First(StrEnum):
    """How soon after waking the first one is smoked."""

    WITHIN_5 = "within-5"  # minutes
    WITHIN_30 = "within-30"
    WITHIN_60 = "within-60"
    LATER = "later"


class PerDay(StrEnum):
    """Cigarettes on a usual day."""

    UP_TO_10 = "up-to-10"
    UP_TO_20 = "up-to-20"
    UP_TO_30 = "up-to-30"
    MORE = "more"


class Band(StrEnum):
    """What a score is called."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


FIRST_POINTS = {First.WITHIN_5: 3, First.WITHIN_30: 2, First.WITHIN_60: 1, First.LATER: 0}
PER_DAY_POINTS = {PerDay.UP_TO_10: 0, PerDay.UP_TO_20: 1, PerDay.UP_TO_30: 2, PerDay.MORE: 3}
_FIRST_UNTIL = ((5, First.WITHIN_5), (30, First.WITHIN_30), (60, First.WITHIN_60))
_PER_DAY_UNTIL = ((10, PerDay.UP_TO_10), (20, PerDay.UP_TO_20), (30, PerDay.UP_TO_30))
_LOW_UNTIL, _MEDIUM_UNTIL = 1, 4


@dataclass(frozen=True, slots=True)
class Hsi:
    """Both answers, so that the score keeps its working."""

    first: First
    per_day: PerDay

    @property
    def score(self) -> int:
        """0 to 6."""
        return FIRST_POINTS[self.first] + PER_DAY_POINTS[self.per_day]

    @property
    def band(self) -> Band:
        """0 and 1 low, 2 to 4 medium, 5 and 6 high."""
        if self.score <= _LOW_UNTIL:
            return Band.LOW
        return Band.MEDIUM if self.score <= _MEDIUM_UNTIL else Band.HIGH


def first_of(minutes: int) -> First:
    """Which answer so many minutes after waking are."""
    return next((first for until, first in _FIRST_UNTIL if minutes <= until), First.LATER)


def per_day_of(cigarettes: int) -> PerDay:
    """Which answer so many cigarettes a day are."""
    return next((per_day for until, per_day in _PER_DAY_UNTIL if cigarettes <= until), PerDay.MORE)


@dataclass(frozen=True, slots=True)
class HsiTold:
    """One time it was answered (UTC); `entered`: by the practitioner."""

    at: datetime
    said: Hsi
    entered: bool = False
