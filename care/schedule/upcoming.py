"""What comes by itself in the next seven days, for the client and as seen by their practitioner (FIELD S11)."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from care.practice.clients import authorise_client
from care.schedule import days
from db import events
from db.people import consents
from db.schedule import days as db_days
from db.schedule import plans, prompts
from db.tx import Tx
from programme.people.consent import ShownLine
from programme.people.person import HOME, Person, Role
from programme.practice.events import ComingRead
from programme.schedule.due import DuePlan
from programme.schedule.foresee import Foreseen, foresee
from programme.schedule.kinds import KINDS, of_role
from programme.schedule.pause import Pause
from programme.schedule.plan import CHECK_IN, HELLO, MOMENT, NEVER, Plan
from programme.schedule.prompt import PromptState, PromptStep
from programme.schedule.reason_code import HELD_BACK
from programme.schedule.slots import DAY, Slot, instant

AHEAD = timedelta(days=7)
OF_CLIENT = of_role(Role.CLIENT)


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """One slot of a plan."""

    plan_id: int
    on: date
    slot: str


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One message that will come: when (UTC), of which kind, and about whom, where that is somebody else.

    `until`: its time is drawn by chance, between `at` and then. `form` is what is asked. `skipped`: it was left out,
    and may be brought back; `moved`: to another time of its day; `by` is who did that, if not its person. `held`: it
    will not come by itself, for that reason of programme.schedule.prompt; `most` is how many messages its day may have.
    `which` is None for what was put off.
    """

    at: datetime
    kind: str
    about_id: int | None = None
    until: datetime | None = None
    form: str | None = None
    which: PlanSlot | None = None
    skipped: bool = False
    moved: bool = False
    by: int | None = None
    held: str | None = None
    most: int = 0

    @property
    def comes(self) -> bool:
        """Whether it comes, as far as is known."""
        return not self.skipped and self.held is None


async def upcoming(
    tx: Tx, person: Person, *, after_lapses: bool = True, after_cards: bool = True
) -> Sequence[Upcoming]:
    """Everything planned for that person in the seven days after `now`, in order, with what is held back and why.

    - Decided as it will be when it comes round (see programme.schedule.foresee): so it is known for today and tomorrow,
      if nothing comes in between, and expected after that.
    - Not listed: what a pause holds back, what they have done already, and the questions of an evening left in peace.
    - A check-in that was put off comes again, unless that moment is over; a reminder comes to one that stays open,
      and is not listed.
    - Nor anything about a client who takes a break of it: the day on which it comes back would tell when that ends.
    - `after_cards`: unless it is for somebody else; then it is as if no crisis card had been shown.
    - `after_lapses`: unless it is for somebody who may not know of a lapse; then nothing in it goes back to one.
    """
    own, none = await plans.of_person(tx, person.id), await consents.stopped_kinds(tx, person.id)
    wanted = [one for one in own if one.kind not in none and (after_lapses or one.kind != HELLO)]
    held = await plans.running_pauses(tx, {plan.about_id or person.id for plan in own})
    wanted = [one for one in wanted if not _would_tell(one, held)]
    quiet = (
        (await db_days.evenings_of_people(tx, [person.id], tx.now - 2 * DAY)).get(person.id, []) if after_lapses else []
    )
    day = await days.days_of_one(tx, person.id, person.zone or HOME.zone)
    if not after_cards:
        day = replace(day, soft=())
    if not after_lapses:
        day = replace(day, records=tuple(one for one in day.records if one.kind != HELLO))
    found = foresee(day, [_candidate(one, held) for one in wanted], tx.now, tx.now + AHEAD, quiet)
    back = [
        Upcoming(prompt.next_at, CHECK_IN)
        for prompt in await prompts.open_of(tx, person.id)
        if prompt.next_step is PromptStep.RETURN and prompt.next_at is not None and prompt.next_at > tx.now
    ]
    planned = (shown for one in found if (shown := _shown(one)) is not None)
    left_out = (one for plan in wanted for one in _left_out(plan, tx.now, held))
    return sorted([*planned, *left_out, *back], key=lambda one: one.at)


async def next_word(tx: Tx, person: Person) -> Upcoming | None:
    """What comes first to that client by itself, whatever its kind: the first line of `upcoming` that truly comes.

    Every screen that says when we write next says this. Later than in seven days it is as planned; None: nothing is.
    """
    soon = (one for one in await upcoming(tx, person) if one.kind in OF_CLIENT and one.comes)
    return next(soon, None) or await _later(tx, person.id, OF_CLIENT)


async def next_check_in(tx: Tx, person: Person) -> Upcoming | None:
    """The same of check-ins only, without one that was put off."""
    soon = (one for one in await upcoming(tx, person) if one.kind == CHECK_IN and one.comes and one.which)
    return next(soon, None) or await _later(tx, person.id, {CHECK_IN})


