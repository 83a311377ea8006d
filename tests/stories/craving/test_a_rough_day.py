"""A rough day: a way out from wherever mood is asked about, and leaving smoking for tonight as a real act."""

from collections.abc import Iterator

import pytest

from bot.screens import SCREENS
from bot.texts import texts_for
from tests.screens.cases.every import cases
from tests.stories.town import Someone, Town

ASKS_MOOD = ("mood", "smoked_mood", "one_tap", "diary_going", "diary_felt", "diary_stress")


@pytest.fixture(autouse=True)
def lee_reads_the_mondays(lee: Someone) -> Iterator[None]:
    """Weeks go by in these stories, and what comes to Lee on a Monday is told elsewhere."""
    yield
    lee.phone.looks()


def test_it_is_one_tap_away_wherever_mood_is_asked() -> None:
    """FIELD 3.2: every screen with a question about mood has the way out beside it."""
    asked = 0
    for case, name, facts in cases("en"):
        dos = [
            button.data.partition(":") for row in SCREENS[name].screen(facts, texts_for("en")).buttons for button in row
        ]
        if any(do in ASKS_MOOD for do, _, _ in dos):
            asked += 1
            assert ("open", ":", "rough") in dos, f"{name}: {case}"
    assert asked > 5


async def test_four_ways(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.2: something calming, someone to talk to, telling Lee, and leaving it for tonight, each one tap away."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Rough day")
    await sam.sees("Smoking can wait", "Nobody is told unless you tap so")
    assert sam.labels() == [
        "Talk to someone now", "Something calming", "Help with a craving", "Tell Lee", "Leave smoking for tonight",
        "Not now",
    ]  # fmt: skip
    await sam.taps("Something calming")
    await sam.sees("five things you can see")
    await sam.writes("Rough day")
    sam.phone.looks()
    await sam.taps("Tell Lee")
    await sam.sees("They may not see this before")
    await lee.sees_nothing_new()


async def test_leaving_smoking_for_tonight(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.2: the open check-in closes in kindness, nothing comes until a short hello at 8:00, and it counts for
    nothing against Sam; Lee is not told."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Very low")
    await sam.sees("That sounds really hard. Let's not talk about smoking tonight")
    await sam.taps("Leave smoking for tonight")
    await sam.sees("Smoking is left for now", "I'll leave you in peace until tomorrow, 08:00", "Nobody is told")
    assert "What you said is kept" in (await sam.sees("Closed, no problem")).text
    await lee.writes("/summary")
    assert "tonight" not in (await lee.sees("Today so far: replied")).text
    await town.reaches("Tue 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Tue 08:00")
    await sam.sees("Hello, Sam", "Yesterday is over. No questions this morning")
    await sam.taps("Why this?")
    await sam.sees("You left smoking for that evening")
    await town.reaches("Tue 18:30")
    await sam.sees("Evening, Sam")


async def test_left_before_it_is_due(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.2: said at noon, that evening's check-in is not asked; and after all it is."""
    await sam.writes("Rough day")
    sam.phone.looks()
    await sam.taps("Leave smoking for today")
    await sam.sees("Smoking is left for now")
    await sam.writes("/next")
    coming = (await sam.sees("Next seven days", "Tue 3 Mar 08:00 · a short hello", "Tue 3 Mar 18:30 · check-in")).text
    assert "Mon 2 Mar" not in coming
    await town.reaches("Mon 22:00")
    await sam.sees_nothing_new()
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.writes("Rough day")
    sam.phone.looks()
    await sam.taps("Leave smoking for today", "After all, carry on")
    await sam.sees("Smoking can wait. What would help?")
    await town.reaches("Tue 18:30")
    await sam.sees("Evening, Sam")
    await town.reaches("Wed 08:00")
    sam.phone.looks()
    assert not any("Yesterday is over" in bubble.text for bubble in sam.phone.messages[-2:])


async def test_what_was_put_away_can_be_had_back(town: Town, sam: Someone) -> None:
    """FIELD 3.2: who carries on after all is told where the questions of the day are, and has them."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.writes("Rough day")
    sam.phone.looks()
    await sam.taps("Leave smoking for tonight")
    await sam.sees("Smoking is left for now")
    sam.phone.looks()
    await sam.taps("After all, carry on")
    await sam.sees("Today's questions were put away. /checkin has them")
    await sam.writes("/checkin")
    await sam.sees("How is your mood")


async def test_help_works_all_the_same(town: Town, sam: Someone) -> None:
    """FIELD 3.2: what Sam asks for works as ever on such an evening."""
    await sam.writes("Rough day")
    sam.phone.looks()
    await sam.taps("Leave smoking for today")
    sam.phone.looks()
    await sam.writes("Craving")
    await sam.sees("How strong is it right now")
    await sam.writes("/checkin")
    await sam.sees("How is your mood")
