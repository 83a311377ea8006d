"""One sender at a time: taking over, and what the one before may still say."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text, update

from bot.sending.outcome import CallRefused
from bot.sending.results import Landed, record
from bot.sending.sender import Sender
from bot.sending.tenure import PostgresRole, ProcessRole, direct_line_of, role_of
from db.delivery import sending
from db.delivery.outbox import OutboxState, Rank
from db.store import leases
from db.tables import leases as leases_table
from db.tables import outbox
from db.tx import Tx
from simulator.phone import Phone
from tests.sender.post_office import Post

# On SQLite the role is a locked file: it is held for life, so there is nothing to lose.
with_a_lease = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def expire(post: Post) -> None:
    """Lets the lease run out, as twelve seconds without a beat would."""

    async def age(tx: Tx) -> None:
        past = datetime(2000, 1, 1, tzinfo=UTC)
        await tx.run(update(leases_table).where(leases_table.c.holder.is_not(None)).values(expires_at=past))

    await post.database.write(age)


async def hung_up(post: Post, role: PostgresRole) -> None:
    """The line of that role is gone, and the server has noticed."""
    await role._line.close()
    still = text("select count(*) from pg_locks where locktype = 'advisory' and pid = :pid")
    session = {"pid": int(role._holder.rpartition("-")[2])}
    while (await post.database.read(lambda tx: tx.run(still, session))).scalar_one():  # noqa: ASYNC110 - the server rings no bell
        await asyncio.sleep(0.01)


async def killed(post: Post, sender: Sender) -> None:
    """The process of that sender is gone: the system lets go of its file or its line, its memory is lost."""
    role = sender._tenure._role
    if isinstance(role, PostgresRole):
        await hung_up(post, role)
    else:
        await role.release()
    sender._tenure.holds = False
    sender._results._landed.clear()


async def test_the_second_waits_for_the_first(post: Post) -> None:
    """While one process has the role another sends nothing; given back, it is had at once."""
    sam = await post.phone()
    first, second = post.sender(), post.sender()
    await first.drain()
    await post.show(sam)
    assert await second.drain() == 0
    await first.close()
    assert await second.drain() == 1


async def test_each_taking_over_counts_the_epoch_up(post: Post) -> None:
    """No two senders ever have the same epoch."""
    epochs = []
    for _ in range(3):
        line = direct_line_of(post.database)
        role: ProcessRole = role_of(post.database, line)
        assert await role.seize()
        epochs.append(role.epoch)
        await role.release()
        if line is not None:
            await line.close()
    assert epochs == [1, 2, 3]


@with_a_lease
async def test_a_killed_process_leaves_the_role_at_once(post: Post) -> None:
    """Its line is gone, so nobody waits for its lease."""
    first, second = post.sender(), post.sender()
    assert await first._tenure.begin()
    assert not await second._tenure.begin()
    await killed(post, first)
    assert await second._tenure.begin()


@with_a_lease
async def test_whose_lease_is_over_loses_the_line_too(post: Post) -> None:
    """Behind a network that is cut a session keeps its lock: it is ended by whoever finds its lease over."""
    first, second = post.sender(), post.sender()
    assert await first._tenure.begin()
    await expire(post)
    assert await second._tenure.begin()
    await asyncio.sleep(0)
    assert not first._tenure.stands


@with_a_lease
async def test_a_line_that_is_lost_ends_the_sending_before_anything_more_goes(post: Post) -> None:
    """What it had taken goes back, and the role is taken anew with the next epoch."""
    phones = [await post.phone(f"P{number}") for number in range(3)]
    for phone in phones:
        await post.show(phone, rank=Rank.PROMPT)
    sender = post.sender()
    role = sender._tenure._role
    assert isinstance(role, PostgresRole)
    await sender._tenure.begin()
    await sender._take()
    await hung_up(post, role)
    sender._start_calls()
    assert post.telegram.log.deliveries() == []
    assert await sender.drain() == 3
    assert role.epoch == 2
    assert len(post.telegram.log.deliveries()) == 3


async def test_a_killed_senders_rows_go_once_more(post: Post) -> None:
    """What was in mid-send counts as one hidden answer; the late word of the old sender changes nothing then."""
    sam = await post.phone()
    await post.show(sam)
    first, second = post.sender(), post.sender()
    post.telegram.faults.fail_next("sendMessage", "hang_after")
    draining = asyncio.create_task(first.drain())
    await post.telegram.until(post.telegram.log.deliveries)
    await killed(post, first)
    assert await second.drain() == 1
    await draining
    (row,) = await post.rows(sam)
    assert (row.state, row.ambiguous, row.epoch) == (OutboxState.DELIVERED, 1, 2)
    assert len(post.telegram.log.deliveries(sam.id)) == 2


async def test_a_taking_over_is_bounded(post: Post) -> None:
    """A row that four senders left in mid-send is uncertain and stays so."""
    sam = await post.phone()
    await post.show(sam)
    for _ in range(4):
        sender = post.sender()
        await sender._tenure.begin()
        await sender._take()
        sender._buffer.empty()
        await killed(post, sender)
    last = post.sender()
    assert await last.drain() == 0
    (row,) = await post.rows(sam)
    assert (row.state, row.ambiguous) == (OutboxState.UNCERTAIN, 4)
    assert post.counted == [OutboxState.UNCERTAIN]
    assert post.telegram.log.deliveries(sam.id) == []


@with_a_lease
async def test_a_sender_that_lost_its_role_takes_nothing(post: Post) -> None:
    """The lease row is looked at in the transaction that takes."""
    sam = await post.phone()
    first, second = post.sender(), post.sender()
    await first.drain()
    await expire(post)
    await second.drain()
    await post.show(sam)
    assert await first.drain() == 0
    assert await second.drain() == 1


@with_a_lease
async def test_what_a_sender_had_taken_before_it_lost_its_role_is_not_sent(post: Post) -> None:
    """It is the other's by then, and has gone already."""
    phones = [await post.phone(f"P{number}") for number in range(3)]
    for phone in phones:
        await post.show(phone, rank=Rank.PROMPT)
    first, second = post.sender(), post.sender()
    await first._tenure.begin()
    await first._take()
    assert len(first._buffer) == 3
    await expire(post)
    assert await second.drain() == 3
    assert await first.drain() == 0


