"""Lee's Monday, and which techniques a client received, week by week."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db import events as db_events
from db.people import accounts
from db.tables import events, received
from db.tx import Tx
from programme.practice.events import SummaryRead
from programme.practice.techniques import unpacked
from tests.stories.town import Someone, Town

ANSWERS = {
    "good": ("Good", "0", "None"),
    "bad": ("Mixed", "4", "2", "Stress", "A walk", "Done"),
}


async def evening(who: Someone, how: str) -> None:
    """They answer the check-in that came."""
    await who.taps(*ANSWERS[how])
    who.phone.looks()


async def to_the_next_evening(town: Town, *people: Someone) -> None:
    """It is 18:30, and what came is looked at by those who will not answer."""
    await town.reaches("18:30")
    for one in people:
        one.phone.looks()


async def a_week(town: Town, sam: Someone, kit: Someone, ali: Someone) -> None:
    """From Monday to Sunday evening: Sam has one bad day, Kit answers each day, Ali never."""
    for day in range(7):
        await to_the_next_evening(town, sam, kit, ali)
        await evening(sam, "bad" if day == 2 else "good")
        await evening(kit, "good")
        await town.reaches("22:00")
        ali.phone.looks()


async def test_lees_monday(town: Town, lee: Someone) -> None:
    """Three clients in three states, in one message at eight; it is read, and Sam's next check-in says so once."""
    sam, kit, ali = [await town.client(lee, name) for name in ("Sam", "Kit", "Ali")]
    await lee.writes("/clients")
    await lee.taps("Sam", "Set next session")
    await lee.sees("When is your next session with Sam?", "your clock, London")
    await lee.writes("Mon 11:00")
    await lee.sees("Next session: Monday 9 March, 11:00")
    await a_week(town, sam, kit, ali)
    await town.reaches("Mon 07:59")
    await lee.sees_nothing_new()
    await town.reaches("Mon 08:00")
    seen = await lee.sees(
        "Mon 9 Mar · 3 people", "the 7 days to Sun 8 Mar", "Not watched live",
        "YOUR SESSIONS (1)", "Mon 9 Mar 11:00 Sam", "Smoked 1 of 7 days",
        "Replied 7 of 7", "QUIET (1) Ali 7 days", "STEADY (1)",
    )  # fmt: skip
    assert "Kit" not in seen.text
    await lee.taps("I've read this")
    await lee.sees("You've read this.")
    await sam.sees_nothing_new()
    for one in (sam, kit, ali):
        await one.sees_nothing_new()
    await town.reaches("Mon 18:30")
    await sam.sees("Lee read your week on Monday.", "How is your mood")
    await ali.sees("Lee read your week on Monday.")
    assert "Lee read" not in (await kit.sees("How is your mood")).text
    await evening(sam, "good")
    await to_the_next_evening(town, kit, ali)
    assert "Lee read" not in (await sam.sees("How is your mood")).text


async def looks_at(town: Town, sam: Someone) -> int:
    """How often it is written down that somebody looked at their week."""
    me = await town.database.read(lambda tx: accounts.find(tx, sam.phone.id))
    assert me is not None
    return len(await town.database.read(lambda tx: db_events.of_person(tx, me.id, kind=SummaryRead)))


@pytest.mark.parametrize("tapped", [False, True], ids=["sent once more", "proven by a tap"])
async def test_a_look_is_written_once_for_each_delivery(town: Town, lee: Someone, sam: Someone, tapped: bool) -> None:
    """The network hides that the summary arrived, and it is rendered twice or tapped: one look. Each turn is one more;
    "Why this?" shows nobody's week, and is none."""
    await town.reaches("Mon 07:59")
    sam.phone.looks()
    town.simulator.faults.fail_next("sendMessage", "502", chat_id=lee.phone.id)
    await town.reaches("Mon 08:00")
    lee.phone.looks()
    assert await looks_at(town, sam) == 0
    if not tapped:
        await town.goes_on(timedelta(minutes=5))
        await lee.sees("QUIET (1) Sam")
        assert await looks_at(town, sam) == 1
    await lee.taps("Why this?")
    await town.goes_on(timedelta(minutes=5))
    await lee.sees("Monday at 08:00")
    assert await looks_at(town, sam) == 1
    await lee.taps("Back")
    await lee.sees("QUIET (1) Sam")
    assert await looks_at(town, sam) == 2
    await lee.taps("All people", "Sam")
    await lee.sees("Sam · 7 days")
    assert await looks_at(town, sam) == 3


