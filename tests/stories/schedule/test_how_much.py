"""How much is enough: what comes unasked and the taps it needs, counted on the phone as a person would (VOICE.md).

| | at most |
|---|---|
| joining, before the first useful thing | 5 screens, 8 taps, 200 words |
| an ordinary day (5 to 17) | 2 messages, 4 taps |
| quit day | 4 messages, 7 taps |
| lapse evening | 2 taps, and nothing unprompted until the morning |
| a cigarette or an urge written down | 4 taps |
"""

from dataclasses import dataclass, field
from datetime import timedelta

from tests.stories.town import Someone, Town

EASY = {
    "How is your mood": "Good",
    "Strongest urge to smoke": "1",
    "How strong is the urge": "1",
    "Any cigarettes": "None",
    "in your own words?": "Done",
}


@dataclass
class Counted:
    """What came by itself, and the taps that answering it took."""

    messages: list[str] = field(default_factory=list)
    taps: list[str] = field(default_factory=list)


async def lives(town: Town, someone: Someone, hours: int) -> Counted:
    """So many hours, due moment by due moment: whatever comes by itself and asks is answered, as on an easy day."""
    counted = Counted()
    end = town.clock.now() + timedelta(hours=hours)
    while town.clock.now() < end:
        before = {bubble.id for bubble in someone.phone.messages}
        await town.step(end)
        came = [bubble for bubble in someone.phone.messages if bubble.id not in before and not bubble.from_me]
        counted.messages += [bubble.text for bubble in came]
        someone.phone.looks()
        while came and (label := answer_to(someone)) is not None:
            await someone.taps(label)
            counted.taps.append(label)
            someone.phone.looks()
    return counted


def answer_to(someone: Someone) -> str | None:
    """What somebody on an easy day taps on the newest message; None where it asks nothing."""
    newest = someone.phone.last
    asks = newest.text if newest is not None and newest.buttons else ""
    return next((label for words, label in EASY.items() if words in asks), None)


async def test_joining(town: Town, lee: Someone) -> None:
    """From the link to being set up, with a yes to everything: every screen, tap and word until then."""
    token = await town.link_of(lee)
    sam = town.someone("Sam")
    await sam.does(lambda phone: phone.starts(token))
    screens, taps = [sam.phone.looks()[-1]], 0
    ways = ("Set up", "None of these", "☐ Check in", "☐ Keep", "☐ Show", "Continue", "Use my Telegram name")
    for label in ways:
        await sam.taps(label)
        taps += 1
        screens.append(sam.phone.looks()[-1])
    await sam.taps("18:30")
    taps += 1
    await sam.sees("You're set up, Sam", "what has helped before")
    (pinned,) = sam.phone.pinned
    assert "what has helped" in sam.phone.messages[-1].text, "what is asked is the last to be seen"
    sam.phone.looks()
    await sam.taps("Skip")
    assert "what has helped" not in (await sam.sees("You're set up, Sam")).text
    sam.phone.looks()
    lee.phone.looks()
    shown = {screen.text for screen in (*screens, pinned)}
    assert len(shown) <= 6, "five, and what is pinned"
    assert taps <= 8
    assert sum(len(text.split()) for text in shown) <= 200


async def test_craving_help_and_the_crisis_card_come_before_any_yes(town: Town, lee: Someone) -> None:
    """On the first screen, one tap away, with nothing set up."""
    token = await town.link_of(lee)
    sam = town.someone("Sam")
    await sam.does(lambda phone: phone.starts(token))
    sam.phone.looks()
    await sam.taps("Help with a craving now")
    await sam.sees("raving")
    await sam.writes("/help")
    await sam.sees("999")
    sam.phone.looks()


