"""What one strategy of the catalogue is."""

from dataclasses import dataclass
from enum import StrEnum

from programme.check_in import HardMoment


class Function(StrEnum):
    """What a cigarette gave, so that something else may give it (FIELD.md 4, rows 1.5 and 2.10)."""

    BREAK = "break"
    CALM = "calm"
    COMPANY = "company"
    HANDS = "hands"  # and mouth
    HUNGER = "hunger"
    REWARD = "reward"
    FOCUS = "focus"


class Place(StrEnum):
    """Where it can be done."""

    ANYWHERE = "anywhere"
    HOME = "home"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Strategy:
    """One thing to try. Its words: bot/texts, `strategy-` and the id.

    `gives` what a cigarette gave; `moments` it fits (none: any); about so many `minutes`; `codes` of the techniques it
    carries (programme.bct); `source`: an id in programme.strategies.sources. `ahead`: done before the urge comes, so it
    is no help in one.
    """

    id: str
    gives: frozenset[Function]
    moments: frozenset[HardMoment]
    place: Place
    minutes: int
    codes: tuple[str, ...]
    source: str
    ahead: bool = False
