"""What a practitioner may know of all their clients now, and of one client's week."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from care.practice.clients import names_for
from care.practice.requests import waiting_for
from care.practice.standings import (
    Histories,
    attempts_of,
    histories_of,
    last_heard,
    medicines_of,
    paused_of,
    saying_yes,
    sessions_of,
    standings,
)
from care.quitting.progress import spoken_of, stage_moves
from care.quitting.readings import may_count
from db import check_in, events, measures, toolkit
from db import quitting as db_quitting
from db.people import accounts, clients
from db.practice import caseload, sessions
from db.tx import Tx
from programme.check_in.counts import PromptReply
from programme.event import AnyEvent, NewEvent
from programme.people.consent import ShownLine
from programme.people.person import Client, Person, today_of
from programme.practice.caseload import CaseloadSummary, FormerClient, caseload_summary
from programme.practice.client import ClientRow, ClientStanding, prompt_then
from programme.practice.events import SummaryRead
from programme.practice.requests import WaitingRequest
from programme.practice.sessions import NEXT, SessionNote
from programme.practice.week import DAYS, Week, first_day, week
from programme.quitting.attempts import Attempt
from programme.quitting.follow_ups import FOUR_WEEKS, OutcomeAnswer, due_by, two_answers
from programme.quitting.lapses import Stage
from programme.quitting.outcomes import progress
from programme.schedule.prompt import Prompt

_LOOK_BACK = timedelta(days=2 * DAYS + 2)  # two weeks of local days and today, wherever the client is
_WEEK = timedelta(days=DAYS)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Caseload:
    """All clients of a practitioner, what they asked that was not opened yet, and who left lately; oldest first."""

    clients: Sequence[ClientRow]
    requests: Sequence[WaitingRequest]
    left: Sequence[FormerClient] = ()

    def summary(self, now: datetime) -> CaseloadSummary:
        """The week over all of them."""
        return caseload_summary(self.clients, self.requests, now, self.left)


async def caseload_of(tx: Tx, practitioner: Person) -> Caseload:
    """Everybody who is with that practitioner; nobody for somebody who is none. What came after `now` is left out."""
    if not practitioner.is_practitioner:
        return Caseload((), ())
    theirs = [one for one in await clients.of_practitioner(tx, practitioner.id) if one.joined_at <= tx.now]
    names = await names_for(tx, practitioner)
    found = await of_clients(tx, theirs, names)
    return Caseload(found, await waiting_for(tx, practitioner, tx.now), await _left(tx, practitioner, names))


async def _left(tx: Tx, practitioner: Person, names: Mapping[int, str]) -> Sequence[FormerClient]:
    """Who left in these seven days or today, by the practitioner's calendar; who was erased since is not known."""
    first = first_day(today_of(tx.now, practitioner))
    left = await clients.left_since(tx, practitioner.id, tx.now - _LOOK_BACK)
    days = [
        (one.person_id, today_of(one.left_at, practitioner)) for one in left if one.left_at and one.left_at <= tx.now
    ]
    return [FormerClient(one, names.get(one), on) for one, on in days if on >= first]


async def write_looks(tx: Tx, practitioner: Person, seen: Iterable[ClientRow]) -> None:
    """Every look at a client's answers is an event of theirs (OWASP ASVS 5.0 16.3.2)."""
    looks = [
        NewEvent(SummaryRead(one.week.first, one.week.last), one.id, practitioner.id)
        for one in seen
        if one.week is not None
    ]
    await events.add_many(tx, looks)


async def of_clients(tx: Tx, theirs: Sequence[Client], names: Mapping[int, str]) -> Sequence[ClientRow]:
    """These clients in this order, each with what they show; `names` are what their practitioner reads.

    What is not to be kept is there while a check-in lasts, and shown to nobody even then. What came after
    `now` is left out, and so is what was changed since where nothing tells what it was.
    """
    found_now = await accounts.get_many(tx, [one.person_id for one in theirs])
    lives = await histories_of(tx, tx.now, found_now)
    known = {one: lives.person(person) for one, person in found_now.items()}
    joined = {one.person_id: today_of(one.joined_at, known[one.person_id]) for one in theirs if one.person_id in known}
    showing = await saying_yes(tx, tx.now, known, ShownLine.REPLIES)
    keeping = await saying_yes(tx, tx.now, showing, ShownLine.COUNTS)
    spoken = await spoken_of(tx, keeping, tx.now)
    days = {one: spoken[one].known() if one in spoken else {} for one in showing}
    attempts = await attempts_of(tx, lives, showing)
    paused = await paused_of(tx, lives, showing)
    coming = await sessions_of(tx, lives, known)
    taken = await medicines_of(tx, lives, keeping)
    felt_low = await measures.very_low(tx, keeping, tx.now.date() - _WEEK, tx.now)
    brought = await sessions.notes_shared_since(tx, known, tx.now.date() - _A_DAY, tx.now)
    results = await db_quitting.outcomes_of_attempts(tx, [one.id for one in attempts.values()])
    happened = {one: stages for one in keeping if (stages := lives.stages(one))}
    shown = {one: known[one] for one in showing}
    heard = await last_heard(tx, shown, keeping, happened)
    weeks = await _weeks(tx, lives, shown, keeping, days, joined, heard)
    stands = await standings(tx, shown, happened, attempts, paused, heard)
    found = [
        ClientRow(
            id=one,
            name=names.get(one),
            week=weeks.get(one),
            session_at=coming.get(one),
            is_paused=one in paused,
            cannot_reach=_unreached(known[one]) if one in showing else None,
            brings=() if lives.shared_note_since(one) else _brings(brought.get(one, ()), coming.get(one), known[one]),
            medicine=one in taken,
            same_day=one in taken and taken[one].same_day,
            felt_low=felt_low.get(one),
            stages=_stages(tx.now, known[one], happened[one], days[one]) if one in happened else (),
            standing=stands.get(one, ClientStanding()),
        )
        for one in joined
    ]
    quitting = [
        _quitting(one, attempts[one.id], days[one.id], tx.now, known[one.id], results) if one.id in attempts else one
        for one in found
    ]
    return [one if one.id in keeping else replace(one, told_free=None, two_answers=()) for one in quitting]


