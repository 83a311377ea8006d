"""How often somebody tried a wrong link or wrong digits lately: guessing is slow for everybody (RELIABILITY.md 4.1)."""

from typing import Final

from db import events
from db.tx import Tx
from programme.event import NewEvent
from programme.invite import TRY_WINDOW
from programme.people import Person

TRIED: Final = "InviteTried"  # data: what; of somebody who was erased since also whose, a fingerprint
_WHOSE: Final = "whose"


async def tries_of(tx: Tx, person: Person) -> int:
    """How many wrong links and codes that account tried within the last TRY_WINDOW, whoever it was meanwhile."""
    since, whose = tx.now - TRY_WINDOW, _fingerprint(tx, person)
    before = [one for one in await events.of_nobody(tx, TRIED, since) if one.data.get(_WHOSE) == whose]
    return len(before) + await events.count_since(tx, person.id, TRIED, since)


async def count_try(tx: Tx, person_id: int, what: str) -> None:
    """Write down a wrong "link" or "code"."""
    await events.add(tx, TRIED, person_id, person_id, {"what": what})


async def outlive(tx: Tx, person: Person) -> None:
    """That person is about to be erased: their wrong tries count on for the account, by a keyed fingerprint that names
    nobody (and go after a day: care.retention)."""
    data = {_WHOSE: _fingerprint(tx, person)}
    for one in await events.of_person(tx, person.id, kind=TRIED):
        if one.at > tx.now - TRY_WINDOW:
            await events.add_many(tx.at(one.at), [NewEvent(TRIED, None, None, {**one.data, **data})])


async def forget_old(tx: Tx) -> int:
    """Tries of people who were erased go when they count no more; how many."""
    return await events.drop_of_nobody(tx, TRIED, tx.now - TRY_WINDOW)


def _fingerprint(tx: Tx, person: Person) -> str:
    return tx.vault.fingerprint("tries", str(person.telegram_id)).hex()
