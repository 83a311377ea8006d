"""The four outcomes of a client for their own practitioner, and what is counted another way now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from care.practice.clients import authorise_client
from care.quitting.progress import lived_record, said_by
from care.quitting.readings import FollowUpEnd, OutcomeEntry, entered_on, entries_of, standing_entries
from db import craving, events
from db.people import accounts, clients, consents
from db.tx import Tx
from programme.event import AnyEvent
from programme.people.consent import ShownLine
from programme.people.person import Person, today_of
from programme.quitting import outcomes
from programme.quitting.attempts import Attempt
from programme.quitting.events import (
    CoEntered,
    EntryTakenBack,
    FollowUpEnded,
    FollowUpGoesOn,
    OutcomesRead,
    OutcomeTold,
    TreatedSaid,
)
from programme.quitting.follow_ups import RANGES
from programme.quitting.outcomes import LivedProgress, Outcomes, attempts_shown, lived
from programme.quitting.record import CigarettesSaid, CoReading, Record, Relapse, Treated, follow_up
from programme.quitting.recount import OutcomeChange, outcome_changes
from programme.quitting.relapses import QuitDateKept, RelapseNamed, relapses_standing

ENTERED_EVENTS: Final = (
    CoEntered, EntryTakenBack, TreatedSaid, FollowUpEnded, FollowUpGoesOn, RelapseNamed, QuitDateKept,
)  # fmt: skip


def readings(happened: Sequence[AnyEvent], person_id: int) -> Iterable[CoReading]:
    """A reading counts as a practitioner's by who entered it, and nobody enters their own."""
    for one in standing_entries(happened):
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
    return [Relapse(one.event.attempt, one.event.on or one.at.date()) for one in relapses_standing(happened)]


def gone_at(happened: Iterable[AnyEvent]) -> dict[str, date]:
    """What ended the follow-up, and when; what was taken back is none."""
    found: dict[str, date] = {}
    for one in happened:
        match one.event:
            case FollowUpGoesOn():
                found.clear()
            case FollowUpEnded(why, on):
                found[why] = on
    return found


@dataclass(frozen=True, slots=True)
class OutcomesShown:
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
    entries: Sequence[OutcomeEntry] = ()
    names: Mapping[int, str | None] = field(default_factory=dict)

    @property
    def is_followed(self) -> bool:
        """Whether anybody may still be asked."""
        return self.record.died_on is None and self.record.moved_on is None


async def outcomes_of(tx: Tx, practitioner: Person, client_id: int) -> OutcomesShown | None:
    """All four as they are known now; None where they are not this practitioner's client."""
    person = await authorise_client(tx, practitioner, client_id)
    if person is None:
        return None
    today = today_of(tx.now, person)
    if not await _may_be_shown(tx, person):
        return OutcomesShown(person.id, person.name, today, None)
    record, entries = await record_of(tx, person), await entries_of(tx, person.id)
    known = await accounts.get_many(tx, _who(record, entries))
    return OutcomesShown(
        person.id,
        person.name,
        today,
        outcomes.outcomes(record, today),
        record,
        attempts_shown(record.attempts, today),
        entries,
        {one.id: one.name for one in known.values()},
    )


def _who(record: Record, entries: Sequence[OutcomeEntry]) -> set[int]:
    """Everybody who entered any of it."""
    every: tuple[CigarettesSaid | CoReading | Treated | OutcomeEntry, ...]
    every = (*record.said, *record.readings, *record.treatments, *entries)
    return {one.by for one in every if one.by is not None}


async def outcomes_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for them (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await authorise_client(tx, practitioner, client_id)
    if person is None or not await _may_be_shown(tx, person):
        return False
    await events.add(tx, person.id, OutcomesRead(), actor=practitioner.id)
    return True


async def _may_be_shown(tx: Tx, person: Person) -> bool:
    return await consents.shows(tx, person.id, ShownLine.STOPPING)


async def record_of(tx: Tx, person: Person) -> Record:
    """Everything that was said and entered, in one record."""
    happened = await events.of_kinds(tx, person.id, ENTERED_EVENTS)
    gone = gone_at(happened)
    spoken = await said_by(tx, person.id)
    return Record(
        attempts=spoken.attempts,
        said=spoken.said,
        readings=tuple(readings(happened, person.id)),
        ridden_out=sum((one.eased_by or 0) > 0 for one in await craving.of_person(tx, person.id)),
        treatments=tuple(treatments(happened)),
        relapses=tuple(relapses(happened)),
        died_on=gone.get(FollowUpEnd.DIED),
        moved_on=gone.get(FollowUpEnd.MOVED),
    )


@dataclass(frozen=True, slots=True)
class DaysRecounted:
    """What was counted on that local date, and what it was."""

    on: date
    before: LivedProgress
    now: LivedProgress
    currency: str | None = None


async def days_recounted(tx: Tx, as_of: datetime, person: Person) -> DaysRecounted | None:
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
    return None if before.days.smoke_free == now.days.smoke_free else DaysRecounted(on, before, now, currency)


async def outcomes_recounted(tx: Tx, as_of: datetime, practitioner: Person) -> Mapping[int, Sequence[OutcomeChange]]:
    """Where outcomes differ, by the id of a present client; without a difference, and who shows no answers, left out.

    - Of whom this practitioner looked at the outcomes, or was told on a Monday how it had gone.
    """
    found = {}
    for client in await clients.of_practitioner(tx, practitioner.id):
        person = await accounts.get(tx, client.person_id)
        if person is None or not await consents.shows(tx, person.id, ShownLine.STOPPING):
            continue
        happened = [one for one in await events.of_kinds(tx, person.id, (OutcomeTold, OutcomesRead)) if one.at <= as_of]
        if _relied_on(happened, practitioner.id) and (differ := await _changes(tx, as_of, person, happened)):
            found[person.id] = differ
    return found


def _relied_on(happened: Iterable[AnyEvent], practitioner_id: int) -> bool:
    return any(isinstance(one.event, OutcomeTold) or one.actor_id == practitioner_id for one in happened)


async def _changes(tx: Tx, as_of: datetime, person: Person, happened: Iterable[AnyEvent]) -> Sequence[OutcomeChange]:
    on = today_of(as_of, person)
    record = _told_by(await record_of(tx, person), on)
    before = replace(record, said=(*record.days(), *_ever_answered(record, happened, person)))
    return outcome_changes(record, before, on)


def _told_by(record: Record, on: date) -> Record:
    """What the client had told by that date; nothing that was heard in the room stood there then."""
    return replace(record, said=tuple(one for one in record.said if one.told_on <= on and one.by is None))


def _ever_answered(record: Record, happened: Iterable[AnyEvent], person: Person) -> Iterable[CigarettesSaid]:
    """As answers were read then: each that was given, a corrected one too, on its date where the client is now."""
    tried = {attempt.id: attempt for attempt in record.attempts}
    for one in happened:
        event = one.event
        if isinstance(event, OutcomeTold) and event.attempt in tried:
            least, most = RANGES.get(event.value, (None, None))
            if least is not None:
                yield follow_up(tried[event.attempt], today_of(one.at, person), (least, most))
