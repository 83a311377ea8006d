"""The one record of what clients said about cigarettes, and what is read off it: progress and milestones."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from care.supporters.clients_side import supporters_listed
from care.toolkit import keeps_words
from db import craving, events, measures, planning, quitting
from db.people import accounts, consents
from db.schedule import days
from db.tx import Tx
from programme.check_in.answers import CheckIn, DayInOneTap, Mood
from programme.event import AnyEvent
from programme.measures.dependence import UsualDay
from programme.people.person import HOME, Person, today_of
from programme.planning.reasons import Purpose
from programme.quitting.attempts import Attempt, Milestone, milestone_at
from programme.quitting.days import DayTold, days_told, smoked_by_day
from programme.quitting.events import MilestoneReached, StageSaid
from programme.quitting.follow_ups import OutcomeAnswer
from programme.quitting.lapses import Stage, StageMark, evening_of, stage_movement, stage_on
from programme.quitting.outcomes import LivedProgress, Progress, lived, progress, progress_gaps
from programme.quitting.record import CigarettesSaid, Record, Usual, days_from, follow_up, told_of
from programme.quitting.relapses import STAGE_EVENTS, stage_marks
from programme.schedule.course import WHOLE
from programme.schedule.plan import NEVER
from programme.schedule.prompt import Prompt
from programme.schedule.slots import DAY
from programme.supporters.support import Support


@dataclass(frozen=True, slots=True)
class Spoken:
    """All attempts of a client, and all they said about cigarettes as it stands now, each with its own local dates."""

    attempts: tuple[Attempt, ...] = ()
    said: tuple[CigarettesSaid, ...] = ()

    def days(self) -> Mapping[date, DayTold]:
        """What is known of each local date."""
        return days_told(self.said, self.attempts)

    def known(self) -> Mapping[date, bool]:
        """Whether they smoked, by local date; what is not known is not there."""
        return smoked_by_day(self.days())


async def spoken_of(tx: Tx, person_ids: Collection[int], by: datetime = NEVER) -> Mapping[int, Spoken]:
    """What these people said in check-ins, in between and to outcome questions; of forty in four statements too.

    What they told after `by` (UTC) is left out. Whether it may be shown, and to whom, is for who asks.
    """
    if not person_ids:
        return {}
    tried = await quitting.attempts_of_people(tx, person_ids, by)
    asked = await quitting.cigarettes_in_check_ins(tx, person_ids, by)
    between = await quitting.cigarettes_told_between(tx, person_ids, by)
    answers = await quitting.outcomes_of_attempts(tx, [one.id for mine in tried.values() for one in mine])

    def spoken(whose: int) -> Spoken:
        mine = tried.get(whose, ())
        told = told_of(between.get(whose, ()))
        return Spoken(tuple(mine), (*asked.get(whose, ()), *told, *_answers(mine, answers, by)))

    return {whose: spoken(whose) for whose in person_ids}


async def said_by(tx: Tx, person_id: int) -> Spoken:
    """What that person said."""
    return (await spoken_of(tx, [person_id]))[person_id]


def _answers(
    tried: Iterable[Attempt], answers: Mapping[int, Sequence[OutcomeAnswer]], by: datetime
) -> Iterable[CigarettesSaid]:
    """What they said of the days since day 15 of an attempt: the newest answer of each teller, on the day it was first
    told. Not saying is none."""
    for attempt in tried:
        for one in answers.get(attempt.id, ()):
            if one.smoked_from is not None and one.answered_at <= by:
                amount = one.smoked_from, one.smoked_to
                yield follow_up(attempt, one.told_on, amount, last=one.last_on, by=one.entered_by)


@dataclass(frozen=True, slots=True)
class LivedDays:
    """`days` over all attempts; `ridden_out` cravings that were weaker when rated again.

    `kept` is False for somebody whose answers are not kept: nothing is known of their days. `known` says of a local
    date whether they smoked, where they said, and `gaps` are the days of attempts of which that is not known.
    """

    today: date
    attempt: Attempt | None
    kept: bool
    days: Progress = field(default_factory=Progress)
    ridden_out: int = 0
    known: Mapping[date, bool] = field(default_factory=dict)
    gaps: Collection[date] = ()

    @property
    def last(self) -> date | None:
        """The last local date they are known to have smoked on."""
        return max((day for day, smoked in self.known.items() if smoked), default=None)


async def progress_of(tx: Tx, person: Person) -> LivedDays:
    """What their days come to now."""
    today = today_of(tx.now, person)
    attempt = await quitting.current_attempt(tx, person.id)
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return LivedDays(today, attempt, kept=False)
    spoken = await said_by(tx, person.id)
    known = spoken.known()
    rated = await craving.of_person(tx, person.id)
    return LivedDays(
        today=today,
        attempt=attempt,
        kept=True,
        days=progress(spoken.attempts, known, today),
        ridden_out=sum((one.eased_by or 0) > 0 for one in rated),
        known=known,
        gaps=progress_gaps(spoken.attempts, known, today),
    )


async def not_asked(tx: Tx, person: Person, lived: LivedDays) -> int:
    """How many of the days that are not known are so because we did not ask: that is ours, and not theirs.

    A day of several that a check-in asked about in one go, and they told of cigarettes on another, was asked about.
    """
    if not lived.gaps:
        return 0
    said = (await said_by(tx, person.id)).said
    together = {day for one in said if not one.follow_up for day in days_from(one.first, one.last)}
    return len(set(lived.gaps) - together - await days.days_asked(tx, person.id, min(lived.gaps)))


@dataclass(frozen=True, slots=True)
class Counted:
    """`usual` is what they told of before (None: nothing), and `lived` what it comes to now.

    `before` is what held before they changed what is usual, or its price; oldest first.
    """

    usual: UsualDay | None
    lived: LivedProgress
    before: Sequence[Usual] = ()


@dataclass(frozen=True, slots=True)
class QuitTry:
    """One try at stopping, its days, and what led to its end or its moving: own words, or the code of a chip."""

    attempt: Attempt
    days: Progress
    why: str | None = None
    is_chip: bool = False

    def came(self, today: date) -> bool:
        """Whether its day ever came; a plan that ended before counts as a plan."""
        ended = self.attempt.ended_on
        return self.attempt.has_come(today) and (ended is None or ended > self.attempt.quit_on)


async def lived_of(tx: Tx, person: Person) -> Counted | None:
    """What that client has lived, with its working; None where their answers are not kept."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return None
    record = await lived_record(tx, person)
    return Counted(
        await measures.usual_of_person(tx, person.id), lived(record, today_of(tx.now, person)), record.usual_before
    )


