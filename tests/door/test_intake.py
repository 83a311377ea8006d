"""Updates are stored before they are confirmed, once, and no trouble with Telegram ends the fetching."""

import asyncio

import pytest

import bot.door.intake
from alongside.clock import TurnedClock
from bot.door.connect import make_bot
from bot.door.intake import Intake, Unauthorized
from bot.sending.tenure import POLLER, direct_line_of, role_of
from care.clock import Standby
from db.delivery.sight import Hold
from db.store.engine import Database, open_database
from db.store.errors import DatabaseClosed
from db.store.vault import Vault
from simulator import Phone
from tests.door.conftest import START, House


async def test_confirmed_by_the_call_after_the_commit(house: House, sam: Phone) -> None:
    """An update is in the database before Telegram hears that we have it."""
    sam.writes("hello")
    await house.intake.fetch_once()
    stored = [row["update_id"] for row in await house.inbox()]
    assert stored == house.sim.log.unconfirmed() != []
    await house.intake.fetch_once()
    assert house.sim.log.unconfirmed() == []


async def test_nothing_is_confirmed_that_was_not_stored(
    house: House, sam: Phone, database_url: str, vault: Vault
) -> None:
    """Where the database takes nothing, Telegram keeps the update, and it comes in later."""
    shut = await open_database(database_url, vault=vault)
    await shut.close()
    intake = Intake(shut, house.bot, house.clock, house.wakes)
    sam.writes("hello")
    for _ in range(2):
        with pytest.raises(DatabaseClosed):
            await intake.fetch_once()
    assert house.sim.log.confirmed() == set()
    await house.comes_in()
    assert await house.said(sam) == ["hello"]


async def test_second_delivery_changes_nothing(house: House, sam: Phone) -> None:
    """An update that Telegram hands out a second time is known and not handled a second time."""
    sam.writes("hello")
    await house.comes_in()
    before = await house.inbox()
    house.sim.updates.repeat()
    await house.comes_in()
    assert await house.inbox() == before
    assert await house.said(sam) == ["hello"]


async def test_held_it_leaves_everything_at_telegram(house: House, sam: Phone) -> None:
    """Over an older database updates are stored and not confirmed; of a full page half is, so that none is hidden."""
    intake = Intake(
        house.database,
        house.bot,
        house.clock,
        house.wakes,
        Standby(Hold(START, "older", database=1, vault=2, last_row=0)),
    )
    sam.writes("hello")
    assert [await intake.fetch_once() for _ in range(3)] == [1, 0, 0]
    assert house.sim.log.confirmed() == set()
    crowd = [house.sim.phone(f"Person {number}") for number in range(115)]
    for one in crowd:
        one.writes("hello")
    while await intake.fetch_once():
        pass
    assert len(await house.inbox()) == 116
    assert len(house.sim.log.confirmed()) == 50
    await house.comes_in()
    assert len(await house.inbox()) == len(house.sim.log.confirmed()) == 116


async def test_quiet_week(house: House, sam: Phone) -> None:
    """After Telegram has numbered anew from a random place, everything still comes in."""
    for words in ("before", "between", "after"):
        sam.writes(words)
        await house.comes_in()
        house.sim.updates.jump()
    assert await house.said(sam) == ["before", "between", "after"]
    await house.intake.fetch_once()
    assert "offset" not in house.sim.log.calls("getUpdates")[-1].params


async def test_asks_for_edits_and_blocks(house: House) -> None:
    """The four kinds of update that we handle are asked for, and without an offset at first."""
    await house.intake.fetch_once()
    asked = house.sim.log.calls("getUpdates")[0].params
    assert set(asked["allowed_updates"]) == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert "offset" not in asked


async def test_words_are_sealed_and_then_gone(house: House, sam: Phone) -> None:
    """What somebody wrote lies sealed in the inbox, and goes when it is handled."""
    sam.writes("my secret words")
    await house.intake.fetch_once()
    [row] = await house.inbox()
    assert b"secret" not in bytes(row["payload"])
    await house.doorway.drain()
    [row] = await house.inbox()
    assert (row["state"], row["payload"]) == ("done", None)


@pytest.mark.parametrize("trouble", ["429", "500", "502", "bad_json", "reset_before", "reset_after"])
async def test_trouble_is_waited_out(house: House, sam: Phone, trouble: str) -> None:
    """Whatever Telegram or the network answers, the fetching goes on, and not before Telegram wants to be asked."""
    stop = asyncio.Event()
    sam.writes("hello")
    house.sim.faults.fail_next("getUpdates", trouble, n=3)
    running = asyncio.create_task(house.intake.run(stop))
    await house.wakes.inbox.wait()
    stop.set()
    await running
    await house.doorway.drain()
    assert await house.said(sam) == ["hello"]
    assert house.sim.log.violations() == []


async def test_wrong_token(house: House) -> None:
    """A token that Telegram never took ends the fetching with words that say what to do."""
    stranger = make_bot("1234567890:WrongWrongWrongWrongWrongWrongWrong", house.sim.base_url)
    with pytest.raises(Unauthorized, match="bot token was refused") as told:
        await Intake(house.database, stranger, house.clock, house.wakes).run(asyncio.Event())
    assert "Wrong" not in str(told.value)
    await stranger.session.close()


async def test_left_over_webhook(house: House, sam: Phone) -> None:
    """A webhook that is still set is taken down, since Telegram would answer nobody who polls."""
    stop = asyncio.Event()
    await house.bot.set_webhook("http://127.0.0.1:9/nobody")
    sam.writes("hello")
    running = asyncio.create_task(house.intake.run(stop))
    await house.wakes.inbox.wait()
    stop.set()
    await running
    assert len(await house.inbox()) == 1


async def test_stop_ends_a_long_poll(database: Database, house: House) -> None:
    """A stop does not wait for Telegram to end a quiet long poll."""
    stop = asyncio.Event()
    clock = TurnedClock(START, running=True)
    running = asyncio.create_task(Intake(database, house.bot, clock, house.wakes).run(stop))
    await asyncio.sleep(0)
    stop.set()
    async with asyncio.timeout(10):
        await running


async def test_one_process_fetches_at_a_time(
    database: Database, house: House, sam: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one does, another asks Telegram for nothing, so that neither is refused; then it takes its place."""
    monkeypatch.setattr(bot.door.intake, "PAUSE", 0.05)
    clock, lines = TurnedClock(START, running=True), [direct_line_of(database) for _ in range(2)]
    stops, running = [asyncio.Event() for _ in lines], list[asyncio.Task[None]]()
    for line, stop in zip(lines, stops, strict=True):
        role = role_of(database, line, POLLER)
        running.append(asyncio.create_task(Intake(database, house.bot, clock, house.wakes, role=role).run(stop)))
        await house.sim.until(lambda: house.sim.is_polled)
    await asyncio.sleep(0.2)  # time enough for the second to ask, if it did
    stops[0].set()
    await running[0]
    sam.writes("hello")
    await house.sim.until(house.sim.log.confirmed)
    stops[1].set()
    await running[1]
    assert {call.status for call in house.sim.log.calls("getUpdates")} <= {0, 200}
    assert len(await house.inbox()) == 1
    for line in lines:
        if line is not None:
            await line.close()
