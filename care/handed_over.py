"""Telling a client that another practitioner is there for them now: once, by day, when nothing harder is going on."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from care import say
from care.follow_up import ended_by
from care.peace import engaged_until
from care.readings import Gone
from care.soft import is_soft
from care.verdict import NotYet, Unwanted, Verdict, Wanted
from db import clients, evenings, events, outbox, people, screens
from db.outbox import OutboxState, Rank
from db.tx import Tx
from programme.occurrence import DAY
from programme.places import HOME
from programme.quiet import is_quiet, quiet_end_after
from programme.smoking import is_left_in_peace, quiet_until

SCREEN: Final = "handed_over"
HANDED_OVER: Final = "HandedOver"  # of the client; data: from, to (None: nobody), by
_KEY: Final = re.compile(r"h\d+:handed@\d+:\d+")  # whom it is told, and when they were handed over
_GOES: Final = frozenset({OutboxState.WAITING, OutboxState.SENDING, OutboxState.DELIVERED, OutboxState.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Last:
    """The last time that a client was handed over, and from whom. `dropped_session`: one that was entered went with it.

    `unopened`: nobody takes the giver's place, and what the client had asked is over unopened.
    """

    giver_id: int
    dropped_session: bool = False
    unopened: bool = False


async def last_of(tx: Tx, client_id: int) -> Last | None:
    """As it is written down; None: they never were."""
    happened = await events.of_kinds(tx, client_id, (HANDED_OVER, "SessionCleared"))
    last = next((one for one in reversed(happened) if one.kind == HANDED_OVER), None)
    if last is None:
        return None
    dropped = any(one.kind != HANDED_OVER and one.at == last.at and one.actor_id is None for one in happened)
    return Last(last.data["from"], dropped, bool(last.data.get("unopened")))


async def tell(tx: Tx, client_id: int) -> None:
    """Put down for that client (locked) who is there for them now. One that waits from before is not said any more."""
    for row in await screens.live_of(tx, client_id, SCREEN):
        await outbox.cancel_waiting(tx, row.id, "newer", verbs=("send",))
        await say.retire(tx, row.id)
    await _put(tx, client_id, _key(client_id, tx.now))


async def _put(tx: Tx, client_id: int, key: str) -> None:
    await say.show(tx, client_id, SCREEN, rank=Rank.PROMPT, key=key)


async def tell_again(tx: Tx, client_id: int) -> None:
    """That client (locked) is back: what they could not be told meanwhile they are told now."""
    happened = await events.of_person(tx, client_id, kind=HANDED_OVER)
    if not happened:
        return
    number = 0
    while (row := await outbox.of_key(tx, _key(client_id, happened[-1].at, number))) is not None:
        if row.state in _GOES:
            return
        number += 1
    await _put(tx, client_id, _key(client_id, happened[-1].at, number))


def _key(client_id: int, at: datetime, number: int = 0) -> str:
    """`number`: how often it was put down before, and did not arrive."""
    return f"h{client_id}:handed@{int(at.timestamp())}:{number}"


def is_key(key: str | None) -> bool:
    """Whether an outbox key is of such a message."""
    return _KEY.fullmatch(key or "") is not None


async def look(tx: Tx, client_id: int) -> Verdict:
    """Whether it may go now. A break does not hold it: who is there, and whom to call, may be needed in it.

    Not at night, on an evening that is left in peace or in the soft hours after a crisis card, nor into the middle of
    something: then it waits. Never to the chat of who has left or died.
    """
    person, client = await people.get(tx, client_id), await clients.get(tx, client_id)
    if person is None or client is None or client.left_at is not None or await ended_by(tx, client_id) is Gone.DIED:
        return Unwanted("withdrawn")
    if person.cannot_reach_since is not None:
        return Unwanted("blocked")
    zone = person.zone or HOME.zone
    quiet = [one.at for one in (await evenings.of_people(tx, [client_id], tx.now - 2 * DAY)).get(client_id, [])]
    if is_left_in_peace(tx.now, quiet, zone):
        return NotYet(quiet_end_after(quiet_until(max(quiet), zone), zone))
    if is_quiet(tx.now, zone):
        return NotYet(quiet_end_after(tx.now, zone))
    if await is_soft(tx, client_id):
        return NotYet(tx.now + DAY / 24)
    engaged = await engaged_until(tx, client_id, *await people.heard_at(tx, client_id))
    return NotYet(engaged) if engaged else Wanted()
