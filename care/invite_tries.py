"""How often somebody tried a wrong link or wrong digits lately: guessing is slow for everybody (RELIABILITY.md 4.1)."""

from dataclasses import replace

from db import events
from db.tx import Tx
from programme.event import NewEvent
from programme.events.people import InviteTried
from programme.invite import TRY_WINDOW
from programme.people import Person


async def tries_of(tx: Tx, person: Person) -> int:
    """How many wrong links and codes that account tried within the last TRY_WINDOW, whoever it was meanwhile."""
    since, whose = tx.now - TRY_WINDOW, _fingerprint(tx, person)
    before = [one for one in await events.of_nobody(tx, InviteTried, since) if one.event.whose == whose]
    return len(before) + await events.count_since(tx, person.id, InviteTried, since)


async def count_try(tx: Tx, person_id: int, what: str) -> None:
    """Write down a wrong "link" or "code"."""
    await events.add(tx, person_id, InviteTried(what), actor=person_id)


async def outlive(tx: Tx, person: Person) -> None:
    """That person is about to be erased: their wrong tries count on for the account, by a keyed fingerprint that names
    nobody (and go after a day: care.retention)."""
    whose = _fingerprint(tx, person)
    for one in await events.of_person(tx, person.id, kind=InviteTried):
        if one.at > tx.now - TRY_WINDOW:
            await events.add_many(tx.at(one.at), [NewEvent(replace(one.event, whose=whose), None)])


async def forget_old(tx: Tx) -> int:
    """Tries of people who were erased go when they count no more; how many."""
    return await events.drop_of_nobody(tx, InviteTried, tx.now - TRY_WINDOW)


def _fingerprint(tx: Tx, person: Person) -> str:
    return tx.vault.fingerprint("tries", str(person.telegram_id)).hex()
