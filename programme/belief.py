"""What a client fears will happen if they stop, how sure they are, and how sure they are once they have seen."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from programme.own_words import OwnWords

SUREST: Final = 5
LOOK_AFTER: Final = 14  # days since the quit date, and since it was written: enough to have seen something
_REST: Final = timedelta(days=60)  # between the two times of asking: our own choice
_TWICE: Final = 2
_MOST: Final = 9  # ratings that are kept, as many as the code has room for; the first stays


class About(StrEnum):
    """What it is about."""

    WEIGHT = "weight"
    MOOD = "mood"  # "smoking helps my mood"
    OWN = "own"


KNOWN: Final = (About.WEIGHT, About.MOOD)  # offered to pick, and of which something is known


@dataclass(frozen=True, slots=True)
class Belief:
    """`sure` is how sure they were each time they said, 0 (not at all) to 5 (certain), the first one first."""

    about: About
    sure: tuple[int, ...] = ()

    @classmethod
    def of(cls, own: OwnWords) -> Self:
        """Of own words as they are kept: "weight:42" is 4 at first and 2 by now."""
        about, _, sure = (own.code or "").partition(":")
        return cls(About(about) if about in set(About) else About.OWN, tuple(int(digit) for digit in sure))

    @property
    def code(self) -> str:
        """The same as a code of own words."""
        return f"{self.about}:{''.join(map(str, self.sure))}"

    @property
    def first(self) -> int | None:
        """How sure they were at first; None: not said."""
        return self.sure[0] if self.sure else None

    @property
    def now(self) -> int | None:
        """How sure they are by now, where they said so more than once."""
        return self.sure[-1] if len(self.sure) > 1 else None

    def is_asked_again(self, told: Collection[datetime], now: datetime) -> bool:
        """Whether to ask how sure they are by now: not where they said so, twice at most, and two months apart.

        `told` is when it was asked before (UTC).
        """
        asked = self.first is not None and self.now is None and len(told) < _TWICE
        return asked and all(now - at >= _REST for at in told)

    def rated(self, sure: int, *, anew: bool) -> "Belief":
        """Rated now; `anew`: once more, and not in place of the last time."""
        before = self.sure if anew or not self.sure else self.sure[:-1]
        kept = before if len(before) < _MOST else (before[0], *before[2:])
        return replace(self, sure=(*kept, sure))
