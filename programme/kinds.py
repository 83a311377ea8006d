"""What a plan may be for: the one place that says what each kind is. Who still wants it: db.recipients."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from programme.people import Role
from programme.plan import (
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
class Kind:
    """One kind of plan. `screen` is what is shown of its prompts, and `event` how the names of its events begin.

    `asks`: an answer is waited for, and none is silence; of what asks nothing, its window merely ends. `edited`: when
    it is over its message changes to what is true then; otherwise it stays as it was read. `pauses`: nothing of it is
    due while the client pauses whom it is for, or about.
    """

    name: str
    role: Role
    screen: str
    event: str
    window_minutes: int
    reminds: bool = False
    asks: bool = False
    edited: bool = False
    pauses: bool = False


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            CHECK_IN, Role.CLIENT, "check_in", "CheckIn", WINDOW_MINUTES,
            reminds=True, asks=True, edited=True, pauses=True,
        ),
        Kind(HELLO, Role.CLIENT, "hello", "Hello", MORNING_MINUTES),
        Kind(QUIT_DAY, Role.CLIENT, "quit_morning", "QuitDay", MORNING_MINUTES, pauses=True),
        Kind(
            SESSION_BEFORE, Role.CLIENT, "session_before", "SessionBefore", WINDOW_MINUTES,
            asks=True, edited=True, pauses=True,
        ),
        Kind(
            SESSION_AFTER, Role.CLIENT, "session_after", "SessionAfter", WINDOW_MINUTES,
            asks=True, edited=True, pauses=True,
        ),
        Kind(OUTCOME, Role.CLIENT, "outcome", "Outcome", DAY_MINUTES, asks=True, edited=True, pauses=True),
        Kind(TIMING, Role.CLIENT, "timing", "Timing", DAY_MINUTES, asks=True, edited=True, pauses=True),
        Kind(NUDGE, Role.SUPPORTER, "nudge", "Nudge", DAY_MINUTES, asks=True, edited=True, pauses=True),
        Kind(SUMMARY, Role.PRACTITIONER, "weekly", "Summary", DAY_MINUTES),
    )
}  # fmt: skip
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
    """A rule of that kind, with its window: these wall times on weekdays, or so many `days` after one local date."""
    return Rule(times, weekdays, KINDS[kind].window_minutes, on, why, days)
