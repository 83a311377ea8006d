"""A plan: what somebody asked to be asked, and when. The only schedule there is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.rule import EVERY_DAY, NEVER, WINDOW_MINUTES, Rule

__all__ = ["EVERY_DAY", "NEVER", "WINDOW_MINUTES", "Family", "Plan", "Rule"]

CHECK_IN, NUDGE, SUMMARY = "check_in", "nudge", "summary"  # what each is: programme.kinds
HELLO, QUIT_DAY = "hello", "quit_day"
SESSION_BEFORE, SESSION_AFTER, OUTCOME, TIMING = "session_before", "session_after", "outcome", "timing"
Family = tuple[int, str, int | None]  # person, kind, about whom: one thing is open of it at a time
MOMENT = timedelta(microseconds=1)  # the smallest step that the database keeps


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
