"""Reasons in the client's own words: why they stop; what smoking and stopping give and cost, now and later."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """Which list a reason stands on."""

    WHY = "why"  # why they want to stop
    SMOKING_NOW = "smoking_now"  # what smoking gives now
    SMOKING_LATER = "smoking_later"  # what it costs later
    STOPPING_NOW = "stopping_now"  # what stopping is like now
    STOPPING_LATER = "stopping_later"  # what it gives later


NOW_AND_LATER: Final = tuple(side for side in Side if side is not Side.WHY)
# What smoking gives is theirs to write down, and is not held up to them in a craving.
RECALLED: Final = (Side.WHY, Side.STOPPING_LATER, Side.SMOKING_LATER, Side.STOPPING_NOW)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. The `pinned` one is the one they want to be shown first."""

    id: int
    words: str
    side: Side = Side.WHY
    pinned: bool = False


def recalled(reasons: Sequence[Reason]) -> Reason | None:
    """The one to be shown back: what they pinned; else the newest of why they stop; else of what stopping gives later.

    `reasons` oldest first. None where none of these is there.
    """
    order = (Side.STOPPING_LATER, Side.WHY)
    told = [one for side in order for one in reasons if one.side is side]
    pinned = [one for one in reasons if one.pinned and one.side in RECALLED]
    return next(reversed([*told, *pinned]), None)