async def lived_record(tx: Tx, person: Person) -> Record:
    """What it is counted from: all they said, and what was usual, and cost what, at which time."""
    told, spoken = await measures.usual_of_person(tx, person.id), await said_by(tx, person.id)
    now_usual = None
    if told is not None:
        now_usual = Usual(told.a_day, told.price, told.packet_of, told.since, currency=told.currency)
    before = tuple(
        Usual(one.a_day, one.price, one.packet_of, until=one.until, currency=one.currency)
        for one in await measures.usual_days_before(tx, person.id)
    )
    return Record(
        attempts=spoken.attempts,
        said=spoken.said,
        ridden_out=sum((one.eased_by or 0) > 0 for one in await craving.of_person(tx, person.id)),
        usual=now_usual,
        usual_before=before,
    )


async def tries_of(tx: Tx, person: Person) -> Sequence[QuitTry]:
    """Every try of that client, newest first, each with only its own days. Their words where they gave any."""
    today, keeps = today_of(tx.now, person), (await consents.in_force(tx, person.id)).keep_answers
    spoken = await said_by(tx, person.id)
    known = spoken.known() if keeps else {}
    why = {one.about_id: one for one in await planning.own_words_of_person(tx, person.id, [Purpose.WHY_MOVED])}
    found = []
    for one in spoken.attempts:
        said = why.get(one.id)
        chip = said.code if said else None
        found.append(
            QuitTry(one, progress([one], known, today), chip or (said.words if said else None), chip is not None)
        )
    return found[::-1]


