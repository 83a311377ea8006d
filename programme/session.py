"""The second anchor: the client's next session. A word the evening before it, and one in the evening after it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from programme.occurrence import DAY
from programme.quiet import LATEST_CHECK_IN

LASTS: Final = timedelta(hours=1)  # a session; not known, and no later word depends on more
LEAVE: Final = timedelta(hours=1)  # that they have to themselves after it


NEXT: Final = date.max  # in place of a session's date: whichever comes next, as none is known yet


class Note(StrEnum):
    """What a client's words about a session are."""

    BRING = "bring"  # what they want to bring; shown to the practitioner where they share it
    AGREED = "agreed"  # what was agreed, kept for them


@dataclass(frozen=True, slots=True)
class SessionNote:
    """A client's words about one session. `session_on` is its local date where they are."""

    id: int
    person_id: int
    session_on: date
    note: Note
    words: str
    shared: bool


def before(at: datetime, evening: time, zone: str) -> tuple[date, time]:
    """The local date and wall time of the word before a session at `at`: their own evening, the day before."""
    return at.astimezone(ZoneInfo(zone)).date() - DAY, evening


def after(at: datetime, evening: time, zone: str) -> tuple[date, time]:
    """The same of the word after it: that day's evening, at least an hour after it ended; or else the next one."""
    ended = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + LASTS + LEAVE
    on = at.astimezone(ZoneInfo(zone)).date()
    soonest = datetime.combine(on, evening)
    if soonest >= ended:
        return on, evening
    if ended <= datetime.combine(on, LATEST_CHECK_IN):
        return on, ended.time().replace(second=0, microsecond=0)
    return on + DAY, evening
