"""The crisis scan comes before everything: routing, retries, floods, and joining."""

from typing import Any

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


async def test_every_kind_of_message(house: House, sam: Phone) -> None:
    """Polls, checklists, rich text, contacts and places are looked at, sent and changed; what is quoted is not."""
    said = "I want to kill myself"
    split = ["I want to ", {"type": "bold", "text": ["kill ", "my"]}, "self"]
    kinds: list[dict[str, Any]] = [
        {"poll": {"question": said, "options": []}},
        {"poll": {"question": "Lunch?", "options": [{"text": "soup"}, {"text": said}]}},
        {"poll": {"question": "Lunch?", "options": [], "explanation": said}},
        {"checklist": {"title": said, "tasks": []}},
        {"checklist": {"title": "Today", "tasks": [{"id": 1, "text": said}]}},
        {"contact": {"first_name": "I want to", "last_name": "kill myself", "phone_number": "1"}},
        {"venue": {"title": said, "address": ""}},
        {"rich_message": {"blocks": [{"type": "paragraph", "text": split}]}},
        {"rich_message": {"blocks": [{"type": "list", "items": [{"blocks": [{"type": "paragraph", "text": said}]}]}]}},
        {"rich_message": {"blocks": [{"type": "table", "cells": [[{"text": said}]]}]}},
        {"rich_message": {"blocks": [{"type": "photo", "caption": {"text": said}}]}},
        {"rich_message": {"blocks": [{"type": "details", "summary": said, "blocks": []}]}},
        {"text": said, "reply_to_message": {"message_id": 1}},
    ]
    sender = {"id": sam.id, "is_bot": False, "first_name": "Sam"}
    for kind in kinds:
        house.sim.updates.make_raw({"message": {"from": sender, **kind}}, sam.id)
        house.sim.updates.make_raw({"edited_message": {"from": sender, **kind}}, sam.id)
    quoted = {"text": "thanks", "quote": {"text": said}, "reply_to_message": {"text": said}}
    house.sim.updates.make_raw({"message": {"from": sender, **quoted}}, sam.id)
    await house.comes_in()
    assert len(await cards(house, sam)) == 2 * len(kinds)


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
    """The card goes out for words in an update that no handler will ever see; nothing else comes, and set aside it
    holds them no more."""
    sender = {"id": sam.id, "is_bot": False, "first_name": "Sam"}
    house.sim.updates.make_raw({"message": {"from": sender, "text": text}}, sam.id)
    await house.comes_in()
    assert len(await cards(house, sam)) == 1
    for _ in range(4):
        house.clock.turn(61)
        await house.doorway.drain()
    assert [(row["state"], row["payload"]) for row in await house.inbox()] == [("dead", None)]
    assert len(await cards(house, sam)) == 1
    assert len(await house.to_say(sam)) == 1, "nobody is asked to send such words a second time"


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


@pytest.mark.parametrize("letters", ["OD_Oqratz9euEp77VcHoiA", "qAkdX-scrd1ECxYIxWnOuw", "NHE-0d__MqUleBQEmAhY6A"])
async def test_an_invitation_that_spells_something(house: House, sam: Phone, letters: str) -> None:
    """The random letters of an invitation bring no card, opened or sent on; words beside them are looked at."""
    sam.starts(letters)
    sam.writes(f"/start@alongside_bot {letters}")
    sam.writes(f"this is for you https://t.me/alongside_bot?start={letters}")
    await house.comes_in()
    assert await cards(house, sam) == []
    sam.writes(f"https://t.me/alongside_bot?start={letters} {WORDS}")
    sam.writes("/start iwanttokillmyself")
    await house.comes_in()
    assert len(await cards(house, sam)) >= 1