async def milestone_now(tx: Tx, person: Person, *, is_last: bool = False) -> Milestone | None:
    """The highest that person has reached; None also on a day on which they told of smoking: it waits for the next.

    `is_last`: nothing is asked by itself after today, so that a smoke-free today counts before it is over.
    """
    if await _told_of_smoking(tx, person):
        return None
    lived = await progress_of(tx, person)
    if lived.known.get(lived.today):
        return None
    return milestone_at(lived.days.smoke_free + int(is_last and lived.known.get(lived.today) is False))


async def _told_of_smoking(tx: Tx, person: Person) -> bool:
    zone = person.zone or HOME.zone
    lately = await quitting.smoked_since(tx, person.id, tx.now - 2 * DAY)
    return any(evening_of(one.told_at, zone) == evening_of(tx.now, zone) for one in lately)


async def tell_milestone(tx: Tx, prompt: Prompt, said: CheckIn) -> None:
    """That check-in is answered: a milestone which was not told before is told in its closing words.

    Not in the short words after one tap, not after a cigarette, and not on a very low or hard day: it rides in a later
    one. Nothing is sent for it: a course asks on the day of a month, and what was missed rides in the next check-in.
    """
    if said.form not in WHOLE or said.smoked or said.mood is Mood.VERY_LOW or said.day is DayInOneTap.HARD:
        return
    if await quitting.current_attempt(tx, prompt.person_id) is None:
        return
    person = await accounts.get(tx, prompt.person_id)
    is_last = bool(prompt.decision.get("final"))
    reached = await milestone_now(tx, person, is_last=is_last) if person else None
    told = await events.of_person(tx, prompt.person_id, kind=MilestoneReached)
    if reached is not None and all(one.event.days < reached.days for one in told):
        await events.add(
            tx, prompt.person_id, MilestoneReached(prompt_id=prompt.id, days=reached.days), actor=prompt.person_id
        )


async def milestone_shown_in(tx: Tx, prompt: Prompt) -> Milestone | None:
    """The milestone that is told in the closing words of that check-in, or None."""
    told = await events.of_person(tx, prompt.person_id, kind=MilestoneReached)
    days = next((one.event.days for one in told if one.event.prompt_id == prompt.id), None)
    return None if days is None else milestone_at(days)


async def may_milestone_be_told(tx: Tx, person: Person) -> Sequence[Support]:
    """The supporters to whom that person said that they may want to tell good news."""
    return [one for one in await supporters_listed(tx, person) if one.holds and one.may_be_told]


async def say_stage(tx: Tx, person: Person, stage: Stage) -> bool:
    """That client (locked) says where they are, whatever was known before; False where answers are not kept.

    It changes neither a quit date nor what comes: that is picked by itself.
    """
    if not await keeps_words(tx, person):
        return False
    await events.add(tx, person.id, StageSaid(stage), actor=person.id)
    return True


async def stage_of(tx: Tx, person: Person) -> Stage | None:
    """Where that client is now; None where nothing tells it."""
    lived = await progress_of(tx, person)
    return stage_on(_marks(await events.of_kinds(tx, person.id, STAGE_EVENTS), person), lived.known, lived.today)


async def happened_to(tx: Tx, person_ids: Sequence[int]) -> Mapping[int, Sequence[AnyEvent]]:
    """What tells of the stages of these people, in one statement."""
    return await events.of_people(tx, person_ids, STAGE_EVENTS)


def stage_moves(
    happened: Sequence[AnyEvent], person: Person, known: Mapping[date, bool], first: date, last: date
) -> tuple[Stage, ...]:
    """The stages of that client in these days of theirs; `known` says of a local date whether they smoked."""
    return stage_movement(_marks(happened, person), known, first, last)


def _marks(happened: Sequence[AnyEvent], person: Person) -> list[StageMark]:
    place = ZoneInfo(person.zone or HOME.zone)
    return stage_marks(happened, lambda at: at.astimezone(place).date())
