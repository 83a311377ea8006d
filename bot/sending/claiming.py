"""Claiming what may go now out of the outbox: checked again, rendered, marked as being sent. One transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.sending.build_call import CallBuilder, Ready, SenderPorts
from bot.texts.service import versions
from care.delivery.say import NotYet, Unwanted, show
from db.delivery import picking, screens, sending, wordings
from db.delivery.outbox import OutboxRow, OutboxState, Rank
from db.delivery.picking import Pick
from db.delivery.sending import SendEnding
from db.people import accounts
from db.store.files import failpoint
from db.tx import Tx
from programme.schedule.reason_code import ReasonCode

BROKEN_AFTER = 3  # attempts at a screen that cannot be made
BROKEN_PAUSE = timedelta(seconds=10)


async def dead_letter(tx: Tx, ports: SenderPorts, row: OutboxRow, reason: str) -> None:
    """A prompt that will not arrive is recorded as that; nothing else has anything that waits for it.

    Who asked us to delete messages is told where Telegram refused that.
    """
    if row.verb == "send" and row.screen_id is not None:
        await screens.forget_token(tx, row.screen_id)
    if row.verb == "delete" and reason == ReasonCode.REFUSED:
        await show(tx, row.person_id, "note", {"key": "not-deleted"})
    if row.rank is Rank.PROMPT:
        await ports.on_not_sent(tx, row, reason)


async def cancel(tx: Tx, ports: SenderPorts, row: OutboxRow, reason: str) -> None:
    """A row that is not wanted any more ends here; a screen that nobody ever saw goes with it.

    A question that closed, and of which the network hid an answer, may have arrived.
    """
    may_be_there = reason == ReasonCode.CLOSED and row.verb == "send" and row.ambiguous > 0
    state = OutboxState.UNCERTAIN if may_be_there else OutboxState.CANCELLED
    await sending.end(tx, [SendEnding(row, state, reason)])
    await dead_letter(tx, ports, row, reason)
    if row.verb == "send" and row.screen_id is not None and row.attempts == 0:
        await screens.retire_many(tx, [row.screen_id])


async def stumble(tx: Tx, ports: SenderPorts, row: OutboxRow) -> None:
    """A row that could not be made into a request waits a while, and is refused at the third time."""
    await accounts.lock(tx, [row.person_id])
    await picking.stumbled(tx, row.id, tx.now + BROKEN_PAUSE)
    if row.attempts + 1 >= BROKEN_AFTER:
        await sending.end(tx, [SendEnding(row, OutboxState.REFUSED, ReasonCode.BROKEN)])
        await dead_letter(tx, ports, row, ReasonCode.BROKEN)


@dataclass(frozen=True, slots=True)
class ClaimLimits:
    """What may be taken: at most `limit` rows, none for chats in `shut`, a card only for those in `laid`, cards and
    answers for those in `calm`.

    `paced` are the chats that nothing but the pace keeps waiting. `after`: no row up to that id, where it is held.
    """

    limit: int
    shut: Collection[int]
    laid: Collection[int]
    calm: Collection[int]
    paced: Collection[int]
    answers_only: bool = False
    after: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimedBatch:
    """`more`: it is worth looking at again. `paced`: something waits for the pace. `next_at`: when more is due."""

    ready: Sequence[Ready] = ()
    more: bool = False
    paced: bool = False
    next_at: datetime | None = None


async def claim_batch(tx: Tx, ports: SenderPorts, epoch: int, limits: ClaimLimits) -> ClaimedBatch:
    """Takes a batch for the sender of that epoch. Raises CannotBuild, and then nothing was taken."""
    found = await picking.picks(
        tx,
        limits.limit,
        shut=limits.shut,
        laid=limits.laid,
        calm=limits.calm,
        answers_only=limits.answers_only,
        after=limits.after,
    )
    if not found:
        paced = await picking.any_due(tx, limits.paced)
        return ClaimedBatch(paced=paced, next_at=await picking.next_moment(tx))
    ready = await _build_all(tx, ports, found)
    await picking.mark_sending(tx, await _wordings(tx, ready), epoch)
    dressed = [one.shows.id for one in ready if one.shows and one.shows.bare and one.call.has_buttons]
    await screens.set_bare(tx, dressed, bare=False)
    failpoint("take")
    marked = [replace(one, row=replace(one.row, attempts=one.row.attempts + 1, epoch=epoch)) for one in ready]
    return ClaimedBatch(marked, more=len(ready) < len(found) or len(found) == limits.limit)


async def _build_all(tx: Tx, ports: SenderPorts, found: Sequence[Pick]) -> list[Ready]:
    """Those of the rows that are still wanted, with their requests. The others end, or move to a later time."""
    whose = {pick.person_id for pick in found}
    await accounts.lock(tx, whose)
    rows = await picking.still_waiting(tx, [pick.id for pick in found])
    shown = {row.screen_id for row in rows if row.screen_id}
    rows, melted = melt(rows, await picking.changes_of(tx, shown))
    stops = await wordings.stops_in_force(tx)
    builder = CallBuilder(
        tx, tx.now, ports, await accounts.get_many(tx, whose), await screens.get_many(tx, shown), stops
    )
    ready = [made for row in rows if (made := await _build(builder, row))]
    await sending.end(tx, [SendEnding(row, OutboxState.CANCELLED, ReasonCode.NEWER) for row in melted])
    return ready


async def _wordings(tx: Tx, ready: Sequence[Ready]) -> dict[int, int | None]:
    """The number of the wording of each row, by the row's id. What was never said before is kept, with its words."""
    said = {one.says for one in ready if one.says is not None}
    numbers = await wordings.find(tx, said)
    if new := [one for one in said if one.digest not in numbers]:
        await wordings.add_many(tx, new)
        await wordings.add_versions(tx, versions(tx.now, new))
        numbers |= await wordings.find(tx, new)
    return {one.row.id: None if one.says is None else numbers[one.says.digest] for one in ready}


async def _build(builder: CallBuilder, row: OutboxRow) -> Ready | None:
    """The row with its request; None where it was cancelled or moved instead."""
    match await builder.build(row):
        case Ready() as ready:
            return ready
        case NotYet(until):
            await picking.postpone(builder.tx, row.id, until)
        case Unwanted(reason):
            await cancel(builder.tx, builder.ports, row, reason)
    return None


def melt(rows: Sequence[OutboxRow], changes: Sequence[OutboxRow]) -> tuple[list[OutboxRow], list[OutboxRow]]:
    """What of these rows goes, and what is not needed any more. A message is sent or edited as it is true by then, so
    a sending covers every change that waits for its screen, and the newest edit covers the older ones."""
    edits = {row.screen_id: row for row in changes if row.verb == "edit"}  # the newest of each, for they are in order
    go = [edits[row.screen_id] if row.verb == "edit" else row for row in rows]
    sent = {row.screen_id for row in go if row.verb == "send"}
    edited = {row.screen_id for row in go if row.verb == "edit"}
    melted = [
        row
        for row in changes
        if row.screen_id in sent or (row.verb == "edit" and row.screen_id in edited and row not in go)
    ]
    return go, melted
