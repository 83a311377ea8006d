"""How it went four weeks after the quit date: asked, kept as it was said, and asked no more."""

from tests.stories.test_a_course import evening
from tests.stories.town import DAYS, Someone, Town


async def stopped_two_weeks_ago(sam: Someone) -> None:
    """Sam stopped on Monday 16 February, so four weeks are over on Monday 16 March."""
    await sam.writes("/quitdate")
    await sam.taps("← February", "16")
    await sam.sees("You stopped on Monday 16 February")


async def a_day(town: Town, sam: Someone, day: str) -> None:
    """Sam answers what comes that day; other things are looked at."""
    await town.reaches(f"{day} 12:00")
    if "0" in sam.labels():
        sam.phone.looks()
        await sam.taps("1")
    sam.phone.looks()
    await town.reaches(f"{day} 18:30")
    sam.phone.looks()
    if "OK" in sam.labels():
        await evening(sam)


async def two_weeks(town: Town, lee: Someone, sam: Someone) -> None:
    """From Monday 2 March to the evening of Sunday 15 March."""
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    for day in (*DAYS[1:], *DAYS):
        await a_day(town, sam, day)
        lee.phone.looks()


async def test_four_weeks_after_it_is_asked_and_kept(town: Town, lee: Someone, sam: Someone) -> None:
    """Day 28: one tap, kept as it was said; the two that would follow do not come, nor stand in /next; Lee's list says
    "due" until then."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 08:00")
    await lee.sees("COUNTS TO LOOK AT", "Sam: week-4 result due by Mon 30 Mar")
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date", "since Tuesday 3 March", "You and Lee can see your answers")
    await sam.taps("Not at all")
    await sam.sees("Kept as you said it: Not at all", "at twelve weeks")
    await sam.taps("Change", "1 to 5")
    await sam.sees("Kept as you said it: 1 to 5")
    await sam.writes("/next")
    assert "how stopping went" not in (await sam.sees("Next seven days")).text
    for day in DAYS:
        await a_day(town, sam, day) if day != "Mon" else await a_day_after(town, sam)
        told = [one for one in sam.phone.messages if "four weeks" in one.text or "Kept as you said" in one.text]
        assert len(told) == 1
    await town.reaches("Mon 08:00")
    assert "week-4" not in (await lee.sees("STEADY")).text
    sam.phone.looks()


async def a_day_after(town: Town, sam: Someone) -> None:
    """That evening."""
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await evening(sam)


async def test_beside_an_own_check_in_it_waits_and_is_shown_after(town: Town, lee: Someone, sam: Someone) -> None:
    """S6: a check-in that Sam asks for closes the question; its closing words lead back to it, and it is answered."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date")
    await sam.writes("/checkin")
    await sam.sees("How is your mood")
    assert "Closed, no problem. You can tell me late if you like" in sam.phone.screen()
    await evening(sam)
    assert "It's four weeks since your quit date" in sam.phone.messages[-1].text
    await sam.taps("Not at all")
    await sam.sees("Saved", "Kept as you said it: Not at all", "I'll ask you at twelve weeks too")
    await sam.taps("Change that answer", "Change", "1 to 5")
    await sam.sees("Kept as you said it: 1 to 5")
    await town.reaches("Thu 12:00")
    assert not any("four weeks" in one.text for one in sam.phone.messages)
    sam.phone.looks()
    lee.phone.looks()


async def test_left_open_it_rides_in_the_evening(town: Town, lee: Someone, sam: Someone) -> None:
    """Day 28: nobody answers it by the evening, and the check-in comes on the minute that was said, with it inside."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date")
    await sam.writes("/next")
    today, *_ = (await sam.sees("Next seven days")).text.splitlines()[1:]
    assert today.endswith("18:30 · check-in")
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    assert "Have you smoked since Tuesday 3 March?" in sam.phone.messages[-1].text
    assert "Next hello: Thursday" in sam.phone.messages[-1].text
    await sam.taps("1 to 5")
    await sam.sees("Kept as you said it: 1 to 5")
    lee.phone.looks()
    sam.phone.looks()


async def test_unanswered_it_comes_twice_more_and_a_late_answer_counts(town: Town, lee: Someone, sam: Someone) -> None:
    """Days 28, 31 and 35, and no more; each closes kindly, and what is closed still takes an answer."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    for day in ("Mon", "Thu", "Mon"):
        await town.reaches(f"{day} 09:59")
        sam.phone.looks()
        await town.reaches(f"{day} 10:00")
        await sam.sees("It's four weeks since your quit date")
        await town.reaches(f"{day} 22:00")
        assert "Closed, no problem. You can tell me late if you like" in sam.phone.screen()
        sam.phone.looks()
        await sam.writes("/next")
        sam.phone.looks()
    await town.reaches("Thu 10:00")
    assert "four weeks" not in (sam.phone.messages[-1].text)
    await sam.taps("6 or more")
    await sam.sees("Kept as you said it: 6 or more")
    lee.phone.looks()
    sam.phone.looks()


async def test_a_new_try_is_asked_about_anew(town: Town, lee: Someone, sam: Someone) -> None:
    """S12: moved to a later day, nothing is asked about the try before."""
    await stopped_two_weeks_ago(sam)
    await sam.taps("Change the day", "6")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    for day in (*DAYS[1:], *DAYS):
        await a_day(town, sam, day)
        lee.phone.looks()
    await town.reaches("Mon 12:00")
    assert not any("four weeks" in one.text for one in sam.phone.messages)
    lee.phone.looks()
    sam.phone.looks()
