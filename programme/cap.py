"""How much may be said to somebody unasked in one of their days, and what goes first when that is reached (FIELD S10).

The order is that of VOICE.md: answers, crisis and what somebody asked for are never counted here.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from programme.course import Level, Phase
from programme.plan import (
    CHECK_IN,
    HELLO,
    NUDGE,
    OUTCOME,
    QUIT_DAY,
    SESSION_AFTER,
    SESSION_BEFORE,
    SUMMARY,
    TIMING,
)

ORDER: Final[Mapping[str, int]] = {
    QUIT_DAY: 0,  # the client asked for it by picking the day
    HELLO: 1,  # the return after a lapse, or the end of a pause
    SUMMARY: 1,
    OUTCOME: 2,
    SESSION_BEFORE: 3,
    SESSION_AFTER: 3,
    CHECK_IN: 4,
    NUDGE: 4,
    TIMING: 5,
}
REMINDER_ORDER: Final = 6
USUAL: Final = 2
CAPS: Final[Mapping[Phase, int]] = {Phase.QUIT_DAY: 4, Phase.FIRST_DAYS: 3}


def cap(phase: Phase, level: Level | None = None) -> int:
    """How many messages that nobody asked for may go to somebody on a day of that phase, reminders counted."""
    return max(CAPS.get(phase, USUAL), 3 if level is Level.FULLER else 0)


def has_room(order: int, *, said: int, coming: Iterable[int], most: int) -> bool:
    """Whether one more may be said today: `said` went out, and what is still `coming` and goes before it has its room.

    `order` and `coming` are of ORDER: the lower goes first.
    """
    return said + sum(1 for other in coming if other < order) < most
