"""A whole week, from Monday to Monday: a good one, a quiet one, and one in which Sam leaves."""

from tests.stories.supporters.test_a_supporter import supporter
from tests.stories.town import DAYS, Someone, Town


def said_to(someone: Someone) -> int:
    """How many messages of the bot stand on that phone."""
    return len([bubble for bubble in someone.phone.messages if not bubble.from_me])


async def test_a_good_week(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam, who stopped on Sunday, answers each time, one tap and three; milestones ride along, Jo hears of one from Sam
    alone, and sends a line back; on Monday Lee reads good news, and that evening Sam reads that Lee did."""
    jo = await supporter(town, sam, "Good news", wish="Text about 5.")
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    told = {"Tue": "1 smoke-free day.", "Thu": "3 smoke-free days."}
    for day in DAYS:
        before = said_to(sam)
        if day != "Mon":
            await town.reaches(f"{day} 08:00")
            await sam.sees("How strong is the urge right now?")
            await sam.taps("1")
            sam.phone.looks()
        await town.reaches(f"{day} 18:30")
        await sam.sees("How is your mood right now?")
        await sam.taps("Good", "1", "None")
        closing = await sam.sees("Saved, thank you", told.get(day, "Next hello"))
        assert ("You've reached" in closing.text) is (day in told)
        assert said_to(sam) - before == (1 if day == "Mon" else 2), "one tap in the morning, three in the evening"
        if day == "Thu":
            await sam.taps("Tell Jo", "Send it")
            sam.phone.looks()
            await jo.sees("Sam wants you to know", "3 smoke-free days.")
            await jo.writes("/encourage")
            await jo.writes("Proud of you.")
            await jo.taps("Send it")
            jo.phone.looks()
            await sam.sees("Jo sent you a line", "Proud of you.")
        if day == "Sat":
            await jo.sees("Hi Jo. One small idea", "Sam's wish: “Text about 5.”")
            await jo.taps("Done")
            await jo.sees("Sam isn't told what you tap")
        await jo.sees_nothing_new()
    await town.reaches("Mon 08:00")
    seen = await lee.sees("Mon 9 Mar · 1 person", "GOOD NEWS (1) Sam 7 days", "STEADY (0)")
    assert not any(word in seen.text for word in ("QUIET", "COUNTS TO LOOK AT"))
    await town.reaches("Mon 09:00")
    await lee.taps("I've read this")
    await lee.sees("You've read this.")
    await town.reaches("Mon 18:30")
    await sam.sees("Lee read your week on Monday.")
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved, thank you", "You've reached 1 week of smoke-free days")
    await sam.writes("/progress")
    await sam.sees("Smoke-free days: 7", "Longest stretch: 7 days", "Reached: 1 week of smoke-free days")


async def test_a_quiet_week(town: Town, lee: Someone, sam: Someone) -> None:
    """Nobody answers: one question and one reminder a day, after two days one tap is asked for, after four a question
    comes every third day; a kind close, nothing at night. Jo's idea goes by; Lee reads "no reply", and no failure."""
    jo = await supporter(town, sam)
    for day in DAYS:
        before = said_to(sam)
        await town.reaches(f"{day} 19:00")
        read = " ".join(bubble.text for bubble in sam.phone.looks())
        await town.reaches(f"{day} 22:01")
        read += " ".join(bubble.text for bubble in sam.phone.looks())
        said = said_to(sam) - before
        match day:
            case "Thu":
                assert said == 1
                assert "It's been quiet for two days, and that's fine." in read
            case "Sat" | "Sun":
                assert said == 0
            case _:
                assert said == 2
                assert "Still here if you want it" in read
                assert "Closed, no problem" in read
        if day == "Sat":
            await jo.sees("That idea has gone by, and that's fine")
    await town.reaches("Mon 07:59")
    await sam.sees_nothing_new()
    await jo.sees_nothing_new()
    await town.reaches("Mon 08:00")
    seen = await lee.sees("QUIET (1) Sam 7 days", "STEADY (0)")
    assert not any(word in seen.text for word in ("Smoked", "Mood", "Urge"))
    await lee.taps("All people", "Sam")
    await lee.sees("No reply yet, joined Mon 2 Mar")
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood right now?")
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved, thank you")
    await lee.writes("/summary")
    await lee.sees("Replied 0 of 5", "Today so far: replied, not smoked")
    await sam.sees_nothing_new()


async def test_sam_leaves_and_keeps(town: Town, lee: Someone, sam: Someone) -> None:
    """With a quit date, a hello promised and Jo on their side, Sam leaves: all of it ends at once, nobody is sent a
    word about it but Lee, who reads on Monday who left, and when. Help goes on."""
    jo = await supporter(town, sam, "Good news")
    await sam.writes("/quitdate")
    await sam.taps("1")
    await town.reaches("Mon 18:30")
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.writes("/leave")
    await sam.taps("Leave, keep")
    await sam.sees("You've left. I won't write to you.")
    sam.phone.looks()
    await town.reaches("Mon 07:59")
    await sam.sees_nothing_new()
    await jo.sees_nothing_new()
    await lee.sees_nothing_new()
    await town.reaches("Mon 08:00")
    assert "Smoked" not in (await lee.sees("LEFT (1) Sam on Mon 2 Mar", "0 people")).text
    await lee.writes("/clients")
    await lee.sees("Nobody has joined yet")
    await jo.writes("/encourage")
    await jo.sees("This has ended")
    await sam.writes("/checkin")
    await sam.sees("Check-ins are for people who set this up with a link")
    await sam.writes("/craving")
    sam.phone.looks()
    assert sam.phone.keyboard == []


async def test_three_silent_weeks(town: Town, lee: Someone, sam: Someone) -> None:
    """Days without a word are counted for two weeks; after that it is told as more, as no more is known."""
    for told in ("Sam 7 days", "Sam 14 days", "Sam over two weeks"):
        await town.reaches("Mon 08:00")
        await lee.sees("QUIET (1)", told)
    sam.phone.looks()