async def _later(tx: Tx, person_id: int, kinds: Set[str]) -> Upcoming | None:
    """What is planned first of these kinds after the days that `upcoming` lists."""
    pause = (await plans.running_pauses(tx, [person_id])).get(person_id)
    wanted = kinds - await consents.stopped_kinds(tx, person_id)
    found = (_first_after(plan, tx.now, pause) for plan in await plans.of_person(tx, person_id) if plan.kind in wanted)
    return min((one for one in found if one is not None), key=lambda one: one.at, default=None)


def _first_after(plan: Plan, now: datetime, pause: Pause | None) -> Upcoming | None:
    over = pause.until - MOMENT if pause is not None and pause.holds(plan.kind) else now
    if NEVER in (plan.next_due_at, over + MOMENT):
        return None
    due_at = plan.rule.due_after(max(now + AHEAD, plan.next_due_at - MOMENT, over), plan.zone)
    if due_at == NEVER:
        return None
    return next((_one(plan, slot) for slot in plan.rule.between(due_at - MOMENT, due_at, plan.zone)), None)


def _candidate(plan: Plan, held: Mapping[int, Pause]) -> DuePlan:
    """Whoever cannot be reached at the moment is told what would come if they could."""
    pause = held.get(plan.about_id or plan.person_id)
    holds = pause is not None and pause.holds(plan.kind)
    return DuePlan(plan, reachable=True, wanted=True, pause=pause if holds else None)


def _would_tell(plan: Plan, held: Mapping[int, Pause]) -> bool:
    return plan.about_id is not None and _candidate(plan, held).pause is not None


def _shown(one: Foreseen) -> Upcoming | None:
    slot = one.slot
    if slot.state is PromptState.OPEN:
        return replace(_one(one.plan, slot.occurrence), form=slot.form, most=one.most)
    if slot.state is PromptState.SKIPPED and slot.reason in HELD_BACK:
        return replace(_one(one.plan, slot.occurrence), held=slot.reason, most=one.most)
    return None


def _left_out(plan: Plan, now: datetime, held: Mapping[int, Pause]) -> Iterator[Upcoming]:
    """What somebody left out by hand, at the time that it was planned for."""
    changed: Collection[tuple[date, str]] = {(one.on, one.slot) for one in plan.rule.changes if one.to is None}
    pause = _candidate(plan, held).pause
    for slot in replace(plan.rule, changes=()).between(now, now + AHEAD, plan.zone) if changed else ():
        if (slot.local_date, slot.slot) in changed and not (pause and pause.covers(slot.at_utc)):
            yield _one(plan, slot)


def _one(plan: Plan, slot: Slot) -> Upcoming:
    which = PlanSlot(plan.id, slot.local_date, slot.slot)
    change = plan.rule.change_of(slot.local_date, slot.slot)
    found = Upcoming(slot.at_utc, plan.kind, plan.about_id, form=slot.form, which=which)
    if change is not None:
        found = replace(found, moved=change.to is not None, skipped=change.to is None, by=change.by)
    walls = None if found.moved else replace(plan.rule, changes=()).drawn_within(slot.local_date, slot.slot)
    if walls is None:
        return found
    first, last = (instant(slot.local_date, wall, plan.zone) for wall in walls)
    return found if first is None or last is None else replace(found, at=first, until=last)


@dataclass(frozen=True, slots=True)
class UpcomingSeen:
    """The client, what comes to them, and the pause that holds it back."""

    client: Person
    upcoming: Sequence[Upcoming]
    pause: Pause | None = None


async def upcoming_as_seen_by(tx: Tx, practitioner: Person, client_id: int) -> UpcomingSeen | None:
    """As the client sees it; None for anybody but their practitioner, and while they show nothing.

    What follows from a crisis card is the client's own: it is as if none had been shown. Left out: what they have by
    being something else than a client. Where answers are not kept, nothing tells of a lapse: neither a hello, nor that
    the check-in of that evening is not asked.
    """
    person = await authorise_client(tx, practitioner, client_id)
    choices = await consents.in_force(tx, client_id)
    if person is None or not await consents.shows(tx, client_id, ShownLine.COMING):
        return None
    found = await upcoming(tx, person, after_lapses=choices.keep_answers, after_cards=False)
    shown = [one for one in found if KINDS[one.kind].role is Role.CLIENT]
    pause = (await plans.running_pauses(tx, [client_id])).get(client_id)
    return UpcomingSeen(person, shown, pause if pause is not None and pause.of_client else None)


async def coming_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for it (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    if await upcoming_as_seen_by(tx, practitioner, client_id) is None:
        return False
    await events.add(tx, client_id, ComingRead(), actor=practitioner.id)
    return True