async def test_an_ordinary_day(town: Town, lee: Someone, sam: Someone) -> None:
    """Days 5 and 6 after the quit date, answered in full."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    await lives(town, sam, 12 + 3 * 24)
    for _ in range(2):
        day = await lives(town, sam, 24)
        assert day.messages
        assert len(day.messages) <= 2
        assert len(day.taps) <= 4
        assert answer_to(sam) is None, "all of it is answered"
    await sam.writes("/progress")
    await sam.sees("Smoke-free days")
    lee.phone.looks()


async def test_a_day_on_which_nobody_answers(town: Town, sam: Someone) -> None:
    """The reminder counts in: two messages, and the close changes what is there."""
    before = len(sam.phone.messages)
    await town.reaches("Tue 06:00")
    assert len(sam.phone.messages) - before <= 2
    sam.phone.looks()


async def test_the_quit_day(town: Town, sam: Someone) -> None:
    """The day itself, from midnight to midnight, with its morning and whatever else comes, answered in full."""
    await sam.writes("/quitdate")
    await sam.taps("3")
    sam.phone.looks()
    await lives(town, sam, 12)
    day = await lives(town, sam, 24)
    assert any("This is the day you picked" in text for text in day.messages)
    assert len(day.messages) <= 4
    assert len(day.taps) <= 7


async def test_a_lapse_evening(town: Town, sam: Someone) -> None:
    """Two taps, with a check-in open; then nothing comes, and nothing changes, until eight in the morning."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await sam.taps("I smoked")
    sam.phone.looks()
    await sam.taps("That's all tonight")
    sam.phone.looks()
    await town.reaches("Wed 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Wed 08:00")
    assert not (await sam.sees("Hello, Sam")).text.endswith("?")


FIRST_TAPS = ("A cigarette", "0", "5")
ANSWERS = ("Home, alone", "Out, smokers", "Stressed", "Others smoking", "A drink", "Something else", "Good", "Calm")


async def written_down(town: Town, someone: Someone, first: str, seed: int) -> list[str]:
    """Every tap until nothing is asked any more; the seed says which of the answers are liked."""
    await town.goes_on(timedelta(minutes=3))
    await someone.writes("/log")
    someone.phone.looks()
    taps = [first]
    await someone.taps(first)
    someone.phone.looks()
    while "Undo" not in (labels := someone.labels()):
        liked = [label for label in (*ANSWERS[seed:], *ANSWERS[:seed]) if label in labels]
        taps.append(liked[0])
        await someone.taps(liked[0])
        someone.phone.looks()
    return taps


async def test_a_moment_written_down(town: Town, sam: Someone) -> None:
    """FIELD 1.1: whatever is answered, four taps at the most from what it was to the closing words, in one message."""
    for first in FIRST_TAPS:
        for seed in range(len(ANSWERS)):
            before = len(sam.phone.messages)
            taps = await written_down(town, sam, first, seed)
            assert len(taps) <= 4, taps
            assert len(sam.phone.messages) - before == 2, "what was written, and one message edited all along"
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")


async def test_a_day_answered_low(town: Town, lee: Someone, sam: Someone) -> None:
    """That one question and one more tap; who carries on is asked two more, as on an easy day, whatever they smoked;
    and no card comes with it."""
    await town.reaches("Mon 18:30")
    await sam.taps("Low")
    await sam.sees("Thanks for telling me. That's enough for today, if you like.")
    await sam.taps("That's all for today")
    seen = await sam.sees("Saved, thank you")
    assert "?" not in seen.text
    await town.reaches("Tue 18:30")
    await sam.taps("Very low")
    await sam.sees("That sounds really hard")
    assert "That's all for today" in sam.labels()
    await sam.taps("That's all for today")
    seen = await sam.sees("Saved, thank you")
    assert "?" not in seen.text
    await town.reaches("Wed 18:30")
    await sam.taps("Low", "Carry on", "5", "6+")
    await sam.sees("Saved, thank you")
    await town.reaches("Thu 09:00")
    await lee.writes("/summary")
    await lee.sees("Mood low 3 of 3", "Smoked 1 of 1")
