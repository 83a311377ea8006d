"""What somebody relied on and is counted another way now: smoke-free days of a client, outcomes that were read.

Both values are for the day of `as_of`, the last moment of the version before, from what was told by then; so time that
has passed since is no change. See docs/decisions/0043.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from care.four_outcomes import record_of
from care.lived import lived_record
from db import clients, consents, events, people
from db.tx import Tx
from programme.event import AnyEvent
from programme.events.quitting import OutcomesRead, OutcomeTold
from programme.outcome import RANGES
from programme.outcomes import LivedProgress, Record, Said, lived
from programme.outcomes.record import follow_up
from programme.outcomes.recount import Change, changes
from programme.people import Person
from programme.shared import Line
from programme.today import today_of


@dataclass(frozen=True, slots=True)
class Days:
    """What was counted on that local date, and what it was."""

    on: date
    before: LivedProgress
    now: LivedProgress
    currency: str | None = None


async def days_recounted(tx: Tx, as_of: datetime, person: Person) -> Days | None:
    """The smoke-free days of that client, and their money; None where nothing differs, or nothing is kept of them.

    - Days that an answer to an outcome question is about stood in no count. Days of check-ins always did.
    - Each day at the price of its time, before and now.
    - Who has left relies on no count.
    """
    client = await clients.get(tx, person.id)
    if client is None or client.left_at is not None or not (await consents.in_force(tx, person.id)).keep_answers:
        return None
    on = today_of(as_of, person)
    record = _told_by(await lived_record(tx, person), on)
    before, now = lived(replace(record, said=tuple(record.days())), on), lived(record, on)
    currency = record.usual.currency if record.usual else None
    return None if before.days.smoke_free == now.days.smoke_free else Days(on, before, now, currency)


async def outcomes_recounted(tx: Tx, as_of: datetime, practitioner: Person) -> Mapping[int, Sequence[Change]]:
    """Where outcomes differ, by the id of a present client; without a difference, and who shows no answers, left out.

    - Of whom this practitioner looked at the outcomes, or was told on a Monday how it had gone.
    """
    found = {}
    for client in await clients.of_practitioner(tx, practitioner.id):
        person = await people.get(tx, client.person_id)
        if person is None or not await consents.shows(tx, person.id, Line.STOPPING):
            continue
        happened = [one for one in await events.of_kinds(tx, person.id, (OutcomeTold, OutcomesRead)) if one.at <= as_of]
        if _relied_on(happened, practitioner.id) and (differ := await _changes(tx, as_of, person, happened)):
            found[person.id] = differ
    return found


def _relied_on(happened: Iterable[AnyEvent], practitioner_id: int) -> bool:
    return any(isinstance(one.event, OutcomeTold) or one.actor_id == practitioner_id for one in happened)


async def _changes(tx: Tx, as_of: datetime, person: Person, happened: Iterable[AnyEvent]) -> Sequence[Change]:
    on = today_of(as_of, person)
    record = _told_by(await record_of(tx, person), on)
    before = replace(record, said=(*record.days(), *_ever_answered(record, happened, person)))
    return changes(record, before, on)


def _told_by(record: Record, on: date) -> Record:
    """What the client had told by that date; nothing that was heard in the room stood there then."""
    return replace(record, said=tuple(one for one in record.said if one.told_on <= on and one.by is None))


def _ever_answered(record: Record, happened: Iterable[AnyEvent], person: Person) -> Iterable[Said]:
    """As answers were read then: each that was given, a corrected one too, on its date where the client is now."""
    tried = {attempt.id: attempt for attempt in record.attempts}
    for one in happened:
        event = one.event
        if isinstance(event, OutcomeTold) and event.attempt in tried:
            least, most = RANGES.get(event.value, (None, None))
            if least is not None:
                yield follow_up(tried[event.attempt], today_of(one.at, person), (least, most))
