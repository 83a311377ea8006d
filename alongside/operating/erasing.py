"""`alongside erase`: everything about one person goes, as when they tap "erase all" themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from alongside.clock import WallClock
from alongside.operate import console, memory
from alongside.operating.find_person import confirmed, find, refuse_unasked, roles_of, who_types
from alongside.settings import read_settings
from alongside.trouble import RequestsWait, StillNeeded
from care.operators import starting
from care.people.leaving import Erased, Left, erase_for_operator, settle
from db.people import accounts, clients, data_inventory
from db.practice import requests
from db.store.engine import Database
from db.tx import Tx
from programme.people.person import Person


@dataclass(frozen=True, slots=True)
class ErasureSummary:
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


async def _look(tx: Tx, number: int | None, telegram: int | None) -> ErasureSummary:
    person = await find(tx, number, telegram)
    theirs = await clients.of_practitioner(tx, person.id) if person.is_practitioner else []
    waits = person.is_practitioner and await requests.has_waiting(tx, person.id)
    since = await data_inventory.held_since(tx, person.id)
    return ErasureSummary(person, since, await data_inventory.held_rows(tx, person), len(theirs), waits)


def _refuse(goes: ErasureSummary) -> None:
    if goes.clients:
        raise StillNeeded(person=goes.person.id, clients=goes.clients)
    if goes.requests:
        raise RequestsWait(person=goes.person.id)


def _say(goes: ErasureSummary) -> None:
    here = f"here since {goes.since:%d %b %Y}, {roles_of(goes.person)}"
    console.print(f"Person {goes.person.id}, {here}. What is kept about them, by rows:")
    for title, count in sorted(goes.rows.items()):
        console.print(f"  {count:>6}  {title}", markup=False)
    console.print(
        "All of it goes, and the key to their words with it. This cannot be undone. Nothing is sent to them. A request"
        " for help that nobody opened stays for whoever has it, with a first name and its time.",
    )


async def _erase(database: Database, goes: ErasureSummary) -> None:
    now, by = WallClock().now(), who_types()

    async def work(tx: Tx) -> Erased | Left:
        await accounts.lock_accounts(tx, [goes.person.telegram_id])
        return await erase_for_operator(tx.at(now), await find(tx, goes.person.id, None), by)

    done = await database.write(work)
    if not isinstance(done, Erased):  # somebody came while it was asked
        _refuse(await database.read(lambda tx: _look(tx, goes.person.id, None)))
        raise RequestsWait(person=goes.person.id)
    settle(database.vault, done)
    starting.confirm_start(database.vault, await database.write(lambda tx: starting.check_at_start(tx.at(now))))
    emptied = await database.drop_deleted()
    console.print(f"Person {goes.person.id} is erased.")
    if not emptied:
        console.print("The log beside the file is emptied in the next night: somebody was reading.")
    console.print(
        "In copies of the database their name and words cannot be read any more; times and marks can. Delete copies in"
        " your time.",
    )
