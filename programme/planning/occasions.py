"""An occasion at which others smoke: planned ahead in own words, brought up before it, asked about after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from programme.planning.reasons import OwnWords

ASKED_FOR: Final = 7  # days after it, in which there is still something to ask


class OccasionPart(StrEnum):
    """What a plan for an occasion has besides who is there and the day."""

    WHERE = "where"
    SAY = "say"  # what they will say
    THEN = "then"  # if it gets hard; kept in the toolkit as well


class HowWas(StrEnum):
    """How it was, as the client says it; or that it did not take place."""

    WELL = "well"
    MIXED = "mixed"
    HARD = "hard"
    WAS_NOT = "was_not"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion: who is there, or what it is, with the day and how it was, and the parts of the plan for it."""

    own: OwnWords
    parts: Mapping[OccasionPart, OwnWords] = field(default_factory=dict)


def brought_up(on: date, today: date) -> bool:
    """Whether the plan for that day is brought up on `today`: the day before, or the day itself."""
    return 0 <= (on - today).days <= 1


def asked_after(on: date, today: date) -> bool:
    """Whether it is asked on `today` how it was: from the day after on, for a week."""
    return 1 <= (today - on).days <= ASKED_FOR
