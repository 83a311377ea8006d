"""What happened to a client, as marks of where they are with smoking (programme.snap)."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Final

from programme.event import AnyEvent
from programme.events.quitting import QuitDateMoved, QuitDateSet, QuitDateUnset, StageSaid
from programme.events.schedule import NotNow, NowIsGood
from programme.relapse import Choice, QuitDateKept, RelapseNamed
from programme.snap import Mark, Stage

KINDS: Final = (
    QuitDateSet, QuitDateMoved, QuitDateKept, QuitDateUnset, NotNow, NowIsGood, RelapseNamed, StageSaid,
)  # fmt: skip
_CHOSE: Final = {
    Choice.NEW_DATE: Stage.PLANNING, Choice.CUT_DOWN: Stage.PLANNING, Choice.NOT_NOW: Stage.SMOKING,
    Choice.KEEP_GOING: Stage.ATTEMPTING,
}  # fmt: skip


def marks(happened: Iterable[AnyEvent], day_of: Callable[[datetime], date]) -> list[Mark]:
    """The marks of these events, of KINDS, in their order; `day_of` gives the client's own date of a moment (UTC)."""
    found: list[Mark] = []
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
        found.append(Mark(day_of(one.at), stage, quit_on))
    return found
