"""The Heaviness of Smoking Index: answered by the client, or entered by their practitioner; each answer stays."""

from care.own_client import own_client
from care.toolkit import keeps_words
from db import events, hsi
from db.tx import Tx
from programme.people import Person
from programme.scales.hsi import Hsi


async def tell_hsi(tx: Tx, person: Person, said: Hsi) -> bool:
    """Keep what that client says, beside what was said before; False where answers are not to be kept."""
    if not await keeps_words(tx, person):
        return False
    await hsi.add(tx, person.id, said, None)
    await events.add(tx, "HsiAnswered", person.id, person.id)
    return True


async def enter_hsi(tx: Tx, practitioner: Person, client_id: int, said: Hsi) -> bool:
    """The practitioner enters it for a client of theirs; False for anybody else's, and where nothing is to be kept."""
    client = await own_client(tx, practitioner, client_id)
    if client is None or not await keeps_words(tx, client):
        return False
    await hsi.add(tx, client.id, said, practitioner.id)
    await events.add(tx, "HsiEntered", client.id, practitioner.id)
    return True
