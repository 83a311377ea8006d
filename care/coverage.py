"""Which techniques a client received in a week: for themselves, and for their practitioner where they show answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from care.own_client import own_client
from db import consents, events, received
from db.tx import Tx
from programme.bct import Coverage, coverage, week_of
from programme.people import Person
from programme.shared import Line
from programme.today import today_of


@dataclass(frozen=True, slots=True)
class Weekly:
    """A week that begins on `week`, a Monday. `weeks` are all with anything in them, newest first, and this one."""

    week: date
    coverage: Coverage = field(default_factory=dict)
    weeks: Sequence[date] = ()


@dataclass(frozen=True, slots=True)
class OfClient:
    """What that practitioner may see of it; `weekly` is None where the client shows no answers."""

    id: int
    name: str | None
    weekly: Weekly | None


async def received_by(tx: Tx, person: Person, number: int = 0) -> Weekly:
    """What that person received in one of their weeks: 0 is this one, 1 the one before it that has anything, and on."""
    this = week_of(today_of(tx.now, person))
    weeks = sorted({this, *await received.weeks_of(tx, person.id)}, reverse=True)
    week = weeks[min(max(number, 0), len(weeks) - 1)]
    return Weekly(week, coverage(await received.of_week(tx, person.id, week)), weeks)


async def coverage_of(tx: Tx, practitioner: Person, client_id: int, number: int = 0) -> OfClient | None:
    """The same of a client, for their practitioner; None where they are not this practitioner's."""
    person = await own_client(tx, practitioner, client_id)
    if person is None:
        return None
    shown = await _may_be_shown(tx, person)
    return OfClient(person.id, person.name, await received_by(tx, person, number) if shown else None)


async def coverage_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for it (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await own_client(tx, practitioner, client_id)
    if person is None or not await _may_be_shown(tx, person):
        return False
    await events.add(tx, "CoverageRead", person.id, practitioner.id)
    return True


async def _may_be_shown(tx: Tx, person: Person) -> bool:
    """What was sent follows from what was said, so it is shown where answers are."""
    return await consents.shows(tx, person.id, Line.KINDS_OF_HELP)
