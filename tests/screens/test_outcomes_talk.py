"""A practitioner opens outcomes, reads a working, enters a reading; nobody else does."""

import pytest

from care.people.invites import make_practitioner_invite
from db import events
from db.store import service_facts
from db.store.engine import Database
from programme.quitting.events import CoEntered, OutcomesRead
from tests.screens.chat import Chat
from tests.screens.test_talk import invited


@pytest.fixture
async def lee(database: Database) -> Chat:
    """A practitioner who has come in with link and code."""
    chat = Chat(database, 100, "Lee")
    await database.write(lambda tx: service_facts.put(tx, service_facts.BOT_USERNAME, "some_bot"))
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(chat.now), "Lee"))
    await chat.writes(f"/start {token}")
    await chat.writes(code)
    return chat


@pytest.fixture
async def sam(lee: Chat) -> Chat:
    """A client who said yes to everything, and set a quit date."""
    chat = Chat(lee.database, 200, "Sam")
    await chat.writes(f"/start {await invited(lee)}")
    await chat.taps("Set up, 1 minute")
    await chat.taps("None of these")
    for choice in ("☐ Check in with me here", "☐ Keep my answers", "☐ Show Lee a weekly summary"):
        await chat.taps(choice)
    for label in ("Continue", "Use my Telegram name", "18:30", "Skip"):
        await chat.taps(label)
    await chat.writes("/quitdate")
    await chat.taps("10")
    return chat


async def test_from_the_week_to_a_working_and_back(sam: Chat, lee: Chat) -> None:
    """A line each, the steps of one behind its button, and one event for the asking."""
    await lee.writes("/summary")
    found = await lee.taps("Outcomes")
    assert "Is Sam a treated smoker" in found.words
    assert "NHS, 4 weeks: too early" in (await lee.taps("Treated smoker")).words
    assert "Days 15 to 28 count." in (await lee.taps("NHS, 4 weeks")).words
    assert "All their days: 0 smoke-free days" in (await lee.taps("Back")).words
    assert "7 days to" in (await lee.taps("Their week")).words
    me = (await sam.person()).id
    read = await lee.database.read(lambda tx: events.of_person(tx, me, kind=OutcomesRead))
    assert [event.actor_id for event in read] == [(await lee.person()).id]


async def test_a_reading_is_typed(sam: Chat, lee: Chat) -> None:
    """A number is asked for until one is given; a treated smoker is said with a tap, and taken back with another."""
    await lee.writes("/summary")
    await lee.taps("Outcomes")
    assert "Sam's CO reading" in (await lee.taps("CO reading")).words
    for bad in ("six", "201", "-1", "6 ppm Feb"):
        assert "I need a number" in (await lee.writes(bad)).words
    assert "outcomes" in (await lee.writes("6 ppm")).words
    me = (await sam.person()).id
    entered = await lee.database.read(lambda tx: events.of_person(tx, me, kind=CoEntered))
    assert [event.data["ppm"] for event in entered] == [6]
    assert "Not a treated smoker" in (await lee.taps("Treated smoker")).labels
    assert "Treated smoker" in (await lee.taps("Not a treated smoker")).labels
    await lee.taps("CO reading")
    assert "Sam · outcomes" in (await lee.taps("Cancel")).words
    await lee.writes("7")
    assert len(await lee.database.read(lambda tx: events.of_person(tx, me, kind=CoEntered))) == 1


async def test_with_the_summary_taken_back(sam: Chat, lee: Chat) -> None:
    """What stood open says that nothing is shown."""
    await lee.writes("/summary")
    await lee.taps("Outcomes")
    await sam.writes("/privacy")
    await sam.taps("Change what I share")
    await sam.taps("☑ Show Lee a weekly summary")
    await sam.taps("Continue")
    assert "shows no answers" in (await lee.taps("NHS, 4 weeks")).words
