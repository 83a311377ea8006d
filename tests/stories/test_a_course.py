"""What a quit date changes in what comes: the morning's one tap, the evening, and less as time goes on."""

from collections.abc import Sequence
from datetime import timedelta

from tests.stories.town import Someone, Town


def come(person: Someone) -> int:
    """How many messages came so far."""
    return sum(not one.from_me for one in person.phone.messages)


async def evening(sam: Someone, answers: Sequence[str] = ("OK", "1", "None")) -> None:
    """An evening's check-in on a day that was not hard."""
    await sam.taps(*answers)
    if "Done" in sam.labels():
        await sam.taps("Done")
    sam.phone.looks()


async def test_the_quit_date_says_what_changes(town: Town, sam: Someone) -> None:
    """S12: setting, moving and unsetting each say what changes, and only what is still to come does."""
    await sam.writes("/quitdate")
    await sam.taps("4")
    told = "From Thursday 5 March I'll say hello in the morning too"
    await sam.sees("Wednesday 4 March", told, "That's 17 days", "From Thursday 2 April on I'll write less often")
    await sam.taps("Change the day", "11")
    await sam.sees("Moved from Wednesday 4 March", "From Thursday 12 March I'll say hello in the morning too")
    await town.reaches("Thu 07:59")
    sam.phone.looks()
    await town.reaches("Thu 12:00")
    await sam.sees_nothing_new()
    await sam.writes("/quitdate")
    await sam.taps("Take it away")
    await sam.sees("no quit date for now", "Check-ins are back to how they were without a date")
    await town.reaches("Fri 12:00")
    sam.phone.looks()
    await town.reaches("Fri 18:30")
    await sam.sees("Evening, Sam")


async def test_a_new_date_weeks_later_says_how_often_i_write(town: Town, lee: Someone, sam: Someone) -> None:
    """S12: weeks after a quit date little is asked; a new one brings more, and says how many, in place of how many."""
    await sam.writes("/quitdate")
    await sam.taps("← February", "16")
    await town.goes_on(timedelta(days=22))
    lee.phone.looks()
    sam.phone.looks()
    await sam.writes("/quitdate")
    await sam.taps("Change the day", "30")
    await sam.sees("Moved from Monday 16 February", "In the coming week I'll check in 8 times, in place of 2")
    await sam.taps("Change the day", "31")
    moved = await sam.sees("Moved from Monday 30 March")
    assert "in place of" not in moved.text


async def test_an_ordinary_day_is_two_messages(town: Town, sam: Someone) -> None:
    """On a day of 5 to 17: one tap in the morning, the check-in in the evening, and nothing else."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await evening_of(town, sam, "Mon")
    await town.reaches("Tue 08:00")
    await sam.sees("Morning, Sam. One tap.", "How strong is the urge right now?")
    await sam.taps("4")
    await sam.sees("Saved, thank you", "Would a hand with it help?")
    assert "Help with a craving" in sam.labels()
    await town.reaches("Sun 07:59")
    sam.phone.looks()
    before = come(sam)
    await town.reaches("Sun 08:00")
    await sam.taps("1")
    await sam.sees("Saved, thank you.")
    await evening_of(town, sam, "Sun")
    await town.reaches("Mon 07:00")
    await sam.sees_nothing_new()
    assert come(sam) - before == 2


async def evening_of(town: Town, sam: Someone, day: str) -> None:
    """That day's evening comes, and is answered."""
    await town.reaches(f"{day} 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)


async def test_a_morning_leaves_open_whether_they_smoked(town: Town, sam: Someone) -> None:
    """An urge told in the morning is no word about cigarettes: the day is not known, and counts neither way."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await evening_of(town, sam, "Mon")
    await town.reaches("Tue 08:00")
    await sam.taps("0")
    sam.phone.looks()
    await town.reaches("Wed 07:00")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.sees("Smoke-free days: 1", "1 day I don't know about")


async def test_the_morning_after_a_lapse_is_the_hello(town: Town, sam: Someone) -> None:
    """The return of the next morning takes the place of the morning's question: one word, nothing asked."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await evening_of(town, sam, "Mon")
    await town.reaches("Tue 08:00")
    await sam.taps("2")
    sam.phone.looks()
    await town.reaches("Tue 15:00")
    await sam.writes("/smoked")
    await sam.sees("Thanks for telling me", "I'll leave you in peace until tomorrow, 08:00")
    await town.reaches("Wed 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Wed 12:00")
    await sam.sees("Here I am, as promised")
    await sam.sees_nothing_new()
