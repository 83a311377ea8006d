"""The lapse hour: what would help next time, how sure, and the plan that comes back when its hour does."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from simulator import Bubble
from tests.stories.town import Someone, Town

SCOLDS = ("again", "failed", "fail", "should", "must", "reset", "start over", "back to", "day 0", "day 1", "zero")


@pytest.fixture(autouse=True)
def the_rest_is_told_elsewhere(lee: Someone, sam: Someone) -> Iterator[None]:
    """Weeks go by in these stories: what comes to Lee on a Monday, and to Sam otherwise, is told elsewhere."""
    yield
    lee.phone.looks()
    sam.phone.looks()


def said_since(someone: Someone, count: int) -> list[Bubble]:
    """What the bot said after so many messages."""
    return [bubble for bubble in someone.phone.messages[count:] if not bubble.from_me]


async def plans_for(sam: Someone, moment: str, idea: str) -> None:
    """Sam smoked, works it out, and keeps an idea."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Work out what happened", moment)
    await sam.sees("What might have helped, or might help next time? Your idea first")
    await sam.writes(idea)


async def test_no_reset_and_no_blame(town: Town, lee: Someone, stopped: Someone) -> None:
    """FIELD 3.4: two taps and it is done; no other day is taken away, and no word of it is red, a zero or "again"."""
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 2", "Longest stretch: 2 days")
    before = len(stopped.phone.messages)
    await stopped.writes("I smoked")
    await stopped.sees("Thanks for telling me", "Your 2 smoke-free days still count")
    await stopped.taps("That's all tonight")
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 2", "Longest stretch: 2 days", "takes none of them away")
    for bubble in said_since(stopped, before):
        assert not any(f" {word}" in f" {bubble.text.lower()}" for word in SCOLDS), bubble.text
        assert "🔴" not in bubble.text
        assert "❌" not in bubble.text
    stopped.phone.looks()


async def test_what_they_would_do_next_time_comes_back_in_its_hour(town: Town, stopped: Someone) -> None:
    """FIELD 3.5: the idea is an if-then plan; the next evening, and the same weekday, the check-in puts it before Sam,
    each time once, and one tap stops it."""
    await plans_for(stopped, "Stress", "walk to the shop and back")
    await stopped.sees("Kept for next time. If I'm stressed, then: “walk to the shop and back”", "How sure are you")
    await stopped.taps("4")
    await stopped.sees("4. Thank you for thinking it through")
    await town.reaches("Thu 18:29")
    stopped.phone.looks()
    await town.reaches("Thu 18:30")
    plan = "If I'm stressed, then: “walk to the shop and back”"
    await stopped.sees("Evening, Sam", f"Yesterday at about 18:30 you said: {plan}", "How is your mood")
    await stopped.taps("Good", "1", "None")
    for day in ("Fri", "Sat", "Sun", "Mon", "Tue"):
        stopped.phone.looks()
        await town.reaches(f"{day} 18:30")
        assert plan not in (await stopped.sees("Evening, Sam")).text
        await stopped.taps("Good", "1", "None")
    stopped.phone.looks()
    await town.reaches("Wed 18:30")
    await stopped.sees("Evening, Sam", f"On Wednesday 4 March at about 18:30 you said: {plan}")
    await stopped.taps("Stop showing this")
    assert plan not in (await stopped.sees("Evening, Sam", "How is your mood")).text
    await stopped.taps("Undo")
    await stopped.sees("Evening, Sam", plan)
    await stopped.taps("Stop showing this")
    stopped.phone.looks()
    await stopped.taps("Good", "1", "None")
    await town.goes_on(timedelta(days=6))
    stopped.phone.looks()
    await town.reaches("Wed 18:30")
    assert plan not in (await stopped.sees("Evening, Sam")).text
    await stopped.writes("/toolkit")
    await stopped.sees("walk to the shop and back")


async def test_one_of_their_own_may_be_the_plan(town: Town, stopped: Someone) -> None:
    """FIELD 3.5, 3.8: own idea first; what they said helps is shown on request, and kept for next time by a tap."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("Work out what happened", "Others smoking")
    assert "A walk" not in (await stopped.sees("Your idea first")).text
    await stopped.taps("Show me one of mine", "Keep it for next time")
    await stopped.sees("Kept for next time. If others smoke, then: “A walk”")
    await stopped.taps("Skip")
    await stopped.sees("Be kind to yourself")
    stopped.phone.looks()
    await town.reaches("Thu 18:30")
    await stopped.sees("Evening, Sam", "you said: If others smoke, then: “A walk”")


async def test_at_the_hardest_hour(town: Town, sam: Someone) -> None:
    """FIELD 3.5: where Sam named a hardest hour, the plan stands in its question, whenever the lapse was; not twice."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.taps("How often", "Hardest hour")
    sam.phone.looks()
    await sam.writes("16:00")
    sam.phone.looks()
    await town.reaches("Mon 18:00")
    sam.phone.looks()
    await plans_for(sam, "A drink", "ring Jo")
    sam.phone.looks()
    await town.reaches("Tue 15:59")
    sam.phone.looks()
    await town.reaches("Tue 16:00")
    await sam.sees("You said this hour is a hard one", "Yesterday at about 18:00 you said: If I have a drink, then")
    await sam.taps("1")
    sam.phone.looks()
    await town.reaches("Tue 18:30")
    assert "ring Jo" not in (await sam.sees("Evening, Sam")).text


