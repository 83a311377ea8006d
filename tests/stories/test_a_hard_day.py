"""What got in the way on a hard day, and which question comes first."""

from db import check_ins
from db.tx import Tx
from programme.barrier import Barrier
from tests.stories.town import Someone, Town


async def hard(sam: Someone) -> None:
    """A strong urge and a cigarette."""
    await sam.taps("OK", "5", "1", "Stress", "Nothing did", "Done")
    await sam.sees("Saved, thank you")


async def test_what_got_in_the_way(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 5.7: one more tap on a hard day, for who wants to say; Lee's summary groups it; another tap corrects it."""
    await town.reaches("Mon 18:30")
    await hard(sam)
    await sam.taps("What got in the way?")
    await sam.sees("One tap, if you like", "You and Lee can see your answers")
    await sam.taps("Cigarettes at hand")
    await sam.sees("Saved, thank you", "In the way: Cigarettes at hand.")
    await town.reaches("Tue 09:00")
    await lee.writes("/summary")
    await lee.sees("Opportunity: Cigarettes at hand 1")
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await hard(sam)
    await sam.taps("What got in the way?", "Others smoked", "What got in the way?", "Too worn out to think")
    await sam.sees("In the way: Too worn out")
    await town.reaches("Wed 09:00")
    await lee.writes("/summary")
    seen = await lee.sees("Capability: Too worn out to think 1", "Opportunity: Cigarettes at hand 1")
    assert "Others smoked" not in seen.text


async def test_it_is_not_asked_of_an_easy_day_and_can_be_left(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 5.7: an easy day has no such button; None of these takes it back; Something else is for own words."""
    await town.reaches("Mon 18:30")
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved, thank you")
    assert "What got in the way?" not in sam.labels()
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await hard(sam)
    await sam.taps("What got in the way?", "Something else")
    await sam.sees("In the way: something else. Type it whenever you like")
    await sam.writes("The telly was on all night")
    await sam.sees("I've kept it for you", "The telly was on all night")
    await town.reaches("Wed 09:00")
    await lee.writes("/summary")
    await lee.sees("In the way, other: 1")
    assert await town.database.read(_barriers) == [Barrier.OTHER]


async def test_none_of_these(town: Town, sam: Someone) -> None:
    """What was said is taken back."""
    await town.reaches("Mon 18:30")
    await hard(sam)
    await sam.taps("What got in the way?", "I wanted one", "What got in the way?", "None of these")
    assert "In the way" not in (await sam.sees("Saved, thank you")).text
    assert await town.database.read(_barriers) == []


async def test_nothing_of_it_where_answers_are_not_kept(town: Town, sam: Someone) -> None:
    """FIELD 5.7: what is not kept is not asked for; and what was kept goes with the answers."""
    await town.reaches("Mon 18:30")
    await hard(sam)
    await sam.taps("What got in the way?", "I wanted one")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep", "Continue")
    sam.phone.looks()
    assert await town.database.read(_barriers) == []
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await sam.taps("OK", "5", "1", "Stress", "Nothing did", "Done")
    await sam.sees("Saved, thank you")
    assert "What got in the way?" not in sam.labels()


async def test_smoking_first_is_for_who_picks_it(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.3: mood comes first until Sam picks otherwise in the settings; then smoking does, and mood after it."""
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam", "How is your mood right now?")
    await sam.taps("OK", "0", "None")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.sees("A check-in asks about mood first")
    await sam.taps("Smoking first")
    await sam.sees("A check-in asks about smoking first, then mood")
    await town.reaches("Tue 18:30")
    await sam.sees("Evening, Sam", "Any cigarettes or roll-ups today?", "You and Lee can see your answers")
    assert {"Not now", "Skip", "Why this?"} <= set(sam.labels())
    await sam.taps("None")
    await sam.sees("Strongest urge")
    await sam.taps("0")
    await sam.sees("How is your mood right now?", "You and Lee can see your answers")
    await sam.taps("Good")
    await sam.sees("Saved, thank you")
    await sam.writes("/settings")
    await sam.taps("Mood first")
    sam.phone.looks()
    await town.reaches("Wed 18:30")
    await sam.sees("How is your mood right now?")


async def test_a_very_low_mood_that_is_said_last_is_met(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.3: whichever comes first, very low leads to help before anything else; then the check-in is saved."""
    await sam.writes("/settings")
    await sam.taps("Smoking first")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.taps("None", "0", "Very low")
    await sam.sees("That sounds really hard. Let's not talk about smoking tonight. What would help?")
    assert {"Talk to someone now", "Something calming", "Tell Lee"} <= set(sam.labels())
    await sam.taps("Carry on")
    await sam.sees("Saved, thank you")


async def _barriers(tx: Tx) -> list[Barrier]:
    return [one.barrier for one in (await check_ins.get_all(tx)).values() if one.barrier]
