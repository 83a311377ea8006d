""" "Tell Lee": the request reaches Lee's chat, and the client hears that it was opened."""

from datetime import timedelta

from care.leave import leave
from care.requests import Asked, ask_practitioner, open_request
from db import events, outbox, requests, screens
from db.engine import Database
from programme.people import Person
from tests.acts.joined import NOW, fresh, lee, sam, stranger

LATER = NOW + timedelta(hours=14)


async def ask(database: Database, person: Person) -> int:
    """The client asks; the request's id."""
    asked = await database.write(lambda tx: ask_practitioner(tx, NOW, person))
    assert isinstance(asked, Asked)
    return asked.request_id


async def said(database: Database, person: Person, name: str) -> list[str]:
    """The keys of what is put down to be said to that person on screens of that name."""
    rows = await database.read(lambda tx: outbox.of_person(tx, person.id))
    shown = {row.id for row in await database.read(lambda tx: screens.live_of(tx, person.id, name))}
    return [f"{row.verb} {row.key}" for row in rows if row.screen_id in shown]


async def test_a_request_goes_to_ones_own_practitioner(database: Database) -> None:
    """A message about this request waits in Lee's chat, and the client's history says that they asked."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    person = await sam(database, practitioner)
    request_id = await ask(database, person)
    assert await said(database, practitioner, "request") == [f"send r{request_id}:tell"]
    assert await said(database, other, "request") == []
    [request] = await database.read(lambda tx: requests.waiting(tx, practitioner.id))
    assert (request.id, request.person_id, request.opened_at) == (request_id, person.id, None)
    assert len(await database.read(lambda tx: events.of_person(tx, person.id, kind="RequestMade"))) == 1


async def test_asking_twice_is_asking_once_until_it_is_opened(database: Database) -> None:
    """A double tap alarms nobody; after it was opened, asking is a new request."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id = await ask(database, person)
    assert await database.write(lambda tx: ask_practitioner(tx, NOW, person)) == Asked(request_id, is_new=False)
    assert len(await said(database, practitioner, "request")) == 1
    await database.write(lambda tx: open_request(tx, LATER, practitioner, request_id))
    assert await ask(database, person) != request_id


async def test_the_client_hears_once_that_it_was_opened(database: Database) -> None:
    """Opening twice tells once; the time of the first opening stays."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id = await ask(database, person)
    first = await database.write(lambda tx: open_request(tx, LATER, practitioner, request_id))
    second = await database.write(lambda tx: open_request(tx, LATER + timedelta(days=1), practitioner, request_id))
    assert first is not None
    assert first == second
    assert first.opened_at == LATER
    assert await said(database, person, "request_opened") == [f"send r{request_id}:opened"]
    [event] = await database.read(lambda tx: events.of_person(tx, person.id, kind="RequestOpened"))
    assert (event.actor_id, event.at) == (practitioner.id, LATER)


async def test_nobody_is_woken_by_that(database: Database) -> None:
    """Opened at night where the client is, it is told in the morning."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id, night = await ask(database, person), NOW.replace(hour=23)
    await database.write(lambda tx: open_request(tx, night, practitioner, request_id))
    [row] = [one for one in await database.read(lambda tx: outbox.of_person(tx, person.id)) if one.key]
    assert (row.key, row.not_before) == (f"r{request_id}:opened", night + timedelta(hours=8))


async def test_another_practitioner_cannot_open_it(database: Database) -> None:
    """A request with a foreign id stays unopened."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    request_id = await ask(database, await sam(database, practitioner))
    assert await database.write(lambda tx: open_request(tx, LATER, other, request_id)) is None
    assert len(await database.read(lambda tx: requests.waiting(tx, practitioner.id))) == 1


async def test_there_is_nobody_to_tell_without_a_practitioner(database: Database) -> None:
    """A stranger, the practitioner themselves and somebody who left get None, and nobody is written to."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    await database.write(lambda tx: leave(tx, NOW, person))
    for somebody in (await stranger(database, 9), practitioner, await fresh(database, person)):
        assert await database.write(lambda tx, who=somebody: ask_practitioner(tx, NOW, who)) is None  # type: ignore[misc]
    assert await said(database, practitioner, "request") == []
