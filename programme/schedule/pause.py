"""What makes check-ins fewer, later or at another time: silence, a pause, a snooze, a proposal (FIELD S7, S14)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from statistics import median
from typing import Final
from zoneinfo import ZoneInfo

from programme.schedule.kinds import KINDS
from programme.schedule.plan import NEVER, NUDGE
from programme.schedule.slots import DAY, EARLIEST_CHECK_IN, LATEST_CHECK_IN, instant, is_quiet, quiet_start_after

ASK_KINDLY: Final = 2  # silent days, after which one tap is asked for
SLOWER: Final = 4  # after which a question comes every third day
SLOWER_DAYS: Final = timedelta(days=3)
GO_QUIET: Final = 10  # after which one last word is said
FORTNIGHT: Final = timedelta(days=14)
NO_THINNING_BEFORE: Final = 7  # days since the quit date


class Rung(StrEnum):
    """What a check-in that is due becomes."""

    USUAL = "usual"
    QUIET = "quiet"  # the one-tap question takes its place
    LAST = "last"  # the last word takes its place
    HELD = "held"  # nothing is said


@dataclass(frozen=True, slots=True)
class Silence:
    """How long somebody has been silent, since anything came from them.

    `days` are silent days; `asked_on` the last date on which a question went out; `asked_kindly` and `said_last`:
    whether that step was taken in this silence.
    """

    days: int = 0
    asked_on: date | None = None
    asked_kindly: bool = False
    said_last: bool = False


def asks_if_hard(asked_on: Iterable[date], on: date) -> bool:
    """Whether the one-tap question of that date may ask if this is hard to look at (FIELD.md 3.7).

    At most once a fortnight: `asked_on` are the dates of such questions before it, whatever their words.
    """
    return all(on - before >= FORTNIGHT for before in asked_on)


def rung(silence: Silence, on: date, quit_day: int | None) -> Rung:
    """What a check-in due on that local date becomes; `quit_day` is the day since the quit date, where there is one.

    - After two silent days one tap is asked for, once in a silence.
    - Nothing is thinned out before day 7 after the quit date.
    - After four, a question comes every third day; after ten, one last word, and then nothing until they return.
    """
    if silence.days >= ASK_KINDLY and not silence.asked_kindly:
        return Rung.QUIET
    if silence.days < SLOWER or (quit_day is not None and 0 <= quit_day < NO_THINNING_BEFORE):
        return Rung.USUAL
    if silence.days >= GO_QUIET:
        return Rung.HELD if silence.said_last else Rung.LAST
    recent = silence.asked_on is not None and on - silence.asked_on < SLOWER_DAYS
    return Rung.HELD if recent and silence.asked_on != on else Rung.USUAL


HELLO_AT = time(8)
LONGEST_PAUSE = timedelta(days=92)  # with a date; without one it is as long as they like


class Length(StrEnum):
    """How long a pause may be."""

    TODAY = "today"
    THREE_DAYS = "three_days"
    WEEK = "week"
    OPEN = "open"  # until they say that they are back


class PauseScope(StrEnum):
    """What a pause is of."""

    ALL = "all"
    CHECK_INS = "check_ins"  # and all else that comes to the client by itself
    NUDGES = "nudges"  # their supporters'


_DAYS = {Length.TODAY: 1, Length.THREE_DAYS: 3, Length.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Pause:
    """From `since` on, and before `until` (UTC; NEVER: until they are back); `what` is not due then."""

    since: datetime
    until: datetime
    what: PauseScope = PauseScope.ALL

    def covers(self, moment: datetime) -> bool:
        """Whether it holds then."""
        return self.since <= moment < self.until

    def holds(self, kind: str) -> bool:
        """Whether that kind of plan is what it is of."""
        return KINDS[kind].pauses and self.what in paused_as(kind)

    @property
    def of_client(self) -> bool:
        """Whether the client themselves is left alone in it."""
        return self.what is not PauseScope.NUDGES


def paused_as(kind: str) -> frozenset[PauseScope]:
    """Of what a pause has to be to hold that kind back."""
    return frozenset({PauseScope.ALL, PauseScope.NUDGES if kind == NUDGE else PauseScope.CHECK_INS})


def pause_may_end_on(day: date, today: date) -> bool:
    """Whether a pause may be set to end on that local date: from tomorrow to three months on."""
    return today < day <= today + LONGEST_PAUSE


def pause_in_zone(moment: datetime, before: str, after: str) -> datetime:
    """The wall time that `moment` has in the zone `before`, in the zone `after` (UTC); NEVER stays never."""
    if moment == NEVER:
        return NEVER
    wall = moment.astimezone(ZoneInfo(before))
    return _at(wall.date(), wall.time(), after)


def pause_ends_at(now: datetime, length: Length | date, zone: str) -> datetime:
    """When a pause that begins now is over (UTC): at 8:00 in the IANA `zone`, days on or on that date."""
    if length is Length.OPEN:
        return NEVER
    day = now.astimezone(ZoneInfo(zone)).date() + _DAYS[length] * DAY if isinstance(length, Length) else length
    return _at(day, HELLO_AT, zone)


def _at(day: date, wall: time, zone: str) -> datetime:
    while (at := instant(day, wall, zone)) is None:
        day += DAY  # the zone left that date out
    return at


LATER_BY: Final = timedelta(hours=1)
TONIGHT: Final = time(20)
APART: Final = timedelta(minutes=25)  # what is nearer than that is not another choice


class Until(StrEnum):
    """Till when it is put off."""

    LATER = "later"
    TONIGHT = "tonight"
    TOMORROW = "tomorrow"


@dataclass(frozen=True, slots=True)
class Snooze:
    """One choice: when it comes back (UTC). `by_itself`: tomorrow's own check-in comes then, and this one is left."""

    until: Until
    at: datetime
    by_itself: bool = False


