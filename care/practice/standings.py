"""The standing of many clients, now or at an earlier moment, in a number of statements that does not grow with them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, cast

from db import events, medicines
from db.people import consents
from db.practice import caseload, sessions
from db.schedule import plans
from db.tx import Tx
from programme.check_in.events import WordsShared
from programme.delivery import CannotReach, ReachableAgain
from programme.event import AnyEvent, E, StoredEvent
from programme.medicines.events import MedicineAnswered
from programme.medicines.regular import MedicineAnswer, unchecked
from programme.people.consent import ConsentItem, ShownLine
from programme.people.person import Person, today_of
from programme.practice.client import (
    CHANGED,
    PAUSED,
    PLACE,
    REACHED,
    SESSION,
    ClientStanding,
    LastPlan,
    attempt_then,
    changed_since,
    check_ins_of,
    pause_of,
    relapse_of,
    session_of,
    then,
    unreached_of,
    zone_of,
)
from programme.practice.events import SessionNoteShared
from programme.quitting.attempts import Attempt
from programme.quitting.relapses import STAGE_EVENTS, RelapseNamed
from programme.schedule.pause import Pause
from programme.schedule.plan import CHECK_IN, NEVER, Plan

_KINDS: Final = (*STAGE_EVENTS, *PAUSED, *SESSION, *REACHED, *PLACE, *CHANGED)


@dataclass(frozen=True, slots=True)
class Histories:
    """What happened to each client, whatever its moment; everything that is read off it is as it was at `at` (UTC)."""

    at: datetime
    happened: Mapping[int, Sequence[AnyEvent]]

    def person(self, one: Person) -> Person:
        """That client where they were then, and since when nothing reached them."""
        mine = self.happened.get(one.id, ())
        told = [
            one for one in mine if not (isinstance(one.event, CannotReach | ReachableAgain) and one.event.since is None)
        ]
        return replace(
            one,
            zone=then(one.zone, mine, PLACE, self.at, zone_of) or one.zone,
            cannot_reach_since=then(one.cannot_reach_since, told, REACHED, self.at, unreached_of),
        )

    def stages(self, whose: int) -> Sequence[AnyEvent]:
        """What told of their stages up to then (care.quitting.progress)."""
        return [one for one in self.happened.get(whose, ()) if one.is_a(*STAGE_EVENTS) and one.at <= self.at]

    def shared_since(self, whose: int) -> set[int]:
        """The check-ins whose words they have shown since, by prompt."""
        return {one.event.prompt_id for one in self._since(whose, WordsShared)}

    def shared_note_since(self, whose: int) -> bool:
        """Whether they have shown a note for a session since: which one, nothing tells."""
        return bool(self._since(whose, SessionNoteShared))

    def medicine(self, whose: int, told: Sequence[MedicineAnswer]) -> MedicineAnswer | None:
        """What stood as not checked; None also where its answer was changed since, and what it was is not known."""
        changed = {one.event.medicine for one in self._since(whose, MedicineAnswered)}
        return None if changed & {one.id for one in told} else unchecked(told)

    def _since(self, whose: int, kind: type[E]) -> list[StoredEvent[E]]:
        since = changed_since(self.happened.get(whose, ()), (kind,), self.at)
        return cast(list[StoredEvent[E]], since)


async def histories_of(tx: Tx, at: datetime, known: Mapping[int, Person]) -> Histories:
    """Of these people."""
    return Histories(at, await events.of_people(tx, known, _KINDS))


async def saying_yes(tx: Tx, at: datetime, whose: Collection[int], line: ShownLine) -> set[int]:
    """Who showed that line then, and still does: what was taken back since is shown no more."""
    return await consents.showing(tx, whose, line) & await consents.showing(tx, whose, line, by=at)


async def attempts_of(tx: Tx, lives: Histories, whose: set[int]) -> dict[int, Attempt]:
    """The attempt of each that went on, with the day that it had."""
    found = await caseload.attempts(tx, whose, lives.at)
    return {one: attempt_then(attempt, lives.stages(one)) for one, attempt in found.items()}


async def paused_of(tx: Tx, lives: Histories, whose: set[int]) -> dict[int, Pause]:
    """The break of each that held, where they were left alone themselves."""
    stored = await plans.running_pauses(tx.at(lives.at), whose)
    held = {one: then(stored.get(one), lives.happened.get(one, ()), PAUSED, lives.at, pause_of) for one in whose}
    return {one: pause for one, pause in held.items() if pause and pause.of_client and pause.until > lives.at}


async def sessions_of(tx: Tx, lives: Histories, whose: Mapping[int, Person]) -> dict[int, datetime]:
    """The session of each that came next (UTC)."""
    stored = await sessions.upcoming(tx.at(lives.at), whose)
    held = {one: then(stored.get(one), lives.happened.get(one, ()), SESSION, lives.at, session_of) for one in whose}
    return {one: session for one, session in held.items() if session is not None and session >= lives.at}


async def medicines_of(tx: Tx, lives: Histories, whose: set[int]) -> dict[int, MedicineAnswer]:
    """What stood as "medicine not checked" of each."""
    told = await medicines.of_people(tx, whose, lives.at)
    found = {one: lives.medicine(one, mine) for one, mine in told.items()}
    return {one: medicine for one, medicine in found.items() if medicine is not None}


async def standings(
    tx: Tx, shown: Mapping[int, Person], happened: Mapping[int, Sequence[AnyEvent]],
    attempts: Mapping[int, Attempt], paused: Mapping[int, Pause], heard: Mapping[int, date],
) -> dict[int, ClientStanding]:  # fmt: skip
    """Of those who show a summary. `happened`: what tells of their stages (care.quitting.progress), of who keeps
    answers; `attempts` go on, `paused` are breaks that hold, `heard` as `last_heard` gives it."""
    agreed = await consents.granting(tx, shown, ConsentItem.CHECK_IN, by=tx.now)
    newest = await plans.latest_of(tx, shown, CHECK_IN, tx.now)
    came = await caseload.next_asked(tx, shown, tx.now)

    def standing(one: int, person: Person) -> ClientStanding:
        today, plan = today_of(tx.now, person), _last(tx.now, *newest[one], person, came) if one in newest else None
        check_ins, since = check_ins_of(plan, today, agreed=one in agreed)
        until = paused[one].until if one in paused else NEVER
        return ClientStanding(
            check_ins=check_ins,
            since=since,
            on_since=plan.made_on if plan else None,
            next_on=plan.next_on if plan and plan.next_on and plan.next_on >= today else None,
            paused_until=None if until == NEVER else today_of(until, person),
            relapse=relapse_of(happened.get(one, ()), lambda at: today_of(at, person), attempts.get(one)),
            last_heard=heard.get(one),
        )

    return {one: standing(one, person) for one, person in shown.items()}


async def last_heard(
    tx: Tx, shown: Mapping[int, Person], keeping: Collection[int],
    happened: Mapping[int, Sequence[AnyEvent]],
) -> dict[int, date]:  # fmt: skip
    """The last local date on which each of those was heard of now, however long ago.

    By an answer to a check-in or an outcome question; of who keeps answers also by a cigarette that they told of in
    between, and by a relapse that they named.
    """
    dates = {one: [on] for one, on in (await caseload.last_heard(tx, shown, tx.now)).items()}
    for one, at in (await caseload.last_told(tx, keeping, tx.now)).items():
        dates.setdefault(one, []).append(today_of(at, shown[one]))
    for one, theirs in happened.items():
        named = [(each.at, each.event.on) for each in theirs if isinstance(each.event, RelapseNamed)]
        dates.setdefault(one, []).extend(on or today_of(at, shown[one]) for at, on in named)
    return {one: max(each) for one, each in dates.items() if each}


def _last(now: datetime, plan: Plan, made_at: datetime, person: Person, came: Mapping[int, date]) -> LastPlan:
    next_on = None if plan.next_due_at == NEVER else today_of(plan.next_due_at, person)
    ended = plan.ended_at is not None and plan.ended_at <= now
    return LastPlan(
        next_on=came.get(plan.id, next_on),
        ended_on=today_of(plan.ended_at, person) if ended and plan.ended_at else None,
        quit_on=plan.rule.course.quit_on if plan.rule.course else None,
        made_on=today_of(made_at, person),
    )
