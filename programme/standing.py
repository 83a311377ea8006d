"""How it stands with a client's check-ins, and with a relapse they named: why nothing came where nothing came."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from programme.course import LAST_DAY
from programme.event import AnyEvent
from programme.events.quitting import QuitDateMoved, QuitDateSet, QuitDateUnset
from programme.quitting import Attempt
from programme.relapse import Choice, not_taken_back

RARELY: Final = timedelta(days=35)  # longer than the longest rhythm of a course: 28 days


class CheckIns(StrEnum):
    """Whether check-ins come, and if not, by whose word."""

    ON = "on"
    CHOSE_NONE = "chose_none"  # a no to check-ins, "not now", or no more of them
    NO_TIME = "no_time"  # said yes, and has picked no time so far
    OVER = "over"  # the six months of their course are over: none by plan


@dataclass(frozen=True, slots=True)
class Relapse:
    """A client said on that date of theirs that they are back to smoking; `keeps_going`: and that the try goes on.

    `again_on` is the quit date they have set since, or None.
    """

    on: date
    keeps_going: bool = False
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """All dates are the client's own. `since` is from when on check-ins are not ON, where that is known, and `on_since`
    from when on they are; `next_on` is the date of the next one. `paused_until`: when a break ends (None: when they say
    so). `last_heard` is the last date with any answer, however long ago.
    """

    check_ins: CheckIns = CheckIns.ON
    since: date | None = None
    on_since: date | None = None
    next_on: date | None = None
    paused_until: date | None = None
    relapse: Relapse | None = None
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
) -> Relapse | None:
    """The newest relapse they named and did not take back, among these events, oldest first.

    `today_at` gives their local date of a moment (UTC), for what was kept without its date; `attempt` is what goes on.
    """
    events = list(happened)
    said = not_taken_back(events)
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
    return Relapse(
        on=named.event.on or today_at(named.at),
        keeps_going=goes_on and named.event.choice is Choice.KEEP_GOING,
        again_on=None if goes_on else again,
    )
