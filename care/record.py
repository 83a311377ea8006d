"""The one record of what clients said about cigarettes, and what was entered of them: whoever counts reads this."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from care.follow_up import BACK
from care.quit_date import today_of
from care.readings import GONE, READING, TREATED, Gone
from db import cigarettes, cravings, events, outcomes, people
from db.tx import Tx
from programme.event import Event
from programme.outcome import Outcome
from programme.outcomes import CoReading, Record, Said
from programme.outcomes.days import DayTold, days_told, smoked_by_day
from programme.outcomes.record import follow_up, told_of
from programme.people import Person
from programme.quitting import Attempt


@dataclass(frozen=True, slots=True)
class Spoken:
    """All attempts of a client, and all they said about cigarettes as it stands now, each with its own local dates."""

    attempts: tuple[Attempt, ...] = ()
    said: tuple[Said, ...] = ()

    def days(self) -> Mapping[date, DayTold]:
        """What is known of each local date."""
        return days_told(self.said, self.attempts)

    def known(self) -> Mapping[date, bool]:
        """Whether they smoked, by local date; what is not known is not there."""
        return smoked_by_day(self.days())


async def spoken_of(tx: Tx, person_ids: Collection[int]) -> Mapping[int, Spoken]:
    """What these people said in check-ins, in between and to outcome questions; for forty in as many statements.

    Whether it may be shown, and to whom, is for who asks.
    """
    if not person_ids:
        return {}
    tried = await cigarettes.attempts_of(tx, person_ids)
    asked = await cigarettes.in_check_ins(tx, person_ids)
    told = await cigarettes.told_between(tx, person_ids)
    answers = await outcomes.of_attempts(tx, [one.id for mine in tried.values() for one in mine])
    known = await people.get_many(tx, list(person_ids))
    return {
        whose: Spoken(
            tuple(tried.get(whose, ())),
            (
                *asked.get(whose, ()),
                *told_of(told.get(whose, ())),
                *_answers(tried.get(whose, ()), answers, known[whose]),
            ),
        )
        for whose in person_ids
        if whose in known
    }


async def said_by(tx: Tx, person_id: int) -> Spoken:
    """What that person said."""
    return (await spoken_of(tx, [person_id])).get(person_id, Spoken())


async def record_of(tx: Tx, person: Person) -> Record:
    """Everything that was said and entered, in one record."""
    spoken = await said_by(tx, person.id)
    happened = await events.of_kinds(tx, person.id, (READING, TREATED, GONE, BACK))
    treated = [one.data["treated"] for one in happened if one.kind == TREATED]
    gone = _gone(happened)
    return Record(
        attempts=spoken.attempts,
        said=spoken.said,
        readings=tuple(_readings(happened, person.id)),
        ridden_out=sum((one.eased_by or 0) > 0 for one in await cravings.of_person(tx, person.id)),
        treated=treated[-1] if treated else None,
        died_on=gone.get(Gone.DIED),
        moved_on=gone.get(Gone.MOVED),
    )


def _answers(tried: Iterable[Attempt], answers: Mapping[int, Sequence[Outcome]], person: Person) -> Iterable[Said]:
    """What they said of all the days since day 15 of an attempt, up to the day on which they said it."""
    for attempt in tried:
        for one in answers.get(attempt.id, ()):
            if one.smoked_from is not None:
                yield follow_up(attempt, today_of(one.answered_at, person), (one.smoked_from, one.smoked_to))


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
