"""Requests for help that nobody opened, as somebody else takes the place of a practitioner: none of them is lost."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from care import say
from care.requests import first_of, promised, put_before
from care.route import Receiver, line_of
from db import events, requests, screens
from db.tx import Tx
from programme.event import BY_OPERATOR
from programme.people import Person
from programme.request import InLine, Request

HANDED: Final = "RequestHanded"  # of the client; data: request, from, to, line, due, by
_OVER: Final = {"key": "request-handed"}

Since = Mapping[int, datetime | None]  # who is in line, in their order, and since when it is with each


async def in_line_with(tx: Tx, practitioner_id: int) -> set[int]:
    """Everybody whom a request touches that waits and has that practitioner in its line, in whatever place."""
    waiting = await requests.waiting_with(tx, practitioner_id)
    line = await requests.line_of(tx, [one.id for one in waiting])
    return {one.practitioner_id for one in line} | {one.person_id for one in waiting if one.person_id is not None}


async def requests_of(tx: Tx, giver_id: int, taker: Person, client_ids: Collection[int], *, every: bool) -> int:
    """What waits with the giver, of these clients or `every` request, is with the taker at once; how many.

    - Made of the giver: the line is the taker's own, and the promise counts from now in the hours of who has it.
    - Where the giver only covers, the taker stands in that place, and has it if the giver had.
    - Everybody in line and all clients are locked. What stands on other phones says that it has gone to a colleague.
    """
    taken = 0
    for one in await requests.waiting_with(tx, giver_id):
        if not every and one.person_id not in client_ids:
            continue
        line = await requests.line_of(tx, [one.id])
        if one.practitioner_id == giver_id:
            await _anew(tx, one, line, taker)
        else:
            await _in_place(tx, one, line, giver_id, taker)
        taken += 1
    return taken


async def end_requests(tx: Tx, giver_id: int) -> set[int | None]:
    """What was asked of that practitioner and nobody opened is over, for nobody takes their place; of which clients.

    What they cover for stays with whoever else is in its line.
    """
    whose = set()
    for one in await requests.waiting_with(tx, giver_id):
        if one.practitioner_id == giver_id and await requests.take_back(tx, one.id):
            whose.add(one.person_id)
            if one.person_id is not None:
                over: dict[str, object] = {"request": one.id, "line": [], "due": None, **BY_OPERATOR}
                await events.add(tx, HANDED, one.person_id, data=over)
            for at in await requests.line_of(tx, [one.id]):
                for row in await screens.live_of(tx, at.practitioner_id, "request", one.id):
                    await say.refresh(tx, row.id)
        elif one.practitioner_id != giver_id:
            await requests.drop_from_line(tx, one.id, giver_id)
    return whose


async def _anew(tx: Tx, request: Request, line: Collection[InLine], taker: Person) -> None:
    receivers = [one for one in await line_of(tx, taker.id) if one.person.id != request.person_id]
    first = first_of(receivers)
    had = {one.practitioner_id: one.told_at for one in line}
    since = {one.person.id: tx.now if one is first else had.get(one.person.id) for one in receivers}
    due_at = promised(first, tx.now, request.about, from_card=request.from_card)
    await requests.hand(tx, request, since, due_at)
    await _tell(tx, request, since, due_at, line, first)


async def _in_place(tx: Tx, request: Request, line: Collection[InLine], giver_id: int, taker: Person) -> None:
    had = {one.practitioner_id: one.told_at for one in line}
    since = {one.practitioner_id: one.told_at for one in line if one.practitioner_id != giver_id}
    if taker.id not in since:
        since = {taker.id if one == giver_id else one: at for one, at in had.items()}
    gets, due_at = None, request.due_at
    if had[giver_id] is not None and had.get(taker.id) is None:
        receivers = {one.person.id: one for one in await line_of(tx, taker.id)}
        gets = receivers[taker.id]
        since[taker.id] = tx.now
        due_at = promised(gets, tx.now, request.about, from_card=request.from_card)
    await requests.hand(tx, request, since, due_at)
    await _tell(tx, request, since, due_at, line, gets)


async def _tell(
    tx: Tx, request: Request, since: Since, due_at: datetime | None, before: Collection[InLine],
    gets: Receiver | None,
) -> None:  # fmt: skip
    if request.person_id is not None:
        due = None if due_at is None else due_at.isoformat()
        data = {"request": request.id, "line": list(since), "due": due, **BY_OPERATOR}
        await events.add(tx, HANDED, request.person_id, data=data)
    for one in before:
        for row in await screens.live_of(tx, one.practitioner_id, "request", request.id):
            if one.practitioner_id in since:
                await say.refresh(tx, row.id)
            else:
                await say.become(tx, row.id, "note", _OVER)
    if gets is not None and gets.is_reachable:
        await put_before(tx, request.id, gets.person.id)
