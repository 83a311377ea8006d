"""Whose client somebody is: what a practitioner looks up or enters is about a client who is with them now."""

from db import clients, people
from db.tx import Tx
from programme.people import Person


async def own_client(tx: Tx, practitioner: Person, client_id: int) -> Person | None:
    """The client, where they are with that practitioner now; None for anybody else's, and for no practitioner."""
    if not practitioner.is_practitioner or not await clients.is_with(tx, client_id, practitioner.id):
        return None
    return await people.get(tx, client_id)
