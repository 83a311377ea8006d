"""The outbox once it is sent: what became of each row, receipts, and what was set aside for an operator."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, text, update

from db.delivery import screens as delivery_screens
from db.delivery.inbox import SERVICE
from db.delivery.outbox import COLUMNS, OutboxRow, OutboxState, to_row
from db.delivery.picking import OPEN
from db.tables import inbox, outbox, people, screens
from db.tx import Tx
from programme.schedule.reason_code import ReasonCode

MAX_AMBIGUOUS = 4  # answers the network may hide before a row is uncertain (RELIABILITY 3.4: 4 left none undelivered)
LONGEST_HOLD = timedelta(hours=1)  # after a restart: a hold that reaches further comes from a clock that was wrong
_UNPROVEN = (OutboxState.WAITING.value, OutboxState.SENDING.value, OutboxState.UNCERTAIN.value)
_UNDER_WAY = (
    select(*COLUMNS).where(outbox.c.id.in_(bindparam("rows", expanding=True))).order_by(outbox.c.id).with_for_update()
)


async def under_way(tx: Tx, ids: Collection[int]) -> dict[int, OutboxRow]:
    """These rows as they are now, by id, held until the transaction ends."""
    rows = await tx.run(_UNDER_WAY, {"rows": list(ids)})
    return {row.id: row for row in map(to_row, rows)}


_END = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=bindparam("to"), reason=bindparam("why"), ambiguous=bindparam("hidden"), ended_at=bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class SendEnding:
    """What becomes of a row: a final state, or waiting again. `ambiguous` is its count from now on."""

    row: OutboxRow
    state: OutboxState
    reason: str | None = None
    ambiguous: int | None = None


async def end(tx: Tx, endings: Sequence[SendEnding]) -> None:
    """Writes down what became of these rows, all in one statement."""
    for ending in endings:
        if ending.state is OutboxState.UNCERTAIN and ending.row.screen_id is not None:
            await delivery_screens.forget_token(tx, ending.row.screen_id)  # the link may have arrived
    if endings:
        await tx.run(_END, [_values(tx.now, ending) for ending in sorted(endings, key=lambda ending: ending.row.id)])


def _values(now: datetime, ending: SendEnding) -> Mapping[str, object]:
    row, state = ending.row, ending.state
    hidden = row.ambiguous if ending.ambiguous is None else ending.ambiguous
    waits = state is OutboxState.WAITING
    at, why = (None, ending.reason or row.reason) if waits else (now, ending.reason)
    return {"row": row.id, "to": state.value, "why": why, "hidden": hidden, "at": at}


@dataclass(frozen=True, slots=True)
class Inherited:
    """Rows that an earlier sender left in mid-send: how many go again, and how many may not any more."""

    once_more: int
    uncertain: int


async def take_over(tx: Tx, epoch: int) -> Inherited:
    """What a sender of an older epoch was sending may have arrived or not: one more hidden answer each."""
    orphans = await tx.run(
        select(*COLUMNS)
        .where(OPEN, outbox.c.state == OutboxState.SENDING.value, outbox.c.epoch < epoch)
        .order_by(outbox.c.id)
        .with_for_update()
    )
    endings = [hidden(row) for row in map(to_row, orphans)]
    await end(tx, endings)
    uncertain = sum(ending.state is OutboxState.UNCERTAIN for ending in endings)
    return Inherited(once_more=len(endings) - uncertain, uncertain=uncertain)


def hidden(row: OutboxRow) -> SendEnding:
    """What becomes of a row when the network hid an answer: again, or uncertain when that was too often."""
    count = row.ambiguous + 1
    if count < MAX_AMBIGUOUS:
        return SendEnding(row, OutboxState.WAITING, ambiguous=count)
    return SendEnding(row, OutboxState.UNCERTAIN, ReasonCode.ANSWERS_HIDDEN, ambiguous=count)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Rows of a copy that are not sent: how many may have arrived, and how many nobody had tried to send."""

    uncertain: int
    cancelled: int


async def drop_unsent(tx: Tx, reason: ReasonCode, *, up_to: int, beyond: int) -> Dropped:
    """End every open row with an id up to `up_to`, or above `beyond`, for that reason.

    One that a sender was at, or whose answer the network hid, may have arrived: it is uncertain. The rest is cancelled,
    and a screen that nobody ever saw goes with it.
    """
    theirs = and_(OPEN, or_(outbox.c.id <= up_to, outbox.c.id > beyond))
    tried = or_(outbox.c.state == OutboxState.SENDING.value, outbox.c.ambiguous > 0)
    ended = []
    for which, state in ((tried, OutboxState.UNCERTAIN), (~tried, OutboxState.CANCELLED)):
        values = {"state": state.value, "reason": reason, "ended_at": tx.now}
        rows = update(outbox).where(theirs, which).values(values)
        ended.append((await tx.run(rows.returning(outbox.c.screen_id, outbox.c.verb, outbox.c.attempts))).all())
    for row in (*ended[0], *ended[1]):
        if row.verb == "send" and row.screen_id is not None:
            await delivery_screens.forget_token(tx, row.screen_id)
    await delivery_screens.retire_many(
        tx, [row.screen_id for row in ended[1] if row.verb == "send" and not row.attempts]
    )
    return Dropped(len(ended[0]), len(ended[1]))


