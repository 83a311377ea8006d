"""A plan: what somebody asked to be asked, and when. The only schedule there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self

from programme.occurrence import Occurrence, instant, next_occurrence, occurrences_between
from programme.quiet import is_quiet, quiet_start_after

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
CHECK_IN, NUDGE, SUMMARY = "check_in", "nudge", "summary"  # what each is: programme.kinds
HELLO, QUIT_DAY = "hello", "quit_day"
EVERY_DAY = frozenset(range(7))
WINDOW_MINUTES = 240
Family = tuple[int, str, int | None]  # person, kind, about whom: one thing is open of it at a time
MOMENT = timedelta(microseconds=1)  # the smallest step that the database keeps


@dataclass(frozen=True, slots=True)
class Rule:
    """Wall times on weekdays (Monday is 0), and for how many minutes an answer is waited for.

    `on`: on that local date alone. `why` is a code for what it was made for, where the kind does not say that.
    """

    times: tuple[time, ...]
    weekdays: frozenset[int] = EVERY_DAY
    window_minutes: int = WINDOW_MINUTES
    on: date | None = None
    why: str | None = None

    def to_json(self) -> dict[str, Any]:
        """As it is stored: {"times": ["18:30"], "weekdays": [0, ...], "window_minutes": 240}.

        A rule of one date has "on" as well, "2026-03-05", and "why", such as "lapse".
        """
        once = {} if self.on is None else {"on": self.on.isoformat(), "why": self.why}
        return {
            "times": [f"{wall.hour:02}:{wall.minute:02}" for wall in self.times],
            "weekdays": sorted(self.weekdays),
            "window_minutes": self.window_minutes,
        } | once

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The rule of `to_json`."""
        times: Sequence[str] = stored["times"]
        return cls(
            tuple(map(time.fromisoformat, times)),
            frozenset(stored["weekdays"]),
            stored["window_minutes"],
            date.fromisoformat(stored["on"]) if "on" in stored else None,
            stored.get("why"),
        )

    def next_after(self, after: datetime, zone: str) -> Occurrence:
        """The first slot strictly after `after`. Raises ValueError where none comes any more."""
        if self.on is None:
            return next_occurrence(after, self.times, self.weekdays, zone)
        found = next((one for one in self._of_date(self.on, zone) if one.at_utc > after), None)
        if found is None:
            raise ValueError("this rule never comes round")
        return found

    def due_after(self, after: datetime, zone: str) -> datetime:
        """When that slot is due (UTC); NEVER once the date of the rule is over."""
        if self.on is not None and not self.between(after, NEVER, zone):
            return NEVER
        return self.next_after(after, zone).at_utc

    def between(self, after: datetime, until: datetime, zone: str) -> list[Occurrence]:
        """Every slot after `after` up to and with `until`, in order."""
        if self.on is None:
            return occurrences_between(after, until, self.times, self.weekdays, zone)
        return [one for one in self._of_date(self.on, zone) if after < one.at_utc <= until]

    def _of_date(self, on: date, zone: str) -> list[Occurrence]:
        found = ((instant(on, wall, zone), wall) for wall in sorted(self.times))
        return [Occurrence(at, on, f"{wall.hour:02}:{wall.minute:02}") for at, wall in found if at is not None]

    def closes_at(self, due_at: datetime, zone: str) -> datetime:
        """When a slot due at `due_at` is no longer asked for: after the window, and never into the night."""
        if is_quiet(due_at, zone):
            return due_at
        return min(due_at + timedelta(minutes=self.window_minutes), quiet_start_after(due_at, zone))


@dataclass(frozen=True, slots=True)
class Plan:
    """Somebody's plan. `zone` is an IANA name; `next_due_at` is NEVER once it has ended.

    `about_id` is the person it is about, where that is somebody else: the client whom a supporter is nudged for.
    """

    id: int
    person_id: int
    kind: str
    rule: Rule
    zone: str
    version: int
    next_due_at: datetime
    ended_at: datetime | None
    about_id: int | None = None

    @property
    def family(self) -> Family:
        """Whose it is, of what kind, and about whom."""
        return self.person_id, self.kind, self.about_id
