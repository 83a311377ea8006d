"""What was so at an earlier moment, of what is stored as it is now: read off the events, and off what has its moments.

An older Monday is drawn anew by it. Where nothing tells what was so, nothing is said.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeAlias, TypeVar

from programme.event import AnyEvent, Event
from programme.events.check_in import WordsShared
from programme.events.delivery import CannotReach, ReachableAgain
from programme.events.medicines import MedicineAnswered
from programme.events.people import PlaceSet
from programme.events.practice import SessionCleared, SessionNoteShared, SessionSet
from programme.events.quitting import QuitDateMoved, QuitDateSet
from programme.events.schedule import PauseBegan, PauseEnded, PauseMoved
from programme.pause import Pause, What
from programme.plan import NEVER
from programme.prompt import Prompt, PromptState
from programme.quitting import Attempt

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
    until, what = NEVER, What.ALL
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
