"""Whose client somebody is, what they are called, taking back what was shown, and links passed on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from care.delivery import say
from db import events
from db.delivery import screens
from db.people import accounts, clients, invites
from db.practice import requests, sessions
from db.tx import Tx
from programme.people.person import Client, Person
from programme.practice.events import LinkAdded, LinkBack, LinkChecked, LinkPassedOn, LinkRemoved
from programme.practice.sessions import NOTE_LENGTH, TITLE_LENGTH, Called, Link, marks_of, names_of, read_address


async def authorise_client(tx: Tx, practitioner: Person, client_id: int) -> Person | None:
    """The client, where they are with that practitioner now; None for anybody else's, and for no practitioner."""
    if not practitioner.is_practitioner or not await clients.is_with(tx, client_id, practitioner.id):
        return None
    return await accounts.get(tx, client_id)


async def clients_of(tx: Tx, practitioner: Person) -> Sequence[Client]:
    """Who is with that practitioner now, in the order in which they joined."""
    return await clients.of_practitioner(tx, practitioner.id)


async def practitioner_of(tx: Tx, person: Person) -> Person | None:
    """The practitioner of a client, or of the link that somebody opened and is joining with; None without either, and
    where theirs is none here any more."""
    client = await clients.get(tx, person.id)
    if client is not None and client.left_at is None:
        practitioner = await accounts.get(tx, client.practitioner_id)
        return practitioner if practitioner is not None and practitioner.is_practitioner else None
    invite = await invites.on_the_way(tx, person.id)
    if invite is None or invite.issued_by is None:
        return None
    return await accounts.get(tx, invite.issued_by)


async def names_for(tx: Tx, practitioner: Person) -> Mapping[int, str]:
    """What each client of that practitioner is called; who gave no name is left out.

    Told apart from one another, from those who left, and from clients of colleagues whose request waits with them. In
    as many statements for forty as for one.
    """
    return names_of(await _read_of(tx, practitioner))


async def marks_for(tx: Tx, practitioner: Person) -> Mapping[int, str]:
    """What tells those apart who share a name, of the same people."""
    return marks_of(await _read_of(tx, practitioner))


async def _read_of(tx: Tx, practitioner: Person) -> Collection[Called]:
    theirs = await clients.ever_of(tx, practitioner.id)
    asked = {one.person_id for one in await requests.waiting(tx, practitioner.id) if one.person_id is not None}
    known = await accounts.get_many(tx, theirs | asked)
    labels = await invites.labels_of(tx, known)
    return [Called(one, person.name, labels.get(one)) for one, person in known.items()]


LISTS: Final = ("weekly", "client_list", "erratum")  # screens of all of a practitioner's clients
# What is entered about one client, by name.
ENTRIES: Final = ("ask_heard", "ask_reading", "ask_session", "follow_up", "hsi_entry")
LOOK_BACK: Final = timedelta(weeks=8)  # Mondays and lists that are edited: what is older is scrolled away
MOST_MESSAGES: Final = 60  # messages of one practitioner that are edited for one client, the newest


async def unshow(tx: Tx, practitioner_id: int, client_id: int, *, left: bool = False) -> int:
    """Edit what stands on that practitioner's phone so that it shows of that client what they show now; how many.

    - Every screen about that client, and the lists and Mondays of the last LOOK_BACK, also those that have lost their
      buttons: a bot may edit its own messages for as long as they stand.
    - `left`: what was being entered about them becomes their page, which says that they are not there any more.
    - What was sent on, noted down or read stays so, and Telegram may refuse: the client is told that.
    """
    about = await screens.sent_of(tx, practitioner_id, say.OF_CLIENT, subject_id=client_id)
    lists = await screens.sent_of(tx, practitioner_id, LISTS, since=tx.now - LOOK_BACK)
    entries = await screens.sent_of(tx, practitioner_id, ENTRIES, subject_id=client_id) if left else []
    found = sorted((*about, *lists, *entries), key=lambda row: row.id, reverse=True)[:MOST_MESSAGES]
    for row in found:
        if row.name in ENTRIES:
            await say.become(tx, row.id, "summary", subject_id=client_id)
        else:
            await say.refresh(tx, row.id)
    return len(found)


