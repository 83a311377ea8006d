"""Who saw or changed what of whom, as a chain: what was changed is named, and what was erased leaves it whole."""

import asyncio
from collections.abc import Collection
from datetime import timedelta

import pytest
from sqlalchemy import Executable, delete, func, select, update
from sqlalchemy.exc import IntegrityError

from care.operators.trail import Chained, Verified, chain_up, seen_of, verify
from care.people.leaving import erase
from care.practice.caseload import week_asked
from db import events
from db.events import ChainHead
from db.store.engine import Database
from db.tables import audit as table
from db.tables import events as happened
from programme.event import EVENTS, Category
from programme.event_kinds import CHAINED, CHAINED_OF_OTHERS
from programme.people.events import NameSet
from programme.people.person import Person
from tests.acts.joined import NOW, lee, sam

AUDITED = [*CHAINED, *CHAINED_OF_OTHERS]


async def chained(database: Database) -> Chained:
    """Puts what happened into the chain."""
    return await database.write(lambda tx: chain_up(tx.at(NOW)))


async def verified(database: Database, expected: ChainHead | None = None) -> Verified:
    """Looks through it."""
    return await database.read(lambda tx: verify(tx, expected))


async def by_hand(database: Database, statement: Executable) -> None:
    """What somebody does past the service."""
    await database.write(lambda tx: tx.run(statement))


async def broken(database: Database, expected: ChainHead | None = None) -> list[tuple[int, str]]:
    """The numbers at which it does not hold, and why."""
    return [(one.number, one.why) for one in (await verified(database, expected)).broken]


@pytest.fixture
async def people(database: Database) -> tuple[Person, Person]:
    """Lee and Sam, whose week Lee looked at; all of it is chained."""
    practitioner = await lee(database)
    client = await sam(database, practitioner)
    await database.write(lambda tx: week_asked(tx.at(NOW + timedelta(hours=1)), practitioner, client.id))
    await chained(database)
    return practitioner, client


async def test_it_holds_and_goes_on(database: Database, people: tuple[Person, Person]) -> None:
    """Numbers from one on without a gap; the same events are chained once, and what happens later follows."""
    before = await verified(database)
    assert (before.holds, before.emptied) == (True, 0)
    assert (await chained(database)).chained == 0
    await database.write(lambda tx: week_asked(tx.at(NOW + timedelta(hours=2)), people[0], people[1].id))
    assert (await chained(database)).number == before.head.number + 1
    assert (await verified(database, before.head)).holds


async def test_whose_look_it_was(database: Database, people: tuple[Person, Person]) -> None:
    """Of Sam it says that Lee looked, and that Sam said yes; by number, and with nobody's name."""
    practitioner, client = people
    found = await database.read(lambda tx: seen_of(tx, client.id))
    assert ("SummaryRead", practitioner.id) in {(one.kind, one.actor_id) for one in found}
    assert ("ConsentSet", client.id) in {(one.kind, one.actor_id) for one in found}
    assert all(one.number for one in found)


async def test_what_was_changed_is_named(database: Database, people: tuple[Person, Person]) -> None:
    """Another actor in an event, and a number that was made to fit: each is named, and nothing else."""
    number = (await verified(database)).head.number
    looked = happened.c.kind == "SummaryRead"
    await by_hand(database, update(happened).where(looked).values(actor_id=people[1].id))
    assert await broken(database) == [(number, "changed")]
    await by_hand(database, update(happened).where(looked).values(actor_id=people[0].id))
    await by_hand(database, update(table).where(table.c.number == 3).values(digest=bytes(32), salt=None))
    assert await broken(database) == [(3, "changed"), (3, "linked")]


@pytest.mark.parametrize("gone", [{1}, {4}, {4, 5}], ids=["first", "one", "two"])
async def test_what_was_taken_out_is_named(
    database: Database, people: tuple[Person, Person], gone: Collection[int]
) -> None:
    """A number that is not there, or several."""
    await by_hand(database, delete(table).where(table.c.number.in_(gone)))
    assert (min(gone), "missing") in await broken(database)


async def test_a_head_that_was_kept_elsewhere(database: Database, people: tuple[Person, Person]) -> None:
    """The end cut off, or all of it made anew, holds by itself: with the head of before it does not."""
    before = await verified(database)
    await by_hand(database, delete(table).where(table.c.number == before.head.number))
    assert (await verified(database)).holds
    assert await broken(database, before.head) == [(before.head.number, "missing")]
    await by_hand(database, delete(table))
    await chained(database)
    assert (await verified(database)).holds
    assert await broken(database, before.head) == [(before.head.number, "expected")]


async def test_an_erasure_leaves_empty_numbers(database: Database, people: tuple[Person, Person]) -> None:
    """Nothing of Sam is in it at once, the chain holds as before, and so it does when it goes on."""
    before = await verified(database)
    theirs = len(await database.read(lambda tx: seen_of(tx, people[1].id)))
    await database.write(lambda tx: erase(tx.at(NOW), people[1]))
    after = await verified(database, before.head)
    assert (after.holds, after.emptied, after.gone) == (True, theirs, 0)
    assert await database.read(lambda tx: seen_of(tx, people[1].id)) == []
    await database.write(lambda tx: events.add(tx.at(NOW), people[0].id, NameSet(), people[0].id))
    assert (await chained(database)).number == before.head.number + 1
    assert (await verified(database, before.head)).holds


async def test_what_went_by_its_age(database: Database, people: tuple[Person, Person]) -> None:
    """An event that went by night is named as gone, and empty after the next one; the chain holds."""
    await by_hand(database, delete(happened).where(happened.c.kind == "SummaryRead"))
    assert (await verified(database)).gone == 1
    assert await database.write(events.empty_links_of_gone) == 1
    after = await verified(database)
    assert (after.holds, after.emptied, after.gone) == (True, 1, 0)


async def test_a_late_writer_is_not_left_out(database: Database, people: tuple[Person, Person]) -> None:
    """An event with a lower number than what is chained, as of a transaction that ended late, is chained next."""
    first = (await database.read(lambda tx: tx.run(select(func.min(happened.c.id))))).scalar_one()
    await by_hand(database, update(happened).where(happened.c.id == first).values(id=-1))
    await by_hand(database, update(table).where(table.c.event_id == first).values(event_id=None, salt=None))
    await by_hand(database, update(happened).where(happened.c.id == -1).values(id=first))
    assert (await chained(database)).chained == 1


async def test_two_processes_give_no_number_twice(database: Database, people: tuple[Person, Person]) -> None:
    """Whoever comes second finds nothing left, or is rolled back and comes again."""
    await database.write(lambda tx: events.add(tx.at(NOW), people[1].id, NameSet(), people[1].id))
    done = await asyncio.gather(chained(database), chained(database), return_exceptions=True)
    assert sum(one.chained for one in done if isinstance(one, Chained)) == 1
    assert all(isinstance(one, (Chained, IntegrityError)) for one in done)
    assert (await verified(database)).holds


def test_what_is_chained() -> None:
    """Each look, each yes and each act, and answers that somebody else entered; nothing of a crisis card."""
    assert {name for name, kind in EVENTS.items() if kind.category is Category.LOOK} <= CHAINED
    assert not CHAINED & CHAINED_OF_OTHERS
    assert "CrisisCardShown" not in AUDITED
    assert {"HandedOver", "TextStopped", "RequestHanded", "ConsentSet", "InviteTakenBack"} <= CHAINED
