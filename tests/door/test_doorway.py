"""Updates are handled once, each person's in order; trouble is set back, then aside."""

import asyncio
from collections import Counter
from datetime import datetime

from bot.door.doorway import WAITS
from db import events
from db.delivery import screens
from db.delivery.outbox import OutboxState, put
from db.people import accounts
from db.tx import Tx
from simulator import Phone
from tests.door.conftest import House

MINUTE = 61.0


async def test_each_in_order(house: House, sam: Phone, jo: Phone) -> None:
    """Everything that was written is handled in the order it was written in."""
    for number in range(5):
        sam.writes(f"sam {number}")
        jo.writes(f"jo {number}")
    await house.comes_in()
    assert await house.said(sam) == [f"sam {number}" for number in range(5)]
    assert await house.said(jo) == [f"jo {number}" for number in range(5)]
    assert {row["state"] for row in await house.inbox()} == {"done"}


async def test_poison_in_front(house: House, sam: Phone, jo: Phone) -> None:
    """What cannot be read keeps its own sender's next words back, and nobody else's."""
    sam.poison("bare_message")
    sam.writes("hello")
    jo.writes("hi")
    await house.comes_in()
    assert await house.said(jo) == ["hi"]
    assert await house.said(sam) == []
    for wait in WAITS:
        house.clock.turn(wait.total_seconds())
        await house.doorway.drain()
    assert await house.said(sam) == ["hello"]


async def test_goes_and_then_aside(house: House, sam: Phone) -> None:
    """A handler that breaks gets three more goes, after 1, 10 and 60 seconds; then a kind word goes out."""
    sam.writes("boom")
    await house.comes_in()
    for attempts, wait in enumerate(WAITS, start=1):
        [row] = await house.inbox()
        assert (row["state"], row["attempts"], row["error"]) == ("waiting", attempts, "Clumsy")
        house.clock.turn(wait.total_seconds() - 0.5)
        assert await house.doorway.drain() == 0
        house.clock.turn(0.5)
        await house.doorway.drain()
    [row] = await house.inbox()
    assert (row["state"], row["attempts"], row["payload"] is None) == ("dead", 4, False)
    [kind_word] = await house.to_say(sam)
    assert kind_word.key == f"u{row['update_id']}:went-wrong"
    assert [event.kind for event in await house.history(sam)] == ["UpdateSetAside"]


async def test_a_broken_go_leaves_nothing(house: House, sam: Phone) -> None:
    """What a handler wrote before it broke is rolled back, together with "done"."""
    sam.writes("boom")
    await house.comes_in()
    assert await house.said(sam) == []


async def test_neighbours_of_a_broken_one(house: House) -> None:
    """The others of a batch in which one breaks are handled in the same go."""
    phones = [house.sim.phone(f"Person {number}") for number in range(10)]
    for number, phone in enumerate(phones):
        phone.writes("boom" if number == 4 else "hello")
    await house.comes_in()
    said = [await house.said(phone) for phone in phones]
    assert said == [[] if number == 4 else ["hello"] for number in range(10)]


async def test_a_batch_is_one_commit(house: House) -> None:
    """Updates of different people that wait together share one transaction, and so one moment."""
    phones = [house.sim.phone(f"Person {number}") for number in range(10)]
    for phone in phones:
        phone.writes("hello")
    await house.intake.fetch_once()
    assert await house.doorway.step()
    assert [await house.said(phone) for phone in phones] == [["hello"]] * 10


async def test_when_somebody_was_last_heard_of(house: House, sam: Phone, jo: Phone) -> None:
    """Whatever comes from a person is remembered with its time, to the minute, also where the clock was set back."""
    sam.writes("hello")
    await house.comes_in()
    first = house.clock.now()
    assert await heard_at(house, sam) == first
    house.clock.turn(30)
    sam.writes("once more")
    await house.comes_in()
    assert await heard_at(house, sam) == first
    house.clock.turn(40)
    jo.writes("hi")
    sam.writes("and more")
    await house.comes_in()
    assert await heard_at(house, sam) == await heard_at(house, jo) == house.clock.now()
    house.clock.step_wall(-86_400)
    sam.writes("yesterday")
    await house.comes_in()
    assert await heard_at(house, sam) == house.clock.now()


async def heard_at(house: House, phone: Phone) -> datetime | None:
    """When anything last came from them."""
    person = await house.database.read(lambda tx: accounts.find(tx, phone.id))
    assert person is not None
    return (await house.database.read(lambda tx: accounts.last_seen_at(tx, person.id)))[0]


async def test_clock_set_back(house: House, sam: Phone) -> None:
    """A clock that is set back by days does not leave a retry waiting for days."""
    sam.writes("boom")
    await house.comes_in()
    house.clock.step_wall(-3 * 86_400)
    for _ in range(3):
        house.clock.turn(MINUTE)
        await house.doorway.drain()
    assert [row["state"] for row in await house.inbox()] == ["dead"]


async def test_two_doorways(house: House) -> None:
    """Two processes at one inbox handle everything once and keep each person's order."""
    phones = [await house.knows(f"Person {number}") for number in range(12)]
    for number in range(8):
        for phone in phones:
            phone.writes(str(number))
    await house.intake.fetch_once()
    other = house.another_doorway()
    for _ in range(20):
        await asyncio.gather(house.doorway.step(), other.step())
    for phone in phones:
        assert await house.said(phone) == [str(number) for number in range(8)]


