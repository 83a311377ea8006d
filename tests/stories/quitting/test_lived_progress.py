"""What was lived, and what is picked: cigarettes and money, tries, a quit date with its reasons, how ready."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.stories.town import Someone, Town


@pytest.fixture(autouse=True)
def the_rest_is_told_elsewhere(lee: Someone, sam: Someone) -> Iterator[None]:
    """Weeks go by in these stories: what comes to Lee on a Monday, and to Sam otherwise, is told elsewhere."""
    yield
    lee.phone.looks()
    sam.phone.looks()


async def test_cigarettes_and_money(town: Town, stopped: Someone) -> None:
    """FIELD 2.2 (outcome 4): told once, any of it optional; counted from days that Sam told of, with the working; a
    lapse on another day takes none of it away."""
    stopped.phone.looks()
    await stopped.writes("/progress")
    stopped.phone.looks()
    await stopped.taps("More", "What smoking costs", "Tell me")
    await stopped.sees("How many on a usual day?")
    await stopped.writes("loads")
    await stopped.sees("I need a number from 1 to 100")
    await stopped.writes("20")
    await stopped.sees("What does a packet or pouch cost you (GBP)?")
    await stopped.writes("£14.50")
    await stopped.sees("How many cigarettes does it make?")
    await stopped.taps("20, a packet")
    await stopped.sees("20 cigarettes on a usual day", "£14.50", "yours alone")
    await stopped.taps("Back")
    await stopped.sees("Smoke-free days: 2", "Cigarettes you didn't smoke: 40", "Money you kept: £29.00")
    await stopped.taps("More", "How is this counted?")
    await stopped.sees("You told me of 2 days", "1 day I don't know about", "20 on a usual day", "costs £14.50")
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("2–5")
    stopped.phone.looks()
    await town.reaches("Thu 12:00")
    stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 2", "Cigarettes you didn't smoke: 55", "Money you kept: £39.87")
    await stopped.taps("More", "What smoking costs", "Change the price")
    stopped.phone.looks()
    await stopped.writes("12,50 €")
    await stopped.taps("20, a packet")
    await stopped.sees("A packet or pouch: €12.50. It makes 20.")


async def test_cutting_down_counts(town: Town, sam: Someone) -> None:
    """FIELD 2.2 (outcome 4), 7: without any quit date, fewer than before is progress with its own number."""
    await sam.writes("/progress")
    sam.phone.looks()
    await sam.taps("More", "What smoking costs", "Tell me", "10", "Skip")
    await sam.sees("10 cigarettes on a usual day")
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "1", "2–5", "Skip", "Skip", "Done")
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.sees("Cigarettes you didn't smoke: 5")
    assert "Money" not in sam.phone.messages[-1].text
    await sam.taps("More", "What smoking costs", "Take it away")
    await sam.sees("Tell me what you smoke, or used to")
    await sam.taps("Back")
    assert "Cigarettes" not in (await sam.sees("How far you've come")).text


async def test_without_a_yes_to_keeping_nothing_is_asked(town: Town, sam: Someone) -> None:
    """FIELD 2.2: where answers are not kept it is said so kindly, and no number is taken."""
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep my answers", "Continue")
    sam.phone.looks()
    await sam.writes("/quitdate")
    await sam.taps("6")
    sam.phone.looks()
    await sam.taps("More", "How ready do I feel?")
    await sam.sees("You chose that I keep no answers, so I won't ask for a number")
    await sam.taps("Back", "Change the day", "9", "Say why")
    await sam.sees("You chose that I keep no answers, so I won't ask why")


async def test_the_date_is_moved_with_its_reason(town: Town, sam: Someone) -> None:
    """FIELD 2.2: set, moved and taken away; why is asked on a tap alone, by chips or own words, kept with that try;
    what was asked before stays as it was, and only what comes follows the new day."""
    await sam.writes("/quitdate")
    await sam.taps("6")
    await sam.sees("Friday 6 March", "in 4 days")
    await sam.taps("More", "How ready do I feel?", "4")
    await sam.sees("You said 4. What would help it along?")
    await sam.writes("A free weekend.")
    await sam.sees("Kept. Worth a look when you plan")
    await sam.taps("Back", "Change the day", "14")
    await sam.sees("Saturday 14 March", "Moved from Friday 6 March", "It's a weekend. What will that day look like")
    await sam.taps("Say why")
    await sam.sees("What led to that? For you alone. Skip is fine")
    await sam.taps("Too much going on")
    await sam.sees("Kept with that try")
    await sam.taps("Back", "Think it through")
    await sam.sees("What will that weekend look like?")
    await sam.writes("At Mia's. No smokers there.")
    await sam.sees("Your weekend: “At Mia's. No smokers there.”")
    await sam.taps("Take it away", "Say why", "Something else")
    await sam.sees("In your own words?")
    await sam.writes("Mia is ill.")
    await sam.sees("Kept with that try")
    await sam.writes("/progress")
    await sam.taps("Your tries")
    await sam.sees(
        "None has begun yet", "1 day you planned and moved. Planning counts as well", "Where you are: planning"
    )
    await town.reaches("Fri 12:00")
    assert not any("This is the day you picked" in bubble.text for bubble in sam.phone.messages)


async def test_several_tries_have_a_history(town: Town, stopped: Someone) -> None:
    """FIELD 2.2: each with its days and what led to its end, without a word of failing."""
    stopped.phone.looks()
    await stopped.taps("OK", "1", "None")
    stopped.phone.looks()
    await town.reaches("Thu 12:00")
    stopped.phone.looks()
    await stopped.writes("/quitdate")
    await stopped.taps("Take it away", "Say why", "I was unwell")
    stopped.phone.looks()
    await stopped.writes("/quitdate")
    await stopped.taps("5")
    stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 3")
    await stopped.taps("Your tries")
    tries = await stopped.sees(
        "Your tries", "Since Thursday 5 March", "Sunday 1 March to Thursday 5 March", "3 smoke-free days, the longest"
    )
    assert "You said: “I was unwell”" in tries.text
    assert not any(word in tries.text.lower() for word in ("fail", "only", "again", "reset", "lost"))


async def test_a_word_about_effort(town: Town, stopped: Someone) -> None:
    """FIELD 3.6: real events alone bring it, once a step, inside a check-in; and not within a day of a lapse."""
    stopped.phone.looks()
    await stopped.taps("OK", "1", "None")
    stopped.phone.looks()
    for _ in range(3):
        await stopped.writes("Craving")
        stopped.phone.looks()
        await stopped.taps("3", "Skip", "Something else", "Wait ten minutes", "Tell me now", "3")
        stopped.phone.looks()
    await town.reaches("Thu 10:00")
    stopped.phone.looks()
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("That's all for today")
    stopped.phone.looks()
    await stopped.writes("/checkin")
    await stopped.taps("OK", "1", "None")
    assert "practice" not in (await stopped.sees("Saved, thank you")).text
    await town.reaches("Fri 18:30")
    stopped.phone.looks()
    await stopped.taps("OK", "1", "None")
    await stopped.sees("Saved, thank you", "You've tried something with a craving 3 times now. That is practice")
    await town.reaches("Sat 18:30")
    stopped.phone.looks()
    await stopped.taps("OK", "1", "None")
    assert "practice" not in (await stopped.sees("Saved, thank you")).text
    await town.goes_on(timedelta(hours=1))
