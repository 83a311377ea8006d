"""How much is kept: a cap for each person before anything is stored, one answer a stranger, a bound for all; and words
of danger, which there is always room for."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.door import admission
from bot.door.admission import FEW, MOST_WAITING
from care.delivery import say
from care.people.invites import make_practitioner_invite
from db.delivery.outbox import OutboxState, Rank
from db.delivery.picking import mark_sending
from db.delivery.sending import SendEnding, end
from db.store import service_facts
from simulator import Phone
from tests.door.conftest import House
from tests.door.test_crisis_scan import WORDS, cards
from tests.door.test_webhook import post, served


async def dropped(house: House) -> int:
    """How many updates there was no room for."""
    return await house.database.read(lambda tx: service_facts.last_count(tx, "updates_dropped"))


async def told(house: House, phone: Phone) -> int:
    """How often that person was told that not all could be taken."""
    return sum((row.key or "").startswith("flood:") for row in await house.to_say(phone))


async def fetch(house: House) -> None:
    """What happened on the phones is fetched, and not handled yet."""
    while await house.intake.fetch_once():
        pass


async def everything_is_sent(house: House, phone: Phone) -> None:
    """What waits for that person has arrived."""
    rows = [row for row in await house.to_say(phone) if row.state is OutboxState.WAITING]
    now = house.clock.now()
    await house.database.write(lambda tx: mark_sending(tx, {row.id: None for row in rows}, 1))
    await house.database.write(lambda tx: end(tx.at(now), [SendEnding(row, OutboxState.DELIVERED) for row in rows]))


async def test_of_one_person_so_much_waits_and_no_more(house: House, sam: Phone, jo: Phone) -> None:
    """What is beyond the cap, taps among it, is confirmed and never stored; it is counted, told once, and holds up
    nobody else."""
    for number in range(MOST_WAITING + 20):
        sam.writes(f"word {number}")
    sam.taps_raw("t:1:mood:1")
    jo.writes("hello")
    await fetch(house)
    assert len(await house.inbox()) == MOST_WAITING + 1
    assert house.sim.log.unconfirmed() == []
    await house.comes_in()
    assert await house.said(sam) == [f"word {number}" for number in range(MOST_WAITING)]
    assert await house.said(jo) == ["hello"]
    assert await dropped(house) == 21
    assert (await told(house, sam), await told(house, jo)) == (1, 0)


async def test_beyond_the_cap_words_of_danger_bring_one_card_a_minute(house: House, sam: Phone) -> None:
    """They are looked at before anything is dropped; in the next minute there is a card for the next ones."""
    for _ in range(MOST_WAITING):
        sam.writes("word")
    for _ in range(3):
        sam.writes(WORDS)
    await fetch(house)
    house.clock.turn(59)
    sam.writes(WORDS)
    await fetch(house)
    assert sum(row["crisis"] for row in await house.inbox()) == 1
    house.clock.turn(2)
    sam.writes(WORDS)
    await house.comes_in()
    assert len(await cards(house, sam)) == 2
    assert await house.said(sam) == ["word"] * MOST_WAITING
    assert await dropped(house) == 3
    looked_at = [row for row in await house.inbox() if row["error"] == "flood"]
    assert [(row["state"], row["payload"]) for row in looked_at] == [("done", None)] * 2


async def test_what_comes_a_second_time_is_not_counted_nor_told(house: House, sam: Phone) -> None:
    """A repeat of all that was kept, at a full cap, changes nothing."""
    for number in range(MOST_WAITING):
        sam.writes(f"word {number}")
    await fetch(house)
    before = await house.inbox()
    house.sim.updates.repeat()
    await fetch(house)
    assert await house.inbox() == before
    assert (await dropped(house), await told(house, sam)) == (0, 0)


async def test_words_of_a_stranger_melt_into_the_one_that_waits(house: House, ann: Phone) -> None:
    """Of four messages in a row the first is handled; nothing is told, for an answer is on its way."""
    for words in ("hello", "is anybody there?", "hello?", "..."):
        ann.writes(words)
    await house.comes_in()
    assert await house.said(ann) == ["hello"]
    assert (await dropped(house), await told(house, ann)) == (3, 0)


async def test_words_of_a_stranger_melt_into_the_answer_that_waits(house: House, ann: Phone) -> None:
    """While an answer is on its way nothing else is to be said to words; afterwards there is."""
    ann.writes("hello")
    await house.comes_in()
    person, now = await house.person(ann), house.clock.now()
    assert person is not None
    await house.database.write(lambda tx: say.show(tx.at(now), person.id, "note", {"key": "words-stranger"}))
    assert [row.rank for row in await house.to_say(ann)] == [Rank.STRANGER]
    ann.writes("anybody?")
    await house.comes_in()
    await everything_is_sent(house, ann)
    ann.writes("now?")
    await house.comes_in()
    assert await house.said(ann) == ["hello", "now?"]


async def test_links_and_commands_of_a_stranger_go_on(house: House, ann: Phone) -> None:
    """They ask for something of their own: a link is never lost behind a word; and of them a few may wait."""
    ann.writes("hello")
    ann.writes("/craving")
    ann.starts("a-link-that-somebody-made-000000")
    for _ in range(FEW):
        ann.taps_raw("t:1:mood:1")
    await house.comes_in()
    assert await house.said(ann) == ["hello", "/craving", "/start a-link-that-somebody-made-000000"]
    assert len(await house.history(ann, "Tapped")) == 1
    assert await dropped(house) == FEW - 1


async def test_who_brings_a_link_that_leads_in_is_no_stranger(
    house: House, ann: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were invited: they come in before the crowd, and also where there is no room for it."""
    monkeypatch.setattr(admission, "STRANGERS", 1)
    token, _ = await house.database.write(lambda tx: make_practitioner_invite(tx.at(house.clock.now()), "Lee"))
    house.sim.phone("First").writes("hello")
    house.sim.phone("Second").writes("hello")
    ann.starts(token)
    await fetch(house)
    assert [(row["telegram_id"] == ann.id, row["stranger"]) for row in await house.inbox()] == [
        (False, True),
        (True, False),
    ]


