"""How somebody felt at a cigarette or an urge: one word of theirs, and what of it is a mood (docs/decisions/0013)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from programme.check_in import HardMoment, Mood


class Feeling(StrEnum):
    """One tap for each log: the feelings that the study names as triggers (FIELD.md row 1.3), and the rest."""

    STRESSED = "stressed"
    ANXIOUS = "anxious"
    BORED = "bored"
    LONELY = "lonely"
    UNHAPPY = "unhappy"
    VERY_LOW = "very_low"
    OK = "ok"
    GOOD = "good"

    @property
    def mood(self) -> Mood | None:
        """The mood that the same word names. None: stressed or lonely says what it was, and not how low: nothing is
        inferred."""
        return _MOODS.get(self)

    @property
    def moment(self) -> HardMoment | None:
        """What was going on, where a hard moment is called by the same word; None where there is none."""
        return _MOMENTS.get(self)


_MOODS: Final[Mapping[Feeling, Mood]] = {
    Feeling.VERY_LOW: Mood.VERY_LOW,
    Feeling.UNHAPPY: Mood.LOW,
    Feeling.OK: Mood.OK,
    Feeling.GOOD: Mood.GOOD,
}
_MOMENTS: Final[Mapping[Feeling, HardMoment]] = {
    Feeling.STRESSED: HardMoment.STRESS,
    Feeling.UNHAPPY: HardMoment.LOW_MOOD,
    Feeling.VERY_LOW: HardMoment.LOW_MOOD,
    Feeling.BORED: HardMoment.BORED,
    Feeling.GOOD: HardMoment.GOOD_MOOD,
}
