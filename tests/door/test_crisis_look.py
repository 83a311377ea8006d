"""The crisis look comes before everything: routing, retries, floods, and joining."""

import pytest

from simulator import Phone
from tests.door.conftest import House

WORDS = "I don't want to be here any more"


async def cards(house: House, phone: Phone) -> list[str | None]:
    """The keys of the crisis cards put down for that person."""
    return [row.key for row in await house.to_say(phone) if row.key and row.key.endswith(":crisis")]


async def test_stranger(house: House, ann: Phone) -> None:
    """The first words of somebody we never saw bring the card, before the handler is asked, which is told so."""
    ann.writes(WORDS)
    await house.comes_in()
    [row] = await house.inbox()
    assert await cards(house, ann) == [f"u{row['update_id']}:crisis"]
    card, said = await house.history(ann)
    assert (card.kind, card.data) == ("CrisisCardShown", {})
    assert said.data["crisis"] is True


async def test_ordinary_words(house: House, sam: Phone) -> None:
    """Words that speak of no danger bring no card."""
    sam.writes("I smoked two today")
    await house.comes_in()
    assert await cards(house, sam) == []
    assert [event.data["crisis"] for event in await house.history(sam)] == [False]


async def test_edited(house: House, sam: Phone) -> None:
    """Words changed in a message sent before are looked at too."""
    hello = sam.writes("hello")
    sam.edits(hello, WORDS)
    await house.comes_in()
    assert len(await cards(house, sam)) == 1


async def test_caption(house: House, sam: Phone) -> None:
    """Words under a picture are looked at too."""
    sam.sends_photo(WORDS)
    await house.comes_in()
    assert len(await cards(house, sam)) == 1


async def test_behind_a_poison_update(house: House, sam: Phone) -> None:
    """The card does not wait for older updates of the person that go wrong; and comes once."""
    sam.poison("bare_message")
    sam.writes("boom")
    sam.writes(WORDS)
    await house.comes_in()
    assert len(await cards(house, sam)) == 1
    assert await house.said(sam) == []
    for _ in range(12):
        house.clock.turn(61)
        await house.doorway.drain()
    assert await house.said(sam) == [WORDS]
    assert len(await cards(house, sam)) == 1


@pytest.mark.parametrize("text", ["I want to die", "overdose"])
async def test_in_an_update_that_nobody_can_read(house: House, sam: Phone, text: str) -> None:
    """The card goes out for words in an update that no handler will ever see."""
    sender = {"id": sam.id, "is_bot": False, "first_name": "Sam"}
    house.sim.updates.make_raw({"message": {"from": sender, "text": text}}, sam.id)
    await house.comes_in()
    assert len(await cards(house, sam)) == 1


async def test_second_delivery(house: House, sam: Phone) -> None:
    """An update that comes a second time brings no second card."""
    sam.writes(WORDS)
    await house.comes_in()
    house.sim.updates.repeat()
    await house.comes_in()
    assert len(await cards(house, sam)) == 1


async def test_the_sender_hears_of_a_card_before_anything_is_handled(house: House, sam: Phone, jo: Phone) -> None:
    """The bell rings with the commit of the look."""
    sam.writes(WORDS)
    jo.writes("hello")
    await house.intake.fetch_once()
    assert not house.wakes.outbox.is_set()
    assert await house.doorway._look_at_all() == 2
    assert house.wakes.outbox.is_set()
    assert len(await cards(house, sam)) == 1
    assert await house.said(jo) == []
