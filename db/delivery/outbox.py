"""What is to be said, put down in the same commit as the reason for it. Taking and sending: db.delivery.sending."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Executable,
    Row,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import clients, invites, outbox, practitioners, screens, supporters
from db.tx import Tx
from programme.schedule.reason_code import ReasonCode


def known(person_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Who joined, whether they stayed or not; whom a client asked to be on their side; and who opened an invitation."""
    return or_(
        exists().where(clients.c.person_id == person_id),
        exists().where(practitioners.c.person_id == person_id),
        exists().where(supporters.c.person_id == person_id),
        exists().where(invites.c.opened_by == person_id),
    )


class Rank(IntEnum):
    """Who goes first. See docs/decisions/0024.

    An answer is one to somebody whom we know: a client, a practitioner, a supporter, or who opened a link of theirs. A
    strip takes old buttons away, whoever's they are. Nobody asked for a prompt; all the others somebody waits for.
    """

    CARD = -1
    ANSWER = 0
    PROMPT = 1
    STRANGER = 2
    STRIP = 3


class OutboxState(StrEnum):
    """waiting > sending > one of the rest, each final."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    REFUSED = "refused"
    BLOCKED = "blocked"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One thing to say. `attempts` counts calls, `ambiguous` those whose answer the network hid.

    `update_id`: the update that it came of, None where nobody asked.
    """

    id: int
    key: str | None
    person_id: int
    screen_id: int | None
    verb: str
    rank: Rank
    state: OutboxState
    reason: str | None
    made_at: datetime
    not_before: datetime
    not_after: datetime | None
    attempts: int
    ambiguous: int
    epoch: int | None
    ended_at: datetime | None
    update_id: int | None = None


COLUMNS = tuple(outbox.c[name] for name in OutboxRow.__slots__)


def to_row(row: Row[Any]) -> OutboxRow:
    """A database row of COLUMNS as an OutboxRow."""
    values = dict(zip(OutboxRow.__slots__, row, strict=True))
    return OutboxRow(**values | {"rank": Rank(values["rank"]), "state": OutboxState(values["state"])})


async def put(
    tx: Tx,
    person_id: int,
    screen_id: int | None,
    verb: str,
    *,
    rank: Rank = Rank.ANSWER,
    key: str | None = None,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> None:
    """Put one thing down to be said. A key that is there already changes nothing.

    An answer to a stranger goes after the prompts of others, and older ones that wait for that stranger melt into it.
    """
    values: dict[str, Any] = {
        "key": key,
        "person_id": person_id,
        "screen_id": screen_id,
        "verb": verb,
        "rank": int(rank),
        "state": OutboxState.WAITING.value,
        "made_at": tx.now,
        "not_before": not_before or tx.now,
        "not_after": not_after,
        "update_id": tx.update_id,
    }
    if rank is Rank.ANSWER:
        del values["rank"]
        values["whose"] = person_id
    put_down = _put(tx.dialect, keyed=key is not None, by_person=rank is Rank.ANSWER)
    stored = (await tx.run(put_down, values)).scalar_one_or_none()
    if stored == Rank.STRANGER and verb == "send":
        await _melt_older(tx, person_id)


@cache
def _put(dialect: str, *, keyed: bool, by_person: bool) -> Executable:
    """Made once for each case: `by_person` the rank is read from whether we know them."""
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    put_down = make(outbox).on_conflict_do_nothing(index_elements=["key"]) if keyed else insert(outbox)
    if by_person:
        whose: BindParameter[int] = bindparam("whose", type_=outbox.c.person_id.type)
        put_down = put_down.values(rank=case((known(whose), Rank.ANSWER.value), else_=Rank.STRANGER.value))
    return put_down.returning(outbox.c.rank)


async def _melt_older(tx: Tx, person_id: int) -> None:
    """What was put down for that stranger before this moment, and nobody has tried to send, is not said any more."""
    older = await tx.run(
        update(outbox)
        .where(
            outbox.c.person_id == person_id,
            outbox.c.rank == Rank.STRANGER.value,
            outbox.c.verb == "send",
            outbox.c.state == OutboxState.WAITING.value,
            outbox.c.attempts == 0,
            outbox.c.made_at < tx.now,
        )
        .values(state=OutboxState.CANCELLED.value, reason=ReasonCode.NEWER, ended_at=tx.now)
        .returning(outbox.c.screen_id)
    )
    never_shown = list(older.scalars())
    if never_shown:
        await tx.run(update(screens).where(screens.c.id.in_(never_shown)).values(live=False))


async def cancel_waiting(tx: Tx, screen_id: int, reason: str, *, verbs: tuple[str, ...]) -> None:
    """What waits for that screen with one of these verbs is not said any more."""
    await tx.run(
        update(outbox)
        .where(
            outbox.c.screen_id == screen_id,
            outbox.c.state == OutboxState.WAITING.value,
            outbox.c.verb.in_(verbs),
        )
        .values(state=OutboxState.CANCELLED.value, reason=reason, ended_at=tx.now)
    )


async def has_waiting(tx: Tx, screen_id: int, verb: str) -> bool:
    """Whether something of that verb waits for that screen."""
    waiting = outbox.c.state == OutboxState.WAITING.value
    wanted = select(outbox.c.id).where(outbox.c.screen_id == screen_id, outbox.c.verb == verb, waiting)
    return (await tx.run(wanted.limit(1))).first() is not None


async def is_on_its_way(tx: Tx, screen_id: int) -> bool:
    """Whether a sending of that screen is under way, or may have arrived without our knowing its message."""
    tried = [OutboxState.SENDING.value, OutboxState.UNCERTAIN.value]
    may_be_there = or_(
        outbox.c.state.in_(tried), and_(outbox.c.state == OutboxState.WAITING.value, outbox.c.ambiguous > 0)
    )
    wanted = select(outbox.c.id).where(outbox.c.screen_id == screen_id, outbox.c.verb == "send", may_be_there)
    return (await tx.run(wanted.limit(1))).first() is not None


async def last_id(tx: Tx) -> int:
    """The id of the newest row; 0 where there is none."""
    return int((await tx.run(select(func.coalesce(func.max(outbox.c.id), 0)))).scalar_one())


async def of_person(tx: Tx, person_id: int) -> list[OutboxRow]:
    """Everything put down for that person, oldest first."""
    rows = await tx.run(select(*COLUMNS).where(outbox.c.person_id == person_id).order_by(outbox.c.id))
    return [to_row(row) for row in rows]


async def of_key(tx: Tx, key: str) -> OutboxRow | None:
    """The row of that key, or None."""
    row = (await tx.run(select(*COLUMNS).where(outbox.c.key == key))).one_or_none()
    return None if row is None else to_row(row)
