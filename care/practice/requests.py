""" "Tell Lee": a client asks their practitioner to get in touch, and hears what becomes of it. Nothing is lost."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from care.delivery import say
from care.people.accounts import name_of, names_of
from care.practice.clients import marks_for
from care.practice.route import Receiver, receivers_of, receivers_of_client
from db import events
from db.delivery import outbox, screens
from db.delivery.outbox import OutboxState
from db.people import accounts, clients, invites
from db.practice import requests
from db.tx import Tx
from programme.people.person import HOME, Person
from programme.practice.events import RequestLate, RequestMade, RequestOpened, RequestTakenBack
from programme.practice.requests import (
    KEPT_FOR,
    OFFICE,
    InLine,
    Request,
    RequestTopic,
    WaitingRequest,
    promise,
    promised_by,
)
from programme.schedule.slots import is_quiet, quiet_end_after

CLAIM = 200
_GOES = frozenset({OutboxState.WAITING, OutboxState.SENDING, OutboxState.DELIVERED, OutboxState.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class RequestResult:
    """The request is with the practitioner; `is_new` is False where one was waiting already."""

    request_id: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """What a look at the requests did. `more`: something is left to do at once."""

    passed_on: int = 0
    late: int = 0
    more: bool = False


def first_of(line: Sequence[Receiver]) -> Receiver:
    """Who gets it at once: the first in line who can be reached; nobody can: the first, once they are back."""
    return next((one for one in line if one.is_reachable), line[0])


def promised(one: Receiver, now: datetime, about: RequestTopic | None, *, from_card: bool) -> datetime:
    """Until when they are to have opened what goes to them now (UTC)."""
    return promised_by(one.hours, now, one.zone, promise(about, from_card=from_card))


async def ask_practitioner(
    tx: Tx, person: Person, about: RequestTopic | None = None, *, from_card: bool = False
) -> RequestResult | None:
    """Ask the client's practitioner to get in touch; None for somebody without one.

    - It goes into the chat of the first in line who can be reached, at once, as a message about this request.
    - Who stands before them in line gets it when they are back; until then it stands on their screens.
    - While the same waits to be opened, asking twice is as asking once, so that a double tap alarms nobody.
    """
    line = await receivers_of_client(tx, person)
    if not line:
        return None
    if (same := await same_waiting(tx, person.id, line, about, from_card=from_card)) is not None:
        return RequestResult(same.id, is_new=False)
    first = first_of(line)
    due_at = promised(first, tx.now, about, from_card=from_card)
    since = {one.person.id: tx.now if one is first and one.is_reachable else None for one in line}
    request_id = await requests.add(tx, person.id, since, about, from_card=from_card, due_at=due_at)
    await events.add(tx, person.id, RequestMade(request=request_id, line=tuple(since), due=due_at), actor=person.id)
    if first.is_reachable:
        await put_before(tx, request_id, first.person.id)
    return RequestResult(request_id, is_new=True)


async def same_waiting(
    tx: Tx, person_id: int, line: Sequence[Receiver], about: RequestTopic | None, *, from_card: bool
) -> Request | None:
    """The request of that client about the same, to the same practitioner, that waits to be opened, or None.

    One that they kept when they left names nobody, and stands in the way of no other.
    """
    same = (line[0].person.id, about, from_card, None) if line else None
    waiting = await requests.waiting_of(tx, person_id)
    return next((one for one in waiting if (one.practitioner_id, one.about, one.from_card, one.kept_at) == same), None)


async def open_request(tx: Tx, practitioner: Person, request_id: int) -> Request | None:
    """Somebody in line says that they saw it, and the client is told so, once. None where it did not come to them.

    The client reads "Lee has opened your message" (screen "request_opened"), and at night, when it is over.
    """
    line = await requests.line_of(tx, [request_id])
    if not any(_has(one) and one.practitioner_id == practitioner.id for one in line):
        return None
    if await requests.open_(tx, request_id, practitioner.id):
        request = await requests.get(tx, request_id)
        if request is not None and request.person_id is not None:
            await events.add(tx, request.person_id, RequestOpened(request_id), actor=practitioner.id)
            await _tell_opened(tx, request_id, request.person_id)
        await _refresh(tx, line)
    return await requests.get(tx, request_id)


def _has(one: InLine) -> bool:
    """Whether it is with them: as the first in line, or since it was passed on."""
    return one.place == 0 or one.told_at is not None


async def pass_on_due(tx: Tx, *, limit: int = CLAIM) -> Passed:
    """At most `limit` requests that were not opened in the time promised are passed on.

    - The client is told with whom to call. Where it is night for them, what they asked from the crisis card is told at
      once, without sound, and anything else in the morning.
    - The next in line who can be reached gets it, with a promise of their own hours. When everybody has it, nothing
      more comes by itself; it stays on their screens.
    - A repeat changes nothing: the client, who made it, and everybody in line are locked first.
    """
    found = await requests.due(tx, limit)
    if not found:
        return Passed()
    in_line = await requests.line_of(tx, found)
    await accounts.lock(tx, {one.practitioner_id for one in in_line} | {one for one in found.values() if one})
    claimed = await requests.claim(tx, found)
    line = await requests.line_of(tx, [one.id for one in claimed])
    passed = [await _pass_on(tx, one, [at for at in line if at.request_id == one.id]) for one in claimed]
    return Passed(sum(passed), len(claimed), more=len(found) == limit)


async def _pass_on(tx: Tx, request: Request, line: Sequence[InLine]) -> bool:
    following = await _next_in_line(tx, line)
    due_at = to = None
    if following is not None:
        due_at = promised(following, tx.now, request.about, from_card=request.from_card)
        to = following.person.id
        await requests.told(tx, request.id, to)
        await put_before(tx, request.id, to)
    await requests.is_late(tx, request.id, due_at)
    if request.person_id is not None:
        await events.add(tx, request.person_id, RequestLate(request.id, to))
        await _tell_late(tx, request, request.person_id)
    return following is not None


async def _next_in_line(tx: Tx, line: Sequence[InLine]) -> Receiver | None:
    known = await accounts.get_many(tx, [one.practitioner_id for one in line])
    hours = {one.person.id: one.hours for one in await receivers_of(tx, line[0].practitioner_id)}
    for one in line:
        person = known.get(one.practitioner_id)
        if one.told_at is None and person is not None and person.is_practitioner and not person.cannot_reach_since:
            return Receiver(person, hours.get(person.id, OFFICE))
    return None


async def _tell_late(tx: Tx, request: Request, person_id: int) -> None:
    """Each time it is passed on; two that wait for the same morning are one."""
    number, key = 0, f"r{request.id}:late0"
    while (row := await outbox.of_key(tx, key)) is not None:
        if row.state is OutboxState.WAITING:
            return
        number, key = number + 1, f"r{request.id}:late{number + 1}"
    until = None if request.from_card else await _morning(tx, person_id)
    await say.show(tx, person_id, "request_late", subject_id=request.id, key=key, not_before=until)


async def take_back(tx: Tx, person: Person, *, among: Collection[int] | None = None) -> int:
    """That client (locked) takes back what they asked and nobody opened yet; how many. Whoever has it is told so.

    `among`: of these only (ids).
    """
    found = await requests.waiting_of(tx, person.id)
    waiting = [one for one in found if among is None or one.id in among]
    for one in waiting:
        if await requests.take_back(tx, one.id):
            await events.add(tx, person.id, RequestTakenBack(one.id), actor=person.id)
            await _refresh(tx, await requests.line_of(tx, [one.id]))
    return len(waiting)


async def close(tx: Tx, person: Person, practitioner_id: int) -> None:
    """That client died, as that practitioner says: nothing waits any more, and nobody is told."""
    for one in await requests.waiting_of(tx, person.id):
        await requests.open_(tx, one.id, practitioner_id)
        await _refresh(tx, await requests.line_of(tx, [one.id]))


async def keep(tx: Tx, person: Person) -> None:
    """That client (locked) leaves: what nobody opened yet stays, with their first name and its time only."""
    for one in await requests.waiting_of(tx, person.id):
        if one.kept_at is None:
            await requests.keep(tx, one, person.name.split()[0] if person.name else None)
            await _refresh(tx, await requests.line_of(tx, [one.id]))


async def waiting_for(tx: Tx, practitioner: Person, by: datetime | None = None) -> Sequence[WaitingRequest]:
    """What waits to be opened by that practitioner, or did `by` then, with who asked, whatever else they show."""
    found = await requests.waiting(tx, practitioner.id, by)
    here = {one.person_id for one in found if one.person_id is not None and one.kept_at is None}
    known = await accounts.get_many(tx, here) if here else {}
    marks = dict(await invites.labels_of(tx, here)) | dict(await marks_for(tx, practitioner)) if here else {}
    return [
        WaitingRequest(one, known[one.person_id].name, marks.get(one.person_id))
        if one.person_id in known
        else WaitingRequest(one, one.name)
        for one in found
    ]


async def who_asked(tx: Tx, request: Request) -> WaitingRequest:
    """The request with who made it, as whoever has it may know them."""
    whose = request.person_id
    if whose is None or request.kept_at is not None:
        return WaitingRequest(request, request.name)
    person, labels = await accounts.get(tx, whose), await invites.labels_of(tx, [whose])
    return WaitingRequest(request, None if person is None else person.name, labels.get(whose))


@dataclass(frozen=True, slots=True)
class RequestForLine:
    """A request as somebody in its line reads it.

    `is_theirs`: its client is with them now. `first`, `opener`: what whoever it was made to, and whoever opened it,
    are called, where that is somebody else.
    """

    asked: WaitingRequest
    is_theirs: bool
    first: str | None
    opener: str | None


async def request_for(tx: Tx, practitioner: Person, request_id: int | None) -> RequestForLine | None:
    """The request, for whoever is in its line; None for anybody else."""
    found = await requests.get(tx, request_id or 0)
    if found is None or practitioner.id not in {one.practitioner_id for one in await requests.line_of(tx, [found.id])}:
        return None
    whose, by = found.person_id, found.opened_by
    is_theirs = whose is not None and found.kept_at is None and await clients.is_with(tx, whose, practitioner.id)
    first = None if found.practitioner_id == practitioner.id else await name_of(tx, found.practitioner_id)
    opener = None if by == practitioner.id else await name_of(tx, by)
    return RequestForLine(await who_asked(tx, found), is_theirs, first, opener)


async def own_request(tx: Tx, client: Person, request_id: int | None) -> Request | None:
    """What that client asked; None where it was somebody else."""
    found = await requests.get(tx, request_id or 0)
    return found if found is not None and found.person_id == client.id else None


async def first_waiting(tx: Tx, client: Person) -> Request | None:
    """The oldest request of that client that waits to be opened."""
    return next(iter(await requests.waiting_of(tx, client.id)), None)


async def told_in_turn(tx: Tx, request: Request) -> tuple[Sequence[InLine], Mapping[int, str | None]]:
    """Who has got that request so far, in the order in which it came to them, and their names."""
    told = [one for one in await requests.line_of(tx, [request.id]) if one.told_at is not None]
    told.sort(key=lambda one: one.told_at or tx.now)
    return told, await names_of(tx, [one.practitioner_id for one in told])


async def tell_again(tx: Tx, practitioner: Person) -> None:
    """That practitioner (locked) is back: what came for them meanwhile, or never arrived, goes to them now."""
    for one in await requests.waiting(tx, practitioner.id):
        line = await requests.line_of(tx, [one.id])
        if any(at.told_at is None and at.practitioner_id == practitioner.id for at in line):
            await requests.told(tx, one.id, practitioner.id)
        await put_before(tx, one.id, practitioner.id)


async def tell_client_again(tx: Tx, person_id: int) -> None:
    """That client (locked) is back: whether their message was opened, where they could not be told so meanwhile."""
    for one in await requests.told_of(tx, person_id, tx.now - KEPT_FOR):
        if one.opened_at is not None:
            await _tell_opened(tx, one.id, person_id)
        elif not await _was_told_late(tx, one.id):
            await _tell_late(tx, one, person_id)


async def _was_told_late(tx: Tx, request_id: int) -> bool:
    """Whether the newest such word goes, or has arrived."""
    number, newest = 0, None
    while (row := await outbox.of_key(tx, f"r{request_id}:late{number}")) is not None:
        number, newest = number + 1, row
    return newest is not None and newest.state in _GOES


async def pass_over(tx: Tx, practitioner_id: int) -> None:
    """Nothing reaches that practitioner any more: nobody waits for them longer."""
    await requests.hasten(tx, practitioner_id)


async def forget_opened(tx: Tx) -> int:
    """What people who have left asked goes, once it was opened; its message says so. How many."""
    return await _forget(tx, await requests.kept_and_opened(tx))


async def forget_old(tx: Tx) -> int:
    """The same 14 days after they left, opened or not: "14 days at most" was said to them. How many."""
    return await _forget(tx, await requests.kept_before(tx, tx.now - KEPT_FOR))


async def _forget(tx: Tx, over: Mapping[int, Sequence[int]]) -> int:
    for request_id, practitioner_ids in over.items():
        for one in practitioner_ids:
            for row in await screens.live_of(tx, one, "request", request_id):
                await say.become(tx, row.id, "note", {"key": "request-over"})
    await requests.drop(tx, over)
    return len(over)


async def put_before(tx: Tx, request_id: int, practitioner_id: int) -> None:
    """In that practitioner's chat; nothing where it goes there already, or stands there."""
    key = await _key_to_say(tx, f"r{request_id}:to{practitioner_id}")
    if key is not None:
        await say.show(tx, practitioner_id, "request", subject_id=request_id, key=key)


async def _tell_opened(tx: Tx, request_id: int, person_id: int) -> None:
    """Its client is told, where they were not."""
    key = await _key_to_say(tx, f"r{request_id}:opened")
    if key is not None:
        until = await _morning(tx, person_id)
        await say.show(tx, person_id, "request_opened", subject_id=request_id, key=key, not_before=until)


async def _key_to_say(tx: Tx, key: str) -> str | None:
    """A key of its own for what never arrived before; None where it goes already, or has arrived."""
    number, found = 1, key
    while (row := await outbox.of_key(tx, found)) is not None:
        if row.state in _GOES:
            return None
        number, found = number + 1, f"{key}:{number + 1}"
    return found


async def _refresh(tx: Tx, line: Sequence[InLine]) -> None:
    for one in line:
        await say.refresh_subject(tx, one.practitioner_id, "request", one.request_id)


async def _morning(tx: Tx, person_id: int) -> datetime | None:
    client = await accounts.get(tx, person_id)
    zone = (client and client.zone) or HOME.zone
    return quiet_end_after(tx.now, zone) if is_quiet(tx.now, zone) else None