async def test_taken_back_it_is_not_replayed(town: Town, stopped: Someone) -> None:
    """FIELD 3.5: a slip of the finger leaves nothing to learn from."""
    await plans_for(stopped, "Bored", "call somebody")
    stopped.phone.looks()
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("I tapped by mistake")
    stopped.phone.looks()
    await town.reaches("Thu 18:30")
    assert "call somebody" not in (await stopped.sees("Evening, Sam")).text


async def test_urges_ridden_out_count_the_effort(town: Town, stopped: Someone) -> None:
    """FIELD 2.14: what was tried counts, eased or not, before and after a lapse; how sure Sam feels has its line."""
    for after in ("2", "5"):
        await stopped.writes("Craving")
        stopped.phone.looks()
        await stopped.taps("4", "Skip", "Breathe with me", "Tell me now", after)
        stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Cravings you rode out: 1", "Times you tried something with a craving: 2. Trying counts")
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Cravings you rode out: 1", "Times you tried something with a craving: 2")
    await stopped.taps("More", "How sure now?", "3")
    await stopped.sees("3. Thank you for thinking it through")
    await stopped.taps("Back", "More", "How sure now?", "7")
    stopped.phone.looks()
    await stopped.taps("Back")
    await stopped.sees("How sure you felt, 0 to 10: 3 → 7")


async def test_no_relapse_where_no_try_is_going(stopped: Someone) -> None:
    """Sam ends the try and says "I smoked": the way to end it is not offered a second time."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("I smoke most days now", "Pick a new day")
    stopped.phone.looks()
    await stopped.writes("I smoked")
    await stopped.sees("Thanks for telling me")
    assert "I smoke most days now" not in stopped.labels()


@pytest.mark.parametrize("choice", ["Pick a new day", "Cut down for now", "No check-ins for now", "Keep going"])
async def test_the_client_names_a_relapse(town: Town, lee: Someone, stopped: Someone, choice: str) -> None:
    """FIELD 3.4, 5.4, 5.5: from the lapse's own screen Sam says "most days now" and picks what suits; no count goes."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("I smoke most days now")
    await stopped.sees("Thank you for saying so", "Your 2 smoke-free days are yours. Nothing is taken away")
    await stopped.taps("Back")
    await stopped.sees("Thanks for telling me")
    await stopped.taps("I smoke most days now", choice)
    stopped.phone.looks()
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 2", "Longest stretch: 2 days")
    await stopped.taps("Your tries")
    goes_on = choice == "Keep going"
    await stopped.sees(
        "Since Sunday 1 March" if goes_on else "Sunday 1 March to Wednesday 4 March", "2 smoke-free days"
    )
    await stopped.writes("/quitdate")
    none = "You asked for no check-ins" if choice == "No check-ins for now" else "You have no quit date"
    await stopped.sees("You stopped on Sunday 1 March" if goes_on else none)
    await town.reaches("Thu 08:00")
    stopped.phone.looks()
    await town.reaches("Thu 18:30")
    if choice == "No check-ins for now":
        await stopped.sees_nothing_new()
    else:
        await stopped.sees("Evening, Sam")


async def test_smoking_more_changes_some_medicines_too(town: Town, lee: Someone, stopped: Someone) -> None:
    """FIELD 2.2, 2.7: where a relapse is named, regular medicines are asked about, and it never stands in the way."""
    stopped.phone.looks()
    await stopped.writes("/progress")
    stopped.phone.looks()
    await stopped.taps("Stop counting for now", "Cut down for now")
    await stopped.sees("Cutting down it is", "any regular medicine")
    await stopped.taps("Undo")
    await stopped.sees("What suits you now?")


async def test_a_relapse_named_by_mistake(town: Town, lee: Someone, stopped: Someone) -> None:
    """FIELD 3.4: one tap, and the try goes on as it was, with its check-ins."""
    stopped.phone.looks()
    await stopped.writes("/progress")
    stopped.phone.looks()
    await stopped.taps("Stop counting for now", "No check-ins for now")
    await stopped.sees("Fine. No check-ins for now")
    await stopped.taps("Undo")
    await stopped.sees("What suits you now?")
    await stopped.writes("/quitdate")
    await stopped.sees("You stopped on Sunday 1 March. Today is day 3")
    await town.reaches("Thu 18:30")
    await stopped.sees("Evening, Sam")


async def test_no_rule_names_it(town: Town, stopped: Someone) -> None:
    """FIELD 3.4: seven days of smoking told of are seven lapses, and the try goes on until Sam says otherwise."""
    stopped.phone.looks()
    for _ in range(8):
        await stopped.writes("I smoked")
        stopped.phone.looks()
        await town.goes_on(timedelta(days=1))
        stopped.phone.looks()
    await stopped.writes("/quitdate")
    await stopped.sees("You stopped on Sunday 1 March. Today is day 11")
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 2")


async def test_a_question_let_go_of_leaves_the_way_on(town: Town, stopped: Someone) -> None:
    """/cancel in the middle of the lapse hour, or of a number: the lapse stands below with all its buttons."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("Work out what happened", "Others smoking")
    await stopped.writes("/cancel")
    await stopped.sees("let go of that question")
    await stopped.sees("Thanks for telling me")
    await stopped.taps("Type it")
    await stopped.writes("/cancel")
    await stopped.sees("Thanks for telling me")
    await stopped.taps("I tapped by mistake")
    await stopped.sees("Taken back")
