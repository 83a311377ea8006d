"""Telling people once, by day, that we were wrong, or that another practitioner is there for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from care.delivery import say
from care.delivery.say import NotYet, Unwanted, Verdict, Wanted
from care.quitting.four_outcomes import days_recounted
from care.quitting.readings import FollowUpEnd, follow_up_ended_by
from care.schedule import days
from care.schedule.days import busy_until, is_soft
from db import events
from db.delivery import errata, outbox, screens
from db.delivery.errata import SCREEN as ERRATA_SCREEN
from db.delivery.errata import ErratumRow, UntoldErratum
from db.delivery.outbox import OutboxState, Rank
from db.delivery.screens import ScreenRow
from db.people import accounts, clients, consents
from db.schedule import days as db_days
from db.schedule import plans
from db.tx import Tx
from programme.operators import PRACTITIONERS_AFTER, WORTH, Erratum, is_daytime
from programme.people.consent import ShownLine
from programme.people.person import HOME, Person, today_of
from programme.practice.events import HandedOver, SessionCleared
from programme.quitting.lapses import is_quiet_evening, quiet_until
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, is_quiet, quiet_end_after

MOST_AT_ONCE = 500  # put down in one transaction
_ERRATUM_KEY = re.compile(r"x(\d+):erratum@\d+")  # and when it was put down: what did not go is put down afresh


async def tell_due(tx: Tx) -> int:
    """Puts down what may be told now, at most MOST; how many that were. Asked each hour.

    Practitioners hear of it half a day after the first of their clients, where those show them their week.
    """
    for what in (Erratum.SIDE_EFFECTS, Erratum.ANSWERS):
        for practitioner in await errata.practitioners(tx, what, tx.now - PRACTITIONERS_AFTER):
            if what.seen is not None and await clients_who_show(tx, practitioner, what):
                await errata.add(tx, practitioner, what.seen)
    due = [one for one in await errata.untold(tx) if is_daytime(tx.now, one.zone or HOME.zone)]
    await accounts.lock(tx, {one.person_id for one in due})
    told = dropped = 0
    for one in due:
        if told + dropped == MOST_AT_ONCE:
            break
        if await _is_right_by_now(tx, one):
            await errata.drop(tx, one.id)
            dropped += 1
        elif await _may(tx, one):
            key = f"x{one.id}:{ERRATA_SCREEN}@{tx.now:%Y%m%d%H%M}"
            await say.show(
                tx, one.person_id, ERRATA_SCREEN, subject_id=one.id, rank=Rank.PROMPT, key=key, not_after=tx.now + WORTH
            )
            told += 1
    return told


async def _is_right_by_now(tx: Tx, due: UntoldErratum) -> bool:
    """Whether it is of a client's days and nothing of them is counted another way, or kept, or they have left."""
    if due.what is not Erratum.DAYS:
        return False
    person = await accounts.get(tx, due.person_id)
    return person is None or due.as_of is None or await days_recounted(tx, due.as_of, person) is None


async def _may(tx: Tx, due: UntoldErratum) -> bool:
    person = await accounts.get(tx, due.person_id)
    if due.what.of is not due.what and not await clients_who_show(tx, due.person_id, due.what.of):
        return False  # nobody shows them their week any more
    return person is not None and await _verdict(tx, person, due.what) == Wanted()


def erratum_of_key(key: str | None) -> int | None:
    """The id of the erratum that an outbox key is about, or None."""
    found = _ERRATUM_KEY.fullmatch(key or "")
    return int(found[1]) if found else None


async def erratum_of(tx: Tx, erratum_id: int | None) -> ErratumRow | None:
    """That correction, also after it was told; whom it is about is looked up when it is shown."""
    return await errata.get(tx, erratum_id or 0)


async def check_erratum(tx: Tx, erratum_id: int, person_id: int) -> Verdict:
    """Whether it may still go, at the moment of sending."""
    person, found = await accounts.get(tx, person_id), await errata.get(tx, erratum_id)
    if person is None or found is None or found.told_at is not None:
        return Unwanted(ReasonCode.GONE)
    return await _verdict(tx, person, found.what)


async def _verdict(tx: Tx, person: Person, what: Erratum) -> Verdict:
    """Not at night, on an evening that is left in peace or after a crisis card, nor in a break (but see Erratum), nor
    beyond what the day may hold, nor into the middle of something."""
    zone = person.zone or HOME.zone
    if person.cannot_reach_since is not None:
        return Unwanted(ReasonCode.BLOCKED)
    if not is_daytime(tx.now, zone) or await is_soft(tx, person.id):
        return Unwanted(ReasonCode.NOT_NOW)
    pause = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if pause is not None and pause.of_client and what.waits_for_a_pause:
        return Unwanted(ReasonCode.PAUSED)
    quiet = [one.at for one in (await db_days.evenings_of_people(tx, [person.id], tx.now - 2 * DAY)).get(person.id, [])]
    if is_quiet_evening(tx.now, quiet, zone):
        return Unwanted(ReasonCode.NOT_NOW)
    today, day = today_of(tx.now, person), (await days.days_of_people(tx, [person.id]))[person.id]
    if day.said(today) >= day.most(today):
        return Unwanted(ReasonCode.CAP)
    busy = await busy_until(tx, person.id, *await accounts.last_seen_at(tx, person.id))
    return NotYet(busy) if busy else Wanted()


