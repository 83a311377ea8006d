"""What happened to a client, as marks of where they are with smoking (programme.snap)."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Final

from programme.event import Event
from programme.relapse import Choice
from programme.snap import Mark, Stage

SAID: Final = "StageSaid"  # data: stage
KINDS: Final = (
    "QuitDateSet", "QuitDateMoved", "QuitDateKept", "QuitDateUnset", "NotNow", "NowIsGood", "RelapseNamed", SAID,
)  # fmt: skip
_CHOSE: Final = {
    Choice.NEW_DATE: Stage.PLANNING, Choice.CUT_DOWN: Stage.PLANNING, Choice.NOT_NOW: Stage.SMOKING,
    Choice.KEEP_GOING: Stage.ATTEMPTING,
}  # fmt: skip


def marks(happened: Iterable[Event], day_of: Callable[[datetime], date]) -> list[Mark]:
    """The marks of these events, of KINDS, in their order; `day_of` gives the client's own date of a moment (UTC)."""
    found: list[Mark] = []
    quit_on: date | None = None
    for one in happened:
        match one.kind:
            case "QuitDateSet" | "QuitDateMoved" | "QuitDateKept":
                quit_on, stage = date.fromisoformat(one.data["to"]), None
            case "QuitDateUnset":
                quit_on, stage = None, Stage.PLANNING
            case "NotNow":
                stage = Stage.SMOKING
            case "NowIsGood":
                stage = None if quit_on else Stage.PLANNING
            case "RelapseNamed":
                stage = _CHOSE[Choice(one.data["choice"])]
            case _:
                stage = Stage(one.data["stage"])
        found.append(Mark(day_of(one.at), stage, quit_on))
    return found
