"""How heavily somebody smoked, what a usual day was and cost, and what got easier since."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final


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
    """Which answer that many minutes after waking are."""
    return next((first for until, first in _FIRST_UNTIL if minutes <= until), First.LATER)


def per_day_of(cigarettes: int) -> PerDay:
    """Which answer that many cigarettes a day are."""
    return next((per_day for until, per_day in _PER_DAY_UNTIL if cigarettes <= until), PerDay.MORE)


@dataclass(frozen=True, slots=True)
class HsiTold:
    """One time it was answered (UTC); `entered`: by the practitioner."""

    at: datetime
    said: Hsi
    entered: bool = False


MOST_A_DAY: Final = 100
MOST_IN_A_PACKET: Final = 500  # cigarettes that a large pouch makes
A_PACKET: Final = 20
TELLING: Final = 11  # of up to that many a day half is under six, so that "6+" is no halving for certain
DEAREST: Final = Decimal(100_000)  # whole units of any currency
_PRICE = re.compile(r"[^\d-]{0,4}(\d{1,7})(?:[.,](\d{1,2}))?\D{0,4}")


@dataclass(frozen=True, slots=True)
class UsualDay:
    """`a_day` cigarettes; a packet or pouch makes `packet_of` and costs `price`, in the smallest unit of `currency`.

    `since` is the person's own date on which they first told it. None: not said.
    """

    a_day: int
    since: date
    price: int | None = None
    currency: str | None = None
    packet_of: int = A_PACKET


@dataclass(frozen=True, slots=True)
class UsualBefore:
    """What held before the person's own date `until`, on which they told something else; as in a usual day."""

    until: date
    a_day: int
    price: int | None = None
    currency: str | None = None
    packet_of: int = A_PACKET


def read_number(text: str, most: int) -> int | None:
    """A whole number from 1 to `most`; None for anything else."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4):
        return None
    return int(typed) if 1 <= int(typed) <= most else None


def read_price(text: str, places: int) -> int | None:
    """A price such as "12.50", "£12,5" or "12", in the smallest unit of a currency with that many decimal places.

    None for anything else, and for nothing at all.
    """
    found = _PRICE.fullmatch(text.strip())
    if found is None:
        return None
    price = Decimal(f"{found[1]}.{found[2] or 0}")
    smallest = price.scaleb(places)
    return int(smallest) if 0 < price <= DEAREST and smallest == int(smallest) else None


EASIER_FROM: Final = 5  # since the quit date
EASIER_UNTIL: Final = 182
EASIER_ONCE_IN: Final = 7  # days


class Easier(StrEnum):
    """What they may tap; OTHER is in their own words."""

    BREATHING = "breathing"
    MONEY = "money"
    TASTE = "taste"
    SLEEP = "sleep"
    MOOD = "mood"
    URGE = "urge"  # getting through one
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that got easier, on that local date; `words` where they wrote it themselves."""

    id: int
    on: date
    what: Easier
    words: str | None = None