async def test_every_poison_ends(house: House, sam: Phone) -> None:
    """Updates of no sound shape end as done or dead, and the doorway goes on."""
    for shape in ("bare_message", "wrong_types", "no_user", "unknown_kind", "no_content", "null_content"):
        sam.poison(shape)
    for _ in range(20):
        await house.comes_in()
        house.clock.turn(MINUTE)
    sam.writes("hello")
    await house.comes_in()
    states = Counter(row["state"] for row in await house.inbox())
    assert states == {"dead": 3, "done": 4}
    assert await house.said(sam) == ["hello"]


async def a_screen(house: House, phone: Phone) -> int:
    """A screen that was sent to that person once, with nobody knowing yet how that went."""
    phone.starts()
    await house.comes_in()
    person = await house.person(phone)
    assert person is not None

    async def make(tx: Tx) -> int:
        screen_id = await screens.add(tx.at(house.clock.now()), person.id, "note", {"key": "words"}, None)
        await put(tx.at(house.clock.now()), person.id, screen_id, "send")
        return screen_id

    return await house.database.write(make)


async def test_own_button(house: House, sam: Phone) -> None:
    """A tap brings the screen it stands on, which from then on stands in the tapped message; the toast is shown."""
    screen_id = await a_screen(house, sam)
    message_id = sam.taps_raw(f"t:{screen_id}:mood:low", message_id=777)
    await house.comes_in()
    [tap] = await house.history(sam, "Tapped")
    assert tap.data["screen"] == screen_id
    screen = await house.database.read(lambda tx: screens.get(tx, screen_id))
    assert screen is not None
    assert screen.message_id == message_id
    assert sam.toast == "That's private now."
    assert not sam.is_waiting


async def test_foreign_button(house: House, sam: Phone, jo: Phone) -> None:
    """A tap that claims somebody else's screen is a tap on no screen, and moves nothing of theirs."""
    screen_id = await a_screen(house, sam)
    jo.taps_raw(f"t:{screen_id}:mood:low", message_id=778)
    await house.comes_in()
    [tap] = await house.history(jo, "Tapped")
    assert tap.data["screen"] is None
    screen = await house.database.read(lambda tx: screens.get(tx, screen_id))
    assert screen is not None
    assert screen.message_id is None
    assert [row.state for row in await house.to_say(sam)] == [OutboxState.WAITING]


async def test_forged_data(house: House, sam: Phone) -> None:
    """Data that no button of ours carries is a tap on no screen."""
    for data in (
        "x",
        "t:",
        "t:abc:mood",
        "t:999999:mood:low",
        "t:-1:mood:",
        "t:1:2:3:4:5",
        "t:99999999999999999999:mood:",
    ):
        sam.taps_raw(data)
    await house.comes_in()
    assert [tap.data["screen"] for tap in await house.history(sam, "Tapped")] == [None] * 7


async def test_a_toast_without_words(house: House, sam: Phone) -> None:
    """A handler that names a text that is not there loses its toast, and nothing of what it did."""
    sam.taps_raw("x")
    await house.comes_in()
    assert sam.is_waiting
    assert len(await house.history(sam, "Tapped")) == 1
    assert [(row["state"], row["attempts"]) for row in await house.inbox()] == [("done", 0)]


async def test_group(house: House, ann: Phone) -> None:
    """A group is left without a word, and nothing that was said in it is kept."""
    group = house.sim.group("Our family", ann)
    group.writes(ann, "/start kill myself")
    await house.comes_in()
    await house.comes_in()
    assert not group.has_bot
    assert house.sim.log.deliveries() == []
    assert all(row["payload"] is None and row["state"] == "done" for row in await house.inbox())
    assert await house.person(ann) is None


async def test_block_and_return(house: House, sam: Phone) -> None:
    """Blocking is remembered as "cannot reach", and ends with unblocking or with the next word."""
    sam.writes("hello")
    await house.comes_in()
    sam.blocks()
    await house.comes_in()
    blocked = await house.person(sam)
    assert blocked is not None
    assert blocked.cannot_reach_since == house.clock.now()
    sam.unblocks()
    await house.comes_in()
    back = await house.person(sam)
    assert back is not None
    assert back.cannot_reach_since is None


async def test_words_of_somebody_we_could_not_reach(house: House, sam: Phone) -> None:
    """Whoever writes can be reached, whatever Telegram told us before."""
    sam.writes("hello")
    await house.comes_in()
    person = await house.person(sam)
    assert person is not None
    await house.database.write(lambda tx: accounts.set_cannot_reach(tx, person.id, house.clock.now()))
    sam.writes("here I am")
    await house.comes_in()
    back = await house.person(sam)
    assert back is not None
    assert back.cannot_reach_since is None


async def test_a_stranger_who_blocks(house: House, ann: Phone) -> None:
    """Somebody who blocks the bot without ever having written is not remembered."""
    ann.blocks()
    await house.comes_in()
    assert await house.person(ann) is None
    assert await house.database.read(lambda tx: events.of_person(tx, 1)) == []


async def test_run_to_the_end(house: House, sam: Phone) -> None:
    """The loops handle what comes while they run; stopped, they end with everything in hand done and nothing lost."""
    stop, screen_id = asyncio.Event(), await a_screen(house, sam)
    loops = [asyncio.create_task(loop) for loop in (house.intake.run(stop), house.doorway.run(stop))]
    sam.taps_raw(f"t:{screen_id}:mood:low", message_id=5)
    await house.sim.until(lambda: not sam.is_waiting)
    stop.set()
    await asyncio.gather(*loops)
    assert len(await house.history(sam, "Tapped")) == 1
