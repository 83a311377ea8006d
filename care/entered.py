"""What stands in a client's events for their outcomes: readings, who is treated, relapses they named, who is gone."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from care.entries import UNDONE, entered_on, standing
from care.follow_up import BACK
from care.readings import GONE, READING, TREATED
from care.relapse import KEPT, NAMED
from programme.event import Event
from programme.outcomes import CoReading, Relapse, Treated
from programme.relapse import not_taken_back

KINDS: Final = (READING, UNDONE, TREATED, GONE, BACK, NAMED, KEPT)


def readings(happened: Sequence[Event], person_id: int) -> Iterable[CoReading]:
    """A reading counts as a practitioner's by who entered it, and nobody enters their own."""
    for one in standing(happened):
        if one.kind == READING:
            by_practitioner = one.actor_id not in (None, person_id)
            on = date.fromisoformat(one.data["on"])
            yield CoReading(on, one.data["ppm"], by_practitioner, one.actor_id, entered_on(one))


def treatments(happened: Iterable[Event]) -> Iterable[Treated]:
    """Whether a try is a treated smoker's, as it was said of that try."""
    for one in happened:
        if one.kind == TREATED and "attempt" in one.data:
            yield Treated(one.data["attempt"], one.data["treated"], one.actor_id, entered_on(one))


def relapses(happened: Iterable[Event]) -> list[Relapse]:
    """Those that the client named, without the last of a try that they took back."""
    return [Relapse(one.data["attempt"], date.fromisoformat(one.data["on"])) for one in not_taken_back(happened)]


def gone(happened: Iterable[Event]) -> dict[str, date]:
    """What ended the follow-up, and when; what was taken back is none."""
    found: dict[str, date] = {}
    for one in happened:
        if one.kind == BACK:
            found.clear()
        elif one.kind == GONE:
            found[one.data["why"]] = date.fromisoformat(one.data["on"])
    return found
