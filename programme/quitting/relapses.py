"""A relapse as the client names it, and the marks that their stage is read from."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from programme.event import AnyEvent, ClientAction, Event, HeldAnswer, StoredEvent, absent, event
from programme.quitting.events import QuitDateMoved, QuitDateSet, QuitDateUnset, StageSaid
from programme.quitting.lapses import Stage, StageMark
from programme.schedule.events import NotNow, NowIsGood


class Choice(StrEnum):
    """What suits them now. Nothing that was counted is taken away by any of it."""

    NEW_DATE = "new_date"
    CUT_DOWN = "cut_down"
    NOT_NOW = "not_now"
    KEEP_GOING = "keep_going"  # the attempt goes on


@event
class RelapseNamed(HeldAnswer):
    """A client named a relapse in that attempt, on that date of theirs (older rows: the date is not known).

    `most_days`: they said that they smoke on most days, as in older rows; who stopped counting said no more than that.
    """

    attempt: int
    choice: Choice
    on: date | None = absent()
    most_days: bool = True


@event
class QuitDateKept(ClientAction):
    """What was ended by that goes on: the attempt, and its quit date."""

    attempt: int
    to: date


def relapses_standing(happened: Iterable[StoredEvent[Event]]) -> list[StoredEvent[RelapseNamed]]:
    """The relapses that were named, in these events, oldest first: what was taken back is the last of its try, also
    where that one stopped counting and named none."""
    found: list[StoredEvent[RelapseNamed]] = []
    for one in happened:
        match one.event:
            case RelapseNamed():
                found.append(one)  # type: ignore[arg-type]
            case QuitDateKept(attempt=attempt):
                last = next((each for each in reversed(found) if each.event.attempt == attempt), None)
                found = [each for each in found if each is not last]
    return [one for one in found if one.event.most_days]


STAGE_EVENTS: Final = (
    QuitDateSet, QuitDateMoved, QuitDateKept, QuitDateUnset, NotNow, NowIsGood, RelapseNamed, StageSaid,
)  # fmt: skip
_CHOSE: Final = {
    Choice.NEW_DATE: Stage.PLANNING, Choice.CUT_DOWN: Stage.PLANNING, Choice.NOT_NOW: Stage.SMOKING,
    Choice.KEEP_GOING: Stage.ATTEMPTING,
}  # fmt: skip


def stage_marks(happened: Iterable[AnyEvent], day_of: Callable[[datetime], date]) -> list[StageMark]:
    """The marks of these events, of KINDS, in their order; `day_of` gives the client's own date of a moment (UTC)."""
    found: list[StageMark] = []
    quit_on: date | None = None
    stage: Stage | None
    for one in happened:
        match one.event:
            case QuitDateSet(to=to) | QuitDateMoved(to=to) | QuitDateKept(to=to):
                quit_on, stage = to, None
            case QuitDateUnset():
                quit_on, stage = None, Stage.PLANNING
            case NotNow():
                stage = Stage.SMOKING
            case NowIsGood():
                stage = None if quit_on else Stage.PLANNING
            case RelapseNamed(choice=choice):
                stage = _CHOSE[choice]
            case StageSaid(stage=said):
                stage = said
            case _:
                continue
        found.append(StageMark(day_of(one.at), stage, quit_on))
    return found
