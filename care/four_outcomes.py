"""The four outcomes of a client, for their own practitioner alone, and only while the client shows a summary."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from care.follow_up import BACK
from care.own_client import own_client
from care.quit_date import today_of
from care.readings import GONE, READING, TREATED, Gone
from care.record import said_by
from db import consents, cravings, events
from db.tx import Tx
from programme import outcomes as four
from programme.event import Event
from programme.outcomes import CoReading, Outcomes, Record
from programme.people import Person


@dataclass(frozen=True, slots=True)
class OfClient:
    """What that practitioner may see of one client's outcomes. None: the client shows no answers, or keeps none.

    `today` is the client's local date. `treated`: what the practitioner said. `is_followed`: they are not
    said to have died, or to have moved where nobody can find them.
    """

    id: int
    name: str | None
    today: date
    outcomes: Outcomes | None
    treated: bool | None = None
    is_followed: bool = True


async def outcomes_of(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> OfClient | None:
    """All four as they are known now; None where they are not this practitioner's client."""
    person = await own_client(tx, practitioner, client_id)
    if person is None:
        return None
    today = today_of(now, person)
    if not await _may_be_shown(tx, person):
        return OfClient(person.id, person.name, today, None)
    record = await record_of(tx, person)
    followed = record.died_on is None and record.moved_on is None
    return OfClient(person.id, person.name, today, four.outcomes(record, today), record.treated, followed)


async def outcomes_asked(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for them (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await own_client(tx, practitioner, client_id)
    if person is None or not await _may_be_shown(tx, person):
        return False
    await events.add(tx, now, "OutcomesRead", person.id, practitioner.id)
    return True


async def _may_be_shown(tx: Tx, person: Person) -> bool:
    choices = await consents.in_force(tx, person.id)
    return choices.summary and choices.keep_answers


async def record_of(tx: Tx, person: Person) -> Record:
    """Everything that was said and entered, in one record."""
    happened = await events.of_kinds(tx, person.id, (READING, TREATED, GONE, BACK))
    treated = [one.data["treated"] for one in happened if one.kind == TREATED]
    gone = _gone(happened)
    spoken = await said_by(tx, person.id)
    return Record(
        attempts=spoken.attempts,
        said=spoken.said,
        readings=tuple(_readings(happened, person.id)),
        ridden_out=sum((one.eased_by or 0) > 0 for one in await cravings.of_person(tx, person.id)),
        treated=treated[-1] if treated else None,
        died_on=gone.get(Gone.DIED),
        moved_on=gone.get(Gone.MOVED),
    )


def _gone(happened: Iterable[Event]) -> dict[str, date]:
    """What ended the follow-up, and when; what was taken back is none."""
    found: dict[str, date] = {}
    for one in happened:
        if one.kind == BACK:
            found.clear()
        elif one.kind == GONE:
            found[one.data["why"]] = date.fromisoformat(one.data["on"])
    return found


def _readings(happened: Iterable[Event], person_id: int) -> Iterable[CoReading]:
    """A reading counts as a practitioner's by who entered it, and nobody enters their own."""
    for one in happened:
        if one.kind == READING:
            by_practitioner = one.actor_id not in (None, person_id)
            yield CoReading(date.fromisoformat(one.data["on"]), one.data["ppm"], by_practitioner)
