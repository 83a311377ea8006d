"""What was set aside is looked at, tried once more, dropped, and goes by itself in its time."""

from datetime import timedelta

from sqlalchemy import select, update

from care.delivery.say import show
from care.operators import trail as acts
from care.operators.trail import SetAsideResult
from care.people.retention import retention
from db import events
from db.delivery import inbox, outbox, sending
from db.delivery.inbox import NewUpdate
from db.delivery.outbox import OutboxState
from db.delivery.sending import SendEnding, end
from db.store.engine import Database
from db.tables import inbox as inbox_table
from db.tables import outbox as outbox_table
from db.tx import Tx
from programme.people.person import Person
from programme.people.retention import SET_ASIDE
from tests.acts.joined import NOW, stranger

WORDS = '{"update_id": 7, "message": {"text": "I walked today"}}'


async def dead(database: Database, payload: str | None = WORDS, *, crisis: bool = False) -> Person:
    """Somebody whose update 7 was set aside."""
    person = await stranger(database)
    new = NewUpdate(7, 1, payload, wordy=False, crisis=crisis)

    async def come(tx: Tx) -> None:
        await inbox.add(tx.at(NOW), [new])
        await inbox.set_aside(tx, 7, attempts=4, error="KeyError")

    await database.write(come)
    return person


async def uncertain(database: Database, screen: str = "note") -> tuple[Person, int]:
    """Somebody with a message of unknown fate, and its number."""
    person = await stranger(database)

    async def hide(tx: Tx) -> int:
        await show(tx.at(NOW), person.id, screen, {"key": "held"})
        (row,) = await outbox.of_person(tx, person.id)
        await tx.run(update(outbox_table).values(attempts=4, ambiguous=4))
        await end(tx.at(NOW), [SendEnding(row, OutboxState.UNCERTAIN, "answers-hidden", ambiguous=4)])
        return row.id

    return person, await database.write(hide)


async def kinds(database: Database, person: Person) -> list[str]:
    """What happened to them."""
    return [one.kind for one in await database.read(lambda tx: events.of_person(tx, person.id))]


async def test_an_update_has_one_more_go(database: Database) -> None:
    """With its words, in its person's order, once; and an event says so."""
    person = await dead(database)
    assert await database.write(lambda tx: acts.retry_update(tx.at(NOW), 7)) is SetAsideResult.DONE
    (row,) = await database.write(lambda tx: inbox.take(tx.at(NOW), limit=9))
    assert (row.update_id, row.payload, row.attempts) == (7, WORDS, 4)
    assert await kinds(database, person) == ["UpdateRetried"]
    assert await database.write(lambda tx: acts.retry_update(tx.at(NOW), 7)) is SetAsideResult.NOT_THERE


async def test_words_that_brought_a_card_are_not_there_to_be_handled(database: Database) -> None:
    """They were not kept: it can be dropped and nothing else."""
    await dead(database, crisis=True)
    assert await database.write(lambda tx: acts.retry_update(tx.at(NOW), 7)) is SetAsideResult.NOT_KEPT
    assert await database.write(lambda tx: acts.drop_update(tx.at(NOW), 7)) is SetAsideResult.DONE


async def test_a_dropped_update_keeps_its_number_alone(database: Database) -> None:
    """Its words go, so that a repeat of it is still known and nothing else is."""
    person = await dead(database)
    assert await database.write(lambda tx: acts.drop_update(tx.at(NOW), 7)) is SetAsideResult.DONE
    row = (await database.read(lambda tx: tx.run(select(inbox_table)))).one()
    assert (row.state, row.payload) == ("done", None)
    assert await database.read(sending.dead_updates) == []
    assert await kinds(database, person) == ["UpdateDropped"]


async def test_what_is_set_aside_has_an_end(database: Database) -> None:
    """After 14 days it goes by itself, and the night's tally says how many that were."""
    await dead(database)
    for later, went in ((timedelta(), 0), (timedelta(seconds=1), 1)):
        tally = await database.write(lambda tx, at=NOW + SET_ASIDE + later: retention(tx.at(at)))  # type: ignore[misc]
        assert tally.get("updates that were set aside", 0) == went
        assert await database.read(sending.count_dead) == 1 - went


async def test_a_message_goes_once_more(database: Database) -> None:
    """One more hidden answer makes it uncertain again, so it is tried once."""
    person, number = await uncertain(database)
    assert await database.write(lambda tx: acts.retry_message(tx.at(NOW), number)) is SetAsideResult.DONE
    (row,) = await database.read(lambda tx: outbox.of_person(tx, person.id))
    assert (row.state, row.ambiguous, row.ended_at) == (OutboxState.WAITING, 3, None)
    assert await kinds(database, person) == ["MessageRetried"]


async def test_a_link_is_not_sent_twice(database: Database) -> None:
    """What it said is kept nowhere."""
    _, number = await uncertain(database, "invite_link")
    assert await database.write(lambda tx: acts.retry_message(tx.at(NOW), number)) is SetAsideResult.ONCE_ONLY


async def test_a_dropped_message_stays_of_unknown_fate(database: Database) -> None:
    """Nobody says that it arrived or did not; it is listed and counted no more."""
    person, number = await uncertain(database)
    assert await database.write(lambda tx: acts.drop_message(tx.at(NOW), number)) is SetAsideResult.DONE
    (row,) = await database.read(lambda tx: outbox.of_person(tx, person.id))
    assert row.state is OutboxState.UNCERTAIN
    assert await database.read(sending.uncertain_messages) == []
    assert await database.read(sending.count_uncertain) == 0
    assert await database.write(lambda tx: acts.drop_message(tx.at(NOW), number)) is SetAsideResult.NOT_THERE
