"""The evening and the morning after a crisis card are soft: one kind question, and smoking is not asked about first.

That it is so is put down when the card is shown, by what the words brought; what they brought is kept nowhere. After
violence at home nothing is softer than before (a partner may read along), and of a script that nobody here can read it
is not known what it said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from programme.occurrence import DAY, instant
from programme.safety.danger import Brings

SOFTENS: Final = frozenset({Brings.LIFE, Brings.TAKEN, Brings.MEDICAL, Brings.SOMEBODY_ELSE})
_NOON: Final = time(12)


@dataclass(frozen=True, slots=True)
class Soft:
    """A soft stretch (UTC): from when the card was shown up to the noon after the next morning."""

    at: datetime
    until: datetime

    def covers(self, moment: datetime) -> bool:
        """Whether that moment is in it."""
        return self.at <= moment < self.until


def soft_from(at: datetime, zone: str) -> Soft:
    """The stretch after a card that was shown then to somebody in the IANA `zone`."""
    day = at.astimezone(ZoneInfo(zone)).date() + DAY
    while (noon := instant(day, _NOON, zone)) is None:
        day += DAY
    return Soft(at, noon)


def soft_at(moment: datetime, stretches: Iterable[Soft]) -> Soft | None:
    """The stretch that moment is in, of several the one that began last."""
    return max((one for one in stretches if one.covers(moment)), key=lambda one: one.at, default=None)