@with_a_lease
async def test_a_lease_that_ran_out_unnoticed_is_still_ours(post: Post) -> None:
    """Nobody took the role meanwhile, so the next taking renews it."""
    sam = await post.phone()
    first, second = post.sender(), post.sender()
    await first.drain()
    await expire(post)
    await post.show(sam)
    assert await first.drain() == 1
    assert not await second._tenure.begin()


async def orphan(post: Post, phone: Phone) -> None:
    """A row in mid-send, as a kill leaves it."""

    async def leave(tx: Tx) -> None:
        await tx.run(update(outbox).values(state="sending", attempts=1, epoch=1, ambiguous=3))

    await post.show(phone)
    await post.database.write(leave)


async def test_a_tap_settles_what_is_uncertain(post: Post) -> None:
    """An uncertain row becomes delivered by a tap on its message."""
    sam = await post.phone()
    await orphan(post, sam)
    now = post.clock.now()
    inherited = await post.database.write(lambda tx: sending.take_over(tx.at(now), 2))
    assert inherited == sending.Inherited(once_more=0, uncertain=1)
    await post.does(sending.receipt, 1, 77)
    assert await post.states(sam) == ["delivered(receipt)"]


async def test_a_role_is_one_row(post: Post) -> None:
    """However often it is taken over, the table of leases does not grow."""
    for _ in range(3):
        await post.database.write(lambda tx: leases.take(tx, "sender"))
    rows = await post.database.read(lambda tx: tx.run(select(leases_table.c.epoch)))
    assert rows.scalars().all() == [3]


async def test_the_late_word_of_an_old_sender_does_not_count(post: Post) -> None:
    """A row that a newer sender has taken is no business of the one before, whatever it was told."""
    sam = await post.phone()
    await post.show(sam)
    old, new = post.sender(), post.sender()
    await old._tenure.begin()
    await old._take()
    late = [Landed(ready, CallRefused("nonsense"), 0.0) for ready in old._buffer.empty()]
    await killed(post, old)
    await new._tenure.begin()
    await new._take()
    now = post.clock.now()
    assert await post.database.write(lambda tx: record(tx.at(now), post.ports(), late)) == []
    assert await post.states(sam) == ["sending"]