def _unreached(person: Person) -> date | None:
    return None if person.cannot_reach_since is None else today_of(person.cannot_reach_since, person)


def _brings(notes: Iterable[SessionNote], at: datetime | None, person: Person) -> tuple[str, ...]:
    """What is for the session that comes next, and for no other; without one that is known, what waits for it."""
    on = NEXT if at is None else today_of(at, person)
    return tuple(one.words for one in notes if one.session_on == on)


def _stages(
    now: datetime, person: Person, happened: Sequence[AnyEvent], days: Mapping[date, bool]
) -> tuple[Stage, ...]:
    """From the day before these seven on, so that a step on the first of them is one."""
    today = today_of(now, person)
    return stage_moves(happened, person, days, first_day(today) - _A_DAY, today)


def _quitting(
    one: ClientRow, attempt: Attempt, days: Mapping[date, bool], now: datetime, person: Person,
    results: Mapping[int, Sequence[OutcomeAnswer]],
) -> ClientRow:  # fmt: skip
    today = today_of(now, person)
    smoked = [day for day, was in days.items() if was and day >= attempt.quit_on]
    told = [one for one in results.get(attempt.id, ()) if one.answered_at <= now]
    known = [one for one in results.get(attempt.id, ()) if one.told_on < today or one.answered_at <= now]
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
        due_by=due_by(attempt.quit_on, today, answered=any(_is_result(said, attempt) for said in known)),
        result=next((said for said in told if said.told_on >= first_day(today)), None),
    )


def _is_result(said: OutcomeAnswer, attempt: Attempt) -> bool:
    """Whether it is an answer for the four weeks; what was heard before they were over is none."""
    return said.milestone == FOUR_WEEKS and may_count(attempt.quit_on, said.told_on)


async def _weeks(
    tx: Tx, lives: Histories, shown: Mapping[int, Person], keeping: Set[int],
    days: Mapping[int, Mapping[date, bool]], joined: Mapping[int, date], heard: Mapping[int, date],
) -> dict[int, Week]:  # fmt: skip
    now = lives.at
    ever = await caseload.check_ins_since(tx, shown, now - _LOOK_BACK)
    asked = {one: [was for prompt in mine if (was := prompt_then(prompt, now))] for one, mine in ever.items()}
    later = {one.id for mine in ever.values() for one in mine if one.answered_at and one.answered_at > now}
    kept = [prompt.id for one in keeping for prompt in asked.get(one, ()) if prompt.id not in later]
    said = await check_in.get_many(tx, kept)
    shared = await caseload.shared_words(tx, kept)
    since = set().union(*(lives.shared_since(one) for one in keeping))
    words = {prompt: said for prompt, said in shared.items() if prompt not in since}
    toolkits = await toolkit.of_many(tx, keeping)

    def replies(prompts: Iterable[Prompt]) -> list[PromptReply]:
        return [PromptReply(prompt, said.get(prompt.id), words.get(prompt.id)) for prompt in prompts]

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


async def week_of(tx: Tx, practitioner: Person, client_id: int) -> Week | None:
    """The client's last seven local days that are over; None where they are not this practitioner's, or do not show it.

    It reads alone: whoever asks for it on a practitioner's behalf calls `week_asked` once.
    """
    seen = await client_of(tx, practitioner, client_id)
    return None if seen is None else seen.week


async def week_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for their week (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where it is not shown to them.
    """
    seen = await client_of(tx, practitioner, client_id)
    if seen is None or seen.week is None:
        return False
    await write_looks(tx, practitioner, [seen])
    return True


async def client_of(tx: Tx, practitioner: Person, client_id: int) -> ClientRow | None:
    """What that practitioner may know of one client; None where they are not theirs."""
    client = await clients.get_of(tx, client_id, practitioner.id)
    if client is None or not practitioner.is_practitioner:
        return None
    found = await of_clients(tx, [client], await names_for(tx, practitioner))
    return found[0] if found else None
