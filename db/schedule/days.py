"""What is stored of people's days: quiet evenings, soft hours, silence, proposals, days asked about."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    and_,
    bindparam,
    case,
    delete,
    distinct,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from db.tables import people, prompts, proposals, smoked, soft, tonight
from db.tx import Tx
from programme.quitting.lapses import Evening
from programme.schedule.course import WHOLE, Form
from programme.schedule.day import ASKING, Soft
from programme.schedule.pause import Proposal, ProposalReply, Silence
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode

_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_SINCE: BindParameter[Any] = bindparam("since")
_EVENINGS = union_all(
    select(smoked.c.person_id, smoked.c.told_at.label("at"), literal(ReasonCode.LAPSE.value).label("why")).where(
        smoked.c.person_id.in_(_PEOPLE), smoked.c.told_at >= _SINCE, smoked.c.attempt_id.is_not(None)
    ),
    select(tonight.c.person_id, tonight.c.at, literal(ReasonCode.TONIGHT.value)).where(
        tonight.c.person_id.in_(_PEOPLE), tonight.c.at >= _SINCE
    ),
)


async def evenings_of_people(tx: Tx, person_ids: Collection[int], since: datetime) -> dict[int, list[Evening]]:
    """The evenings of these people that began from that moment on (UTC), in one statement; who has none is left out."""
    rows = await tx.run(_EVENINGS, {"people": list(set(person_ids)), "since": since})
    found: dict[int, list[Evening]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(Evening(row.at, row.why))
    return found


async def begin_evening(tx: Tx, person_id: int) -> None:
    """That person leaves smoking for tonight, from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    held = make(tonight).values(person_id=person_id, at=tx.now)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_={"at": tx.now}))


async def take_back_evening(tx: Tx, person_id: int) -> bool:
    """Tonight is as any other night; False where it was."""
    return (await tx.run(delete(tonight).where(tonight.c.person_id == person_id))).rowcount > 0


_OF_PEOPLE = select(soft.c.person_id, soft.c.at, soft.c.until).where(
    soft.c.person_id.in_(bindparam("people", expanding=True)), soft.c.until > bindparam("now", type_=soft.c.until.type)
)


async def begin_soft(tx: Tx, person_id: int, screen_id: int, stretch: Soft) -> None:
    """That person's next hours are soft, after the card on that screen."""
    values = {"screen_id": screen_id, "person_id": person_id, "at": stretch.at, "until": stretch.until}
    await tx.run(insert(soft).values(values))


async def take_back_soft(tx: Tx, screen_id: int) -> None:
    """That card was not meant: nothing is soft for it."""
    await tx.run(delete(soft).where(soft.c.screen_id == screen_id))


async def soft_of_people(tx: Tx, person_ids: Collection[int]) -> dict[int, tuple[Soft, ...]]:
    """The stretches of these people that are not over, in one statement; who has none is left out."""
    found: dict[int, tuple[Soft, ...]] = {}
    for row in await tx.run(_OF_PEOPLE, {"people": list(set(person_ids)), "now": tx.now}):
        found[row.person_id] = (*found.get(row.person_id, ()), Soft(row.at, row.until))
    return found


def soft_around_prompt() -> ColumnElement[bool]:
    """Of a row of prompts: whether a stretch of its person's began before it closed and was not over when it came."""
    before_close = or_(prompts.c.closes_at.is_(None), soft.c.at < prompts.c.closes_at)
    return exists().where(and_(soft.c.person_id == prompts.c.person_id, before_close, soft.c.until > prompts.c.due_at))


_S = PromptState
_WENT_OUT = and_(
    prompts.c.opened_at.is_not(None), prompts.c.state.not_in([_S.MISSED_BY_US.value, _S.CANNOT_REACH.value])
)
_UNANSWERED = and_(
    prompts.c.state.in_([_S.EXPIRED.value, _S.REPLACED.value]),
    prompts.c.seen_at.is_(None),
    prompts.c.answered_at.is_(None),
)
# What came after a crisis card, and has no answer, is no silence (programme.schedule.day).
_COUNTED = or_(prompts.c.form.is_(None), prompts.c.form != Form.SOFT.value)
_HELD = and_(prompts.c.state == _S.SKIPPED.value, prompts.c.reason == ReasonCode.QUIET)
_SILENT = or_(and_(_UNANSWERED, _COUNTED), _HELD)
_SILENT_ON = case((_SILENT, prompts.c.local_date))
_COUNTS = (
    func.count(distinct(_SILENT_ON)),
    func.min(_SILENT_ON),
    func.max(_SILENT_ON),
    func.max(case((_WENT_OUT, prompts.c.local_date))),
    func.count(case((and_(_WENT_OUT, prompts.c.form == Form.QUIET.value), 1))),
    func.count(case((and_(_WENT_OUT, prompts.c.form == Form.LAST.value), 1))),
)


