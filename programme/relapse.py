"""Being back to smoking, as the client names it. No rule does."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from programme.event import ClientAction, Event, HeldAnswer, StoredEvent, absent, event


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


def not_taken_back(happened: Iterable[StoredEvent[Event]]) -> list[StoredEvent[RelapseNamed]]:
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
