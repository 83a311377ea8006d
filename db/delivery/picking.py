"""The outbox before it is sent: which rows may go now, in which order, and when something next happens by itself."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, exists, func, or_, select, text, update
from sqlalchemy.orm import aliased

from db.delivery.outbox import COLUMNS, OutboxRow, OutboxState, Rank, to_row
from db.tables import outbox, people, plans, prompts, requests
from db.tx import Tx
from programme.schedule.plan import NEVER
from programme.schedule.reason_code import ReasonCode

# Said as the partial index says it, or SQLite does not use the index.
OPEN = text("outbox.state IN ('waiting', 'sending')")
_WAITING = and_(OPEN, outbox.c.state == OutboxState.WAITING.value)
_earlier = aliased(outbox)


@dataclass(frozen=True, slots=True)
class Pick:
    """A row that may go now, by its id, and whose it is."""

    id: int
    person_id: int


_NOW = bindparam("now", type_=outbox.c.not_before.type)
# What was never to wait is due whatever the clock says now: it may have been set back since.
_DUE = or_(outbox.c.not_before <= _NOW, outbox.c.not_before <= outbox.c.made_at)


def _message_is_known() -> ColumnElement[bool]:
    """An edit, and the like, waits until its screen was sent, whatever came of that."""
    pending = exists().where(
        _earlier.c.screen_id == outbox.c.screen_id,
        _earlier.c.verb == "send",
        _earlier.c.state.in_([OutboxState.WAITING.value, OutboxState.SENDING.value]),
    )
    return or_(outbox.c.verb.not_in(["edit", "strip", "delete", "pin"]), ~pending)


def _is_for(chats: str) -> ColumnElement[bool]:
    """Whoever is behind the Telegram accounts bound to that name: after an erasure that is somebody new."""
    accounts: BindParameter[int] = bindparam(chats, expanding=True)
    return outbox.c.person_id.in_(select(people.c.id).where(people.c.telegram_id.in_(accounts)))


_MAY_GO = (
    select(outbox.c.id, outbox.c.person_id)
    .where(_WAITING, _DUE, _message_is_known())
    .order_by(outbox.c.rank, outbox.c.id)
    .limit(bindparam("size"))
)


@cache
def _may_go(*, have: bool, shut: bool, laid: bool, calm: bool, answers_only: bool, after: bool) -> Select[Any]:
    """Made once for each case that comes up: it is asked several times a second, and is long to put together."""
    wanted = _MAY_GO
    if have:
        wanted = wanted.where(outbox.c.person_id.not_in(bindparam("have", expanding=True)))
    if shut:
        wanted = wanted.where(~_is_for("shut"))
    if laid:
        wanted = wanted.where(or_(outbox.c.rank == Rank.CARD.value, ~_is_for("laid")))
    if after:
        wanted = wanted.where(outbox.c.id > bindparam("after"))
    if answers_only:
        wanted = wanted.where(outbox.c.rank <= Rank.ANSWER.value)
    elif calm:
        wanted = wanted.where(or_(outbox.c.rank <= Rank.ANSWER.value, ~_is_for("calm")))
    return wanted


async def picks(
    tx: Tx,
    limit: int,
    *,
    shut: Collection[int],
    calm: Collection[int],
    laid: Collection[int] = (),
    answers_only: bool = False,
    after: int | None = None,
) -> list[Pick]:
    """At most `limit` rows in the order in which they go (see Rank), one a person.

    Chats (by Telegram account) in `shut` get nothing, those in `laid` a card only, those in `calm` cards and answers;
    with `answers_only` nobody gets anything else. `after`: no row up to that id goes.
    """
    first: dict[int, Pick] = {}
    given = {"shut": list(shut), "laid": list(laid), "calm": [] if answers_only else list(calm)}
    while len(first) < limit:
        filters = {"have": list(first), **given}
        used = {name: bool(ids) for name, ids in filters.items()}
        wanted = _may_go(**used, answers_only=answers_only, after=after is not None)
        values = {"now": tx.now, "size": 2 * limit} | {name: ids for name, ids in filters.items() if ids}
        if after is not None:
            values["after"] = after
        page = [Pick(row.id, row.person_id) for row in await tx.run(wanted, values)]
        for pick in page:
            first.setdefault(pick.person_id, pick)
        if len(page) < 2 * limit:
            break
    return list(first.values())[:limit]


_ANY_DUE = select(outbox.c.id).where(_WAITING, _DUE, _message_is_known(), _is_for("chats")).limit(1)


async def any_due(tx: Tx, chats: Collection[int]) -> bool:
    """Whether something could go to one of these chats (by Telegram account) but for the pace."""
    return bool(chats) and (await tx.run(_ANY_DUE, {"now": tx.now, "chats": list(chats)})).first() is not None


_NEXT = select(func.min(outbox.c.not_before)).where(_WAITING, ~_DUE)


async def next_moment(tx: Tx) -> datetime | None:
    """The earliest moment after now (UTC) at which a waiting row may go."""
    moment: datetime | None = (await tx.run(_NEXT, {"now": tx.now})).scalar_one()
    return moment


_SPEAKING = select(outbox.c.id).where(OPEN, ~and_(outbox.c.attempts == 0, ~_DUE), _message_is_known()).limit(1)


async def is_speaking(tx: Tx) -> bool:
    """Whether a row is under way or could be; one that nobody has tried yet and that is for later is not."""
    return (await tx.run(_SPEAKING, {"now": tx.now})).first() is not None


_STILL_WAITING = (
    select(*COLUMNS)
    .where(outbox.c.id.in_(bindparam("rows", expanding=True)), outbox.c.state == OutboxState.WAITING.value)
    .order_by(outbox.c.id)
    .with_for_update()
)
_CHANGES = (
    select(*COLUMNS)
    .where(
        outbox.c.screen_id.in_(bindparam("screens", expanding=True)),
        outbox.c.verb.in_(["edit", "strip"]),
        outbox.c.state == OutboxState.WAITING.value,
        or_(outbox.c.attempts > 0, _DUE),
    )
    .order_by(outbox.c.id)
    .with_for_update()
)
_TAKE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=OutboxState.SENDING.value,
        attempts=outbox.c.attempts + 1,
        epoch=bindparam("by"),
        wording_id=bindparam("says"),
    )
)


async def still_waiting(tx: Tx, ids: Iterable[int]) -> list[OutboxRow]:
    """Those of the rows that still wait, in the order in which they go, held until the transaction ends."""
    found = await tx.run(_STILL_WAITING, {"rows": list(ids)})
    return sorted(map(to_row, found), key=lambda row: (row.rank, row.id))


async def changes_of(tx: Tx, screen_ids: Collection[int]) -> list[OutboxRow]:
    """Edits and strips that wait for these screens, oldest first, held until the transaction ends.

    One that is for later, such as a form that closes by itself, stays.
    """
    if not screen_ids:
        return []
    return [to_row(row) for row in await tx.run(_CHANGES, {"screens": list(screen_ids), "now": tx.now})]


async def ended_send(tx: Tx, screen_id: int) -> OutboxState | None:
    """How the newest sending of that screen stands; None where it was never to be sent."""
    newest = select(outbox.c.state).where(outbox.c.screen_id == screen_id, outbox.c.verb == "send")
    state = (await tx.run(newest.order_by(outbox.c.id.desc()).limit(1))).scalar_one_or_none()
    return None if state is None else OutboxState(state)


async def mark_sending(tx: Tx, wordings: Mapping[int, int | None], epoch: int) -> None:
    """The rows of these ids are taken by the sender of that epoch, each with the wording that goes out; each taking is
    an attempt."""
    if wordings:
        await tx.run(_TAKE, [{"row": row, "says": says, "by": epoch} for row, says in sorted(wordings.items())])


async def postpone(tx: Tx, row_id: int, until: datetime) -> None:
    """The row waits until then (UTC)."""
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(not_before=until))


async def stumbled(tx: Tx, row_id: int, until: datetime) -> None:
    """The row could not be made into a message: an attempt, and then it waits until then (UTC)."""
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(attempts=outbox.c.attempts + 1, not_before=until))


async def send_anew(tx: Tx, row_id: int) -> None:
    """An edit becomes a sending, because there is no message to edit; its reason says so until it ends."""
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(verb="send", reason=ReasonCode.RESENT))


_NEXT_OF_ALL = select(
    select(func.min(plans.c.next_due_at)).where(plans.c.next_due_at < NEVER).scalar_subquery(),
    select(func.min(prompts.c.next_at)).where(prompts.c.next_at.is_not(None)).scalar_subquery(),
    select(func.min(requests.c.due_at)).scalar_subquery(),
    select(func.min(outbox.c.not_before)).where(_WAITING, outbox.c.not_before > bindparam("now")).scalar_subquery(),
    exists().where(_WAITING, outbox.c.not_before <= bindparam("now")),
)


@dataclass(frozen=True, slots=True)
class Moments:
    """The earliest (UTC) of a plan, of an open prompt's step, of a request and of a row for later.

    `may_go`: a row may go now.
    """

    plan: datetime | None
    step: datetime | None
    request: datetime | None
    row: datetime | None
    may_go: bool


async def next_moments(tx: Tx) -> Moments:
    """The next moments of the whole service, in one statement."""
    found = await tx.run(_NEXT_OF_ALL, {"now": tx.now})
    plan, step, request, row, may_go = tuple(found.one())
    return Moments(plan, step, request, row, bool(may_go))
