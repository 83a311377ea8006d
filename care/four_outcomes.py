"""The four outcomes of a client, for their own practitioner alone, and only while the client shows a summary."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from care.follow_up import BACK
from care.own_client import own_client
from care.quit_date import today_of
from care.readings import GONE, READING, TREATED, Gone
from db import attempts, consents, cravings, events, smoked
from db.cigarettes import cigarettes
from db.tx import Tx
from programme.event import Event
from programme.outcome import RANGES
from programme.outcomes import CoReading, Outcomes, Record, Said, outcomes
from programme.outcomes.record import follow_up, told_of
from programme.people import Person
from programme.quitting import Attempt
from programme.shared import Line

ANSWERED: Final = "OutcomeTold"  # the answer to an outcome question: attempt, and value, a code of RANGES


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
    return await consents.shows(tx, person.id, Line.STOPPING)


async def record_of(tx: Tx, person: Person) -> Record:
    """Everything that was said and entered, in one record."""
    happened = await events.of_kinds(tx, person.id, (ANSWERED, READING, TREATED, GONE, BACK))
    treated = [one.data["treated"] for one in happened if one.kind == TREATED]
    gone = _gone(happened)
    tried = await attempts.of_person(tx, person.id)
    days = (Said.of_day(*amount) for amount in await cigarettes(tx, person.id))
    return Record(
        attempts=tuple(tried),
        said=(*days, *told_of(await smoked.amounts(tx, person.id)), *_answers(happened, tried, person)),
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


def _answers(happened: Iterable[Event], tried: Iterable[Attempt], person: Person) -> Iterable[Said]:
    """What they said of all the days since day 15 of an attempt, up to the day on which they said it."""
    by_id = {attempt.id: attempt for attempt in tried}
    for one in happened:
        if one.kind != ANSWERED or one.data["attempt"] not in by_id:
            continue
        least, most = RANGES.get(one.data["value"], (None, None))
        if least is not None:
            yield follow_up(by_id[one.data["attempt"]], today_of(one.at, person), (least, most))


def _readings(happened: Iterable[Event], person_id: int) -> Iterable[CoReading]:
    """A reading counts as a practitioner's by who entered it, and nobody enters their own."""
    for one in happened:
        if one.kind == READING:
            by_practitioner = one.actor_id not in (None, person_id)
            yield CoReading(date.fromisoformat(one.data["on"]), one.data["ppm"], by_practitioner)
