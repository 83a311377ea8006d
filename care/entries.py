"""What a practitioner entered of a client's outcomes, newest last, and how a wrong entry is taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from care.heard import heard_of, may_count
from care.readings import keeping_client
from db import attempts, events, outcomes, people
from db.tx import Tx
from programme.event import AnyEvent
from programme.events.quitting import CoEntered, EntryTakenBack, HeardEntered
from programme.outcome import FOUR_WEEKS
from programme.people import Person

ENTERED: Final = (CoEntered, HeardEntered, EntryTakenBack)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a reading (`ppm`) or an answer that was heard (`code` of RANGES), of the client's date `on`."""

    id: int
    on: date
    by: int | None
    entered_on: date
    ppm: int | None = None
    code: str | None = None


async def entries_of(tx: Tx, client_id: int) -> Sequence[Entry]:
    """What stands of all that was entered of that client, newest last."""
    return list(_entries(await events.of_kinds(tx, client_id, ENTERED)))


def standing(happened: Iterable[AnyEvent]) -> list[AnyEvent]:
    """Readings and heard answers that were not taken back; every other event as it is."""
    every = [(one, one.event) for one in happened]
    undone = {event.entry for _, event in every if isinstance(event, EntryTakenBack)}
    return [one for one, event in every if not isinstance(event, EntryTakenBack) and one.id not in undone]


async def undo(tx: Tx, practitioner: Person, client_id: int, entry_id: int) -> bool:
    """That entry was a mistake: what was entered before it stands once more. False where it is not theirs, or gone."""
    await people.lock(tx, [practitioner.id, client_id])
    client = await keeping_client(tx, practitioner, client_id)
    if client is None:
        return False
    there = standing(await events.of_kinds(tx, client_id, ENTERED))
    wrong = next((one for one in there if one.id == entry_id), None)
    if wrong is None:
        return False
    await events.add(tx, client_id, EntryTakenBack(entry_id), actor=practitioner.id)
    if isinstance(wrong.event, HeardEntered):
        await _hear_last(tx, client_id, wrong.event.attempt, [one for one in there if one.id != entry_id])
    return True


async def _hear_last(tx: Tx, client_id: int, attempt_id: int, left: Sequence[AnyEvent]) -> None:
    await outcomes.remove(tx, attempt_id, FOUR_WEEKS, heard=True)
    about = next((one for one in await attempts.of_person(tx, client_id) if one.id == attempt_id), None)
    events_left = [(one, one.event) for one in left]
    heard = [
        (one, event) for one, event in events_left if isinstance(event, HeardEntered) and event.attempt == attempt_id
    ]
    if heard and about is not None:
        last, event = ([(one, event) for one, event in heard if may_count(about.quit_on, event.on)] or heard)[-1]
        said = heard_of(last.at, about.id, about.quit_on, event.value, event.on, last.actor_id or 0)
        await outcomes.put(tx, client_id, said)


def _entries(happened: Iterable[AnyEvent]) -> Iterable[Entry]:
    for one in standing(happened):
        match one.event:
            case CoEntered(ppm, on, entered):
                yield Entry(one.id, on, one.actor_id, entered_on(one.at, entered), ppm=ppm)
            case HeardEntered(value=value, on=on, entered=entered):
                yield Entry(one.id, on, one.actor_id, entered_on(one.at, entered), code=value)


def entered_on(at: datetime, entered: date | None) -> date:
    """The practitioner's date of an entry. Of an old one only its moment (UTC) is known."""
    return entered or at.date()
