"""Changing one slot of one day, what others changed, and proposing another time (FIELD S14)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from care.check_in.cards_shown import cards_shown
from care.schedule.course import check_in_plan, set_check_in_time
from care.schedule.due import settle
from care.schedule.plans import tell_of_plan
from care.schedule.upcoming import AHEAD, PlanSlot, Upcoming, upcoming, upcoming_as_seen_by
from db import events, quitting
from db.people import accounts
from db.practice import sessions
from db.schedule import days, plans, prompts
from db.tx import Tx
from programme.check_in.answers import CheckIn, DayInOneTap
from programme.check_in.closing_card import Card, CardContext
from programme.people.person import Person
from programme.schedule.course import WHOLE, SlotRefusal, Span, slot_refusal
from programme.schedule.events import PlanSet, ProposalAnswered, ProposalsWelcome, Proposed, SlotChanged
from programme.schedule.pause import AT_MOST_ONCE_IN, TIME, Proposal, ProposalReply, better_time, may_propose
from programme.schedule.plan import CHECK_IN, Plan, Rule, SlotChange
from programme.schedule.prompt import Prompt
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import hhmm, instant


async def move_slot(tx: Tx, actor: Person, which: PlanSlot, to: time, *, of: int | None = None) -> SlotRefusal | None:
    """Let that slot of one of the actor's own plans come at another wall time of its date; None: so it is.

    - `of`: a plan of that client's, whose practitioner the actor is, as far as coming_of shows it to them.
    - Refused, and nothing changes, for a time at night, one that is over, or one within an hour of something else.
    - A slot that has come round, or is none of theirs, is OVER.
    - The plan gets a new version with this one change; nothing that was sent is sent again (FIELD S2).
    """
    found = await _slot(tx, actor, which, of)
    if found is None:
        return SlotRefusal.OVER
    plan, others = found
    refused = slot_refusal(which.on, to, plan.zone, tx.now, taken_times(others))
    if refused is None:
        change = SlotChange(which.on, which.slot, to, _by(actor, plan))
        await _put(tx, plan, plan.rule.with_change(change), actor, which, to)
    return refused


async def skip_slot(tx: Tx, actor: Person, which: PlanSlot, *, of: int | None = None) -> SlotRefusal | None:
    """Leave that slot out this once; it stays in sight, and may be brought back while its time has not come."""
    found = await _slot(tx, actor, which, of)
    if found is None:
        return SlotRefusal.OVER
    change = SlotChange(which.on, which.slot, None, _by(actor, found[0]))
    await _put(tx, found[0], found[0].rule.with_change(change), actor, which, None)
    return None


async def bring_back(tx: Tx, actor: Person, which: PlanSlot, *, of: int | None = None) -> SlotRefusal | None:
    """Let that slot come as it was planned, where that is not over."""
    found = await _slot(tx, actor, which, of)
    if found is None:
        return SlotRefusal.OVER
    plan = found[0]
    rule = plan.rule.without_change(which.on, which.slot)
    planned = rule.between(tx.now, tx.now + AHEAD, plan.zone)
    if not any((one.local_date, one.slot) == (which.on, which.slot) for one in planned):
        return SlotRefusal.OVER
    await _put(tx, plan, rule, actor, which, time.fromisoformat(which.slot))
    return None


def taken_times(others: Iterable[Upcoming]) -> list[Span]:
    """From when to when other things come."""
    return [(one.at, one.until or one.at) for one in others if one.comes]


def _by(actor: Person, plan: Plan) -> int | None:
    return None if actor.id == plan.person_id else actor.id


async def _slot(tx: Tx, actor: Person, which: PlanSlot, of: int | None) -> tuple[Plan, Sequence[Upcoming]] | None:
    """The plan of that slot, if it is theirs and the slot still to come, and what else comes, as the actor sees it."""
    whose = actor.id if of is None else of
    await accounts.lock(tx, [actor.id, whose])
    await settle(tx, whose)
    every = await _shown(tx, actor, whose)
    plan = next((plan for plan in await plans.of_person(tx, whose) if plan.id == which.plan_id), None)
    if plan is None or all(one.which != which for one in every):
        return None
    return plan, [one for one in every if one.which != which]


async def _shown(tx: Tx, actor: Person, whose: int) -> Sequence[Upcoming]:
    if actor.id == whose:
        return await upcoming(tx, actor)
    seen = await upcoming_as_seen_by(tx, actor, whose)
    return seen.upcoming if seen else ()


async def _put(tx: Tx, plan: Plan, rule: Rule, actor: Person, which: PlanSlot, to: time | None) -> None:
    """The rule with its one change holds from now on, or from when the rule before it was to hold."""
    since = max([tx.now, *await _from(tx, plan)])
    changed = replace(plan, rule=rule, version=plan.version + 1, next_due_at=rule.due_after(since, plan.zone))
    await plans.change(tx, changed)
    await tell_of_plan(tx, changed, since, actor.id)
    await events.add(
        tx, plan.person_id, SlotChanged(plan_id=plan.id, on=which.on, slot=which.slot, to=to), actor=actor.id
    )


async def _from(tx: Tx, plan: Plan) -> list[datetime]:
    told = await events.of_person(tx, plan.person_id, kind=PlanSet)
    return [one.event.from_ for one in told if one.event.plan_id == plan.id][-1:]


async def slots_changed_by_others(tx: Tx, person: Person) -> Sequence[Upcoming]:
    """What somebody else moved or left out, and nobody took back: what came today, and what is still to come."""
    ahead = (one for one in await upcoming(tx, person) if one.by is not None)
    return [*await _came(tx, person), *ahead]


async def _came(tx: Tx, person: Person) -> Sequence[Upcoming]:
    """What somebody else moved to a time of today that is over, such as the check-in that tells of it."""
    found = []
    for plan in await plans.of_person(tx, person.id):
        today = tx.now.astimezone(ZoneInfo(plan.zone)).date()
        for one in plan.rule.changes:
            at = instant(one.on, one.to, plan.zone) if one.to and one.by and one.on == today else None
            if at is not None and at <= tx.now:
                found.append(Upcoming(at, plan.kind, moved=True, by=one.by))
    return sorted(found, key=lambda one: one.at)


async def changed_slots_due(tx: Tx, person: Person, ride: CardContext) -> int | None:  # noqa: ARG001
    """Whether somebody else changed something since they were last told so; see care.check_in.closing_card."""
    changed = [one.at for one in await events.of_person(tx, person.id, kind=SlotChanged) if one.actor_id != person.id]
    if not changed:
        return None
    told = await cards_shown(tx, person.id, Card.SLOTS)
    is_news = not told or told[-1].at < changed[-1]
    return 0 if is_news and await slots_changed_by_others(tx, person) else None


LOOK_BACK = timedelta(days=60)
AFTER_A_LAPSE = timedelta(days=7)  # nothing is proposed
AROUND_A_SESSION = timedelta(days=2)  # nor then: what is asked about it rides in the same message


async def consider_proposal(tx: Tx, prompt: Prompt, said: CheckIn) -> Proposal | None:
    """Propose another time in the closing message of that check-in of a client's (locked), which ends now; or do not.

    - Only with the evidence of programme.schedule.pause, and no more often than it allows.
    - Never on a hard day, in the week after a lapse, about a session, or where a time is drawn by chance or several
      were picked: there they have chosen something else.
    """
    if prompt.form not in WHOLE or prompt.late or prompt.kind != CHECK_IN or _is_hard(said):
        return None
    plan = await check_in_plan(tx, prompt.person_id)
    if plan is None or plan.rule.chance is not None or len(plan.rule.times) > 1:
        return None
    if not may_propose(await days.proposals_of_person(tx, prompt.person_id), tx.now):
        return None
    answered = _answered(plan, await prompts.of_person(tx, prompt.person_id, tx.now - LOOK_BACK, kind=CHECK_IN))
    found = better_time(plan.rule.times[0], answered)
    if found is None or await _is_no_time_for_it(tx, prompt.person_id):
        return None
    await events.add(
        tx, prompt.person_id, Proposed(what=TIME, from_=plan.rule.times[0], to=found, answers=len(answered))
    )
    return await days.add_proposal(tx, prompt.person_id, TIME, hhmm(found))


async def proposal_in(tx: Tx, prompt: Prompt) -> Proposal | None:
    """What was proposed in the closing message of that check-in."""
    mine = await days.proposals_of_person(tx, prompt.person_id)
    return next((one for one in mine if one.made_at == prompt.closed_at), None)


def _is_hard(said: CheckIn) -> bool:
    return said.was_hard or said.day is DayInOneTap.HARD or said.is_low


async def _is_no_time_for_it(tx: Tx, person_id: int) -> bool:
    if await quitting.lapses(tx, [person_id], tx.now - AFTER_A_LAPSE):
        return True
    session = await sessions.last(tx, person_id)
    return session is not None and abs(session - tx.now) < AROUND_A_SESSION


def _answered(plan: Plan, recorded: Sequence[Prompt]) -> list[tuple[datetime, datetime]]:
    """When whole check-ins asked for at the time that holds were due, and answered: local, oldest first.

    One that they began by themselves counts for the slot that it was done for.
    """
    slot, place = hhmm(plan.rule.times[0]), ZoneInfo(plan.zone)
    asked = [one for one in recorded if one.plan_id == plan.id and one.slot == slot and _as_planned(one)]
    done_by = {one.local_date for one in asked if one.reason == ReasonCode.ALREADY_DONE}
    own = [one for one in recorded if one.plan_id is None and one.local_date in done_by]
    return [(due.astimezone(place), at.astimezone(place)) for due, at in sorted(_moments(plan, [*asked, *own]))]


def _as_planned(one: Prompt) -> bool:
    return one.form in WHOLE and one.decision.get("chosen") != "moved" and not one.late


def _moments(plan: Plan, found: Sequence[Prompt]) -> Iterator[tuple[datetime, datetime]]:
    for one in found:
        due = one.due_at if one.plan_id is not None else instant(one.local_date, plan.rule.times[0], plan.zone)
        if one.answered_at is not None and due is not None:
            yield due, one.answered_at


async def answer_proposal(tx: Tx, person: Person, proposal_id: int, reply: ProposalReply) -> Proposal | None:
    """What that client (locked) says to it; None where it is not theirs, was answered, or is long over.

    - Yes: the check-in comes at that time from now on; what was asked today is not asked again.
    - Not now is four weeks, never is for good; nothing changes.
    """
    mine = await days.proposals_of_person(tx, person.id)
    found = next((one for one in mine if one.id == proposal_id), None)
    if found is None or found.answer is not None or tx.now - found.made_at >= AT_MOST_ONCE_IN:
        return None
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return None
    await days.answer_proposal(tx, found.id, reply)
    await events.add(tx, person.id, ProposalAnswered(proposal=found.id, answer=reply), actor=person.id)
    if reply is ProposalReply.YES:
        await set_check_in_time(tx, person, found.at, plan.zone)
    return found


async def are_proposals_unwelcome(tx: Tx, person: Person) -> bool:
    """Whether that client said that they never want to be asked."""
    return any(one.answer is ProposalReply.NEVER for one in await days.proposals_of_person(tx, person.id))


async def welcome_proposals(tx: Tx, person: Person) -> bool:
    """That client (locked) takes their "never ask" back: it counts as "not now" of that day; False without one."""
    if not await days.lift_proposals(tx, person.id):
        return False
    await events.add(tx, person.id, ProposalsWelcome(), actor=person.id)
    return True
