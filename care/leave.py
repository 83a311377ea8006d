"""Leaving: nothing more is asked or shown. What was kept stays for a while, until a date that is said to them."""

from enum import StrEnum

from care import closing, craving, requests, say, supporters, supporting
from care.cards import nation_of
from care.closing import Ending
from care.plans import end_plans
from care.route import leave_route
from care.unshow import unshow
from db import clients, consents, events, leaving, pauses, people, prompts, screens, sessions
from db.requests import has_waiting
from db.tx import Tx
from programme.consent import Item
from programme.event import BY_OPERATOR
from programme.keeping import kept_until
from programme.kinds import of_role
from programme.people import Person, Role


class Left(StrEnum):
    """What became of wanting to leave."""

    LEFT = "left"
    NOT_JOINED = "not_joined"
    HAS_CLIENTS = "has_clients"  # a practitioner whose people would be left with nobody
    HAS_REQUESTS = "has_requests"  # somebody asked them, or whom they cover for, to get in touch: not opened yet


async def leave(tx: Tx, person: Person, *, keep_screen: int | None = None, take_back: bool = False) -> Left:
    """That person leaves, in each of their roles.

    - A practitioner stays as long as somebody is their client, or waits for them to open a request for help.
    - What a client asked of their practitioner and nobody opened yet stays, unless they say `take_back`.
    - Plans end, what waits unasked is cancelled, buttons go (not those of `keep_screen`, which says goodbye).
    - Every yes ends, so that the practitioner sees nothing from now on; coming back is asked anew. Nobody said no, and
      so none is written down.
    - What they kept with us stays up to the day that is named to them (programme.keeping); a new link brings them back
      to it.
    - Their supporters hear nothing more of them, nor they of those whom they support.
    - The crisis numbers stay those of the nation that their practitioner chose.
    - An answer that waits, such as a crisis card, is still sent.
    - The vault remembers it, for a database that was copied before (care.starting).
    """
    if not person.roles:
        return Left.NOT_JOINED
    if person.is_practitioner and await clients.of_practitioner(tx, person.id):
        return Left.HAS_CLIENTS
    if person.is_practitioner and await has_waiting(tx, person.id):
        return Left.HAS_REQUESTS
    if person.is_client:
        await settle_requests(tx, person, take_back=take_back)
        await _leave_as_client(tx, person)
    await supporting.stop_all(tx, person)
    if person.is_practitioner:
        await take_role(tx, person, person.id)
    await people.await_words(tx, person.id, None)
    await leaving.cancel_unasked(tx, person.id, "left")
    for row in await screens.live_of(tx, person.id):
        if row.id != keep_screen:
            await say.retire(tx, row.id)
    tx.vault.note_left(person.id)
    return Left.LEFT


async def take_role(tx: Tx, person: Person, actor_id: int | None) -> None:
    """That person (locked) is no practitioner any more, by their own doing or (None) the operator's."""
    await end_plans(tx, person.id, of_role(Role.PRACTITIONER))
    await leave_route(tx, person)
    await leaving.remove_practitioner(tx, person.id)
    by = {} if actor_id is not None else BY_OPERATOR
    await events.add(tx, "PractitionerLeft", person.id, actor_id, by)


async def settle_requests(tx: Tx, person: Person, *, take_back: bool) -> None:
    """What that person asked of a practitioner, and nobody opened, is taken back or kept."""
    if take_back:
        await requests.take_back(tx, person)
    else:
        await requests.keep(tx, person)


async def _leave_as_client(tx: Tx, person: Person) -> None:
    client = await clients.get(tx, person.id)
    assert client is not None, "the role is that row"
    await end_plans(tx, person.id)
    late = await prompts.added_late(tx, person.id)  # while their yes holds, or it would be erased when it closes
    await closing.close_many(tx, [Ending(one, one.state, "late is over") for one in late], actor_id=person.id)
    await craving.let_go(tx, person.id, "left")
    await supporters.end_all(tx, person)
    await pauses.end(tx, person.id)
    await sessions.remove(tx, person.id)
    await consents.end(tx, person.id, tuple(Item), consents.LEFT)
    if person.nation is None and (nation := await nation_of(tx, person)) is not None:
        await people.set_nation(tx, person.id, nation, person.country)
    await clients.leave(tx, person.id, kept_until(tx.now, person))
    await events.add(tx, "ClientLeft", person.id, person.id, {"practitioner": client.practitioner_id})
    await unshow(tx, client.practitioner_id, person.id, left=True)
