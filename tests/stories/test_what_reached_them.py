"""Which techniques a client received, week by week: for themselves, and for their practitioner where they show it."""

from sqlalchemy import select

from db.tables import events, received
from db.tx import Tx
from programme.bct import unpacked
from tests.stories.town import Someone, Town


async def test_a_week_in_plain_words(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.1: Sam and Lee read what stood in the messages, with counts; Lee with codes, those unchecked marked."""
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "4", "None", "Stress", "A walk", "Done")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.taps("More", "What we've worked with")
    seen = await sam.sees("What we've worked with, week from Mon 2 Mar")
    assert "· Noting urges, moods and smoking: 1" in seen.text
    assert "· Asking about mood: 1" in seen.text
    assert "BS6" not in seen.text
    await lee.writes("/summary")
    await lee.taps("Techniques")
    seen = await lee.sees("Sam · week from Mon 2 Mar", "Self-regulation", "BS6 Noting urges, moods and smoking: 1")
    assert "RI10* Asking about mood: 1" in seen.text
    assert "* This code number was not checked at its source." in seen.text
    assert "BS6*" not in seen.text
    assert "CoverageRead" in await town.database.read(_looks)


async def test_another_week_is_another_count(town: Town, lee: Someone, sam: Someone) -> None:
    """A technique counts in the week it came; both can look at the weeks before."""
    await sam.writes("Craving")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Check in", "Continue")
    sam.phone.looks()
    await town.reaches("Sun 12:00")
    await town.reaches("Mon 12:00")
    sam.phone.looks()
    lee.phone.looks()
    await sam.writes("Craving")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.taps("More", "What we've worked with")
    await sam.sees("week from Mon 9 Mar", "Noting urges, moods and smoking: 1")
    await sam.taps("← Mon 2 Mar")
    await sam.sees("week from Mon 2 Mar", "Choice")
    await sam.taps("Mon 9 Mar →", "Back")
    await sam.sees("How far you've come")
    await lee.writes("/summary")
    await lee.taps("Techniques", "← Mon 2 Mar")
    await lee.sees("Sam · week from Mon 2 Mar", "RD2* Choice")


async def test_nothing_is_shown_without_a_yes(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam takes the summary back while it stands on Lee's screen: it goes from there at once, and opens no more."""
    await lee.writes("/summary")
    await lee.taps("Techniques")
    await lee.sees("Self-regulation", "What to do in hard moments")
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show", "Continue")
    sam.phone.looks()
    seen = await lee.sees("shows no answers, or keeps none")
    assert "hard moments" not in seen.text
    await sam.writes("/settings")
    await sam.taps("Sharing", "☐ Show", "☑ Keep", "Continue")
    sam.phone.looks()
    await lee.sees_nothing_new()


async def test_it_goes_with_the_person(town: Town, lee: Someone, sam: Someone) -> None:
    """Erased, nothing of what they received is left; before it, /privacy says that it is kept."""
    await sam.writes("/privacy")
    await sam.sees("1 message of mine: which ways of helping were in it")
    assert await town.database.read(_received)
    await sam.writes("/leave")
    await sam.taps("Leave and erase all", "Yes, erase it")
    await sam.sees("going now")
    assert await town.database.read(_received) == []


async def _received(tx: Tx) -> list[frozenset[str]]:
    return [unpacked(row) for row in (await tx.run(select(received.c.techniques))).scalars()]


async def _looks(tx: Tx) -> set[str]:
    return set((await tx.run(select(events.c.kind))).scalars())
