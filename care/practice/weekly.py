"""A practitioner's weekly summary, and what they may see of techniques, scales and medicines of one client."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from care.measures.scales import quit_date_of_filling
from care.practice.clients import authorise_client
from care.schedule.plans import end_plans, set_plan
from db import events, measures, medicines
from db.delivery import wordings
from db.people import clients, consents
from db.schedule import plans, prompts
from db.tx import Tx
from programme.event import NewEvent
from programme.measures.dependence import HsiTold
from programme.measures.events import ScoresRead
from programme.measures.mood import Rating
from programme.medicines.aids import Aid, AidTold, in_use
from programme.medicines.regular import MedicineAnswer, last_said
from programme.people.consent import ShownLine
from programme.people.person import HOME, Person, today_of
from programme.practice.events import CoverageRead, WeekRead
from programme.practice.techniques import Coverage, coverage, week_of
from programme.schedule.kinds import rule_of
from programme.schedule.plan import CHECK_IN, SUMMARY, Plan
from programme.schedule.prompt import Prompt
from programme.schedule.slots import may_be_asked_at

MONDAY: Final = 0
MORNING: Final = time(8)
ONCE_IN: Final = timedelta(days=6)


async def set_summary_time(tx: Tx, practitioner: Person, weekday: int = MONDAY, at: time = MORNING) -> Plan | None:
    """Send that practitioner (locked) a summary on that weekday (Monday is 0) at that wall time, where they are.

    None where that time is in the night, or for somebody who is no practitioner.
    """
    if not practitioner.is_practitioner or not may_be_asked_at(at) or weekday not in range(7):
        return None
    rule = rule_of(SUMMARY, at, weekdays=frozenset({weekday}))
    return await set_plan(tx, practitioner.id, SUMMARY, rule, practitioner.zone or HOME.zone)


async def no_summaries(tx: Tx, practitioner: Person) -> None:
    """That practitioner (locked) is sent no summary any more; /summary still shows one."""
    await end_plans(tx, practitioner.id, {SUMMARY})


async def summary_plan(tx: Tx, person_id: int) -> Plan | None:
    """When the summary comes, or None."""
    return next((plan for plan in await plans.of_person(tx, person_id) if plan.kind == SUMMARY), None)


async def read_weeks(tx: Tx, practitioner: Person, client_ids: Collection[int]) -> int:
    """The practitioner says that they read the weeks of these clients; of how many that may be said.

    - Never of somebody who is not theirs, or shows no summary: of them there was nothing to read.
    - Once a week of each at most, however often it is said.
    """
    if not practitioner.is_practitioner:
        return 0
    theirs = {one.person_id for one in await clients.of_practitioner(tx, practitioner.id)} & set(client_ids)
    told = await events.lately(tx, theirs, WeekRead, actor_id=practitioner.id, since=tx.now - ONCE_IN)
    read = sorted(await consents.showing(tx, theirs, ShownLine.REPLIES) - told)
    await events.add_many(tx, [NewEvent(WeekRead(), one, practitioner.id) for one in read])
    return len(read)


async def read_before(tx: Tx, prompt: Prompt, practitioner_id: int) -> datetime | None:
    """When that practitioner last read the week of the client whose check-in this is (UTC), to be told to them once.

    None where nothing was read since the check-in before, or since a check-in that has told it already.
    """
    if prompt.kind != CHECK_IN or prompt.opened_at is None:
        return None
    at = await events.last_at(tx, prompt.person_id, WeekRead, actor_id=practitioner_id, before=prompt.opened_at)
    if at is None or await prompts.was_asked(tx, prompt.person_id, CHECK_IN, at, prompt.opened_at):
        return None
    return at


@dataclass(frozen=True, slots=True)
class Weekly:
    """A week that begins on `week`, a Monday. `weeks` are all with anything in them, newest first, and this one."""

    week: date
    coverage: Coverage = field(default_factory=dict)
    weeks: Sequence[date] = ()


@dataclass(frozen=True, slots=True)
class CoverageShown:
    """What that practitioner may see of it; `weekly` is None where the client shows no answers."""

    id: int
    name: str | None
    weekly: Weekly | None


async def received_by(tx: Tx, person: Person, number: int = 0) -> Weekly:
    """What that person received in one of their weeks: 0 is this one, 1 the one before it that has anything, and on."""
    this = week_of(today_of(tx.now, person))
    weeks = sorted({this, *await wordings.weeks_received(tx, person.id)}, reverse=True)
    week = weeks[min(max(number, 0), len(weeks) - 1)]
    return Weekly(week, coverage(await wordings.received_in(tx, person.id, week)), weeks)


async def coverage_of(tx: Tx, practitioner: Person, client_id: int, number: int = 0) -> CoverageShown | None:
    """The same of a client, for their practitioner; None where they are not this practitioner's."""
    person = await authorise_client(tx, practitioner, client_id)
    if person is None:
        return None
    shown = await _may_show_coverage(tx, person)
    return CoverageShown(person.id, person.name, await received_by(tx, person, number) if shown else None)


async def coverage_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for it (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await authorise_client(tx, practitioner, client_id)
    if person is None or not await _may_show_coverage(tx, person):
        return False
    await events.add(tx, person.id, CoverageRead(), actor=practitioner.id)
    return True


async def _may_show_coverage(tx: Tx, person: Person) -> bool:
    """What was sent follows from what was said, so it is shown where answers are."""
    return await consents.shows(tx, person.id, ShownLine.KINDS_OF_HELP)


@dataclass(frozen=True, slots=True)
class Scores:
    """Of the nine questions all ratings around the quit date `quit_on`; `aids` are all that was said of them."""

    hsi: Sequence[HsiTold]
    ratings: Sequence[Rating]
    quit_on: date | None
    medicine: MedicineAnswer | None
    aids: Sequence[AidTold]

    @property
    def uses(self) -> Sequence[Aid]:
        """What they use to stop now."""
        return in_use(self.aids)


@dataclass(frozen=True, slots=True)
class ScoresShown:
    """What that practitioner may see of one client. None: the client shows no answers, or keeps none."""

    person: Person
    scores: Scores | None


async def scores_of(tx: Tx, practitioner: Person, client_id: int) -> ScoresShown | None:
    """As it is known now; None where they are not this practitioner's client."""
    person = await authorise_client(tx, practitioner, client_id)
    if person is None:
        return None
    if not await _may_show_scores(tx, person):
        return ScoresShown(person, None)
    ratings = [one.rating for one in await measures.fillings_of_person(tx, person.id) if one.scores]
    scores = Scores(
        hsi=await measures.hsi_of_person(tx, person.id),
        ratings=ratings,
        quit_on=await quit_date_of_filling(tx, person.id, today_of(tx.now, person)),
        medicine=last_said(await medicines.of_person(tx, person.id)),
        aids=await medicines.aids_of_person(tx, person.id),
    )
    return ScoresShown(person, scores)


async def scores_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for them (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await authorise_client(tx, practitioner, client_id)
    if person is None or not await _may_show_scores(tx, person):
        return False
    await events.add(tx, person.id, ScoresRead(), actor=practitioner.id)
    return True


async def _may_show_scores(tx: Tx, person: Person) -> bool:
    return await consents.shows(tx, person.id, ShownLine.QUESTIONS)
