"""`alongside erase`: everything about one person goes, as when they tap "erase all" themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from alongside.asking import confirmed, refuse_unasked
from alongside.clock import WallClock
from alongside.operate import console, memory
from alongside.settings import read_settings
from alongside.trouble import RequestsWait, StillNeeded
from alongside.whom import find, roles_of, who_types
from care import starting
from care.erase import Erased, erase_for_operator, settle
from care.leave import Left
from db import clients, held, people, requests
from db.engine import Database
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Goes:
    """Whom it is about, how many rows go by what they are, and whether somebody still needs them."""

    person: Person
    since: datetime
    rows: Mapping[str, int]
    clients: int
    requests: bool


async def erase(number: int | None, telegram: int | None, *, yes: bool) -> int:
    """Says what goes, asks unless `yes`, and erases. Raises trouble; 1 where it was not wanted."""
    if not yes:
        refuse_unasked()
    async with memory(read_settings()) as database:
        goes = await database.read(lambda tx: _look(tx, number, telegram))
        _refuse(goes)
        _say(goes)
        if not yes and not confirmed("Erase all of it?"):
            return 1
        await _erase(database, goes)
    return 0


async def _look(tx: Tx, number: int | None, telegram: int | None) -> Goes:
    person = await find(tx, number, telegram)
    theirs = await clients.of_practitioner(tx, person.id) if person.is_practitioner else []
    waits = person.is_practitioner and await requests.has_waiting(tx, person.id)
    since = await held.since(tx, person.id)
    return Goes(person, since, await held.rows(tx, person), len(theirs), waits)


def _refuse(goes: Goes) -> None:
    if goes.clients:
        raise StillNeeded(person=goes.person.id, clients=goes.clients)
    if goes.requests:
        raise RequestsWait(person=goes.person.id)


def _say(goes: Goes) -> None:
    here = f"here since {goes.since:%d %b %Y}, {roles_of(goes.person)}"
    console.print(f"Person {goes.person.id}, {here}. What is kept about them, by rows:")
    for title, count in sorted(goes.rows.items()):
        console.print(f"  {count:>6}  {title}", markup=False)
    console.print(
        "All of it goes, and the key to their words with it. This cannot be undone. Nothing is sent to them. A request"
        " for help that nobody opened stays for whoever has it, with a first name and its time.",
    )


async def _erase(database: Database, goes: Goes) -> None:
    now, by = WallClock().now(), who_types()

    async def work(tx: Tx) -> Erased | Left:
        await people.lock_accounts(tx, [goes.person.telegram_id])
        return await erase_for_operator(tx.at(now), await find(tx, goes.person.id, None), by)

    done = await database.write(work)
    if not isinstance(done, Erased):  # somebody came while it was asked
        _refuse(await database.read(lambda tx: _look(tx, goes.person.id, None)))
        raise RequestsWait(person=goes.person.id)
    settle(database.vault, done)
    starting.confirm(database.vault, await database.write(lambda tx: starting.check(tx.at(now))))
    emptied = await database.drop_deleted()
    console.print(f"Person {goes.person.id} is erased.")
    if not emptied:
        console.print("The log beside the file is emptied in the next night: somebody was reading.")
    console.print(
        "In copies of the database their name and words cannot be read any more; times and marks can. Delete copies in"
        " your time.",
    )
