"""What a transaction promises, over both databases: nothing lost, nothing stuck, nobody held up."""

import asyncio
import random
from itertools import islice

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from db.store.engine import Database, open_database
from db.store.errors import DatabaseClosed
from db.store.vault import Vault
from db.tables import counters
from db.tx import Tx

TASKS, TURNS = 100, 10


async def start(database: Database, *names: str) -> None:
    """Puts counters down at nought."""
    await database.write(lambda tx: tx.run(insert(counters), [{"name": name, "last": 0} for name in names]))


async def count_up(tx: Tx, name: str = "n") -> int:
    """Reads a counter, then writes it one higher: the pattern that loses updates where transactions are not real."""
    query = select(counters.c.last).where(counters.c.name == name).with_for_update()
    last: int = (await tx.run(query)).scalar_one()
    await tx.run(update(counters).where(counters.c.name == name).values(last=last + 1))
    return last + 1


async def look(tx: Tx, name: str = "n") -> int:
    """What the counter says."""
    return int((await tx.run(select(counters.c.last).where(counters.c.name == name))).scalar_one())


async def test_a_thousand_read_then_write_transactions_lose_nothing(database: Database) -> None:
    """1,000 transactions of 100 tasks, each reading before it writes, count to 1,000 and each number comes once."""
    await start(database, "n")

    async def turns() -> list[int]:
        return [await database.write(count_up) for _ in range(TURNS)]

    seen = await asyncio.gather(*(turns() for _ in range(TASKS)))
    assert sorted(number for numbers in seen for number in numbers) == list(range(1, TASKS * TURNS + 1))
    assert await database.read(look) == TASKS * TURNS


async def test_cancelled_callers_leave_whole_transactions_and_nothing_stuck(database: Database) -> None:
    """Callers cancelled at any moment tear no transaction in two, lose no answered one and leave no lock behind."""
    await start(database, "a", "b")
    dice = random.Random(7)
    answered: list[int] = []

    async def both(tx: Tx) -> None:
        await count_up(tx, "a")
        await count_up(tx, "b")

    async def caller() -> None:
        await database.write(both)
        answered.append(1)

    async def pair(tx: Tx) -> tuple[int, int]:
        return await look(tx, "a"), await look(tx, "b")

    for _ in range(10):
        callers = [asyncio.create_task(caller()) for _ in range(30)]
        readers = [asyncio.create_task(database.read(pair)) for _ in range(20)]
        for ended in islice(asyncio.as_completed([*callers, *readers]), dice.randrange(1, 30)):
            await ended
        for task in dice.sample([*callers, *readers], 40):
            task.cancel()
        results = await asyncio.gather(*callers, *readers, return_exceptions=True)
        assert [result for result in results if isinstance(result, Exception)] == []
        assert all(result[0] == result[1] for result in results if isinstance(result, tuple))
    await asyncio.gather(*database._running)
    a, b = await database.read(pair)
    assert 300 >= a == b >= len(answered) > 0
    assert await database.write(lambda tx: count_up(tx, "a")) == a + 1


async def test_a_transaction_outlives_its_caller(database: Database) -> None:
    """A caller who is cancelled in the middle is gone at once, and the transaction still commits."""
    await start(database, "n")
    in_the_middle, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> int:
        number = await count_up(tx)
        in_the_middle.set()
        await go_on.wait()
        return number

    caller = asyncio.create_task(database.write(slow))
    await in_the_middle.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    go_on.set()
    assert await database.write(count_up) == 2


async def test_an_exception_in_the_work_rolls_back_and_comes_out(database: Database) -> None:
    """An exception leaves `write` as it is, what was written before it is gone, and the next one is served."""
    await start(database, "n")

    async def break_down(tx: Tx) -> None:
        await count_up(tx)
        raise LookupError("half way")

    with pytest.raises(LookupError, match="half way"):
        await database.write(break_down)
    assert await database.write(count_up) == 1


async def test_a_second_row_of_one_key_is_an_integrity_error(database: Database) -> None:
    """A broken constraint is sqlalchemy's IntegrityError on both databases, and its text shows no values."""
    await start(database, "n")
    with pytest.raises(IntegrityError) as caught:
        await start(database, "n")
    assert "parameters hidden" in str(caught.value)


async def test_readers_pass_by_a_writer_and_see_one_moment(database: Database) -> None:
    """While a writer is in the middle, reads answer at once with what was true before; one read sees one moment."""
    await start(database, "n")
    in_the_middle, go_on, first_look, second_look = (asyncio.Event() for _ in range(4))

    async def slow_write(tx: Tx) -> None:
        await count_up(tx)
        in_the_middle.set()
        await go_on.wait()

    async def long_read(tx: Tx) -> tuple[int, int]:
        before = await look(tx)
        first_look.set()
        await second_look.wait()
        return before, await look(tx)

    writer = asyncio.create_task(database.write(slow_write))
    await in_the_middle.wait()
    reader = asyncio.create_task(database.read(long_read))
    await first_look.wait()
    assert await database.read(look) == 0
    go_on.set()
    await writer
    assert await database.read(look) == 1
    second_look.set()
    assert await reader == (0, 0)


async def test_a_read_cannot_write(database: Database) -> None:
    """Work given to `read` that writes is refused by the database."""
    await start(database, "n")
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        await database.read(count_up)


async def test_closing_waits_for_what_runs_and_takes_no_more(database: Database) -> None:
    """`close` lets a running transaction commit, refuses new ones, and what was committed is there afterwards."""
    await start(database, "n")
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> None:
        started.set()
        await go_on.wait()
        await count_up(tx)

    running = asyncio.create_task(database.write(slow))
    await started.wait()
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    with pytest.raises(DatabaseClosed):
        await database.write(count_up)
    go_on.set()
    await running
    await closing


async def test_closing_rolls_back_what_does_not_end(database_url: str, vault: Vault) -> None:
    """After the grace `close` rolls back what still runs, and the database opens as it was before."""
    database = await open_database(database_url, vault=vault)
    await start(database, "n")
    started = asyncio.Event()

    async def endless(tx: Tx) -> None:
        await count_up(tx)
        started.set()
        await asyncio.Event().wait()

    running = asyncio.create_task(database.write(endless))
    await started.wait()
    await database.close(grace=0)
    with pytest.raises(asyncio.CancelledError):
        await running
    once_more = await open_database(database_url, vault=vault)
    assert await once_more.read(look) == 0
    await once_more.close()


async def test_two_services_on_one_database_lose_nothing(database_url: str, vault: Vault) -> None:
    """Two Database objects on one file or server, as two processes have them, count together without a loss."""
    both = [await open_database(database_url, vault=vault) for _ in range(2)]
    await start(both[0], "n")
    await asyncio.gather(*(database.write(count_up) for _ in range(50) for database in both))
    assert await both[0].read(look) == 100
    for database in both:
        await database.close()