async def test_the_steady_are_a_number_and_one_tap_away(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam is steady: a number on the message, a line behind it; read there, Sam's next check-in says so."""
    await town.reaches("Sat 12:00")
    await sam.writes("/next")
    await town.reaches("Sun 18:30")
    sam.phone.looks()
    await evening(sam, "good")
    await town.reaches("Mon 08:00")
    assert "Sam" not in (await lee.sees("STEADY (1)")).text
    await lee.taps("Steady: 1")
    await lee.sees("Sam: replied 1 of")
    await lee.taps("I've read this", "Back")
    await lee.sees("STEADY (1)")
    await lee.taps("Why this?")
    await lee.sees("Monday at 08:00")
    await town.reaches("Mon 18:30")
    await sam.sees("Lee read your week on Monday.")


async def test_without_a_yes_there_are_no_numbers(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam takes the yes to the summary back: Lee reads that Sam joined, and no more; reading it tells Sam nothing."""
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show Lee", "Continue")
    sam.phone.looks()
    await town.reaches("Sat 12:00")
    await sam.writes("/next")
    await town.reaches("Sun 18:30")
    sam.phone.looks()
    await evening(sam, "bad")
    await town.reaches("Mon 08:00")
    seen = (await lee.sees("STEADY (0)", "JOINED, NOTHING SHOWN (1) Sam")).text
    assert not any(word in seen for word in ("Smoked", "Replied", "QUIET", "Urge"))
    await lee.taps("I've read this")
    lee.phone.looks()
    await town.reaches("Mon 18:30")
    assert "Lee read" not in (await sam.sees("How is your mood")).text


async def test_what_we_missed_and_a_block_are_no_silence(town: Town, lee: Someone, sam: Someone) -> None:
    """The service was down all week: nobody is quiet. A week behind a block later: cannot reach, and not quiet."""
    await town.is_down("Mon 07:50")
    await town.restarts()
    await town.reaches("08:00")
    assert "QUIET" not in (await lee.sees("NOT ASKED, OUR DOING (1) Sam")).text
    await sam.does(lambda phone: phone.blocks())
    await town.reaches("Mon 08:00")
    seen = (await lee.sees("CANNOT REACH (1) Sam")).text
    assert "QUIET" not in seen
    assert "since Mon 9 Mar" in seen
    await lee.writes("/summary")
    await lee.sees("Nothing reaches them since Mon 9 Mar")


async def test_lee_moves_the_summary_and_ends_it(town: Town, lee: Someone, sam: Someone) -> None:
    """On Thursdays at 17:00 instead, typed; then none comes, and /summary still works."""
    await lee.writes("/settings")
    await lee.sees("Weekly summary: Monday 9 March, 08:00")
    await lee.taps("Summary time")
    await lee.sees("Your weekly summary comes on Monday at 08:00")
    await lee.writes("Thu 5pm")
    await lee.sees("Weekly summary: Thursday 5 March, 17:00")
    await town.reaches("Thu 17:00")
    await lee.sees("Thu 5 Mar · 1 person")
    await lee.writes("/settings")
    await lee.taps("Summary time", "No weekly summary")
    await lee.sees("Weekly summary: none")
    await town.reaches("Thu 17:01")
    await lee.sees_nothing_new()
    sam.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Sam · 7 days")


async def test_a_late_summary_comes_once_and_never_at_night(town: Town, lee: Someone, sam: Someone) -> None:
    """Down on Monday morning: it comes at noon, once. Down until the night: it does not come at all."""
    await town.is_down("Mon 12:00")
    await town.restarts()
    await lee.sees("Mon 9 Mar")
    await town.restarts()
    await lee.sees_nothing_new()
    await town.is_down("Mon 22:30")
    await town.restarts()
    await town.reaches("Sun 09:00")
    await lee.sees_nothing_new()
    sam.phone.looks()


async def test_a_session_is_picked_moved_and_cleared(town: Town, lee: Someone, sam: Someone) -> None:
    """By two taps in the calendar, then to another day, then away; a time that has passed is asked for kindly."""
    await lee.writes("/clients")
    await lee.taps("Sam", "Set next session", "12", "11:00")
    await lee.sees("Next session: Thursday 12 March, 11:00")
    await lee.taps("Change session")
    await lee.sees("When is your next session with Sam?")
    await lee.writes("today 9am")
    await lee.sees("That time has passed")
    await lee.writes("some day")
    await lee.sees("such as Thu 11:00")
    await lee.writes("Wed 14:30")
    await lee.sees("Next session: Wednesday 4 March, 14:30")
    await lee.taps("Clear session")
    await lee.sees("Next session: not set")
    await sam.sees_nothing_new()


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
