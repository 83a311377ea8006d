"""The right time, as it is for Sam: offered at the start, never barred by mood, moved and paused without loss."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.stories.schedule.test_a_course import come
from tests.stories.town import DAYS, Someone, Town


@pytest.fixture(autouse=True)
def the_rest_is_told_elsewhere(lee: Someone) -> Iterator[None]:
    """Weeks go by in these stories, and what comes to Lee on a Monday is told elsewhere."""
    yield
    lee.phone.looks()


async def test_the_offer_comes_with_lees_link(town: Town, lee: Someone) -> None:
    """FIELD 5.1: consent comes first: before a yes nothing is asked or kept, no choice is ticked beforehand, and saying
    no to all of it still leaves craving help."""
    token = await town.link_of(lee)
    sam = town.someone("Sam")
    await sam.does(lambda phone: phone.starts(token))
    await sam.sees("Lee gave you this link", "Stop any time")
    await sam.taps("Set up")
    await sam.taps("None of these")
    sam.phone.looks()
    assert [label for label in sam.labels() if label.startswith("☑")] == []
    assert sum(label.startswith("☐") for label in sam.labels()) == 3
    await sam.taps("Continue")
    await sam.writes("Sam")
    sam.phone.looks()
    await town.goes_on(timedelta(days=3))
    await sam.sees_nothing_new()
    await sam.writes("Craving")
    await sam.sees("How strong is it right now")
    await lee.writes("/summary")
    await lee.sees("has not chosen to show you a summary")


async def test_a_low_mood_bars_nothing(town: Town, sam: Someone) -> None:
    """FIELD 5.2: with very low moods day after day Sam picks a date, moves it, counts days; no gate."""
    for day in DAYS[:4]:
        await town.reaches(f"{day} 18:30")
        sam.phone.looks()
        await sam.taps("Very low")
        await sam.sees("That sounds really hard")
        await sam.taps("Carry on", "5", "2–5")
        sam.phone.looks()
    await sam.writes("/quitdate")
    await sam.taps("7")
    await sam.sees("Saturday 7 March")
    await sam.taps("Change the day", "9")
    await sam.sees("Monday 9 March", "I'll say good morning that day")
    await sam.writes("/progress")
    await sam.sees("How far you've come")


async def test_the_first_session_is_a_start(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 5.3: after the first session a quit date is within reach, without hurry; after the second not."""
    await sam.writes("/settings")
    await sam.taps("Session")
    await sam.writes("Tue 11:00")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await sam.taps("OK", "1", "None")
    sam.phone.looks()
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await sam.taps("OK", "1", "None")
    await sam.sees("what did you agree?", "a good time to think about a quit date", "There is no hurry")
    await sam.taps("Quit date")
    await sam.sees("You have no quit date, and that's fine")
    await sam.taps("Not yet")
    await sam.sees("Thinking about it counts as well")
    assert "Saved, thank you" in sam.phone.messages[-2].text
    await sam.writes("/settings")
    sam.phone.looks()
    await sam.taps("Session")
    await sam.writes("Thu 11:00")
    sam.phone.looks()
    for day in ("Wed", "Thu"):
        await town.reaches(f"{day} 18:30")
        sam.phone.looks()
        await sam.taps("OK", "1", "None")
    assert "a good time to think" not in (await sam.sees("what did you agree?")).text


async def test_life_gets_in_the_way(town: Town, lee: Someone, stopped: Someone) -> None:
    """FIELD 5.4: a break, fewer messages and another date, and no count is lost; it resumes with one gentle word and no
    pile of questions."""
    await stopped.taps("OK", "1", "None")
    stopped.phone.looks()
    await town.reaches("Thu 12:00")
    stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 3", "Longest stretch: 3 days")
    await stopped.writes("/pause")
    await stopped.taps("3 days")
    await stopped.sees("Paused")
    before = come(stopped)
    await town.reaches("Sun 07:59")
    assert come(stopped) == before
    await town.reaches("Sun 08:00")
    hello = await stopped.sees("Hello, Sam", "Nothing to catch up on")
    assert "?" not in hello.text
    await town.reaches("Sun 18:29")
    stopped.phone.looks()
    assert come(stopped) == before + 1
    await stopped.writes("/quitdate")
    await stopped.taps("Change the day", "13")
    await stopped.sees("Friday 13 March", "Your 3 smoke-free days still count")
    await stopped.writes("/settings")
    await stopped.taps("How often", "Lighter")
    stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 3", "Longest stretch: 3 days")