async def receipt(tx: Tx, screen_id: int, message_id: int) -> bool:
    """A tap proves that the screen stands in that message: it is delivered, and no resend goes any more.

    Whether that was news.
    """
    await delivery_screens.adopt_many(tx, {screen_id: message_id})
    await delivery_screens.forget_token(tx, screen_id)
    proven = await tx.run(
        update(outbox)
        .where(
            outbox.c.screen_id == screen_id,
            outbox.c.verb == "send",
            outbox.c.attempts > 0,
            outbox.c.state.in_(_UNPROVEN),
        )
        .values(state=OutboxState.DELIVERED.value, reason=ReasonCode.RECEIPT, ended_at=tx.now)
    )
    return proven.rowcount > 0


async def holds(tx: Tx) -> dict[int, float]:
    """Seconds for which each chat is still to be left alone, by Telegram account: at most LONGEST_HOLD."""
    rows = await tx.run(select(people.c.telegram_id, people.c.hold_until).where(people.c.hold_until > tx.now))
    return {row.telegram_id: min(row.hold_until - tx.now, LONGEST_HOLD).total_seconds() for row in rows}


# Said as the partial indexes say it, or SQLite does not use them.
_DEAD = text("inbox.state = 'dead'")
_UNCERTAIN = text("outbox.state = 'uncertain'")
_OPEN = or_(outbox.c.reason.is_(None), outbox.c.reason != ReasonCode.DROPPED)
_UPDATES = select(
    inbox.c.update_id, inbox.c.telegram_id, inbox.c.received_at, inbox.c.attempts, inbox.c.error, inbox.c.payload
).where(_DEAD)
_MESSAGES = (
    select(
        outbox.c.id, outbox.c.person_id, screens.c.name.label("screen"), outbox.c.verb, outbox.c.rank,
        outbox.c.made_at, outbox.c.not_after, outbox.c.attempts, outbox.c.ambiguous, outbox.c.reason,
        outbox.c.ended_at, outbox.c.update_id,
    )
    .outerjoin(screens, screens.c.id == outbox.c.screen_id)  # a menu has none
    .where(_UNCERTAIN, _OPEN)
)  # fmt: skip


async def dead_updates(tx: Tx) -> list[dict[str, Any]]:
    """Updates that were set aside after every retry, oldest first."""
    rows = await tx.run(_UPDATES.order_by(inbox.c.received_at, inbox.c.update_id))
    return [{name: row[name] for name in ("update_id", "received_at", "attempts", "error")} for row in rows.mappings()]


async def dead_update(tx: Tx, update_id: int) -> dict[str, Any] | None:
    """One of them, held until the transaction ends, with its JSON as `payload` (None: not kept); None: there is none
    of that number."""
    found = _UPDATES.where(inbox.c.update_id == update_id).with_for_update(of=inbox)
    row = (await tx.run(found)).mappings().one_or_none()
    return None if row is None else dict(row) | {"payload": tx.unseal(SERVICE, row["payload"])}


async def revive_update(tx: Tx, update_id: int) -> None:
    """It has its turn again, and is set aside again where that goes wrong too."""
    await tx.run(update(inbox).where(inbox.c.update_id == update_id).values(state="waiting", not_before=None))


async def drop_update(tx: Tx, update_id: int) -> None:
    """It is done: its words go, its number stays."""
    values = {"state": "done", "payload": None, "error": ReasonCode.DROPPED}
    await tx.run(update(inbox).where(inbox.c.update_id == update_id).values(values))


async def count_dead(tx: Tx) -> int:
    """How many updates are set aside."""
    return int((await tx.run(select(func.count()).select_from(inbox).where(_DEAD))).scalar_one())


async def uncertain_messages(tx: Tx) -> list[dict[str, Any]]:
    """Messages whose delivery the network hid and that nobody is done with, oldest first; the person is our own
    number."""
    names = ("id", "person_id", "screen", "attempts", "ended_at")
    rows = await tx.run(_MESSAGES.order_by(outbox.c.id))
    return [{name: row[name] for name in names} for row in rows.mappings()]


async def uncertain_message(tx: Tx, row_id: int) -> dict[str, Any] | None:
    """One of them, held until the transaction ends; None: there is none of that number."""
    found = _MESSAGES.where(outbox.c.id == row_id).with_for_update(of=outbox)
    row = (await tx.run(found)).mappings().one_or_none()
    return None if row is None else dict(row)


async def revive_message(tx: Tx, row_id: int) -> None:
    """It goes again; where the network hides that answer too, it is of unknown fate again."""
    values = {"state": OutboxState.WAITING.value, "reason": None, "ended_at": None, "not_before": tx.now}
    once = update(outbox).where(outbox.c.id == row_id).values(values | {"ambiguous": MAX_AMBIGUOUS - 1})
    await tx.run(once)


async def put_away_message(tx: Tx, row_id: int) -> None:
    """Its fate stays unknown, and nobody is to look at it any more."""
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(reason=ReasonCode.DROPPED))


async def count_uncertain(tx: Tx) -> int:
    """How many messages are of unknown fate and nobody is done with."""
    return int((await tx.run(select(func.count()).select_from(outbox).where(_UNCERTAIN, _OPEN))).scalar_one())