async def silences(tx: Tx, heard: Mapping[int, tuple[datetime, str]]) -> dict[int, Silence]:
    """The silence of these people (when each was last heard of, and their zone), in one statement.

    A silent day is a local date behind them, after that on which they were heard of, with a question that arrived and
    has no answer, or one that was held back for silence. What we missed, could not bring or left out for other reasons
    makes no silence.
    """
    if not heard:
        return {}
    since = func.coalesce(people.c.heard_at, people.c.first_seen_at)
    rows = await tx.run(
        select(prompts.c.person_id, *_COUNTS)
        .join(people, people.c.id == prompts.c.person_id)
        .where(
            prompts.c.person_id.in_(heard),
            prompts.c.due_at > since,
            prompts.c.kind.in_(ASKING),
            prompts.c.plan_id.is_not(None),
        )
        .group_by(prompts.c.person_id)
    )
    return {person_id: _silence(tx.now, *heard[person_id], *counts) for person_id, *counts in map(tuple, rows)}


def _silence(now: datetime, last_seen_at: datetime, zone: str, days: int, first: Any, last: Any, *rest: Any) -> Silence:
    asked_on, asked_kindly, said_last = rest
    place = ZoneInfo(zone)
    if days and last >= now.astimezone(place).date():
        days -= 1  # today is not over
    if days and first <= last_seen_at.astimezone(place).date():
        days -= 1  # something came from them that day
    return Silence(max(days, 0), asked_on, bool(asked_kindly), bool(said_last))


_COLUMNS = tuple(proposals.c[name] for name in Proposal.__slots__)


def _proposal(values: Iterable[Any]) -> Proposal:
    named = dict(zip(Proposal.__slots__, values, strict=True))
    return Proposal(**named | {"answer": named["answer"] and ProposalReply(named["answer"])})


async def add_proposal(tx: Tx, person_id: int, what: str, value: str) -> Proposal:
    """That is put to that person now."""
    values = {"person_id": person_id, "what": what, "value": value, "made_at": tx.now}
    return _proposal((await tx.run(insert(proposals).values(values).returning(*_COLUMNS))).one())


_OF_PERSON = select(*_COLUMNS).where(proposals.c.person_id == bindparam("person")).order_by(proposals.c.id)


async def proposals_of_person(tx: Tx, person_id: int) -> Sequence[Proposal]:
    """All that was ever put to that person, oldest first."""
    return [_proposal(row) for row in await tx.run(_OF_PERSON, {"person": person_id})]


async def lift_proposals(tx: Tx, person_id: int) -> bool:
    """What that person wanted never to be asked is "not now", as of then; False where there was none."""
    never = update(proposals).where(proposals.c.person_id == person_id, proposals.c.answer == ProposalReply.NEVER.value)
    return (await tx.run(never.values(answer=ProposalReply.NOT_NOW.value))).rowcount > 0


async def answer_proposal(tx: Tx, proposal_id: int, reply: ProposalReply) -> None:
    """That is what they said."""
    said = update(proposals).where(proposals.c.id == proposal_id)
    await tx.run(said.values(answer=reply.value, answered_at=tx.now))


_NEVER_CAME = (PromptState.MISSED_BY_US, PromptState.CANNOT_REACH, PromptState.PAUSED, PromptState.CANCELLED)
_FORMS = [form.value for form in WHOLE if form is not None]
_DAYS = select(prompts.c.local_date).where(
    prompts.c.person_id == bindparam("person"),
    prompts.c.kind == CHECK_IN,
    prompts.c.local_date >= bindparam("first"),
    prompts.c.opened_at.is_not(None),
    prompts.c.state.not_in([state.value for state in _NEVER_CAME]),
    or_(prompts.c.form.is_(None), prompts.c.form.in_(_FORMS)),
)


async def days_asked(tx: Tx, person_id: int, first: date) -> set[date]:
    """The local dates from `first` on, on which a whole check-in reached them, answered or not."""
    return set((await tx.run(_DAYS, {"person": person_id, "first": first})).scalars())
