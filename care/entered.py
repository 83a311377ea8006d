"""What stands in a client's events for their outcomes: readings, who is treated, relapses they named, who is gone."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from care.entries import entered_on, standing
from programme.event import AnyEvent
from programme.events.quitting import CoEntered, EntryTakenBack, FollowUpEnded, FollowUpGoesOn, TreatedSaid
from programme.outcomes import CoReading, Relapse, Treated
from programme.relapse import QuitDateKept, RelapseNamed, not_taken_back

KINDS: Final = (
    CoEntered, EntryTakenBack, TreatedSaid, FollowUpEnded, FollowUpGoesOn, RelapseNamed, QuitDateKept,
)  # fmt: skip


def readings(happened: Sequence[AnyEvent], person_id: int) -> Iterable[CoReading]:
    """A reading counts as a practitioner's by who entered it, and nobody enters their own."""
    for one in standing(happened):
        event = one.event
        if isinstance(event, CoEntered):
            by_practitioner = one.actor_id not in (None, person_id)
            entered = entered_on(one.at, event.entered)
            yield CoReading(event.on, event.ppm, by_practitioner, one.actor_id, entered)


def treatments(happened: Iterable[AnyEvent]) -> Iterable[Treated]:
    """Whether a try is a treated smoker's, as it was said of that try."""
    for one in happened:
        event = one.event
        if isinstance(event, TreatedSaid) and event.attempt is not None:
            yield Treated(event.attempt, event.treated, one.actor_id, entered_on(one.at, event.entered))


def relapses(happened: Iterable[AnyEvent]) -> list[Relapse]:
    """Those that the client named, without the last of a try that they took back."""
    return [Relapse(one.event.attempt, one.event.on or one.at.date()) for one in not_taken_back(happened)]


def gone(happened: Iterable[AnyEvent]) -> dict[str, date]:
    """What ended the follow-up, and when; what was taken back is none."""
    found: dict[str, date] = {}
    for one in happened:
        match one.event:
            case FollowUpGoesOn():
                found.clear()
            case FollowUpEnded(why, on):
                found[why] = on
    return found