async def unshow_of(tx: Tx, client_id: int) -> None:
    """The same for whoever that client is with now, where they are with somebody."""
    client = await clients.get(tx, client_id)
    if client is not None and client.left_at is None:
        await unshow(tx, client.practitioner_id, client_id)


async def refresh_of(tx: Tx, person: Person) -> None:
    """What that client's practitioner has open of them shows what they may see now."""
    client = await clients.get(tx, person.id)
    if client is not None:
        await say.refresh_client(tx, client.practitioner_id, person.id)


async def has_left(tx: Tx, person: Person) -> bool:
    """Whether they were a client, and are none any more."""
    client = await clients.get(tx, person.id)
    return client is not None and client.left_at is not None


MOST_LINKS = 20  # of one practitioner: a button each


async def links_of(tx: Tx, practitioner: Person) -> Sequence[Link]:
    """What that practitioner passes on now."""
    return await sessions.links_of_practitioner(tx, practitioner.id)


async def own_link(tx: Tx, practitioner: Person, link_id: int | None) -> Link | None:
    """That link, passed on or not, where it is theirs."""
    return await sessions.get_link(tx, link_id or 0, practitioner.id) if practitioner.is_practitioner else None


async def links_for(tx: Tx, client: Person) -> Sequence[Link]:
    """What that client's practitioner passes on to them; nothing for anybody else."""
    found = await clients.get(tx, client.id)
    if found is None or found.left_at is not None:
        return ()
    return await sessions.links_for_client(tx, client.id, found.practitioner_id)


async def add_link(tx: Tx, practitioner: Person, text: str) -> int | None:
    """Keep that address, called by its host so far; clients see it once `pass_on_link` says so. Gives its id.

    None where we do not take the address (see programme.practice.sessions.read_address), or MOST are there.
    """
    address = read_address(text)
    if address is None or not practitioner.is_practitioner or len(await links_of(tx, practitioner)) >= MOST_LINKS:
        return None
    made = await sessions.add_link(tx, practitioner.id, "", address)
    await events.add(tx, practitioner.id, LinkAdded(made), actor=practitioner.id)
    return made


async def describe_link(
    tx: Tx, practitioner: Person, link_id: int, *, title: str | None = None, note: str | None = None
) -> Link | None:
    """What it is called, or what is said of it ("" for nothing). None where it is not theirs, or a title is empty."""
    found = await sessions.get_link(tx, link_id, practitioner.id)
    if found is None:
        return None
    if title is not None:
        found = replace(found, title=" ".join(title.split())[:TITLE_LENGTH].strip())
    if note is not None:
        found = replace(found, note=" ".join(note.split())[:NOTE_LENGTH].strip() or None)
    if title is not None and not found.title:
        return None
    await sessions.change_link(tx, found)
    return found


async def pass_on_link(tx: Tx, practitioner: Person, link_id: int, client_id: int | None) -> bool:
    """All of their clients see it from now on (None), or that one; False where it or the client is not theirs."""
    found = await sessions.get_link(tx, link_id, practitioner.id)
    if found is None or (client_id is not None and not await clients.is_with(tx, client_id, practitioner.id)):
        return False
    await sessions.change_link(tx, replace(found, client_id=client_id))
    await sessions.end_link(tx, found, None)
    await events.add(tx, practitioner.id, LinkPassedOn(link=link_id, all=client_id is None), actor=practitioner.id)
    return True


async def check_link(tx: Tx, practitioner: Person, link_id: int) -> bool:
    """The practitioner looked at it now, and it still fits."""
    found = await sessions.get_link(tx, link_id, practitioner.id)
    if found is None:
        return False
    await sessions.link_checked(tx, found)
    await events.add(tx, practitioner.id, LinkChecked(link_id), actor=practitioner.id)
    return True


async def remove_link(tx: Tx, practitioner: Person, link_id: int, *, back: bool = False) -> bool:
    """No client sees it any more; `back`: they do after all."""
    found = await sessions.get_link(tx, link_id, practitioner.id)
    if found is None:
        return False
    await sessions.end_link(tx, found, None if back else tx.now)
    await events.add(tx, practitioner.id, (LinkBack if back else LinkRemoved)(link_id), actor=practitioner.id)
    return True