async def erratum_arrived(tx: Tx, row: ScreenRow) -> None:
    """It stands on their phone: they are told, and it counts in their day."""
    person = await accounts.get(tx, row.person_id)
    if person is not None and row.subject_id is not None:
        await errata.told(tx, row.subject_id, today_of(tx.now, person))


async def clients_who_show(tx: Tx, practitioner_id: int, what: Erratum) -> Sequence[Person]:
    """Who of that practitioner's clients was told of that and shows them their week."""
    told = await errata.told_clients(tx, practitioner_id, what)
    showing = await consents.showing(tx, told, ShownLine.COUNTS)
    known = await accounts.get_many(tx, showing)
    return [known[one] for one in told if one in known]


SCREEN: Final = "handed_over"
_HANDED_OVER_KEY: Final = re.compile(r"h\d+:handed@\d+:\d+")  # whom it is told, and when they were handed over
_GOES: Final = frozenset({OutboxState.WAITING, OutboxState.SENDING, OutboxState.DELIVERED, OutboxState.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class LastHandOver:
    """The last time that a client was handed over, and from whom. `dropped_session`: one that was entered went with it.

    `unopened`: nobody takes the giver's place, and what the client had asked is over unopened.
    """

    giver_id: int
    dropped_session: bool = False
    unopened: bool = False


async def last_hand_over(tx: Tx, client_id: int) -> LastHandOver | None:
    """As it is written down; None: they never were."""
    happened = await events.of_kinds(tx, client_id, (HandedOver, SessionCleared))
    handed = [(one.at, one.event) for one in happened if isinstance(one.event, HandedOver)]
    if not handed:
        return None
    at, last = handed[-1]
    cleared = [one for one in happened if isinstance(one.event, SessionCleared)]
    dropped = any(one.at == at and one.actor_id is None for one in cleared)
    return LastHandOver(last.from_, dropped, bool(last.unopened))


async def tell_handed_over(tx: Tx, client_id: int) -> None:
    """Put down for that client (locked) who is there for them now. One that waits from before is not said any more."""
    for row in await screens.live_of(tx, client_id, SCREEN):
        await outbox.cancel_waiting(tx, row.id, ReasonCode.NEWER, verbs=("send",))
        await say.retire(tx, row.id)
    await _put(tx, client_id, _key(client_id, tx.now))


async def _put(tx: Tx, client_id: int, key: str) -> None:
    await say.show(tx, client_id, SCREEN, rank=Rank.PROMPT, key=key)


async def tell_handed_over_again(tx: Tx, client_id: int) -> None:
    """That client (locked) is back: what they could not be told meanwhile they are told now."""
    happened = await events.of_person(tx, client_id, kind=HandedOver)
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


def is_handed_over_key(key: str | None) -> bool:
    """Whether an outbox key is of such a message."""
    return _HANDED_OVER_KEY.fullmatch(key or "") is not None


async def check_handed_over(tx: Tx, client_id: int) -> Verdict:
    """Whether it may go now. A break does not hold it: who is there, and whom to call, may be needed in it.

    Not at night, on an evening that is left in peace or in the soft hours after a crisis card, nor into the middle of
    something: then it waits. Never to the chat of who has left or died.
    """
    person, client = await accounts.get(tx, client_id), await clients.get(tx, client_id)
    if (
        person is None
        or client is None
        or client.left_at is not None
        or await follow_up_ended_by(tx, client_id) is FollowUpEnd.DIED
    ):
        return Unwanted(ReasonCode.WITHDRAWN)
    if person.cannot_reach_since is not None:
        return Unwanted(ReasonCode.BLOCKED)
    zone = person.zone or HOME.zone
    quiet = [one.at for one in (await db_days.evenings_of_people(tx, [client_id], tx.now - 2 * DAY)).get(client_id, [])]
    if is_quiet_evening(tx.now, quiet, zone):
        return NotYet(quiet_end_after(quiet_until(max(quiet), zone), zone))
    if is_quiet(tx.now, zone):
        return NotYet(quiet_end_after(tx.now, zone))
    if await is_soft(tx, client_id):
        return NotYet(tx.now + DAY / 24)
    busy = await busy_until(tx, client_id, *await accounts.last_seen_at(tx, client_id))
    return NotYet(busy) if busy else Wanted()
