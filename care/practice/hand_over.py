"""Clients go from one practitioner to another, with their requests, and a practitioner ends."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from care.delivery import say
from care.delivery.notices import SCREEN, tell_handed_over
from care.diary import patterns
from care.people.leaving import take_role
from care.practice.clients import unshow
from care.practice.requests import first_of, promised, put_before
from care.practice.route import Receiver, receivers_of
from care.practice.sessions import drop_session
from care.safety import plan
from db import check_in, events
from db.delivery import outbox, screens
from db.people import accounts, clients, consents, erasing
from db.practice import requests, sessions
from db.practice.requests import has_waiting
from db.tx import Tx
from programme.check_in.events import WordsUnshared
from programme.diary.events import CycleUnshared
from programme.event import OPERATOR
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.practice.events import HandedOver, RequestHanded, SessionNoteUnshared
from programme.practice.requests import InLine, Request


async def end_sharing(tx: Tx, client: Person) -> None:
    """Words of check-ins, notes for a session, how it goes round and the safety plan are shown to nobody any more.

    That client keeps all of them, and may show them again. To be called while they are with the one before.
    """
    for prompt_id in await check_in.unshare(tx, client.id):
        await events.add(tx, client.id, WordsUnshared(prompt_id))
    if await sessions.unshare_notes(tx, client.id):
        await events.add(tx, client.id, SessionNoteUnshared())
    if await patterns.cycle_shown_of(tx, client.id) is not None:
        await events.add(tx, client.id, CycleUnshared())
    await plan.end_shown(tx, client.id, None)


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
                await events.add(tx, one.person_id, RequestHanded(request=one.id, line=(), due=None, by=OPERATOR))
            for at in await requests.line_of(tx, [one.id]):
                for row in await screens.live_of(tx, at.practitioner_id, "request", one.id):
                    await say.refresh(tx, row.id)
        elif one.practitioner_id != giver_id:
            await requests.drop_from_line(tx, one.id, giver_id)
    return whose


async def _anew(tx: Tx, request: Request, line: Collection[InLine], taker: Person) -> None:
    receivers = [one for one in await receivers_of(tx, taker.id) if one.person.id != request.person_id]
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
        receivers = {one.person.id: one for one in await receivers_of(tx, taker.id)}
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
        handed = RequestHanded(request.id, tuple(since), due_at, OPERATOR)
        await events.add(tx, request.person_id, handed)
    for one in before:
        for row in await screens.live_of(tx, one.practitioner_id, "request", request.id):
            if one.practitioner_id in since:
                await say.refresh(tx, row.id)
            else:
                await say.become(tx, row.id, "note", _OVER)
    if gets is not None and gets.is_reachable:
        await put_before(tx, request.id, gets.person.id)


_NAMES_NOBODY = frozenset({SCREEN, "at_hand", "note", "numbers"})  # or is told again


class NotHanded(StrEnum):
    """Why nothing was handed over."""

    SAME = "same"
    NO_PRACTITIONER = "no_practitioner"  # whom it is to go to is none here
    NOT_REACHED = "not_reached"  # they have blocked the bot
    NOT_THEIRS = "not_theirs"  # that client is not with whom it is to come from
    NOTHING = "nothing"  # there is no client, and no request


@dataclass(frozen=True, slots=True)
class Handed:
    """How many clients went, and how many requests for help that nobody had opened went with them."""

    clients: int
    requests: int


async def hand_over(tx: Tx, giver_id: int, taker: Person, among: Collection[int] | None = None) -> Handed | NotHanded:
    """The clients of one practitioner (of them only `among`, by id) are with `taker` from now on.

    - Each is told who is there for them now, with whom to call, in the daytime where they are (care.delivery.notices).
    - Their yes was to be seen by a practitioner whom they knew by name. It ends; so does all that they showed by a tap.
      What they keep, their check-ins and their supporters stay as they are.
    - A next session that was entered was with the one before: it goes.
    - Requests for help that nobody opened go over at once, with a promise of the hours that `taker` keeps; without
      `among` also those of who has left, and those for which the one before covers.
    - What the practitioners have entered of them, such as a reading, stays with the client.
    - The phone of the one before shows nothing of them any more, as far as Telegram lets us.
    - Doing it again changes nothing.
    """
    theirs = await lock_all(tx, giver_id, taker.id)
    taker = await accounts.get(tx, taker.id) or taker  # as they are now
    if (refused := _refused(giver_id, taker)) is not None:
        return refused
    if among is not None and not set(among) <= theirs:
        return NotHanded.NOT_THEIRS
    go = sorted(theirs if among is None else among)
    if not go and (among is not None or not await has_waiting(tx, giver_id)):
        return NotHanded.NOTHING
    for one in go:
        await _hand(tx, one, giver_id, taker.id)
    asked = await requests_of(tx, giver_id, taker, go, every=among is None)
    args = {"count": len(go), "requests": asked}
    await say.show(tx, taker.id, "took_over", args, subject_id=giver_id)
    await say.show(tx, giver_id, "handed_on", args, subject_id=taker.id)
    return Handed(len(go), asked)


async def leave_alone(tx: Tx, giver_id: int) -> Handed:
    """Nobody takes that practitioner's place: each client is told so, with whom to call; how many.

    As in `hand_over`, but that requests for help which nobody opened are over, and their client is told that too. They
    go on checking in, and nobody sees what they say.
    """
    go = sorted(await lock_all(tx, giver_id, giver_id))
    over = await end_requests(tx, giver_id)
    for one in go:
        await _hand(tx, one, giver_id, None, unopened=one in over)
    await say.show(tx, giver_id, "handed_on", {"count": len(go)})
    return Handed(len(go), len(over))


def _refused(giver_id: int, taker: Person) -> NotHanded | None:
    if taker.id == giver_id:
        return NotHanded.SAME
    if not taker.is_practitioner:
        return NotHanded.NO_PRACTITIONER
    return NotHanded.NOT_REACHED if taker.cannot_reach_since is not None else None


async def lock_all(tx: Tx, giver_id: int, taker_id: int) -> set[int]:
    """Holds all whom a hand-over touches, in the order of their ids; who is with the giver, of those that are held."""
    before = {one.person_id for one in await clients.of_practitioner(tx, giver_id)}
    await accounts.lock(tx, {giver_id, taker_id, *before, *await in_line_with(tx, giver_id)})
    return before & {one.person_id for one in await clients.of_practitioner(tx, giver_id)}


async def _hand(tx: Tx, client_id: int, giver_id: int, taker_id: int | None, *, unopened: bool = False) -> None:
    client = await accounts.get(tx, client_id)
    assert client is not None, "a client is somebody"
    await consents.end(tx, client_id, {ConsentItem.SUMMARY}, consents.HANDED)
    await end_sharing(tx, client)
    await drop_session(tx, client)
    if taker_id is not None:
        await clients.join(tx, client_id, taker_id)
    await events.add(tx, client_id, HandedOver(giver_id, taker_id, unopened=unopened or None, by=OPERATOR))
    await unshow(tx, giver_id, client_id, left=True)
    await _freshen(tx, client_id)
    await tell_handed_over(tx, client_id)


async def _freshen(tx: Tx, client_id: int) -> None:
    """What stands on the client's phone names who is there now. What was ticked for the one before is ticked no more,
    so that a tap on an older message says no yes to somebody else."""
    for row in await screens.live_of(tx, client_id):
        if row.name == "choices":
            ticked = [one for one in row.args.get("choices", ()) if one != ConsentItem.SUMMARY]
            await say.become(tx, row.id, row.name, {**row.args, "choices": ticked}, subject_id=row.subject_id)
        elif row.name not in _NAMES_NOBODY:
            await say.refresh(tx, row.id)


_THEIRS = ("weekly", "client_list", "summary", "outcomes", "scores", "coverage", "next", "picture_of", "safety_shown")


class NotEnded(StrEnum):
    """Why a practitioner goes on being one."""

    NO_PRACTITIONER = "no_practitioner"
    HAS_CLIENTS = "has_clients"
    HAS_REQUESTS = "has_requests"


@dataclass(frozen=True, slots=True)
class Ended:
    """How many of their links were taken back; `left`: whom nobody is there for now."""

    links: int
    left: Handed | None = None


async def end_practitioner(tx: Tx, person: Person, *, nobody: bool = False) -> Ended | NotEnded:
    """That person is no practitioner any more, as whoever runs the service says; they are told so.

    - Not while somebody is their client, or waits for them to open a request: those are handed over first.
    - `nobody`: nobody takes their place. Their clients are told so (care.practice.hand_over.leave_alone).
    - Links of theirs that nobody joined with lead nowhere. What else they are here, such as a supporter, they stay.
    """
    await (lock_all(tx, person.id, person.id) if nobody else accounts.lock(tx, [person.id]))
    person = await accounts.get(tx, person.id) or person  # as they are now
    if not person.is_practitioner:
        return NotEnded.NO_PRACTITIONER
    if not nobody and (refused := await _needed(tx, person.id)) is not None:
        return refused
    links = await erasing.drop_unused_links(tx, person.id)
    if not nobody and (joined := await _needed(tx, person.id)) is not None:
        return joined  # somebody did between the two looks; after this nobody can
    left = await leave_alone(tx, person.id) if nobody else None
    await take_role(tx, person, None)
    for row in await screens.live_of(tx, person.id):
        if row.name in _THEIRS:
            await say.retire(tx, row.id)
    await outbox.put(tx, person.id, None, "menu")
    await say.show(tx, person.id, "note", {"key": "practitioner-ended"})
    return Ended(links, left)


async def _needed(tx: Tx, person_id: int) -> NotEnded | None:
    if await clients.of_practitioner(tx, person_id):
        return NotEnded.HAS_CLIENTS
    return NotEnded.HAS_REQUESTS if await has_waiting(tx, person_id) else None
