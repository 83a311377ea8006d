"""What a practitioner may know of one client, now or as it was at an earlier moment."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

from programme.check_in.events import WordsShared
from programme.delivery import CannotReach, ReachableAgain
from programme.event import AnyEvent, Event
from programme.medicines.events import MedicineAnswered
from programme.people.events import PlaceSet
from programme.practice.events import SessionCleared, SessionNoteShared, SessionSet
from programme.practice.week import Week
from programme.quitting.attempts import Attempt
from programme.quitting.events import QuitDateMoved, QuitDateSet, QuitDateUnset
from programme.quitting.follow_ups import OutcomeAnswer, TwoAnswers
from programme.quitting.lapses import Stage
from programme.quitting.relapses import Choice, relapses_standing
from programme.schedule.course import LAST_DAY
from programme.schedule.events import PauseBegan, PauseEnded, PauseMoved
from programme.schedule.pause import Pause, PauseScope
from programme.schedule.plan import NEVER
from programme.schedule.prompt import Prompt, PromptState

RARELY: Final = timedelta(days=35)  # longer than the longest rhythm of a course: 28 days


class CheckIns(StrEnum):
    """Whether check-ins come, and if not, by whose word."""

    ON = "on"
    CHOSE_NONE = "chose_none"  # a no to check-ins, "not now", or no more of them
    NO_TIME = "no_time"  # said yes, and has picked no time so far
    OVER = "over"  # the six months of their course are over: none by plan


@dataclass(frozen=True, slots=True)
class RelapseStanding:
    """A client said on that date of theirs that they are back to smoking; `keeps_going`: and that the try goes on.

    `again_on` is the quit date they have set since, or None.
    """

    on: date
    keeps_going: bool = False
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClientStanding:
    """All dates are the client's own. `since` is from when on check-ins are not ON, where that is known, and `on_since`
    from when on they are; `next_on` is the date of the next one. `paused_until`: when a break ends (None: when they say
    so). `last_heard` is the last date with any answer, however long ago.
    """

    check_ins: CheckIns = CheckIns.ON
    since: date | None = None
    on_since: date | None = None
    next_on: date | None = None
    paused_until: date | None = None
    relapse: RelapseStanding | None = None
    last_heard: date | None = None

    def is_back_to_smoking(self, today: date) -> bool:
        """Whether their word still holds: no try goes on by it, and no quit date has come since."""
        said = self.relapse
        return said is not None and not said.keeps_going and (said.again_on is None or said.again_on > today)


@dataclass(frozen=True, slots=True)
class LastPlan:
    """The newest plan of check-ins that somebody ever had, in dates of theirs; None: nothing is due, or it goes on."""

    next_on: date | None
    ended_on: date | None
    quit_on: date | None
    made_on: date | None = None


def check_ins_of(plan: LastPlan | None, today: date, *, agreed: bool) -> tuple[CheckIns, date | None]:
    """How it stands with their check-ins, and since when that is not ON; `agreed`: they say yes to check-ins."""
    if plan is None:
        return (CheckIns.NO_TIME if agreed else CheckIns.CHOSE_NONE), None
    over_on = None if plan.quit_on is None else plan.quit_on + timedelta(days=LAST_DAY)
    if agreed and plan.next_on is None and over_on is not None and over_on <= (plan.ended_on or today):
        return CheckIns.OVER, over_on  # a plan with nothing left to ask ends by itself
    if plan.ended_on is not None or not agreed:
        return CheckIns.CHOSE_NONE, plan.ended_on
    return CheckIns.ON, None


def relapse_of(
    happened: Iterable[AnyEvent], today_at: Callable[[datetime], date], attempt: Attempt | None
) -> RelapseStanding | None:
    """The newest relapse they named and did not take back, among these events, oldest first.

    `today_at` gives their local date of a moment (UTC), for what was kept without its date; `attempt` is what goes on.
    """
    events = list(happened)
    said = relapses_standing(events)
    if not said:
        return None
    named = said[-1]
    again: date | None = None
    for one in events[events.index(named) + 1 :]:
        match one.event:
            case QuitDateSet(to=to) | QuitDateMoved(to=to):
                again = to
            case QuitDateUnset() if again is not None and again > today_at(one.at):
                again = None
    goes_on = attempt is not None and attempt.id == named.event.attempt
    return RelapseStanding(
        on=named.event.on or today_at(named.at),
        keeps_going=goes_on and named.event.choice is Choice.KEEP_GOING,
        again_on=None if goes_on else again,
    )


@dataclass(frozen=True, slots=True)
class ClientRow:
    """What is known of one client now. `week` is None where they do not show it.

    `session_at` is their next session (UTC); `quit_on` the date of the attempt that goes on and `quit_day` which day
    since then it is. Of that attempt: `smoke_free` days told of, 0 if any was a smoked one, and how many of them there
    were a week ago; `lapsed` are its smoked days of these seven. `due_by`: the last day of the window in which its
    four-week result may be taken, while it is open and there is none (FIELD 2.2). `brings` are the client's own words
    for their next session that they chose to show. `medicine`: they take any, or are not sure, and nobody who
    prescribes is known to know; `same_day`: it is one for the team on that very day. `felt_low`: when in these seven
    days they said "very" or more to "depressed" in the nine questions. `stages`: where they were with smoking in these
    days, as often as that changed; `result`: what they said in these days to "have you smoked since day 15?".
    `cannot_reach`: since which date of theirs nothing reaches them. `told_free`: the smoke-free days of that attempt
    that they told of, whatever else they told (None: answers are not kept). `two_answers` about it contradict each
    other. `name` tells them apart from every other client of that practitioner.
    """

    id: int
    name: str | None
    week: Week | None = None
    session_at: datetime | None = None
    quit_on: date | None = None
    quit_day: int | None = None
    smoke_free: int = 0
    smoke_free_before: int = 0
    lapsed: int = 0
    is_paused: bool = False
    cannot_reach: date | None = None
    due_by: date | None = None
    brings: tuple[str, ...] = ()
    medicine: bool = False
    same_day: bool = False
    felt_low: date | None = None
    stages: tuple[Stage, ...] = ()
    result: OutcomeAnswer | None = None
    told_free: int | None = None
    two_answers: tuple[TwoAnswers, ...] = ()
    standing: ClientStanding = field(default_factory=ClientStanding)

    @property
    def result_alone(self) -> OutcomeAnswer | None:
        """`result`, where it does not stand beside one that contradicts it."""
        beside = [one for two in self.two_answers for one in (two.before, two.after)]
        return None if self.result is None or self.result in beside else self.result

    @property
    def has_moved(self) -> bool:
        """Whether they are elsewhere with smoking than they were at the beginning of these days."""
        return len(self.stages) > 1


PAUSED: Final = (PauseBegan, PauseMoved, PauseEnded)
SESSION: Final = (SessionSet, SessionCleared)
REACHED: Final = (CannotReach, ReachableAgain)
PLACE: Final = (PlaceSet,)
CHANGED: Final = (WordsShared, SessionNoteShared, MedicineAnswered)  # what it was before is not known
Kinds: TypeAlias = tuple[type[Event], ...]
T = TypeVar("T")


def changed_since(happened: Sequence[AnyEvent], kinds: Kinds, at: datetime) -> list[AnyEvent]:
    """What happened of these kinds after that moment (UTC)."""
    return [one for one in happened if one.is_a(*kinds) and one.at > at]


def then(
    stored: T | None, happened: Sequence[AnyEvent], kinds: Kinds, at: datetime,
    read: Callable[[Sequence[AnyEvent]], T | None],
) -> T | None:  # fmt: skip
    """What is stored, where nothing of these kinds happened since; else what `read` makes of those up to then."""
    if not changed_since(happened, kinds, at):
        return stored
    before = [one for one in happened if one.is_a(*kinds) and one.at <= at]
    return read(before) if before else None


def pause_of(before: Sequence[AnyEvent]) -> Pause | None:
    """The pause that the last of these, of PAUSED, leaves."""
    until, what = NEVER, PauseScope.ALL
    for one in before:
        match one.event:
            case PauseBegan(until=end, what=held):
                until, what = end or NEVER, held or what
            case PauseMoved(until=end):
                until = end
    newest = before[-1]
    return None if isinstance(newest.event, PauseEnded) else Pause(newest.at, until, what)


def session_of(before: Sequence[AnyEvent]) -> datetime | None:
    """The session that the last of these, of SESSION, leaves (UTC)."""
    last = before[-1].event
    return last.at if isinstance(last, SessionSet) else None


def unreached_of(before: Sequence[AnyEvent]) -> datetime | None:
    """Since when nothing reached them (UTC) by the last of these, of REACHED; None: they were reached."""
    last = before[-1].event
    return last.since if isinstance(last, CannotReach) else None


def zone_of(before: Sequence[AnyEvent]) -> str | None:
    """The IANA zone that the last of these, of PLACE, names."""
    last = before[-1].event
    return last.zone if isinstance(last, PlaceSet) else None


def attempt_then(attempt: Attempt, happened: Sequence[AnyEvent]) -> Attempt:
    """That attempt with the day that it had by the last of these events that moved it."""
    moved = [one.event for one in happened if isinstance(one.event, QuitDateSet | QuitDateMoved)]
    days = [one.to for one in moved if one.attempt == attempt.id]
    return replace(attempt, quit_on=days[-1]) if days else attempt


def prompt_then(prompt: Prompt, at: datetime) -> Prompt | None:
    """That prompt as it was at that moment (UTC): without an answer or an end that came later; None: not there yet."""
    answered, closed = _after(prompt.answered_at, at), _after(prompt.closed_at, at)
    if min(one for one in (prompt.due_at, prompt.opened_at, prompt.closed_at) if one is not None) > at:
        return None
    if not answered and not closed:
        return prompt
    was = replace(prompt, state=PromptState.OPEN, closed_at=None, reason=None)
    if answered:
        was = replace(was, answered_at=None, late=False)
    if prompt.closes_at is not None and prompt.closes_at <= at:
        return replace(was, state=PromptState.PART if was.answered_at else PromptState.EXPIRED)
    return was


def _after(moment: datetime | None, at: datetime) -> bool:
    return moment is not None and moment > at
