"""What a practitioner may know of their clients now, read in as many statements for forty as for one."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from care.heard import may_count
from care.names import names_for
from care.record import spoken_of
from care.requests import waiting_for
from care.stages import happened_to, moved
from care.standings import last_heard, standings
from db import (
    caseload,
    check_ins,
    clients,
    consents,
    events,
    medicines,
    mpss,
    outcomes,
    pauses,
    people,
    session_notes,
    sessions,
    toolkit,
)
from db.tx import Tx
from programme.counts import Reply
from programme.event import Event, NewEvent
from programme.medicines import unchecked
from programme.monday import Gone, Monday, OfClient, monday
from programme.outcome import FOUR_WEEKS, Outcome, due_by
from programme.people import Client, Person
from programme.progress import progress
from programme.prompt import Prompt
from programme.quitting import Attempt
from programme.request import Waiting
from programme.session import NEXT, SessionNote
from programme.shared import Line
from programme.snap import Stage
from programme.standing import Standing
from programme.summary import DAYS, Week, first_day, week
from programme.today import today_of
from programme.two_answers import two_answers

_LOOK_BACK = timedelta(days=2 * DAYS + 2)  # two weeks of local days and today, wherever the client is
_WEEK = timedelta(days=DAYS)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Caseload:
    """All clients of a practitioner, what they asked that was not opened yet, and who left lately; oldest first."""

    clients: Sequence[OfClient]
    requests: Sequence[Waiting]
    left: Sequence[Gone] = ()

    def monday(self, now: datetime) -> Monday:
        """The week over all of them."""
        return monday(self.clients, self.requests, now, self.left)


async def caseload_of(tx: Tx, now: datetime, practitioner: Person) -> Caseload:
    """Everybody who is with that practitioner now; nobody for somebody who is none."""
    if not practitioner.is_practitioner:
        return Caseload((), ())
    theirs = [one for one in await clients.of_practitioner(tx, practitioner.id) if one.joined_at <= now]
    names = await names_for(tx, practitioner)
    found = await of_clients(tx, now, theirs, names)
    return Caseload(found, await waiting_for(tx, practitioner), await _left(tx, now, practitioner, names))


async def _left(tx: Tx, now: datetime, practitioner: Person, names: Mapping[int, str]) -> Sequence[Gone]:
    """Who left in these seven days or today, by the practitioner's calendar; who was erased since is not known."""
    first = first_day(today_of(now, practitioner))
    left = await clients.left_since(tx, practitioner.id, now - _LOOK_BACK)
    days = [(one.person_id, today_of(one.left_at, practitioner)) for one in left if one.left_at and one.left_at <= now]
    return [Gone(one, names.get(one), on) for one, on in days if on >= first]


async def write_looks(tx: Tx, now: datetime, practitioner: Person, seen: Iterable[OfClient]) -> None:
    """Every look at a client's answers is an event of theirs (OWASP ASVS 5.0 16.3.2)."""
    looks = [
        NewEvent(
            "SummaryRead",
            one.id,
            practitioner.id,
            {"from": one.week.first.isoformat(), "to": one.week.last.isoformat()},
        )
        for one in seen
        if one.week is not None
    ]
    await events.add_many(tx, now, looks)