def snoozes(
    now: datetime, zone: str, slot: time, coming: datetime | None = None, other: datetime | None = None
) -> list[Snooze]:
    """The choices there are now, in the IANA `zone`, for a check-in whose time is `slot`.

    `coming` is when the next one comes by itself (UTC), and `other` when another question does.

    - Later is in an hour, where that is before the night.
    - Tonight is 20:00 or, where that is near or over, LATEST_CHECK_IN; at least 25 minutes from now, and after later.
    - Tomorrow is the first that comes by itself that day, or, where none does, the same time as today.
    - Nothing is put off beyond the next question that comes by itself: it would take this one's place (FIELD S6).
    """
    found: list[Snooze] = []
    if (later := now + LATER_BY) < _night(now, zone):
        found.append(Snooze(Until.LATER, later))
    earliest = APART + max((one.at for one in found), default=now)
    today = now.astimezone(ZoneInfo(zone)).date()
    for wall in (TONIGHT, LATEST_CHECK_IN):
        at = instant(today, wall, zone)
        if at is not None and at >= earliest:
            found.append(Snooze(Until.TONIGHT, at))
            break
    before = [one for one in found if coming is None or one.at < coming]
    every = [*before, *_tomorrow(today + DAY, zone, slot, coming)]
    return [one for one in every if one.by_itself or other is None or one.at < other]


def _tomorrow(day: date, zone: str, slot: time, coming: datetime | None) -> list[Snooze]:
    own = coming.astimezone(ZoneInfo(zone)).date() if coming is not None else None
    if coming is not None and own == day:
        return [Snooze(Until.TOMORROW, coming, by_itself=True)]
    at = instant(day, slot, zone)
    if at is None or is_quiet(at, zone) or (coming is not None and coming <= at):
        return []
    return [Snooze(Until.TOMORROW, at)]


def _night(now: datetime, zone: str) -> datetime:
    return now if is_quiet(now, zone) else quiet_start_after(now, zone)


ENOUGH_ANSWERS: Final = 7  # answers
LATEST_ANSWERS: Final = 14  # that are looked at: habits change
DIFFERS: Final = 45  # minutes from the time that is asked
ALIKE: Final = 60  # minutes around the middle one, in which half of the answers lie
PROPOSAL_STEP: Final = 30  # minutes
TIME: Final = "time"  # what is proposed: another time for the evening check-in
AT_MOST_ONCE_IN: Final = timedelta(days=14)
NOT_NOW_FOR: Final = timedelta(weeks=4)


class ProposalReply(StrEnum):
    """What somebody may say to a proposal."""

    YES = "yes"
    NOT_NOW = "not_now"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that was put to somebody: `value` is the time, "20:30". `answer` is None until they say."""

    id: int
    person_id: int
    what: str
    value: str
    made_at: datetime
    answer: ProposalReply | None = None
    answered_at: datetime | None = None

    @property
    def at(self) -> time:
        """The time that was proposed."""
        return time.fromisoformat(self.value)


def better_time(asked: time, answered: Sequence[tuple[datetime, datetime]]) -> time | None:
    """The half hour at which they mostly answer, where that is another time than `asked`; None: leave it as it is.

    `answered` holds, oldest first, for each evening check-in when it was due and when it was answered, both local.

    - At least seven answers, of which the last fourteen are looked at.
    - The middle one differs from the time that is asked by 45 minutes or more.
    - Half of them lie within an hour of one another, around the middle one.
    """
    recent = answered[-LATEST_ANSWERS:]
    if len(recent) < ENOUGH_ANSWERS:
        return None
    minutes = [_minutes(due.time()) + (at - due) / timedelta(minutes=1) for due, at in recent]
    middle = median(minutes)
    alike = sum(abs(one - middle) <= ALIKE / 2 for one in minutes)
    if abs(middle - _minutes(asked)) < DIFFERS or 2 * alike < len(minutes):
        return None
    found = _rounded(middle)
    return None if found == asked else found


def may_propose(earlier: Sequence[Proposal], now: datetime) -> bool:
    """Whether one more may be made: once in two weeks, not in the four after "not now", never after "never"."""
    for one in earlier:
        if one.answer is ProposalReply.NEVER or now - one.made_at < AT_MOST_ONCE_IN:
            return False
        if one.answer is ProposalReply.NOT_NOW and one.answered_at is not None and now - one.answered_at < NOT_NOW_FOR:
            return False
    return True


def _rounded(minutes: float) -> time:
    nearest = int(minutes / PROPOSAL_STEP + 0.5) * PROPOSAL_STEP
    allowed = min(max(nearest, _minutes(EARLIEST_CHECK_IN)), _minutes(LATEST_CHECK_IN))
    return time(allowed // 60, allowed % 60)


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
