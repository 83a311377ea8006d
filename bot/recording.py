"""Writing down what became of the calls of a batch: one transaction, and nothing where another sender took over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.asks import Asks
from bot.giving_up import give_up
from bot.making import Ready, comes_back
from bot.outcome import Ambiguous, Blocked, Delivered, Lost, Outcome, Refused, Wait
from db import people, picking, received, screens, sending
from db.failpoint import failpoint
from db.outbox import OutboxRow, OutboxState, Rank
from db.sending import Ending, hidden
from db.tx import Tx

_UNPROVEN = frozenset({OutboxState.SENDING, OutboxState.WAITING, OutboxState.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Landed:
    """A call that is over, what became of it, and the tick at which it was."""

    ready: Ready
    outcome: Outcome
    ticks: float


async def record(tx: Tx, asks: Asks, landed: Sequence[Landed]) -> list[Ending]:
    """Writes down every outcome that still counts, and returns what became of the rows."""
    await people.lock(tx, {one.ready.row.person_id for one in landed})
    rows = await sending.under_way(tx, [one.ready.row.id for one in landed])
    counted = [one for one in landed if _counts(one, rows.get(one.ready.row.id))]
    over = {one.ready.row.id for one in counted if await _is_over(tx, one)}
    endings = [_ending(one, over) for one in counted]
    await sending.end(tx, endings)
    delivered = [one.ready for one in counted if isinstance(one.outcome, Delivered)]
    await _place(tx, [one for one in counted if isinstance(one.outcome, Delivered)])
    await received.add_many(tx, [one.brings for one in delivered if one.brings is not None])
    for one in counted:
        await _tell(tx, asks, one, over)
    failpoint("record")
    return endings


def _counts(one: Landed, row: OutboxRow | None) -> bool:
    """A row taken since by anybody is no business of this call. That it was delivered is news whoever says it."""
    mine = one.ready.row
    if row is None or (row.epoch, row.attempts) != (mine.epoch, mine.attempts):
        return False
    if isinstance(one.outcome, Delivered):
        return row.state in _UNPROVEN
    return row.state is OutboxState.SENDING


async def _is_over(tx: Tx, one: Landed) -> bool:
    """Whether the edit of a message that is not there ends with that. Of one that turned into something else, such as a
    picture into words, only what nobody asked for does."""
    match one.outcome:
        case Lost(deleted=True):
            return not await comes_back(tx, one.ready.row)
        case Lost():
            return one.ready.row.rank is Rank.PROMPT
    return False


def _ending(one: Landed, over: Collection[int]) -> Ending:
    row = one.ready.row
    match one.outcome:
        case Delivered():
            return Ending(row, OutboxState.DELIVERED)
        case Refused(reason):
            return Ending(row, OutboxState.REFUSED, reason)
        case Blocked():
            return Ending(row, OutboxState.BLOCKED, "blocked")
        case Ambiguous():
            return hidden(row)
        case Lost() if row.id in over:
            return Ending(row, OutboxState.CANCELLED, "deleted")
        case _:
            return Ending(row, OutboxState.WAITING)


async def _place(tx: Tx, delivered: Sequence[Landed]) -> None:
    """The screens of what was sent stand in the messages that Telegram named."""
    messages = {}
    for one in delivered:
        row, outcome = one.ready.row, one.outcome
        if row.verb == "send" and row.screen_id and isinstance(outcome, Delivered) and outcome.message_id:
            messages[row.screen_id] = outcome.message_id
        if one.ready.shows and "token" in one.ready.shows.args:
            await screens.forget_token(tx, one.ready.shows.id)
    if messages:
        await screens.adopt_many(tx, messages)
    await screens.set_bare(tx, _now_bare([one.ready for one in delivered]), bare=True)


def _now_bare(delivered: Sequence[Ready]) -> set[int]:
    """Screens whose message has no buttons any more, or never had any, where that is news."""
    return {
        one.row.screen_id
        for one in delivered
        if one.row.screen_id and not one.call.has_buttons and not (one.shows and one.shows.bare)
    }


async def _tell(tx: Tx, asks: Asks, one: Landed, over: Collection[int]) -> None:
    row = one.ready.row
    match one.outcome:
        case Delivered() if one.ready.shows is not None:
            await asks.arrived(tx, one.ready.shows)
        case Refused():
            await give_up(tx, asks, row, "refused")
        case Blocked():
            await asks.cannot_reach(tx, row.person_id)
            await give_up(tx, asks, row, "blocked")
        case Wait(seconds):
            await people.set_hold(tx, row.person_id, tx.now + timedelta(seconds=seconds))
        case Lost() if row.screen_id is not None:
            await screens.adopt(tx, row.screen_id, None)
            if row.id in over:
                await screens.retire(tx, row.screen_id)
            else:
                await picking.send_anew(tx, row.id)