async def test_danger_in_words_that_would_melt_brings_the_card(house: House, ann: Phone) -> None:
    """A stranger in danger is a person in danger."""
    ann.writes("hello")
    ann.writes(WORDS)
    await house.comes_in()
    assert len(await cards(house, ann)) == 1
    assert [row.rank for row in await house.to_say(ann)] == [Rank.CARD]


async def test_who_is_known_is_handled_before_strangers(house: House, sam: Phone, ann: Phone) -> None:
    """However long these have been waiting."""
    ann.writes("hello")
    sam.writes("hello")
    await house.comes_in()
    [early], [late] = await house.history(sam, "Said"), await house.history(ann, "Said")
    assert early.id < late.id


async def test_a_group_is_left_once(house: House, ann: Phone) -> None:
    """However much is said in it meanwhile."""
    group = house.sim.group("Friends", ann)
    for _ in range(3):
        group.adds_bot()
    await fetch(house)
    waiting = [row for row in await house.inbox() if row["telegram_id"] < 0 and row["state"] == "waiting"]
    assert len(waiting) == 1


async def test_where_too_much_of_strangers_waits_they_are_refused_and_nobody_else(
    house: House, sam: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words of danger bring their card all the same."""
    monkeypatch.setattr(admission, "STRANGERS", 3)
    crowd = [house.sim.phone(f"Stranger {number}") for number in range(6)]
    for phone in crowd:
        phone.writes("hello")
    crowd[5].writes(WORDS)
    sam.writes("hello")
    await house.comes_in()
    assert [len(await house.said(phone)) for phone in crowd] == [1, 1, 1, 0, 0, 0]
    assert await house.said(sam) == ["hello"]
    assert len(await cards(house, crowd[5])) == 1
    assert await dropped(house) == 3


async def test_while_the_inbox_is_full_telegram_keeps_what_comes(
    house: House, sam: Phone, jo: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for nothing and told that we have nothing more; once there is room all comes in."""
    monkeypatch.setattr(admission, "FULL", 2)
    for phone in (sam, jo, sam):
        phone.writes("hello")
    await house.intake.fetch_once()
    sam.writes("later")
    asked = len(house.sim.log.calls("getUpdates"))
    assert await house.intake.fetch_once() == 0
    assert len(house.sim.log.calls("getUpdates")) == asked
    assert len(house.sim.log.unconfirmed()) == 4
    while await house.doorway.step() or await house.intake.fetch_once():
        pass
    assert await house.said(sam) == ["hello", "hello", "later"]
    assert await dropped(house) == 0


async def test_while_the_inbox_is_full_the_fetching_waits_and_stops_when_asked(
    house: House, sam: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks once a second whether there is room."""
    monkeypatch.setattr(admission, "FULL", 1)
    sam.writes("hello")
    await house.intake.fetch_once()
    stop = asyncio.Event()
    running = asyncio.create_task(house.intake.run(stop))
    began = house.clock.ticks()
    while house.clock.ticks() < began + 3:  # noqa: ASYNC110 (the clock jumps)
        await asyncio.sleep(0)
    stop.set()
    await running
    assert len(house.sim.log.calls("getUpdates")) == 1


@pytest.fixture
async def address(house: House) -> AsyncIterator[str]:
    """Where Telegram is to post."""
    async for url in served(house, house.database):
        yield url


async def test_while_the_inbox_is_full_a_webhook_brings_it_later(
    house: House, address: str, sam: Phone, jo: Phone, ann: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 for somebody whom we know, but not for words of danger; a stranger's is taken and dropped."""
    monkeypatch.setattr(admission, "FULL", 1)

    async def posted(number: int, phone: Phone, words: str) -> int:
        sender = f'{{"id": {phone.id}, "is_bot": false, "first_name": "X"}}'
        chat = f'{{"id": {phone.id}, "type": "private"}}'
        message = f'{{"message_id": 1, "date": 1, "from": {sender}, "chat": {chat}, "text": "{words}"}}'
        return await post(address, f'{{"update_id": {number}, "message": {message}}}'.encode())

    assert await posted(1, sam, "hello") == 200
    assert await posted(2, jo, "hello") == 503
    assert await posted(3, ann, "hello") == 200
    assert await posted(4, jo, WORDS) == 200
    assert [row["update_id"] for row in await house.inbox()] == [1, 4]
    await house.doorway.drain()
    assert len(await cards(house, jo)) == 1
    assert await house.said(jo) == [WORDS]
    assert await dropped(house) == 1
    assert await posted(2, jo, "hello") == 200
