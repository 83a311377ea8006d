"""What operators are told of, when its beginning and end are told, and how people are told that we were wrong."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo


class OperatorTrouble(Exception):
    """Something is wrong that an operator can mend. A kind of it says in its docstring what, and what to do next."""

    def __init__(self, **facts: object) -> None:
        super().__init__(inspect.cleandoc(type(self).__doc__ or "").replace("\n", " ").format(**facts))


class Trouble(StrEnum):
    """One kind of trouble; each has an alarm and a section of docs/runbook.md."""

    DATABASE = "database"
    DISK = "disk"
    TELEGRAM = "telegram"
    SENDER = "sender"
    PULSE = "pulse"
    VAULT = "vault"
    HELD = "held"
    LATE = "late"
    REQUESTS = "requests"
    DEAD = "dead"
    UNCERTAIN = "uncertain"
    CLOCK = "clock"
    LINKS = "links"
    BACKUP = "backup"


# The headings of docs/runbook.md.
HEADINGS: Final[Mapping[Trouble, str]] = {
    Trouble.DATABASE: "Database away",
    Trouble.DISK: "Disk full",
    Trouble.TELEGRAM: "Telegram away",
    Trouble.SENDER: "Nothing is sent",
    Trouble.PULSE: "The pulse stands still",
    Trouble.VAULT: "Vault trouble",
    Trouble.HELD: "Held",
    Trouble.LATE: "Late",
    Trouble.REQUESTS: "Requests late",
    Trouble.DEAD: "Updates set aside",
    Trouble.UNCERTAIN: "Messages of unknown fate",
    Trouble.CLOCK: "The clock was set",
    Trouble.LINKS: "Wrong links",
    Trouble.BACKUP: "Backup old",
}
# Trouble with which a process is not ready: it cannot do its work. All other trouble is for somebody to look at.
NOT_READY: Final = frozenset(
    {Trouble.DATABASE, Trouble.DISK, Trouble.TELEGRAM, Trouble.SENDER, Trouble.PULSE, Trouble.VAULT, Trouble.HELD}
)
LEAST_FREE: Final = 100 * 1024 * 1024  # bytes
AWAY: Final = 10.0  # seconds without the database
SILENT: Final = 60.0  # seconds without a sign of a loop
UNREACHED: Final = 120.0  # seconds without an answer of Telegram's
ANSWER_WAITS: Final = 60.0  # seconds that a card or an answer may wait to be sent
PROMPT_WAITS: Final = 600.0  # the same for what comes by itself: a morning's take their time at Telegram's pace
LATE: Final = 300.0  # seconds past its time that something due may be
STEPPED: Final = 600.0  # seconds for which a step of the clock is told
MOST_WRONG_LINKS: Final = 20  # within an hour
OLD_BACKUP: Final = 2 * 86400.0  # seconds
FLAPPING: Final = timedelta(minutes=10)  # between two beginnings of one trouble that are told


@dataclass(frozen=True, slots=True)
class ServiceSeen:
    """What one process sees at a moment. Ages and waits are in seconds; None is not known, and decides nothing."""

    database_away: float | None = None
    free_bytes: int | None = None
    unreached: float | None = None
    sender_silent: float | None = None
    pulse_silent: float | None = None
    vault_open: bool | None = None
    keyless: int | None = None
    held: bool | None = None
    late: float | None = None
    answer_waits: float | None = None
    prompt_waits: float | None = None
    requests_late: int | None = None
    dead: int | None = None
    uncertain: int | None = None
    stepped: float | None = None
    wrong_links: int | None = None
    backup_age: float | None = None


def standing_troubles(seen: ServiceSeen) -> Mapping[Trouble, bool]:
    """Whether each trouble stands, of those that can be told by what was seen.

    Held, nothing is late and nothing waits; while Telegram is away it is no fault of the sender's, and while the
    database is, neither the sender nor the pulse can do anything.
    """
    away = bool(seen.database_away)
    found = {
        Trouble.DATABASE: _over(seen.database_away, AWAY),
        Trouble.DISK: None if seen.free_bytes is None else seen.free_bytes < LEAST_FREE,
        Trouble.TELEGRAM: _over(seen.unreached, UNREACHED),
        Trouble.SENDER: None if away else _sender(seen),
        Trouble.PULSE: None if away else _over(seen.pulse_silent, SILENT),
        Trouble.VAULT: None if seen.vault_open is None else not seen.vault_open or bool(seen.keyless),
        Trouble.HELD: seen.held,
        Trouble.LATE: False if seen.held else _over(seen.late, LATE),
        Trouble.REQUESTS: _over(seen.requests_late, 0),
        Trouble.DEAD: _over(seen.dead, 0),
        Trouble.UNCERTAIN: _over(seen.uncertain, 0),
        Trouble.CLOCK: None if seen.stepped is None else seen.stepped <= STEPPED,
        Trouble.LINKS: _over(seen.wrong_links, MOST_WRONG_LINKS),
        Trouble.BACKUP: _over(seen.backup_age, OLD_BACKUP),
    }
    return {trouble: stands for trouble, stands in found.items() if stands is not None}


def _over(value: float | None, limit: float) -> bool | None:
    return None if value is None else value > limit


def _sender(seen: ServiceSeen) -> bool | None:
    if _over(seen.sender_silent, SILENT):
        return True
    if seen.held or _over(seen.unreached, UNREACHED):
        return False
    waits = [_over(seen.answer_waits, ANSWER_WAITS), _over(seen.prompt_waits, PROMPT_WAITS)]
    return None if None in waits else any(waits)


@dataclass(frozen=True, slots=True)
class TroublesTold:
    """What was told: since when each trouble stands (UTC), and when the last beginning of each was told."""

    since: Mapping[Trouble, datetime] = field(default_factory=dict)
    began_at: Mapping[Trouble, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TroubleChange:
    """One thing to tell: that trouble `began`, or is over."""

    trouble: Trouble
    began: bool


def trouble_changes(
    told: TroublesTold, stands: Mapping[Trouble, bool], now: datetime
) -> tuple[TroublesTold, list[TroubleChange]]:
    """What is to be told at `now` (UTC), and what was told then.

    Each beginning and each end once. An end is told at once; a new beginning waits until FLAPPING after the last one,
    and is not told at all where the trouble is over by then. What cannot be told now stays as it was.
    """
    since, began_at = dict(told.since), dict(told.began_at)
    found = []
    for trouble, here in stands.items():
        if here and trouble not in since and _may_begin(began_at.get(trouble), now):
            since[trouble] = began_at[trouble] = now
            found.append(TroubleChange(trouble, began=True))
        elif not here and since.pop(trouble, None) is not None:
            found.append(TroubleChange(trouble, began=False))
    return TroublesTold(since, began_at), found


def _may_begin(last: datetime | None, now: datetime) -> bool:
    """A beginning that lies ahead was told by a clock that has been set back since."""
    return last is None or not timedelta(0) <= now - last < FLAPPING


DAYTIME_FROM: Final = time(9)
DAYTIME_UNTIL: Final = time(20)
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
        """What their practitioner learns of it; None of an erratum that is a practitioner's own."""
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
    return DAYTIME_FROM <= now.astimezone(ZoneInfo(zone)).time() < DAYTIME_UNTIL
