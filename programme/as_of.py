"""What was so at an earlier moment, of what is stored as it is now: read off the events, and off what has its moments.

An older Monday is drawn anew by it. Where nothing tells what was so, nothing is said.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final, TypeVar

from programme.event import Event
from programme.pause import Pause, What
from programme.plan import NEVER
from programme.prompt import Prompt, PromptState
from programme.quitting import Attempt

PAUSED: Final = ("PauseBegan", "PauseMoved", "PauseEnded")
SESSION: Final = ("SessionSet", "SessionCleared")
REACHED: Final = ("CannotReach", "ReachableAgain")
PLACE: Final = ("PlaceSet",)
CHANGED: Final = ("WordsShared", "SessionNoteShared", "MedicineAnswered")  # what it was before is not known

T = TypeVar("T")


def changed_since(happened: Sequence[Event], kinds: Collection[str], at: datetime) -> list[Event]:
    """What happened of these kinds after that moment (UTC)."""
    return [one for one in happened if one.kind in kinds and one.at > at]


def then(
    stored: T | None, happened: Sequence[Event], kinds: Collection[str], at: datetime,
    read: Callable[[Sequence[Event]], T | None],
) -> T | None:  # fmt: skip
    """What is stored, where nothing of these kinds happened since; else what `read` makes of those up to then."""
    if not changed_since(happened, kinds, at):
        return stored
    before = [one for one in happened if one.kind in kinds and one.at <= at]
    return read(before) if before else None


def pause_of(before: Sequence[Event]) -> Pause | None:
    """The pause that the last of these, of PAUSED, leaves."""
    newest, data = before[-1], _merged(before)
    if newest.kind == "PauseEnded" or "until" not in data:
        return None
    until = NEVER if data["until"] is None else datetime.fromisoformat(data["until"])
    return Pause(newest.at, until, What(data.get("what", What.ALL)))


def _merged(before: Sequence[Event]) -> Mapping[str, Any]:
    data: dict[str, Any] = {}
    for one in before:
        data.update(one.data)
    return data


def session_of(before: Sequence[Event]) -> datetime | None:
    """The session that the last of these, of SESSION, leaves (UTC)."""
    said = before[-1].data.get("at")
    return None if said is None else datetime.fromisoformat(said)


def unreached_of(before: Sequence[Event]) -> datetime | None:
    """Since when nothing reached them (UTC) by the last of these, of REACHED; None: they were reached."""
    newest = before[-1]
    return datetime.fromisoformat(newest.data["since"]) if newest.kind == "CannotReach" else None


def zone_of(before: Sequence[Event]) -> str | None:
    """The IANA zone that the last of these, of PLACE, names."""
    zone: str | None = before[-1].data.get("zone")
    return zone


def attempt_then(attempt: Attempt, happened: Sequence[Event]) -> Attempt:
    """That attempt with the day that it had by the last of these events that moved it."""
    moved = [one for one in happened if one.kind in ("QuitDateSet", "QuitDateMoved")]
    days = [one.data["to"] for one in moved if one.data.get("attempt") == attempt.id]
    return replace(attempt, quit_on=date.fromisoformat(days[-1])) if days else attempt


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
