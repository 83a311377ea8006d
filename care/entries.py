"""What a practitioner entered of a client's outcomes, newest last, and how a wrong entry is taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from care.heard import HEARD, heard_of, may_count
from care.readings import READING, keeping_client
from db import attempts, events, outcomes, people
from db.tx import Tx
from programme.event import Event
from programme.outcome import FOUR_WEEKS
from programme.people import Person

UNDONE: Final = "EntryTakenBack"  # data: entry, the id of the event that is as if it had not been


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
    return [_entry(one) for one in standing(await events.of_kinds(tx, client_id, (READING, HEARD, UNDONE)))]


def standing(happened: Iterable[Event]) -> list[Event]:
    """Readings and heard answers that were not taken back; every other event as it is."""
    every = list(happened)
    undone = {one.data["entry"] for one in every if one.kind == UNDONE}
    return [one for one in every if one.kind != UNDONE and one.id not in undone]


async def undo(tx: Tx, practitioner: Person, client_id: int, entry_id: int) -> bool:
    """That entry was a mistake: what was entered before it stands once more. False where it is not theirs, or gone."""
    await people.lock(tx, [practitioner.id, client_id])
    client = await keeping_client(tx, practitioner, client_id)
    if client is None:
        return False
    there = standing(await events.of_kinds(tx, client_id, (READING, HEARD, UNDONE)))
    wrong = next((one for one in there if one.id == entry_id), None)
    if wrong is None:
        return False
    await events.add(tx, UNDONE, client_id, practitioner.id, {"entry": entry_id})
    if wrong.kind == HEARD:
        same = [one for one in there if one.kind == HEARD and one.data["attempt"] == wrong.data["attempt"]]
        await _hear_last(tx, client_id, wrong.data["attempt"], [one for one in same if one.id != entry_id])
    return True


async def _hear_last(tx: Tx, client_id: int, attempt_id: int, left: Sequence[Event]) -> None:
    await outcomes.remove(tx, attempt_id, FOUR_WEEKS, heard=True)
    about = next((one for one in await attempts.of_person(tx, client_id) if one.id == attempt_id), None)
    if left and about is not None:
        heard = [(one, date.fromisoformat(one.data["on"])) for one in left]
        last, on = ([(one, on) for one, on in heard if may_count(about.quit_on, on)] or heard)[-1]
        said = heard_of(last.at, about.id, about.quit_on, last.data["value"], on, last.actor_id or 0)
        await outcomes.put(tx, client_id, said)


def _entry(one: Event) -> Entry:
    return Entry(
        one.id,
        date.fromisoformat(one.data["on"]),
        one.actor_id,
        entered_on(one),
        one.data.get("ppm"),
        one.data.get("value"),
    )


def entered_on(one: Event) -> date:
    """The practitioner's date of an entry. Of an old one only its moment is known."""
    return date.fromisoformat(one.data["entered"]) if "entered" in one.data else one.at.date()
