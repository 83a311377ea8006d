"""Links that a practitioner passes on: added in steps, seen once it is said for whom, looked at, taken off."""

from collections.abc import Sequence
from dataclasses import replace

from db import clients, events, links
from db.tx import Tx
from programme.link import NOTE_LENGTH, TITLE_LENGTH, Link, read_address
from programme.people import Person

MOST = 20  # of one practitioner: a button each


async def links_of(tx: Tx, practitioner: Person) -> Sequence[Link]:
    """What that practitioner passes on now."""
    return await links.of_practitioner(tx, practitioner.id)


async def links_for(tx: Tx, client: Person) -> Sequence[Link]:
    """What that client's practitioner passes on to them; nothing for anybody else."""
    found = await clients.get(tx, client.id)
    if found is None or found.left_at is not None:
        return ()
    return await links.for_client(tx, client.id, found.practitioner_id)


async def add_link(tx: Tx, practitioner: Person, text: str) -> int | None:
    """Keep that address, called by its host so far; clients see it once `pass_on` says so. Gives its id.

    None where we do not take the address (see programme.link.read_address), or MOST are there.
    """
    address = read_address(text)
    if address is None or not practitioner.is_practitioner or len(await links_of(tx, practitioner)) >= MOST:
        return None
    made = await links.add(tx, practitioner.id, "", address)
    await events.add(tx, "LinkAdded", practitioner.id, practitioner.id, {"link": made})
    return made


async def describe(
    tx: Tx, practitioner: Person, link_id: int, *, title: str | None = None, note: str | None = None
) -> Link | None:
    """What it is called, or what is said of it ("" for nothing). None where it is not theirs, or a title is empty."""
    found = await links.get(tx, link_id, practitioner.id)
    if found is None:
        return None
    if title is not None:
        found = replace(found, title=" ".join(title.split())[:TITLE_LENGTH].strip())
    if note is not None:
        found = replace(found, note=" ".join(note.split())[:NOTE_LENGTH].strip() or None)
    if title is not None and not found.title:
        return None
    await links.change(tx, found)
    return found


async def pass_on(tx: Tx, practitioner: Person, link_id: int, client_id: int | None) -> bool:
    """All of their clients see it from now on (None), or that one; False where it or the client is not theirs."""
    found = await links.get(tx, link_id, practitioner.id)
    if found is None or (client_id is not None and not await clients.is_with(tx, client_id, practitioner.id)):
        return False
    await links.change(tx, replace(found, client_id=client_id))
    await links.end(tx, found, None)
    data = {"link": link_id, "all": client_id is None}
    await events.add(tx, "LinkPassedOn", practitioner.id, practitioner.id, data)
    return True


async def check_link(tx: Tx, practitioner: Person, link_id: int) -> bool:
    """The practitioner looked at it now, and it still fits."""
    found = await links.get(tx, link_id, practitioner.id)
    if found is None:
        return False
    await links.checked(tx, found)
    await events.add(tx, "LinkChecked", practitioner.id, practitioner.id, {"link": link_id})
    return True


async def remove_link(tx: Tx, practitioner: Person, link_id: int, *, back: bool = False) -> bool:
    """No client sees it any more; `back`: they do after all."""
    found = await links.get(tx, link_id, practitioner.id)
    if found is None:
        return False
    await links.end(tx, found, None if back else tx.now)
    kind = "LinkBack" if back else "LinkRemoved"
    await events.add(tx, kind, practitioner.id, practitioner.id, {"link": link_id})
    return True
