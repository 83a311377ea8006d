"""Words of danger as the person lives them: the card, what it leaves behind, and the quiet line."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from alongside.house import HOUSEKEEPING
from db import events
from db.people import accounts
from db.tables import check_ins, inbox, outbox, screens
from db.tables import events as all_events
from programme.safety.events import CrisisCardShown
from tests.stories.supporters.test_a_supporter import supporter
from tests.stories.town import Someone, Town

VIOLENCE = "he hits me when he's drunk"


async def the_hour_strikes(town: Town) -> None:
    """What housekeeping does at every hour."""
    now = town.clock.now()
    for job in HOUSEKEEPING:
        if job.hourly:
            await town.database.write(lambda tx, job=job: job.act(tx.at(now)))  # type: ignore[misc]


async def remembered(town: Town) -> str:
    """Everything that the events, the screens, the inbox and the outbox hold, as text."""
    tables = (all_events, screens, inbox, outbox)
    rows = [row for table in tables for row in await town.database.read(lambda tx, one=table: tx.run(select(one)))]  # type: ignore[misc]
    return "\n".join(map(str, rows))


async def test_a_form_goes_on_after_the_card(town: Town, lee: Someone, sam: Someone) -> None:
    """Own words of danger are no answer: not kept, not shared; "something else" asks again, and that is kept."""
    await town.reaches("Mon 18:30")
    await sam.taps("Mixed", "4", "None", "Stress", "A walk")
    sam.phone.looks()
    await sam.writes("I want to kill myself")
    card = await sam.sees("Thank you for saying that.", "999", "116 123")
    assert "In danger? Call 999. Help in your country: /help" in card.text
    kept = await town.database.read(lambda tx: tx.run(select(check_ins.c.words)))
    assert [row.words for row in kept] == [None]
    await sam.taps("I meant something else")
    await sam.sees("OK. Back to where we were. The numbers stay in /help.")
    await sam.sees("Anything in your own words?")
    await sam.writes("Only joking")
    await sam.sees("The numbers are here if you want them.")
    await sam.writes("A long day at work.")
    sam.phone.looks()
    await lee.writes("/summary")
    assert "kill" not in (await lee.sees("Today so far: replied")).text


async def test_violence_at_home(town: Town, sam: Someone) -> None:
    """Its own number, by nation; both messages go from the phone by one tap; afterwards nothing refers to it."""
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await sam.writes(VIOLENCE)
    await sam.sees("press 55", "Wales 0808 80 10 800", "Or tap where you are.")
    await sam.taps("Wales")
    await sam.sees("Live Fear Free, 0808 80 10 800", "you can delete this")
    await sam.writes(VIOLENCE)
    await sam.sees("Live Fear Free")
    await sam.writes("I can't do this any more")
    sam.phone.looks()
    await sam.taps("Delete these messages")
    assert sam.phone.toast == "Deleted."
    words = "\n".join(bubble.text for bubble in sam.phone.messages)
    assert "hits me" not in words
    assert "0808 80 10 800" not in words
    await sam.sees("How is your mood")
    person = await town.database.read(lambda tx: accounts.find(tx, sam.phone.id))
    assert person is not None
    shown = await town.database.read(lambda tx: events.of_person(tx, person.id, kind=CrisisCardShown))
    assert [event.data for event in shown] == [{}, {}]
    assert "violence" not in await remembered(town)
    await town.goes_on(timedelta(hours=49))
    await the_hour_strikes(town)
    assert "'wrote'" not in await remembered(town)
    await sam.sees("Evening, Sam.", "How is your mood")
    sam.phone.looks()


async def test_messages_too_old_to_delete(town: Town, sam: Someone) -> None:
    """After two days Telegram lets no bot delete them: that is said, and how to do it. The card keeps its button."""
    await sam.writes(VIOLENCE)
    await sam.sees("press 55")
    await town.goes_on(timedelta(minutes=61))
    await sam.writes("I can't do this any more")
    sam.phone.looks()
    await sam.taps("I need help now")
    await sam.sees("please reach a person")
    for hours in (24, 23):
        town.clock.turn(timedelta(hours=hours).total_seconds())
        await the_hour_strikes(town)
    await sam.does(lambda phone: phone.taps("Delete these messages"))
    await sam.sees("I couldn't delete that", "hold your finger on the message")
    words = "\n".join(bubble.text for bubble in sam.phone.messages)
    assert "press 55" in words
    assert VIOLENCE in words
    sam.phone.looks()


async def test_words_that_may_mean_it_from_who_is_asked_nothing(town: Town, lee: Someone, sam: Someone) -> None:
    """A stranger, a supporter and a practitioner read the quiet line, within the hour where the numbers are, and no
    "I can't chat"."""
    jo, ann = await supporter(town, sam), town.someone("Ann")
    for someone in (lee, jo, ann):
        someone.phone.looks()
        await someone.writes("what's the point")
        [line] = someone.phone.looks()
        assert "If it's too much right now" in line.text
        await someone.writes("what's the point")
        [again] = someone.phone.looks()
        assert "The numbers are here if you want them." in again.text
    sam.phone.looks()


async def test_what_has_closed_is_no_place_to_go_back_to(town: Town, sam: Someone) -> None:
    """After "something else" a check-in that was missed does not come below the card; a second tap says nothing."""
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.writes("I want to kill myself")
    card = await sam.sees("Thank you for saying that.")
    [data] = [b.data for row in card.buttons for b in row if b.label == "I meant something else"]
    for _ in range(2):
        await sam.does(lambda phone: phone.taps_raw(data or "", card.id))
    [seen] = sam.phone.looks()
    assert seen.text == "OK. Back to where we were. The numbers stay in /help."


async def test_words_that_may_mean_it(town: Town, sam: Someone) -> None:
    """They stay the answer they were; one quiet line an hour comes below; a card is never held back by it."""
    await town.reaches("Mon 18:30")
    await sam.taps("Mixed", "4", "None", "Stress", "A walk")
    sam.phone.looks()
    await sam.writes("what's the point")
    await sam.sees("Saved")
    line = await sam.sees("If it's too much right now")
    assert [button.label for row in line.buttons for button in row] == ["I need help now", "I'm all right"]
    await sam.taps("I'm all right")
    await sam.sees("Good to know.")
    await sam.writes("I can't do this any more")
    assert not [bubble for bubble in sam.phone.looks() if "too much right now" in bubble.text]
    await sam.writes("I want to kill myself")
    await sam.sees("Thank you for saying that.")
    await town.goes_on(timedelta(minutes=61))
    await sam.writes("I can't do this any more")
    sam.phone.looks()
    await town.goes_on(timedelta(minutes=61))
    await the_hour_strikes(town)
    told = await remembered(town)
    assert not [word for word in ("quiet_line", "check'", "no strength left") if word in told]
    sam.phone.looks()
    await sam.taps("I need help now")
    await sam.sees("please reach a person", "999")


async def test_somebody_else_in_danger(town: Town, sam: Someone) -> None:
    """A supporter who worries is told what to do now: not whether that person is known here, nor of a clinic."""
    jo = await supporter(town, sam)
    await jo.writes("he says he wants to die")
    card = await jo.sees("This is what you can do now.", "call 999", "116 123")
    assert not re.search(r"\b(Sam|Lee|team|clinic|practitioner|know)\b", card.text)
    assert jo.labels()[-1] == "I meant something else"
    assert not [label for label in jo.labels() if "Tell" in label]
    await jo.writes("I've taken an overdose")
    await jo.sees("Please call now.", "Call 999 or go to A&E now", "111 for advice about poison")
    await jo.writes("really bad chest pain and my arm's gone numb")
    await jo.sees("Call 999 now.")


async def test_whose_numbers(town: Town, lee: Someone) -> None:
    """A stranger taps their nation on /help; a client sees the one their practitioner works in, until they choose."""
    eve = town.someone("Eve")
    await eve.does(lambda phone: phone.starts())
    await eve.sees("In danger? Call 999. Help in your country: /help")
    await eve.writes("/help")
    assert "111" not in (await eve.sees("116 123", "Where are you?")).text
    await eve.taps("Scotland")
    await eve.sees("call 111 and ask for mental health")
    await eve.taps("Numbers for another country", "Northern Ireland")
    await eve.sees("Lifeline, 0808 808 8000")

    await lee.writes("/start")
    await lee.sees("Where do you work?")
    await lee.taps("Wales")
    lee.phone.looks()
    kim = town.someone("Kim")
    token = await town.link_of(lee)
    await kim.does(lambda phone: phone.starts(token))
    await kim.sees("Urgent mental health help? Call 111, press 2.")
    await kim.writes("I want to kill myself")
    assert "where you are" not in (await kim.sees("111, press 2")).text
    await kim.writes("/settings")
    await kim.sees("Crisis numbers: Wales")
    await kim.taps("Crisis numbers", "Another country")
    await kim.sees("Crisis numbers: Another country")
    await kim.writes("I want to kill myself")
    await kim.sees("your local emergency number")


@pytest.fixture(autouse=True)
def what_lee_reads(lee: Someone) -> Iterator[None]:
    """What comes to Lee meanwhile is told elsewhere."""
    yield
    lee.phone.looks()


async def test_in_every_state(town: Town, lee: Someone, sam: Someone) -> None:
    """Who works here, who has a break, who left, who was erased and came back, who had blocked: each gets the card."""
    said, card = "I want to kill myself", "Thank you for saying that."
    await lee.writes(said)
    await lee.sees(card)
    assert not [label for label in lee.labels() if "Tell" in label]
    await sam.writes("/pause")
    sam.phone.looks()
    await sam.taps("Until I'm back")
    sam.phone.looks()
    await sam.writes(said)
    await sam.sees(card)
    assert "Tell Lee" in sam.labels()
    await sam.does(lambda phone: phone.blocks())
    await sam.does(lambda phone: phone.unblocks())
    await sam.writes(said)
    await sam.sees(card)
    for ways in (("Leave, keep my answers",), ("Leave and erase all", "Yes, erase it")):
        await sam.writes("/leave")
        sam.phone.looks()
        await sam.taps(*ways)
        sam.phone.looks()
        await sam.writes(said)
        await sam.sees(card)
        assert not [label for label in sam.labels() if "Tell" in label]
