"""Taking what may go now out of the outbox: looked at once more, rendered, marked as being sent. One transaction."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import call
from bot.call import Call
from bot.screen import Screen
from care.look_again import NotYet, Unwanted, Wanted
from db import people, picking, screens, sending
from db.failpoint import failpoint
from db.outbox import OutboxRow, OutboxState, Rank
from db.screens import ScreenRow
from db.sending import Ending
from db.tx import Tx
from programme.people import Person

BROKEN_AFTER = 3  # attempts at a screen that cannot be made
BROKEN_PAUSE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Asks:
    """What the sender asks the rest of the house.

    `render`: the screen as it is now true, or None. `look_again`: whether a row of rank 1 or 2 is still wanted.
    `not_sent`: told in the same transaction that such a row was given up, and why. `cannot_reach`: told that a
    person blocked us or is gone. `commands`: a person's menu, pairs of a command and its words.
    """

    render: Callable[[Tx, datetime, Person, ScreenRow], Awaitable[Screen | None]]
    look_again: Callable[[Tx, datetime, OutboxRow], Awaitable[Wanted | Unwanted | NotYet]]
    not_sent: Callable[[Tx, datetime, OutboxRow, str], Awaitable[object]]
    cannot_reach: Callable[[Tx, datetime, int], Awaitable[object]]
    commands: Callable[[Person], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Ready:
    """A row marked as being sent, with its request and the Telegram id of its chat.

    The row's `verb` is what it truly is: an edit may be a sending.
    """

    row: OutboxRow
    chat: int
    call: Call
    has_token: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be taken: at most `limit` rows, none for chats in `shut`, answers alone for those in `calm`.

    `paced` are the chats that the pace alone keeps waiting.
    """

    limit: int
    shut: Collection[int]
    calm: Collection[int]
    paced: Collection[int]
    answers_only: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """`more`: it is worth looking at once more. `paced`: something waits for the pace. `next_at`: when more is due."""

    ready: Sequence[Ready] = ()
    more: bool = False
    paced: bool = False
    next_at: datetime | None = None


class Broken(Exception):
    """A row could not be made into a request: a bug in a screen, an act or a text."""

    def __init__(self, row: OutboxRow) -> None:
        super().__init__(row.id)
        self.row = row


async def take(tx: Tx, now: datetime, asks: Asks, epoch: int, limits: Limits) -> Taken:
    """Takes a batch for the sender of that epoch. Raises Broken, and then nothing was taken."""
    found = await picking.picks(
        tx, now, limits.limit, shut=limits.shut, calm=limits.calm, answers_only=limits.answers_only
    )
    if not found:
        paced = await picking.any_due(tx, now, limits.paced)
        return Taken(paced=paced, next_at=await picking.next_moment(tx, now))
    whose = {pick.person_id for pick in found}
    await people.lock(tx, whose)
    rows = await picking.still_waiting(tx, [pick.id for pick in found])
    rows, melted = melt(rows, await picking.changes_of(tx, {row.screen_id for row in rows if row.screen_id}))
    known = await people.get_many(tx, whose)
    shown = await screens.get_many(tx, {row.screen_id for row in rows if row.screen_id})
    ready = [made for row in rows if (made := await _make(tx, now, asks, row, known, shown))]
    await sending.end(tx, now, [Ending(row, OutboxState.CANCELLED, "newer") for row in melted])
    await picking.mark_sending(tx, [one.row.id for one in ready], epoch)
    failpoint("take")
    marked = [replace(one, row=replace(one.row, attempts=one.row.attempts + 1, epoch=epoch)) for one in ready]
    return Taken(marked, more=len(ready) < len(found) or len(found) == limits.limit)


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


async def _make(
    tx: Tx,
    now: datetime,
    asks: Asks,
    row: OutboxRow,
    known: dict[int, Person],
    shown: dict[int, ScreenRow],
) -> Ready | None:
    """The row with its request; None where it was cancelled or moved instead."""
    person = known.get(row.person_id)
    screen = shown.get(row.screen_id) if row.screen_id is not None else None
    try:
        verdict = await _decide(tx, now, asks, row, person, screen)
    except Exception as error:
        raise Broken(row) from error
    match verdict:
        case Ready():
            return verdict
        case NotYet(until):
            await picking.postpone(tx, row.id, until)
        case Unwanted(reason):
            await _cancel(tx, now, asks, row, reason)
    return None


async def _decide(
    tx: Tx, now: datetime, asks: Asks, row: OutboxRow, person: Person | None, screen: ScreenRow | None
) -> Ready | Unwanted | NotYet:
    if person is None:
        return Unwanted("gone")
    if row.not_after is not None and row.not_after <= now:
        return Unwanted("late")
    if row.rank is not Rank.ANSWER:
        verdict = await asks.look_again(tx, now, row)
        if not isinstance(verdict, Wanted):
            return verdict
    if row.verb == "menu":
        return Ready(row, person.telegram_id, call.menu(person.telegram_id, asks.commands(person)))
    if screen is None:
        return Unwanted("gone")
    if row.verb == "strip":
        return _strip(row, person, screen)
    return await _show(tx, now, asks, row, person, screen)


def _strip(row: OutboxRow, person: Person, screen: ScreenRow) -> Ready | Unwanted:
    if screen.message_id is None:
        return Unwanted("never-sent")
    if screen.live:  # it became something else since
        return Unwanted("newer")
    return Ready(row, person.telegram_id, call.strip(person.telegram_id, screen.message_id))


async def _show(
    tx: Tx, now: datetime, asks: Asks, row: OutboxRow, person: Person, screen: ScreenRow
) -> Ready | Unwanted:
    target = screen.message_id if row.verb == "edit" else None
    if row.verb == "edit" and target is None:
        if await picking.ended_send(tx, screen.id) is OutboxState.CANCELLED:
            return Unwanted("never-sent")  # what was not wanted does not come back as an edit
        await picking.send_anew(tx, row.id)
        row = replace(row, verb="send")
    picture = await asks.render(tx, now, person, screen)
    if picture is None:
        return Unwanted("gone")
    if not screen.live:
        picture = replace(picture, buttons=())
    if target is None:
        return Ready(row, person.telegram_id, call.send(person.telegram_id, picture), has_token="token" in screen.args)
    return Ready(row, person.telegram_id, call.edit(person.telegram_id, target, picture))


async def _cancel(tx: Tx, now: datetime, asks: Asks, row: OutboxRow, reason: str) -> None:
    await sending.end(tx, now, [Ending(row, OutboxState.CANCELLED, reason)])
    await give_up(tx, now, asks, row, reason)
    if row.verb == "send" and row.screen_id is not None and row.attempts == 0:
        await screens.retire_many(tx, [row.screen_id])


async def give_up(tx: Tx, now: datetime, asks: Asks, row: OutboxRow, reason: str) -> None:
    """A prompt or broadcast that will not arrive is recorded as that; an answer has nothing that waits for it."""
    if row.verb == "send" and row.screen_id is not None:
        await screens.forget_token(tx, row.screen_id)
    if row.rank is not Rank.ANSWER:
        await asks.not_sent(tx, now, row, reason)


async def stumble(tx: Tx, now: datetime, asks: Asks, row: OutboxRow) -> None:
    """A row that could not be made into a request waits a while, and is refused at the third time."""
    await people.lock(tx, [row.person_id])
    await picking.stumbled(tx, row.id, now + BROKEN_PAUSE)
    if row.attempts + 1 >= BROKEN_AFTER:
        await sending.end(tx, now, [Ending(row, OutboxState.REFUSED, "broken")])
        await give_up(tx, now, asks, row, "broken")
