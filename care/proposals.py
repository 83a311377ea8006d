"""Another time for the check-in, where somebody mostly answers then: proposed, and never changed by itself (FIELD S14).

A proposal rides in the closing message of a check-in, last of all that may ride there. It is no message of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from care.course import check_in_plan, set_check_in_time
from db import events, prompts, proposals, sessions, smoked
from db.tx import Tx
from programme.check_in import CheckIn, Day
from programme.course import WHOLE
from programme.occurrence import hhmm, instant
from programme.people import Person
from programme.plan import CHECK_IN, Plan
from programme.prompt import Prompt
from programme.proposal import AT_MOST_ONCE_IN, TIME, Proposal, Reply, better_time, may_propose

LOOK_BACK = timedelta(days=60)
AFTER_A_LAPSE = timedelta(days=7)  # nothing is proposed
AROUND_A_SESSION = timedelta(days=2)  # nor then: what is asked about it rides in the same message


async def consider(tx: Tx, prompt: Prompt, said: CheckIn) -> Proposal | None:
    """Propose another time in the closing message of that check-in of a client's (locked), which ends now; or do not.

    - Only with the evidence of programme.proposal, and no more often than it allows.
    - Never on a hard day, in the week after a lapse, about a session, or where a time is drawn by chance or several
      were picked: there they have chosen something else.
    """
    if prompt.form not in WHOLE or prompt.late or prompt.kind != CHECK_IN or _is_hard(said):
        return None
    plan = await check_in_plan(tx, prompt.person_id)
    if plan is None or plan.rule.chance is not None or len(plan.rule.times) > 1:
        return None
    if not may_propose(await proposals.of_person(tx, prompt.person_id), tx.now):
        return None
    answered = _answered(plan, await prompts.of_person(tx, prompt.person_id, tx.now - LOOK_BACK, kind=CHECK_IN))
    found = better_time(plan.rule.times[0], answered)
    if found is None or await _is_no_time_for_it(tx, prompt.person_id):
        return None
    data = {"what": TIME, "from": hhmm(plan.rule.times[0]), "to": hhmm(found), "answers": len(answered)}
    await events.add(tx, "Proposed", prompt.person_id, None, data)
    return await proposals.add(tx, prompt.person_id, TIME, hhmm(found))


def _is_hard(said: CheckIn) -> bool:
    return said.was_hard or said.day is Day.HARD or said.is_low


async def _is_no_time_for_it(tx: Tx, person_id: int) -> bool:
    if await smoked.lapses(tx, [person_id], tx.now - AFTER_A_LAPSE):
        return True
    session = await sessions.last(tx, person_id)
    return session is not None and abs(session - tx.now) < AROUND_A_SESSION


def _answered(plan: Plan, recorded: Sequence[Prompt]) -> list[tuple[datetime, datetime]]:
    """When whole check-ins asked for at the time that holds were due, and answered: local, oldest first.

    One that they began by themselves counts for the slot that it was done for.
    """
    slot, place = hhmm(plan.rule.times[0]), ZoneInfo(plan.zone)
    asked = [one for one in recorded if one.plan_id == plan.id and one.slot == slot and _as_planned(one)]
    done_by = {one.local_date for one in asked if one.reason == "already done"}
    own = [one for one in recorded if one.plan_id is None and one.local_date in done_by]
    return [(due.astimezone(place), at.astimezone(place)) for due, at in sorted(_moments(plan, [*asked, *own]))]


def _as_planned(one: Prompt) -> bool:
    return one.form in WHOLE and one.decision.get("chosen") != "moved" and not one.late


def _moments(plan: Plan, found: Sequence[Prompt]) -> Iterator[tuple[datetime, datetime]]:
    for one in found:
        due = one.due_at if one.plan_id is not None else instant(one.local_date, plan.rule.times[0], plan.zone)
        if one.answered_at is not None and due is not None:
            yield due, one.answered_at


async def answer(tx: Tx, person: Person, proposal_id: int, reply: Reply) -> Proposal | None:
    """What that client (locked) says to it; None where it is not theirs, was answered, or is long over.

    - Yes: the check-in comes at that time from now on; what was asked today is not asked once more.
    - Not now is four weeks, never is for good; nothing changes.
    """
    mine = await proposals.of_person(tx, person.id)
    found = next((one for one in mine if one.id == proposal_id), None)
    if found is None or found.answer is not None or tx.now - found.made_at >= AT_MOST_ONCE_IN:
        return None
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return None
    await proposals.answer(tx, found.id, reply)
    await events.add(tx, "ProposalAnswered", person.id, person.id, {"proposal": found.id, "answer": reply.value})
    if reply is Reply.YES:
        await set_check_in_time(tx, person, found.at, plan.zone)
    return found


async def is_unwelcome(tx: Tx, person: Person) -> bool:
    """Whether that client said that they never want to be asked."""
    return any(one.answer is Reply.NEVER for one in await proposals.of_person(tx, person.id))


async def may_ask_again(tx: Tx, person: Person) -> bool:
    """That client (locked) takes their "never ask" back: it counts as "not now" of that day; False without one."""
    if not await proposals.lift(tx, person.id):
        return False
    await events.add(tx, "ProposalsWelcome", person.id, person.id)
    return True
