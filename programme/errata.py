"""Saying that we were wrong: of what, to whom, and in which hours."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

FROM: Final = time(9)
UNTIL: Final = time(20)
WORTH: Final = timedelta(hours=2)  # one that has not gone by then is looked at afresh
PRACTITIONERS_AFTER: Final = timedelta(hours=12)  # by then those of their clients who are told first have been told


class Erratum(StrEnum):
    """What was wrong."""

    SIDE_EFFECTS = "side-effects"  # "keep taking your medicines", to somebody with side effects of one to stop smoking
    ANSWERS = "answers"  # what somebody left with us when they left was deleted
    SEEN_SIDE_EFFECTS = "seen-side-effects"  # the same, for the practitioner of those who read it
    SEEN_ANSWERS = "seen-answers"
    DAYS = "days"  # smoke-free days that an answer about several was about stood in no count
    WEEKS = "weeks"  # a practitioner's: Monday's evenings stood in no week, and outcomes are counted by other rules now

    @property
    def seen(self) -> "Erratum | None":
        """What their practitioner is told of it; None of what is a practitioner's itself."""
        return _SEEN.get(self)

    @property
    def of(self) -> "Erratum":
        """What the clients were told."""
        return _OF.get(self, self)

    @property
    def waits_for_a_pause(self) -> bool:
        """Whether a break keeps it back. What somebody may do wrong with a medicine does not wait for that."""
        return self is not Erratum.SIDE_EFFECTS


_SEEN: Final = {Erratum.SIDE_EFFECTS: Erratum.SEEN_SIDE_EFFECTS, Erratum.ANSWERS: Erratum.SEEN_ANSWERS}
_OF: Final = {seen: of for of, seen in _SEEN.items()}


def is_daytime(now: datetime, zone: str) -> bool:
    """Whether it is between 9 and 20 o'clock in that IANA zone."""
    return FROM <= now.astimezone(ZoneInfo(zone)).time() < UNTIL
