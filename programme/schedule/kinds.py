"""What a plan may be for, how much may be said in a day, and what goes first when that is reached (FIELD S10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from programme.people.person import Role
from programme.schedule.course import Level, Phase
from programme.schedule.plan import (
    CHECK_IN,
    EVERY_DAY,
    HELLO,
    NUDGE,
    OUTCOME,
    QUIT_DAY,
    SESSION_AFTER,
    SESSION_BEFORE,
    SUMMARY,
    TIMING,
    WINDOW_MINUTES,
    Rule,
)

MORNING_MINUTES = 240  # a hello is said in the morning or not at all
DAY_MINUTES = 14 * 60  # the night ends it before that


@dataclass(frozen=True, slots=True)
class PlanKind:
    """One kind of plan: all that the schedule has to know of it.

    `order`: the lower goes first where a day has no room for all. `screen` is what is shown of its prompts, and `event`
    how the names of its events begin. Texts name it: `next-` and its name says in /next what comes; `why-` and its name
    why it came, with the arguments `slot`, `day` and `name`; `stopped-` and its name that a client wants no more of it.

    `asks`: an answer is waited for, and none is silence; of what asks nothing, its window merely ends. `edited`: when
    it is over its message changes to what is true then; otherwise it stays as it was read. `pauses`: nothing of it is
    due while the client pauses whom it is for, or about.
    """

    name: str
    role: Role
    screen: str
    event: str
    window_minutes: int
    order: int
    reminds: bool = False
    asks: bool = False
    edited: bool = False
    pauses: bool = False


KINDS: Mapping[str, PlanKind] = {
    kind.name: kind
    for kind in (
        # the client asked for it by picking the day
        PlanKind(QUIT_DAY, Role.CLIENT, "quit_morning", "QuitDay", MORNING_MINUTES, 0, pauses=True),
        # the return after a lapse, or the end of a pause
        PlanKind(HELLO, Role.CLIENT, "hello", "Hello", MORNING_MINUTES, 1),
        PlanKind(SUMMARY, Role.PRACTITIONER, "weekly", "Summary", DAY_MINUTES, 1),
        PlanKind(OUTCOME, Role.CLIENT, "outcome", "Outcome", DAY_MINUTES, 2, asks=True, edited=True, pauses=True),
        PlanKind(
            SESSION_BEFORE, Role.CLIENT, "session_before", "SessionBefore", WINDOW_MINUTES, 3,
            asks=True, edited=True, pauses=True,
        ),
        PlanKind(
            SESSION_AFTER, Role.CLIENT, "session_after", "SessionAfter", WINDOW_MINUTES, 3,
            asks=True, edited=True, pauses=True,
        ),
        PlanKind(
            CHECK_IN, Role.CLIENT, "check_in", "CheckIn", WINDOW_MINUTES, 4,
            reminds=True, asks=True, edited=True, pauses=True,
        ),
        PlanKind(NUDGE, Role.SUPPORTER, "nudge", "Nudge", DAY_MINUTES, 4, asks=True, edited=True, pauses=True),
        PlanKind(TIMING, Role.CLIENT, "timing", "Timing", DAY_MINUTES, 5, asks=True, edited=True, pauses=True),
    )
}  # fmt: skip
ORDER: Final[Mapping[str, int]] = {kind.name: kind.order for kind in KINDS.values()}
REMINDER_ORDER: Final = 1 + max(ORDER.values())
REMINDER = "reminder"
SCREENS = frozenset({REMINDER, *(kind.screen for kind in KINDS.values())})
STAYS = frozenset(kind.screen for kind in KINDS.values() if not kind.edited)


def of_role(role: Role) -> frozenset[str]:
    """The kinds that somebody has by being that."""
    return frozenset(kind.name for kind in KINDS.values() if kind.role is role)


def rule_of(
    kind: str, *times: time, weekdays: frozenset[int] = EVERY_DAY, on: date | None = None, why: str | None = None,
    days: tuple[int, ...] = (0,),
) -> Rule:  # fmt: skip
    """A rule of that kind, with its window: these wall times on weekdays, or that many `days` after one local date."""
    return Rule(times, weekdays, KINDS[kind].window_minutes, on, why, days)


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
