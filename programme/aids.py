"""What somebody uses to help them stop, and how it is going. None of it is smoking; none is pushed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

ONCE_IN: Final = timedelta(days=7)  # "how is it going?"


class Aid(StrEnum):
    """The options of the fact "aids-options", and none. They are recorded apart from each other and from smoking."""

    PATCH = "patch"
    GUM = "gum"
    LOZENGE = "lozenge"
    SPRAY = "spray"  # or inhalator
    VAPE = "vape"
    VARENICLINE = "varenicline"
    CYTISINE = "cytisine"
    BUPROPION = "bupropion"
    OTHER = "other"
    NONE = "none"


class Going(StrEnum):
    """How it is going."""

    USING = "using"
    WELL = "well"
    MIXED = "mixed"
    SIDE_EFFECTS = "side-effects"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class AidTold:
    """One thing they said of one aid."""

    id: int
    person_id: int
    at: datetime
    aid: Aid
    going: Going


def in_use(told: Iterable[AidTold]) -> tuple[Aid, ...]:
    """What they use by now, by what they said, oldest first; "none" ends all that was said before."""
    found: dict[Aid, None] = {}
    for one in told:
        if one.aid is Aid.NONE:
            found.clear()
        elif one.going is Going.STOPPED:
            found.pop(one.aid, None)
        else:
            found.setdefault(one.aid)
    return tuple(found)


def is_asked(told: Iterable[AidTold], on: date, said_on: date | None) -> bool:
    """Whether to ask: once whether they use any; then, while they do, how it is going, a week after they last said.

    `said_on`: the local date on which they last said anything of it.
    """
    if said_on is None:
        return True
    return bool(in_use(told)) and on - said_on >= ONCE_IN