async def of_clients(tx: Tx, now: datetime, theirs: Sequence[Client], names: Mapping[int, str]) -> Sequence[OfClient]:
    """These clients in this order, each with what they show; `names` are what their practitioner reads.

    What is not to be kept is there while a check-in lasts, and shown to nobody even then.
    """
    known = await people.get_many(tx, [one.person_id for one in theirs])
    joined = {one.person_id: today_of(one.joined_at, known[one.person_id]) for one in theirs if one.person_id in known}
    showing = await consents.showing(tx, known, Line.REPLIES)
    keeping = await consents.showing(tx, showing, Line.COUNTS)
    spoken = await spoken_of(tx, keeping)
    days = {one: spoken[one].known() if one in spoken else {} for one in showing}
    attempts = await caseload.attempts(tx, showing)
    paused = {one: pause for one, pause in (await pauses.running(tx, now, showing)).items() if pause.of_client}
    coming = await sessions.coming(tx, now, known)
    taken = {one: unchecked(told) for one, told in (await medicines.of_people(tx, keeping)).items()}
    felt_low = await mpss.very_low(tx, keeping, now.date() - _WEEK)
    brought = await session_notes.shared_since(tx, known, now.date() - _A_DAY)
    results = await outcomes.of_attempts(tx, [one.id for one in attempts.values()])
    happened = await happened_to(tx, list(keeping))
    shown = {one: known[one] for one in showing}
    heard = await last_heard(tx, shown, keeping, happened)
    weeks = await _weeks(tx, now, shown, keeping, days, joined, heard)
    stands = await standings(tx, now, shown, happened, attempts, paused, heard)
    found = [
        OfClient(
            id=one,
            name=names.get(one),
            week=weeks.get(one),
            session_at=coming.get(one),
            is_paused=one in paused,
            cannot_reach=_unreached(known[one]) if one in showing else None,
            brings=_brings(brought.get(one, ()), coming.get(one), known[one]),
            medicine=taken.get(one) is not None,
            same_day=(medicine := taken.get(one)) is not None and medicine.same_day,
            felt_low=felt_low.get(one),
            stages=_stages(now, known[one], happened[one], days[one]) if one in happened else (),
            standing=stands.get(one, Standing()),
        )
        for one in joined
    ]
    quitting = [
        _quitting(one, attempts[one.id], days[one.id], now, known[one.id], results) if one.id in attempts else one
        for one in found
    ]
    return [one if one.id in keeping else replace(one, told_free=None, two_answers=()) for one in quitting]


def _unreached(person: Person) -> date | None:
    return None if person.cannot_reach_since is None else today_of(person.cannot_reach_since, person)


def _brings(notes: Iterable[SessionNote], at: datetime | None, person: Person) -> tuple[str, ...]:
    """What is for the session that comes next, and for no other; without one that is known, what waits for it."""
    on = NEXT if at is None else today_of(at, person)
    return tuple(one.words for one in notes if one.session_on == on)


def _stages(now: datetime, person: Person, happened: Sequence[Event], days: Mapping[date, bool]) -> tuple[Stage, ...]:
    """From the day before these seven on, so that a step on the first of them is one."""
    today = today_of(now, person)
    return moved(happened, person, days, first_day(today) - _A_DAY, today)


def _quitting(
    one: OfClient, attempt: Attempt, days: Mapping[date, bool], now: datetime, person: Person,
    results: Mapping[int, Sequence[Outcome]],
) -> OfClient:  # fmt: skip
    today = today_of(now, person)
    smoked = [day for day, was in days.items() if was and day >= attempt.quit_on]
    told = results.get(attempt.id, ())
    told_free = progress([attempt], days, today).smoke_free
    free = 0 if smoked else told_free
    return replace(
        one,
        quit_on=attempt.quit_on,
        quit_day=attempt.day_number(today),
        smoke_free=free,
        told_free=told_free,
        two_answers=two_answers(told),
        smoke_free_before=min(free, progress([attempt], days, today - _WEEK).smoke_free),
        lapsed=sum(first_day(today) <= day < today for day in smoked),
        due_by=due_by(attempt.quit_on, today, answered=any(_is_result(said, attempt) for said in told)),
        result=next((said for said in told if said.told_on >= first_day(today)), None),
    )


def _is_result(said: Outcome, attempt: Attempt) -> bool:
    """Whether it is an answer for the four weeks; what was heard before they were over is none."""
    return said.milestone == FOUR_WEEKS and may_count(attempt.quit_on, said.told_on)


async def _weeks(
    tx: Tx, now: datetime, shown: Mapping[int, Person], keeping: Set[int],
    days: Mapping[int, Mapping[date, bool]], joined: Mapping[int, date], heard: Mapping[int, date],
) -> dict[int, Week]:  # fmt: skip
    asked = await caseload.asked(tx, shown, now - _LOOK_BACK)
    kept = [prompt.id for one in keeping for prompt in asked.get(one, ())]
    said = await check_ins.get_many(tx, kept)
    words = await caseload.shared_words(tx, kept)
    toolkits = await toolkit.of_many(tx, keeping)

    def replies(prompts: Iterable[Prompt]) -> list[Reply]:
        return [Reply(prompt, said.get(prompt.id), words.get(prompt.id)) for prompt in prompts]

    return {
        one: week(
            replies(asked.get(one, ())),
            today_of(now, person),
            toolkits.get(one, {}),
            joined[one],
            days.get(one, {}),
            heard.get(one),
        )
        for one, person in shown.items()
    }
