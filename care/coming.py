"""What comes by itself in the next seven days, with exact times, and what our own rules hold back (FIELD S11)."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from care import days
from db import evenings, pauses, plans, prompts, stopped
from db.tx import Tx
from programme.due import Candidate
from programme.foresee import Foreseen, foresee
from programme.kinds import of_role
from programme.occurrence import DAY, Occurrence, instant
from programme.pause import Pause
from programme.people import Person, Role
from programme.places import HOME
from programme.plan import CHECK_IN, HELLO, MOMENT, NEVER, Plan
from programme.prompt import HELD_BACK, PromptState, Step

AHEAD = timedelta(days=7)
OF_CLIENT = of_role(Role.CLIENT)


@dataclass(frozen=True, slots=True)
class Which:
    """One slot of a plan."""

    plan_id: int
    on: date
    slot: str


@dataclass(frozen=True, slots=True)
class Coming:
    """One message that will come: when (UTC), of which kind, and about whom, where that is somebody else.

    `until`: its time is drawn by chance, between `at` and then. `form` is what is asked. `skipped`: it was left out,
    and may be brought back; `moved`: to another time of its day; `by` is who did that, if not its person. `held`: it
    will not come by itself, for that reason of programme.prompt; `most` is how many messages its day may have. `which`
    is None for what was put off.
    """

    at: datetime
    kind: str
    about_id: int | None = None
    until: datetime | None = None
    form: str | None = None
    which: Which | None = None
    skipped: bool = False
    moved: bool = False
    by: int | None = None
    held: str | None = None
    most: int = 0

    @property
    def comes(self) -> bool:
        """Whether it comes, as far as is known."""
        return not self.skipped and self.held is None


async def coming(tx: Tx, person: Person, *, after_lapses: bool = True, after_cards: bool = True) -> Sequence[Coming]:
    """Everything planned for that person in the seven days after `now`, in order, with what is held back and why.

    - Decided as it will be when it comes round (see programme.foresee): so it is known for today and tomorrow, if
      nothing comes in between, and expected after that.
    - Not listed: what a pause holds back, what they have done already, and the questions of an evening left in peace.
    - A check-in that was put off comes once more, unless that moment is over; a reminder comes to one that stays open,
      and is not listed.
    - Nor anything about a client who takes a break of it: the day on which it comes back would tell when that ends.
    - `after_cards`: unless it is for somebody else; then it is as if no crisis card had been shown.
    - `after_lapses`: unless it is for somebody who may not know of a lapse; then nothing in it goes back to one.
    """
    own, none = await plans.of_person(tx, person.id), await stopped.of_person(tx, person.id)
    wanted = [one for one in own if one.kind not in none and (after_lapses or one.kind != HELLO)]
    held = await pauses.running(tx, {plan.about_id or person.id for plan in own})
    wanted = [one for one in wanted if not _would_tell(one, held)]
    quiet = (await evenings.of_people(tx, [person.id], tx.now - 2 * DAY)).get(person.id, []) if after_lapses else []
    day = await days.of_one(tx, person.id, person.zone or HOME.zone)
    if not after_cards:
        day = replace(day, soft=())
    if not after_lapses:
        day = replace(day, records=tuple(one for one in day.records if one.kind != HELLO))
    found = foresee(day, [_candidate(one, held) for one in wanted], tx.now, tx.now + AHEAD, quiet)
    back = [
        Coming(prompt.next_at, CHECK_IN)
        for prompt in await prompts.open_of(tx, person.id)
        if prompt.next_step is Step.RETURN and prompt.next_at is not None and prompt.next_at > tx.now
    ]
    planned = (shown for one in found if (shown := _shown(one)) is not None)
    left_out = (one for plan in wanted for one in _left_out(plan, tx.now, held))
    return sorted([*planned, *left_out, *back], key=lambda one: one.at)


async def next_word(tx: Tx, person: Person) -> Coming | None:
    """What comes first to that client by itself, whatever its kind: the first line of `coming` that truly comes.

    Every screen that says when we write next says this. Later than in seven days it is as planned; None: nothing is.
    """
    soon = (one for one in await coming(tx, person) if one.kind in OF_CLIENT and one.comes)
    return next(soon, None) or await _later(tx, person.id, OF_CLIENT)


async def next_check_in(tx: Tx, person: Person) -> Coming | None:
    """The same of check-ins alone, without one that was put off."""
    soon = (one for one in await coming(tx, person) if one.kind == CHECK_IN and one.comes and one.which)
    return next(soon, None) or await _later(tx, person.id, {CHECK_IN})


async def _later(tx: Tx, person_id: int, kinds: Set[str]) -> Coming | None:
    """What is planned first of these kinds after the days that `coming` lists."""
    pause = (await pauses.running(tx, [person_id])).get(person_id)
    wanted = kinds - await stopped.of_person(tx, person_id)
    found = (_first_after(plan, tx.now, pause) for plan in await plans.of_person(tx, person_id) if plan.kind in wanted)
    return min((one for one in found if one is not None), key=lambda one: one.at, default=None)


def _first_after(plan: Plan, now: datetime, pause: Pause | None) -> Coming | None:
    over = pause.until - MOMENT if pause is not None and pause.holds(plan.kind) else now
    if NEVER in (plan.next_due_at, over + MOMENT):
        return None
    due_at = plan.rule.due_after(max(now + AHEAD, plan.next_due_at - MOMENT, over), plan.zone)
    if due_at == NEVER:
        return None
    return next((_one(plan, slot) for slot in plan.rule.between(due_at - MOMENT, due_at, plan.zone)), None)


def _candidate(plan: Plan, held: Mapping[int, Pause]) -> Candidate:
    """Whoever cannot be reached at the moment is told what would come if they could."""
    pause = held.get(plan.about_id or plan.person_id)
    holds = pause is not None and pause.holds(plan.kind)
    return Candidate(plan, reachable=True, wanted=True, pause=pause if holds else None)


def _would_tell(plan: Plan, held: Mapping[int, Pause]) -> bool:
    return plan.about_id is not None and _candidate(plan, held).pause is not None


def _shown(one: Foreseen) -> Coming | None:
    slot = one.slot
    if slot.state is PromptState.OPEN:
        return replace(_one(one.plan, slot.occurrence), form=slot.form, most=one.most)
    if slot.state is PromptState.SKIPPED and slot.reason in HELD_BACK:
        return replace(_one(one.plan, slot.occurrence), held=slot.reason, most=one.most)
    return None


def _left_out(plan: Plan, now: datetime, held: Mapping[int, Pause]) -> Iterator[Coming]:
    """What somebody left out by hand, at the time that it was planned for."""
    changed: Collection[tuple[date, str]] = {(one.on, one.slot) for one in plan.rule.changes if one.to is None}
    pause = _candidate(plan, held).pause
    for slot in replace(plan.rule, changes=()).between(now, now + AHEAD, plan.zone) if changed else ():
        if (slot.local_date, slot.slot) in changed and not (pause and pause.covers(slot.at_utc)):
            yield _one(plan, slot)


def _one(plan: Plan, slot: Occurrence) -> Coming:
    which = Which(plan.id, slot.local_date, slot.slot)
    change = plan.rule.change_of(slot.local_date, slot.slot)
    found = Coming(slot.at_utc, plan.kind, plan.about_id, form=slot.form, which=which)
    if change is not None:
        found = replace(found, moved=change.to is not None, skipped=change.to is None, by=change.by)
    walls = None if found.moved else replace(plan.rule, changes=()).drawn_within(slot.local_date, slot.slot)
    if walls is None:
        return found
    first, last = (instant(slot.local_date, wall, plan.zone) for wall in walls)
    return found if first is None or last is None else replace(found, at=first, until=last)
