"""A craving: how strong it was, one thing that was tried, and how strong it was ten minutes later."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from programme.check_in import HardMoment

LOOK_AFTER: Final = timedelta(minutes=10)
LOOK_UNTIL: Final = timedelta(minutes=40)  # after that, asking how it is now says nothing about what was tried


class Tried(StrEnum):
    """What may be tried: what everybody has, one's own, and a strategy of the catalogue."""

    BREATHE = "breathe"
    SURF = "surf"
    WAIT = "wait"
    SWAP = "swap"
    OWN = "own"
    IDEA = "idea"


CODES: Final = {Tried.BREATHE: "slow-breaths", Tried.SURF: "surf-the-urge", Tried.WAIT: "wait-ten"}


@dataclass(frozen=True, slots=True)
class Craving:
    """One craving that was rated, 0..5 before and after; None: not rated once more, nothing tried.

    `moment`: what was going on, where they said. `code`: the strategy of the catalogue that was tried, also where it
    was an item of their own that was taken from there.
    """

    id: int
    person_id: int
    at: datetime
    before: int
    tried: Tried | None = None
    item_id: int | None = None
    after: int | None = None
    moment: HardMoment | None = None
    code: str | None = None

    @property
    def eased_by(self) -> int | None:
        """How much weaker it was (negative: stronger), or None where that is not known."""
        return None if self.after is None else self.before - self.after
