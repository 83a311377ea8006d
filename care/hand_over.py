"""Clients go from one practitioner to another: who is there for them now, what stays shown, and what they asked.

Why it is so: docs/decisions/0047.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from care import say, sharing_ends, take_over
from care.handed_over import HANDED_OVER, SCREEN, tell
from care.sessions import drop_session
from care.unshow import unshow
from db import clients, consents, events, people, screens
from db.requests import has_waiting
from db.tx import Tx
from programme.consent import Item
from programme.event import BY_OPERATOR
from programme.people import Person

_NAMES_NOBODY = frozenset({SCREEN, "at_hand", "note", "numbers"})  # or is told anew


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

    - Each is told who is there for them now, with whom to call, in the daytime where they are (care.handed_over).
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
    taker = await people.get(tx, taker.id) or taker  # as they are by now
    if (refused := _refused(giver_id, taker)) is not None:
        return refused
    if among is not None and not set(among) <= theirs:
        return NotHanded.NOT_THEIRS
    go = sorted(theirs if among is None else among)
    if not go and (among is not None or not await has_waiting(tx, giver_id)):
        return NotHanded.NOTHING
    for one in go:
        await _hand(tx, one, giver_id, taker.id)
    asked = await take_over.requests_of(tx, giver_id, taker, go, every=among is None)
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
    over = await take_over.end_requests(tx, giver_id)
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
    await people.lock(tx, {giver_id, taker_id, *before, *await take_over.in_line_with(tx, giver_id)})
    return before & {one.person_id for one in await clients.of_practitioner(tx, giver_id)}


async def _hand(tx: Tx, client_id: int, giver_id: int, taker_id: int | None, *, unopened: bool = False) -> None:
    client = await people.get(tx, client_id)
    assert client is not None, "a client is somebody"
    await consents.end(tx, client_id, {Item.SUMMARY}, consents.HANDED)
    await sharing_ends.end_all(tx, client)
    await drop_session(tx, client)
    if taker_id is not None:
        await clients.join(tx, client_id, taker_id)
    data = {"from": giver_id, "to": taker_id, **({"unopened": True} if unopened else {}), **BY_OPERATOR}
    await events.add(tx, HANDED_OVER, client_id, data=data)
    await unshow(tx, giver_id, client_id, left=True)
    await _freshen(tx, client_id)
    await tell(tx, client_id)


async def _freshen(tx: Tx, client_id: int) -> None:
    """What stands on the client's phone names who is there now. What was ticked for the one before is ticked no more,
    so that a tap on an older message says no yes to somebody else."""
    for row in await screens.live_of(tx, client_id):
        if row.name == "choices":
            ticked = [one for one in row.args.get("choices", ()) if one != Item.SUMMARY]
            await say.become(tx, row.id, row.name, {**row.args, "choices": ticked}, subject_id=row.subject_id)
        elif row.name not in _NAMES_NOBODY:
            await say.refresh(tx, row.id)
