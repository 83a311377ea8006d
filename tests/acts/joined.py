"""People who came in by the front door: a stranger, Lee with link and code, Sam with Lee's link, step by step."""

from datetime import UTC, datetime, time

from care.people.invites import (
    Confirmed,
    OpenedInvite,
    confirm_code,
    make_client_invite,
    make_practitioner_invite,
    open_invite,
)
from care.people.joining import choose_items, set_helped, set_name, set_time
from db.people import accounts
from db.store.engine import Database
from programme.people.consent import JOINING, Choices
from programme.people.person import Person

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)  # a Sunday, 17:00 in London
ALL = Choices(frozenset(JOINING))


async def stranger(database: Database, telegram_id: int = 1) -> Person:
    """Somebody who wrote for the first time."""
    return await database.write(lambda tx: accounts.ensure(tx.at(NOW), telegram_id, "en"))


async def fresh(database: Database, person: Person) -> Person:
    """The person as they are remembered now."""
    found = await database.read(lambda tx: accounts.get(tx, person.id))
    assert found is not None
    return found


async def lee(database: Database, telegram_id: int = 100, name: str = "Lee") -> Person:
    """A practitioner, come in with link and code."""
    person = await stranger(database, telegram_id)
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), name))
    opened = await database.write(lambda tx: open_invite(tx.at(NOW), person, token))
    assert isinstance(opened, OpenedInvite)
    done = await database.write(lambda tx: confirm_code(tx.at(NOW), person, opened.invite.id, code))
    assert isinstance(done, Confirmed)
    return await fresh(database, person)


async def link(database: Database, practitioner: Person, label: str | None = None, *, now: datetime = NOW) -> str:
    """A fresh link for a client of that practitioner."""
    made = await database.write(lambda tx: make_client_invite(tx.at(now), practitioner, label))
    assert made is not None
    return made.token


async def invited(database: Database, practitioner: Person, telegram_id: int = 200) -> Person:
    """Somebody who opened a link of that practitioner, and no more."""
    person = await stranger(database, telegram_id)
    token = await link(database, practitioner)
    opened = await database.write(lambda tx: open_invite(tx.at(NOW), person, token))
    assert isinstance(opened, OpenedInvite)
    return person


async def sam(
    database: Database, practitioner: Person, telegram_id: int = 200, *, choices: Choices = ALL, name: str = "Sam"
) -> Person:
    """A client of that practitioner who joined step by step; with check-ins, at 18:30 in London."""
    person = await invited(database, practitioner, telegram_id)
    await database.write(lambda tx: choose_items(tx.at(NOW), person, choices))
    await database.write(lambda tx: set_name(tx.at(NOW), person, name))
    if choices.check_in:
        await database.write(lambda tx: set_time(tx.at(NOW), person, time(18, 30)))
    joined = await fresh(database, person)
    await database.write(lambda tx: set_helped(tx.at(NOW), joined, "A walk"))
    return await fresh(database, person)
