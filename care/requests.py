""" "Tell Lee": a client asks their practitioner to get in touch, and hears when that was opened."""

from dataclasses import dataclass
from datetime import datetime

from care import say
from db import clients, events, people, requests
from db.tx import Tx
from programme.people import Person
from programme.places import HOME
from programme.quiet import is_quiet, quiet_end_after
from programme.request import About, Request


@dataclass(frozen=True, slots=True)
class Asked:
    """The request is with the practitioner; `is_new` is False where one was waiting already."""

    request_id: int
    is_new: bool


async def ask_practitioner(tx: Tx, now: datetime, person: Person, about: About | None = None) -> Asked | None:
    """Ask the client's practitioner to get in touch; None for somebody without one.

    - It goes into the practitioner's own chat at once, as a message about this request.
    - While one about the same waits to be opened, asking twice is as asking once, so that a double tap alarms nobody.
    """
    client = await clients.get(tx, person.id)
    if client is None or client.left_at is not None:
        return None
    waiting = await requests.waiting(tx, client.practitioner_id, person_id=person.id)
    if (same := next((one for one in waiting if one.about is about), None)) is not None:
        return Asked(same.id, is_new=False)
    request_id = await requests.add(tx, now, person.id, client.practitioner_id, about)
    await events.add(tx, now, "RequestMade", person.id, person.id, {"request": request_id})
    await say.show(tx, now, client.practitioner_id, "request", subject_id=request_id, key=f"r{request_id}:tell")
    return Asked(request_id, is_new=True)


async def open_request(tx: Tx, now: datetime, practitioner: Person, request_id: int) -> Request | None:
    """The practitioner says that they saw it, and the client is told so, once. None where it was not made to them.

    The client reads "Lee has opened your message" (screen "request_opened"), and where it is night for them, at 7:00.
    """
    request = await requests.get(tx, request_id)
    if request is None or request.practitioner_id != practitioner.id:
        return None
    if await requests.open_(tx, now, request_id):
        await events.add(tx, now, "RequestOpened", request.person_id, practitioner.id, {"request": request_id})
        key = f"r{request_id}:opened"
        until = await _until_morning(tx, now, request.person_id)
        await say.show(tx, now, request.person_id, "request_opened", subject_id=request_id, key=key, not_before=until)
        await say.refresh_subject(tx, now, practitioner.id, "request", request_id)
    return await requests.get(tx, request_id)


async def _until_morning(tx: Tx, now: datetime, person_id: int) -> datetime | None:
    client = await people.get(tx, person_id)
    zone = (client and client.zone) or HOME.zone
    return quiet_end_after(now, zone) if is_quiet(now, zone) else None
