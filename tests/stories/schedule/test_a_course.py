"""What a quit date changes in what comes; picked, moved, taken away, and its morning."""

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


async def test_the_quit_day(town: Town, sam: Someone) -> None:
    """The day is picked with a reason; its morning brings both, and the whole day no more than 4 messages, 7 taps."""
    await sam.writes("/quitdate")
    await sam.sees("You have no quit date, and that's fine")
    await sam.taps("4")
    await sam.sees("Wednesday 4 March", "in 2 days", "I'll say good morning that day at 08:00")
    await sam.taps("My reasons", "Add one")
    sam.phone.looks()
    await sam.writes("Walking up the hill with Mia.")
    await sam.sees("Walking up the hill")
    await sam.writes("/next")
    await sam.sees("a word on the quit day")
    await town.reaches("Tue 18:30")
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved", "Next hello: tomorrow, 08:00")
    await sam.writes("/settings")
    await sam.sees("Next: tomorrow, 18:30")
    await town.reaches("Wed 07:59")
    before = len([one for one in sam.phone.messages if not one.from_me])
    await town.reaches("Wed 08:00")
    await sam.sees("Morning, Sam", "Your reason: “Walking up the hill with Mia.”", "Your plan: A walk")
    await sam.taps("1")
    await sam.sees("Pick one thing to try")
    await town.reaches("Wed 18:30")
    await sam.taps("OK", "1", "None")
    sam.phone.looks()
    await town.reaches("Thu 07:00")
    assert len([one for one in sam.phone.messages if not one.from_me]) - before <= 4


async def test_who_smoked_before_its_word_is_left_in_peace(town: Town, sam: Someone) -> None:
    """Told of before eight on the quit day, a cigarette is met like any lapse: nothing more comes unasked that day."""
    await sam.writes("/quitdate")
    await sam.taps("4")
    await town.reaches("Wed 07:40")
    sam.phone.looks()
    await sam.writes("I smoked")
    await sam.sees("Thanks for telling me", "I'll leave you in peace until tomorrow, 08:00")
    await town.reaches("Thu 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Thu 08:00")
    await sam.sees("Hello, Sam", "Here I am, as promised")


async def test_moving_the_day_says_what_changed(town: Town, sam: Someone) -> None:
    """A day to come is moved, with its morning; one that has come keeps what was lived, and a new try begins."""
    await sam.writes("/quitdate")
    await sam.taps("4", "Change the day", "6")
    await sam.sees("Friday 6 March", "Moved from Wednesday 4 March", "Your reasons are kept")
    await town.reaches("Wed 12:00")
    sam.phone.looks()
    await town.reaches("Fri 08:00")
    await sam.sees("Morning, Sam")
    sam.phone.looks()
    await town.reaches("Fri 18:30")
    await sam.taps("OK", "1", "None")
    sam.phone.looks()
    await town.reaches("Sat 10:00")
    await sam.writes("/quitdate")
    await sam.sees("You stopped on Friday 6 March. Today is day 1")
    await sam.taps("Change the day", "14")
    await sam.sees("Saturday 14 March", "Your 1 smoke-free day still counts", "It's a weekend")
    await sam.taps("Take it away")
    await sam.sees("no quit date for now", "Your 1 smoke-free day still counts")
    await town.reaches("Sat 12:00")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.sees("Smoke-free days: 1")


async def test_todays_not_the_day(town: Town, sam: Someone) -> None:
    """On the morning itself the day can be moved, without a word of reproach."""
    await sam.writes("/quitdate")
    await sam.taps("3")
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    await sam.sees("Morning, Sam")
    await sam.taps("Today's not the day")
    await sam.sees("Your quit date is today")
    await sam.taps("Change the day", "9")
    await sam.sees("Monday 9 March", "Moved from Tuesday 3 March")


async def test_it_says_why_it_came(town: Town, sam: Someone) -> None:
    """The morning of the day tells why it was written."""
    await sam.writes("/quitdate")
    await sam.taps("3")
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    sam.phone.looks()
    await sam.taps("Why this?")
    await sam.sees("You picked this day")


async def test_the_toolkit_is_theirs(town: Town, sam: Someone) -> None:
    """Added, put in other words, hidden and brought back."""
    await sam.writes("/toolkit")
    await sam.sees("A walk")
    await sam.taps("Add one")
    sam.phone.looks()
    await sam.writes("Tea on the step")
    await sam.sees("Tea on the step")
    sam.phone.looks()
    await sam.taps("A walk", "Other words")
    sam.phone.looks()
    await sam.writes("A walk round the block")
    await sam.sees("A walk round the block")
    sam.phone.looks()
    await sam.taps("Back", "Tea on the step", "Hide it")
    assert "· Tea" not in (await sam.sees("Hidden: Tea")).text
    await sam.taps("Hidden ones", "Tea on the step")
    await sam.sees("· Tea on the step")
