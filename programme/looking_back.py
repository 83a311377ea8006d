"""The look-back: stress at a cigarette and about forty minutes later, for who wants it, before the quit date.

FIELD.md row 1.4. Who smokes twenty a day is not asked twenty times: at most a few a day, and none while one is open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from programme.patterns import ENOUGH, LOOK_BACK_AFTER, LOOK_BACK_UNTIL, Look, LookBack, look_back
from programme.quiet import is_quiet
from programme.smoking import evening_of

LOOKS_A_DAY: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A cigarette told of at that moment (UTC), with how stressed they were; `later` None: not answered."""

    smoked_id: int
    told_at: datetime
    then: int
    later: int | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the second answer may still come."""
        return self.later is None and now - self.told_at <= LOOK_BACK_UNTIL


def has_room(now: datetime, asked: Iterable[Asked], zone: str) -> bool:
    """Whether one more cigarette, told of now, is looked back at: not many a day, one at a time, and not at night."""
    today = [one for one in asked if evening_of(one.told_at, zone) == evening_of(now, zone)]
    asleep = is_quiet(now + LOOK_BACK_AFTER, zone)
    return not asleep and len(today) < LOOKS_A_DAY and not any(one.is_open(now) for one in today)


def counted(asked: Iterable[Asked]) -> LookBack | None:
    """Their own before and after; None while too few were answered twice."""
    return look_back(Look(one.then, one.later) for one in asked)


def is_told(found: LookBack | None) -> bool:
    """Whether their counts are told with an answer: at the seventh, and each seven after that."""
    return found is not None and found.of % ENOUGH == 0