async def test_any_step_is_told_as_it_is(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 5.5: planning, attempting, planning, by what Sam does and says; Lee reads the steps, and no verdict."""
    await sam.writes("/quitdate")
    await sam.taps("4")
    sam.phone.looks()
    await lee.writes("/summary")
    assert "Where: planning\n" in (await lee.sees("Sam · 7 days")).text
    await town.reaches("Thu 12:00")
    sam.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Where: planning → attempting\n")
    await sam.writes("/progress")
    await sam.taps("Stop counting for now")
    await sam.sees("In the summary, Lee can see where you are with smoking, without a verdict")
    await sam.taps("Cut down for now")
    await sam.sees("Cutting down it is. Each one you leave out counts")
    await lee.writes("/summary")
    week = await lee.sees("Where: planning → attempting → planning\n")
    assert not any(word in week.text.lower() for word in ("relapse", "fail", "back", "!"))
    await sam.writes("/progress")
    await sam.taps("Your tries", "Something changed")
    await sam.sees("Where are you with smoking these days?", "Lee can see it in the summary")
    await sam.taps("I don't smoke")
    await sam.sees("Thank you. That took work")
    await lee.writes("/summary")
    await lee.sees("Where: planning → attempting → not smoking\n")


async def test_a_pulse_once_a_fortnight(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 5.6: "not now", also with a date that is still to come; one question a fortnight; it stops on request."""
    await sam.writes("/quitdate")
    await sam.taps("13", "More", "No check-ins for now")
    said = await sam.sees("Fine. No check-ins for now. In two weeks I'll ask how the timing is")
    assert "The day you picked, Friday 13 March, is put away." in said.text
    await lee.writes("/summary")
    await lee.sees("Where: smoking\n")
    before = come(sam)
    for _ in range(2):
        await town.reaches("Mon 12:00")
    assert come(sam) == before, "the day that was picked brings nothing either"
    await town.reaches("Mon 18:30")
    await sam.sees("How is the timing for stopping, these days? No answer is wrong")
    await lee.writes("/summary")
    week = (await lee.sees("Chose no check-ins, since Mon 2 Mar")).text
    assert not any(words in week for words in ("No reply", "Replied", "Not asked")), "who chose none is not silent"
    await sam.taps("Stop asking")
    await sam.sees("Fine, I won't ask")
    for _ in range(5):
        await town.reaches("Mon 18:30")
    await sam.sees_nothing_new()
    await sam.taps("Now is good")
    await sam.sees("Good to have you back")


async def test_after_a_silence_it_asks_gently(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.7: the one kind question after a silence asks whether this is hard to look at, with easy outs; within a
    fortnight not once more, and no message more comes for it."""
    for day in DAYS[:4]:
        await town.reaches(f"{day} 18:30")
    first = await sam.sees("Is this hard to face at the moment? That makes sense", "Lee sees “no reply”")
    outs = [button.label for row in first.buttons for button in row]
    assert outs == ["I'm OK", "It's hard", "Fewer messages", "Take a break", "Rough day", "Why this?"]
    sam.phone.looks()
    await sam.taps("It's hard")
    sam.phone.looks()
    seen: list[str] = []
    for day in ("Fri", "Sat", "Sun", "Mon"):
        await town.reaches(f"{day} 18:30")
        seen += [bubble.text for bubble in sam.phone.looks()]
    assert any("quiet for two days" in text for text in seen), "the second one"
    assert not any("hard to look at" in text for text in seen)
