"""A plan: what somebody asked to be asked, and when. The only schedule there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Self

from programme.occurrence import Occurrence, next_occurrence, occurrences_between
from programme.quiet import is_quiet, quiet_start_after

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
CHECK_IN = "check_in"
EVERY_DAY = frozenset(range(7))
WINDOW_MINUTES = 240
MOMENT = timedelta(microseconds=1)  # the smallest step that the database keeps


@dataclass(frozen=True, slots=True)
class Rule:
    """Wall times on weekdays (Monday is 0), and for how many minutes an answer is waited for."""

    times: tuple[time, ...]
    weekdays: frozenset[int] = EVERY_DAY
    window_minutes: int = WINDOW_MINUTES

    def to_json(self) -> dict[str, Any]:
        """As it is stored: {"times": ["18:30"], "weekdays": [0, ...], "window_minutes": 240}."""
        return {
            "times": [f"{wall.hour:02}:{wall.minute:02}" for wall in self.times],
            "weekdays": sorted(self.weekdays),
            "window_minutes": self.window_minutes,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The rule of `to_json`."""
        times: Sequence[str] = stored["times"]
        return cls(tuple(map(time.fromisoformat, times)), frozenset(stored["weekdays"]), stored["window_minutes"])

    def next_after(self, after: datetime, zone: str) -> Occurrence:
        """The first slot strictly after `after`."""
        return next_occurrence(after, self.times, self.weekdays, zone)

    def between(self, after: datetime, until: datetime, zone: str) -> list[Occurrence]:
        """Every slot after `after` up to and with `until`, in order."""
        return occurrences_between(after, until, self.times, self.weekdays, zone)

    def closes_at(self, due_at: datetime, zone: str) -> datetime:
        """When a slot due at `due_at` is no longer asked for: after the window, and never into the night."""
        if is_quiet(due_at, zone):
            return due_at
        return min(due_at + timedelta(minutes=self.window_minutes), quiet_start_after(due_at, zone))


@dataclass(frozen=True, slots=True)
class Plan:
    """Somebody's plan. `zone` is an IANA name; `next_due_at` is NEVER once it has ended."""

    id: int
    person_id: int
    kind: str
    rule: Rule
    zone: str
    version: int
    next_due_at: datetime
    ended_at: datetime | None
