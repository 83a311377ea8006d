"""The week of a client, for their own practitioner alone, and only while the client says yes to it."""

from care.caseload import of_clients, write_looks
from care.names import names_for
from db import clients
from db.tx import Tx
from programme.monday import OfClient
from programme.people import Person
from programme.summary import Week


async def week_of(tx: Tx, practitioner: Person, client_id: int) -> Week | None:
    """The client's last seven local days that are over; None where they are not this practitioner's, or do not show it.

    It reads alone: whoever asks for it on a practitioner's behalf calls `week_asked` once.
    """
    seen = await client_of(tx, practitioner, client_id)
    return None if seen is None else seen.week


async def week_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for their week (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where it is not shown to them.
    """
    seen = await client_of(tx, practitioner, client_id)
    if seen is None or seen.week is None:
        return False
    await write_looks(tx, practitioner, [seen])
    return True


async def client_of(tx: Tx, practitioner: Person, client_id: int) -> OfClient | None:
    """What that practitioner may know of one client; None where they are not theirs."""
    client = await clients.get_of(tx, client_id, practitioner.id)
    if client is None or not practitioner.is_practitioner:
        return None
    found = await of_clients(tx, [client], await names_for(tx, practitioner))
    return found[0] if found else None
