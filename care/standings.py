"""How it stands with many clients' check-ins, and with what they named, in as many statements for forty as for one."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from db import caseload, consents, plans
from db.tx import Tx
from programme.consent import Item
from programme.event import AnyEvent
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN, NEVER, Plan
from programme.quitting import Attempt
from programme.relapse import RelapseNamed
from programme.standing import LastPlan, Standing, check_ins_of, relapse_of
from programme.today import today_of


async def standings(
    tx: Tx, shown: Mapping[int, Person], happened: Mapping[int, Sequence[AnyEvent]],
    attempts: Mapping[int, Attempt], paused: Mapping[int, Pause], heard: Mapping[int, date],
) -> dict[int, Standing]:  # fmt: skip
    """Of those who show a summary. `happened`: what tells of their stages (care.stages), of who keeps answers;
    `attempts` go on, `paused` are breaks that hold, `heard` as `last_heard` gives it."""
    agreed = await consents.granting(tx, shown, Item.CHECK_IN, by=tx.now)
    newest = await plans.latest_of(tx, shown, CHECK_IN, tx.now)
    came = await caseload.next_asked(tx, shown, tx.now)

    def standing(one: int, person: Person) -> Standing:
        today, plan = today_of(tx.now, person), _last(tx.now, *newest[one], person, came) if one in newest else None
        check_ins, since = check_ins_of(plan, today, agreed=one in agreed)
        until = paused[one].until if one in paused else NEVER
        return Standing(
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
    """The last local date on which each of those was heard of by now, however long ago.

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
