"""What will become of what is planned, if everybody goes on as they do: by the very rules that decide it in its time.

Who answers is taken to answer, and who is silent to stay silent. So it is known for today and tomorrow, unless somebody
does something about it, and an expectation after that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from programme.course import Form
from programme.day import ASKING, Day
from programme.deciding import decide
from programme.due import Candidate, Due, Slot, due, trace
from programme.plan import NEVER, Plan
from programme.prompt import PromptState, Trace
from programme.reason_code import ReasonCode
from programme.silence import ASK_KINDLY, Silence
from programme.smoking import Evening


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One slot of a plan, with the record that it will have; `most` is how many messages its day may have."""

    plan: Plan
    slot: Slot
    most: int


def foresee(
    day: Day, plans: Sequence[Candidate], now: datetime, until: datetime, evenings: Sequence[Evening] = ()
) -> list[Foreseen]:
    """Every slot of somebody's plans after `now` up to and with `until`, in the order in which they come round.

    `day` has what was recorded lately and the silence so far, and none of the plans; `evenings` as in programme.due.
    """
    waiting = {one.plan.id: one for one in plans if one.plan.next_due_at < NEVER}
    before, records = day.silence, day.records
    found: list[Foreseen] = []
    while (at := max(now, min((one.plan.next_due_at for one in waiting.values()), default=NEVER))) <= until:
        coming = [one for one in waiting.values() if one.plan.next_due_at <= at]
        rest = tuple(one.plan for one in waiting.values() if one.plan.next_due_at > at)
        silence = _silence(before, records, now, at, coming[0].plan.zone)
        then = replace(day, records=records, plans=rest, silence=silence)
        made, then = _decided(coming, then, at, evenings)
        found += (Foreseen(one.plan, slot, then.most(slot.occurrence.local_date)) for one in made for slot in one.slots)
        records = (*records, *_records(made, at, answers=before.days < ASK_KINDLY))
        for one in made:
            plan = waiting[one.plan.id]
            waiting[one.plan.id] = replace(plan, plan=replace(plan.plan, next_due_at=one.next_due_at))
    return [one for one in found if one.slot.occurrence.at_utc > now]


def _decided(coming: Sequence[Candidate], day: Day, at: datetime, evenings: Sequence[Evening]) -> tuple[list[Due], Day]:
    whose = coming[0].plan.person_id
    days = {whose: day}
    return decide(at, [_due(one, day.records, at, evenings) for one in coming], days), days[whose]


def _due(one: Candidate, records: Iterable[Trace], at: datetime, evenings: Sequence[Evening]) -> Due:
    own = [each for each in records if each.plan_id is None and each.family == one.plan.family]
    return due(one.plan, at, reachable=one.reachable, own=own, pause=one.pause, evenings=evenings)


def _records(made: Sequence[Due], at: datetime, *, answers: bool) -> Iterator[Trace]:
    for one in made:
        for slot in one.slots:
            record = trace(one.plan, slot, at)
            done = answers and record.state is PromptState.OPEN
            yield replace(record, state=PromptState.DONE, seen_at=at, answered_at=at) if done else record


def _silence(before: Silence, records: Sequence[Trace], now: datetime, at: datetime, zone: str) -> Silence:
    """The silence of somebody by then: it goes on once it is one, and does not begin before it is."""
    if before.days < ASK_KINDLY:
        return before
    place = ZoneInfo(zone)
    today, on = now.astimezone(place).date(), at.astimezone(place).date()
    asked = [one for one in records if one.local_date >= today and one.kind in ASKING and one.plan_id is not None]
    said = [one for one in asked if one.was_said]
    quiet = {one.local_date for one in asked if one.was_said or one.reason == ReasonCode.QUIET}
    return Silence(
        before.days + sum(each < on for each in quiet),
        _latest(before.asked_on, (one.local_date for one in said)),
        before.asked_kindly or any(one.form == Form.QUIET for one in said),
        before.said_last or any(one.form == Form.LAST for one in said),
    )


def _latest(first: date | None, rest: Iterable[date]) -> date | None:
    return max([*rest, *([first] if first else [])], default=None)
