"""Ending a practitioner: their rights are over with the commit, in every process, as rights are looked up each time."""

from dataclasses import dataclass
from enum import StrEnum

from care import say
from care.hand_over import Handed, leave_alone, lock_all
from care.leave import take_role
from db import clients, leaving, outbox, people, screens
from db.requests import has_waiting
from db.tx import Tx
from programme.people import Person

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
    - `nobody`: nobody takes their place. Their clients are told so (care.hand_over.leave_alone).
    - Links of theirs that nobody joined with lead nowhere. What else they are here, such as a supporter, they stay.
    """
    await (lock_all(tx, person.id, person.id) if nobody else people.lock(tx, [person.id]))
    person = await people.get(tx, person.id) or person  # as they are by now
    if not person.is_practitioner:
        return NotEnded.NO_PRACTITIONER
    if not nobody and (refused := await _needed(tx, person.id)) is not None:
        return refused
    links = await leaving.drop_links(tx, person.id)
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
