"""Everything that is remembered and that a checker compares: whole tables as plain rows. Not for the service itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Table, and_, func, or_, select, text

from db import check_in as answers
from db.delivery.outbox import COLUMNS, OutboxRow, to_row
from db.schedule.prompts import to_prompt
from db.store import service_facts
from db.tables import (
    cravings,
    encouragements,
    events,
    inbox,
    leases,
    outbox,
    people,
    plans,
    prompts,
    quit_attempts,
    requests,
    screens,
    smoked,
    supporters,
)
from db.tx import Tx
from programme.check_in.answers import CheckIn
from programme.event import AnyEvent, StoredEvent
from programme.quitting.attempts import Attempt
from programme.schedule.plan import Plan, Rule
from programme.schedule.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person: their Telegram account (None once erased), zone, since when they cannot be reached, and when they first
    wrote (UTC)."""

    id: int
    telegram_id: int | None
    zone: str | None
    cannot_reach_since: datetime | None
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class ShownScreen:
    """A screen and the message that it stands in."""

    id: int
    person_id: int
    name: str
    subject_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """An update in the inbox; `error` says why it was set aside or dropped."""

    update_id: int
    state: str
    error: str | None


@dataclass(frozen=True, slots=True)
class SupporterRow:
    """Whom a client asked to be on their side (`person_id`, None: nobody came), and how it stands."""

    id: int
    client_id: int
    person_id: int | None
    state: str


@dataclass(frozen=True, slots=True)
class ToldOf:
    """Smoking that was told of; a lapse of that attempt, or None: an entry of the diary."""

    id: int
    person_id: int
    told_at: datetime
    attempt_id: int | None


@dataclass(frozen=True, slots=True)
class CravingRow:
    """A craving with what was rated."""

    id: int
    person_id: int
    before: int
    after: int | None


@dataclass(frozen=True, slots=True)
class PassedWordsRow:
    """Words between the two of `support_id`, without the words."""

    id: int
    support_id: int
    person_id: int
    to_id: int


@dataclass(frozen=True, slots=True)
class Memory:
    """All of it at one moment, or all of some people. Lists are in order of id, but the plans, which are in no order.

    `newest` is the moment (UTC) of the last event of anybody: it is that late at least.
    """

    newest: datetime | None
    people: Mapping[int, Somebody]
    plans: Mapping[int, Plan]
    prompts: tuple[Prompt, ...]
    check_ins: Mapping[int, CheckIn]
    events: tuple[AnyEvent, ...]
    outbox: tuple[OutboxRow, ...]
    screens: Mapping[int, ShownScreen]
    inbox: Mapping[int, UpdateRow]
    supporters: Mapping[int, SupporterRow]
    attempts: tuple[Attempt, ...]
    smoked: Mapping[int, ToldOf]
    cravings: Mapping[int, CravingRow]
    passed_on: Mapping[int, PassedWordsRow]
    dropped: int = 0  # updates for which there was no room


async def memory(tx: Tx, among: Collection[int] | None = None) -> Memory:
    """Reads it all, in one transaction; with `among` what is about these people only, and no inbox."""

    async def rows(kind: type, table: Table, whose: str = "person_id") -> Sequence[Row[Any]]:
        wanted = _all(kind, table)
        return (await tx.run(wanted if among is None else wanted.where(table.c[whose].in_(among)))).all()

    said = select(*COLUMNS).order_by(outbox.c.id)
    of_anybody = select(events.c.at).where(events.c.person_id.is_not(None))  # a copy is put back while nothing runs
    last = (await tx.run(of_anybody.order_by(events.c.id.desc()).limit(1))).scalar_one_or_none()
    heard = [] if among is not None else (await tx.run(_all(UpdateRow, inbox))).all()
    return Memory(
        newest=last,
        people={row.id: Somebody(*tuple(row)) for row in await rows(Somebody, people, "id")},
        plans={row.id: _plan(row) for row in await rows(Plan, plans)},
        prompts=tuple(to_prompt(row) for row in await rows(Prompt, prompts)),
        check_ins=await answers.get_all(tx, among),
        events=tuple(StoredEvent(*tuple(row)) for row in await rows(StoredEvent, events)),
        outbox=tuple(
            to_row(row) for row in await tx.run(said if among is None else said.where(outbox.c.person_id.in_(among)))
        ),
        screens={row.id: ShownScreen(*tuple(row)) for row in await rows(ShownScreen, screens)},
        inbox={row.update_id: UpdateRow(*tuple(row)) for row in heard},
        supporters={row.id: SupporterRow(*tuple(row)) for row in await rows(SupporterRow, supporters, "client_id")},
        attempts=tuple(Attempt(*tuple(row)) for row in await rows(Attempt, quit_attempts)),
        smoked={row.id: ToldOf(*tuple(row)) for row in await rows(ToldOf, smoked)},
        cravings={row.id: CravingRow(*tuple(row)) for row in await rows(CravingRow, cravings)},
        passed_on={row.id: PassedWordsRow(*tuple(row)) for row in await rows(PassedWordsRow, encouragements)},
        dropped=await service_facts.last_count(tx, "updates_dropped"),
    )


async def circles(tx: Tx) -> list[Collection[int]]:
    """Everybody by id, in circles: clients are in one with those whom they asked to be on their side."""
    circle = {one: {one} for one in (await tx.run(select(people.c.id).order_by(people.c.id))).scalars()}
    asked = select(supporters.c.client_id, supporters.c.person_id).where(supporters.c.person_id.is_not(None))
    for row in await tx.run(asked):
        both = circle[row.client_id] | circle[row.person_id]
        circle.update(dict.fromkeys(both, both))
    return list({id(one): one for one in circle.values()}.values())


def _all(kind: type, table: Table) -> Select[Any]:
    """Every row of the table: the columns that `kind` has fields for, in their order."""
    columns = [table.c[name] for name in kind.__slots__]  # type: ignore[attr-defined]  # a dataclass with slots
    return select(*columns).order_by(columns[0])


def _plan(row: Row[Any]) -> Plan:
    named = dict(zip(Plan.__slots__, row, strict=True))
    return Plan(**named | {"rule": Rule.from_json(named["rule"])})


async def unrest(tx: Tx) -> int:
    """How much there is to do at this moment: updates not handled, rows that may go or are going, what is due."""
    may_go = or_(outbox.c.state == "sending", and_(outbox.c.state == "waiting", outbox.c.not_before <= tx.now))
    kinds = (
        select(func.count()).where(inbox.c.state == "waiting"),
        select(func.count()).where(may_go),
        select(func.count()).where(plans.c.next_due_at <= tx.now),
        select(func.count()).where(prompts.c.next_at <= tx.now),
        select(func.count()).where(requests.c.due_at <= tx.now),
    )
    return sum([int((await tx.run(kind)).scalar_one()) for kind in kinds])


async def process_of(tx: Tx, role: str) -> int | None:
    """PostgreSQL: the number of the process that has this role (see db.store.leases), None where nobody has."""
    holder = (await tx.run(select(leases.c.holder).where(leases.c.name == role))).scalar_one_or_none()
    return int(holder.partition("-")[0]) if holder else None


async def size_of(tx: Tx) -> int:
    """Bytes that the database takes on its disk; of a file what its pages take, without its log."""
    if tx.dialect == "postgresql":
        return int((await tx.run(text("select pg_database_size(current_database())"))).scalar_one())
    pages, of = [(await tx.run(text(f"pragma {what}"))).scalar_one() for what in ("page_count", "page_size")]
    return int(pages) * int(of)
