"""What comes, why it came, and a break from it."""

from datetime import date, time

from care.hello import LAPSE, say_hello_at
from db import people
from tests.stories.town import Someone, Town


async def test_a_break_of_three_days(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam takes a break on Monday; no check-in comes, Lee sees "paused", and on Thursday at 8:00 comes one hello."""
    await sam.writes("/pause")
    await sam.sees("Nothing is lost", "How long?")
    await sam.taps("3 days")
    await sam.sees("Paused until Thursday 5 March, 08:00", "one short hello", "Lee sees")
    await lee.writes("/summary")
    await lee.sees("Paused")
    await town.reaches("Wed 22:00")
    await sam.sees_nothing_new()
    await town.reaches("Thu 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Thu 08:00")
    await sam.sees("Your break is over", "Next hello: today, 18:30")
    await sam.taps("Why this?")
    await sam.sees("You took a break until 08:00", "Nobody was told")
    await town.reaches("Thu 18:30")
    await sam.sees("How is your mood")
    sam.phone.looks()
    await lee.writes("/summary")
    assert "Paused" not in (await lee.sees("Left out for a break: 3")).text


async def test_back_before_it_is_over(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam breaks off a check-in for a week's break, is back the next day, and no hello follows."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.writes("/pause")
    await sam.sees("How long?")
    await sam.taps("A week")
    await sam.sees("Closed for your break")
    await sam.sees("Paused until Monday 9 March, 08:00")
    await town.reaches("Tue 12:00")
    await sam.writes("/pause")
    await sam.sees("Paused until Monday")
    await sam.taps("I'm back")
    await sam.sees("Good to have you back", "Next hello: today, 18:30")
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")
    sam.phone.looks()
    await town.reaches("Mon 07:59")
    sam.phone.looks()
    await town.reaches("Mon 12:00")
    await sam.sees_nothing_new()
    await lee.sees("Mon 9 Mar · 1 person")


async def test_until_i_am_back(town: Town, sam: Someone) -> None:
    """A break without an end is quiet for as long as it takes, and help goes on meanwhile."""
    await sam.writes("/pause")
    await sam.sees("How long?")
    await sam.taps("Until I'm back")
    await sam.sees("Paused until you're back")
    await town.reaches("Sun 12:00")
    await sam.sees_nothing_new()
    await sam.writes("/checkin")
    await sam.sees("How is your mood")
    await sam.writes("/next")
    await sam.sees("Paused until you're back", "Nothing is planned")


async def test_the_next_seven_days(town: Town, lee: Someone, sam: Someone) -> None:
    """Each check-in of the week is named with its day and time; somebody without plans hears that there is nothing."""
    await sam.writes("/next")
    said = (await sam.sees("Mon 2 Mar 18:30 · check-in", "Sun 8 Mar 18:30 · check-in")).text
    assert said.count("check-in ") + said.count("check-in\n") >= 7
    assert "Mon 9 Mar" not in said
    await lee.writes("/next")
    await lee.sees("Mon 9 Mar 08:00 · your summary")
    eve = town.someone("Eve")
    await eve.writes("/next")
    await eve.sees("Nothing is planned")


async def test_the_morning_after(town: Town, sam: Someone) -> None:
    """A hello that was promised for the next morning comes once, asks nothing, and says why it came."""
    found = await town.database.read(lambda tx: people.find(tx, sam.phone.id))
    assert found is not None
    now = town.clock.now()
    await town.database.write(lambda tx: say_hello_at(tx.at(now), found, date(2026, 3, 3), time(8), LAPSE))
    await town.reaches("Mon 18:30")
    await sam.taps("Not now", "Skip today")
    sam.phone.looks()
    await town.reaches("Tue 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Tue 08:00")
    await sam.sees("Hello, Sam", "Here I am, as promised. No questions this morning", "Next hello: today, 18:30")
    await sam.taps("Why this?")
    await sam.sees("I said I'd say hello at 08:00", "Nobody was told")
    await sam.taps("Back")
    sam.phone.looks()
    await town.reaches("Tue 18:29")
    await sam.sees_nothing_new()


async def test_why_a_reminder_came(town: Town, sam: Someone) -> None:
    """The reminder says why it came, and leads to a break too."""
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await town.reaches("Mon 20:15")
    await sam.sees("Still here if you want it")
    await sam.taps("Why this?")
    await sam.sees("check-in at 18:30", "I remind you once", "Lee sees your answer")
    await sam.taps("Back")
    await sam.sees("Still here if you want it")
    await sam.taps("OK today")
    sam.phone.looks()
