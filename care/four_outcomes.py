"""The four outcomes of a client, for their own practitioner alone, and only while the client shows a summary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from care import entered
from care.entries import Entry, entries_of
from care.own_client import own_client
from care.quit_date import today_of
from care.readings import Gone
from care.record import said_by
from db import consents, cravings, events, people
from db.tx import Tx
from programme import outcomes as four
from programme.outcomes import CoReading, Outcomes, Record, Said, Treated
from programme.outcomes.all_four import shown
from programme.people import Person
from programme.quitting import Attempt
from programme.shared import Line


@dataclass(frozen=True, slots=True)
class OfClient:
    """What that practitioner may see of one client's outcomes. None: the client shows no answers, or keeps none.

    `today` is the client's local date, and `attempt` what a practitioner reads of: the last that came, or else the one
    to come. `entries` is what was entered, newest last, and `names` who that was, by id. `is_followed`: they are not
    said to have died, or to have moved where nobody can find them.
    """

    id: int
    name: str | None
    today: date
    outcomes: Outcomes | None
    record: Record = field(default_factory=Record)
    attempt: Attempt | None = None
    entries: Sequence[Entry] = ()
    names: Mapping[int, str | None] = field(default_factory=dict)

    @property
    def is_followed(self) -> bool:
        """Whether anybody may still be asked."""
        return self.record.died_on is None and self.record.moved_on is None


async def outcomes_of(tx: Tx, practitioner: Person, client_id: int) -> OfClient | None:
    """All four as they are known now; None where they are not this practitioner's client."""
    person = await own_client(tx, practitioner, client_id)
    if person is None:
        return None
    today = today_of(tx.now, person)
    if not await _may_be_shown(tx, person):
        return OfClient(person.id, person.name, today, None)
    record, entries = await record_of(tx, person), await entries_of(tx, person.id)
    known = await people.get_many(tx, _who(record, entries))
    return OfClient(
        person.id,
        person.name,
        today,
        four.outcomes(record, today),
        record,
        shown(record.attempts, today),
        entries,
        {one.id: one.name for one in known.values()},
    )


def _who(record: Record, entries: Sequence[Entry]) -> set[int]:
    """Everybody who entered any of it."""
    every: tuple[Said | CoReading | Treated | Entry, ...]
    every = (*record.said, *record.readings, *record.treatments, *entries)
    return {one.by for one in every if one.by is not None}


async def outcomes_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for them (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await own_client(tx, practitioner, client_id)
    if person is None or not await _may_be_shown(tx, person):
        return False
    await events.add(tx, "OutcomesRead", person.id, practitioner.id)
    return True


async def _may_be_shown(tx: Tx, person: Person) -> bool:
    return await consents.shows(tx, person.id, Line.STOPPING)


async def record_of(tx: Tx, person: Person) -> Record:
    """Everything that was said and entered, in one record."""
    happened = await events.of_kinds(tx, person.id, entered.KINDS)
    gone = entered.gone(happened)
    spoken = await said_by(tx, person.id)
    return Record(
        attempts=spoken.attempts,
        said=spoken.said,
        readings=tuple(entered.readings(happened, person.id)),
        ridden_out=sum((one.eased_by or 0) > 0 for one in await cravings.of_person(tx, person.id)),
        treatments=tuple(entered.treatments(happened)),
        relapses=tuple(entered.relapses(happened)),
        died_on=gone.get(Gone.DIED),
        moved_on=gone.get(Gone.MOVED),
    )
