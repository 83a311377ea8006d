"""The four outcomes of a client, for their own practitioner alone, and only while the client shows a summary."""

from dataclasses import dataclass
from datetime import date, datetime

from care.own_client import own_client
from care.quit_date import today_of
from care.record import record_of
from db import consents, events
from db.tx import Tx
from programme.outcomes import Outcomes, outcomes
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
    return OfClient(person.id, person.name, today, outcomes(record, today), record.treated, followed)


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
