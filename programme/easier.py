"""What got easier since the quit date: their own findings, kept and shown back, and nothing we reckon for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

FIRST_DAY: Final = 5  # since the quit date
LAST_DAY: Final = 182
ONCE_IN: Final = 7  # days


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
