"""One check-in, lived from both ends, and what got in the way on a hard day."""

from db import check_in
from db.tx import Tx
from programme.planning.goals import Barrier
from tests.stories.town import Someone, Town


async def test_a_check_in_from_the_first_question_to_the_summary(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam answers the evening check-in tap by tap, and Lee reads counts and the shared words."""
    await town.reaches("Mon 18:29")
    await sam.sees_nothing_new()
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood right now?", "You and Lee can see your answers")
    await sam.taps("Mixed")
    await sam.sees("Strongest urge")
    await sam.taps("4")
    await sam.sees("Any cigarettes")
    await sam.taps("2")
    await sam.sees("hardest moment")
    await sam.taps("Stress")
    await sam.sees("What helped")
    await sam.taps("A walk")
    await sam.sees("own words")
    await sam.writes("Nights are the problem.")
    await sam.sees("Saved, thank you", "Next hello: tomorrow, 18:30")
    await lee.writes("/summary")
    assert "Nights" not in (await lee.sees("Today so far: replied, smoked")).text
    await sam.taps("Share")
    await sam.sees("Lee can read it")
    await lee.writes("/summary")
    await lee.sees("Nights are the problem.")
    await town.reaches("Tue 08:00")
    await lee.writes("/summary")
    await lee.sees("Replied 1 of 1", "Smoked 1 of 1", "A walk 1 of 1", "Nights are the problem.")


async def test_numbers_may_be_typed(town: Town, sam: Someone) -> None:
    """The urge and the cigarettes are taken as people type them; words at the urge are kept as words, as ever."""
    await town.reaches("Mon 18:30")
    await sam.taps("OK")
    await sam.sees("Strongest urge")
    await sam.writes("7")
    await sam.sees("I can't chat")
    await sam.writes("I'm scared of Friday")
    await sam.sees("kept it for you")
    await sam.writes("about three")
    await sam.sees("Any cigarettes")
    await sam.writes("5 cigs")
    await sam.sees("hardest moment")


async def test_half_an_answer_is_kept(town: Town, lee: Someone, sam: Someone) -> None:
    """S5: Sam answers one question and puts the phone away; it is kept, no reminder comes, and it closes kindly."""
    await town.reaches("Mon 18:30")
    await sam.taps("OK")
    await sam.sees("Strongest urge")
    await town.reaches("Mon 21:59")
    await sam.sees_nothing_new()
    await town.reaches("Mon 22:00")
    assert (await sam.sees("kept")).edited
    await lee.writes("/summary")
    await lee.sees("Today so far: replied")


async def test_one_reminder_then_a_kind_close(town: Town, lee: Someone, sam: Someone) -> None:
    """S5: an unanswered check-in gets one reminder, closes by itself, and can be answered late."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await town.reaches("Mon 20:15")
    await sam.sees("Still here if you want it")
    await town.reaches("Tue 09:00")
    await sam.sees("Closed, no problem")
    await lee.writes("/summary")
    assert "two weeks" not in (await lee.sees("Asked once", "No reply yet")).text
    await sam.taps("Add it now")
    await sam.sees("For Monday 2 March", "How was your mood that day?")
    await sam.taps("Good")
    await sam.sees("Strongest urge to smoke that day?")
    await sam.taps("0")
    await sam.sees("Any cigarettes or roll-ups that day?")
    await sam.taps("None")
    await sam.sees("Saved, thank you")
    await lee.writes("/summary")
    await lee.sees("Replied 1 of 1")


async def test_a_deleted_check_in_closes_without_a_sound(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam deletes the evening's message, untouched or begun: at 22:00 nothing comes, whatever it would have said. What
    Sam does to another of its messages is shown there, and nothing else comes."""
    await town.reaches("Mon 18:30")
    await sam.taps("OK")
    sam.phone.deletes(await sam.sees("Strongest urge"))
    await town.reaches("Tue 07:00")
    await sam.sees_nothing_new()
    await town.reaches("Tue 18:30")
    sam.phone.deletes(await sam.sees("How is your mood"))
    await town.reaches("Tue 20:15")
    sam.phone.deletes(await sam.sees("Still here if you want it"))
    await town.reaches("Wed 07:00")
    await sam.sees_nothing_new()
    await lee.writes("/summary")
    await lee.sees("Replied 1 of 2")


async def test_later_and_not_today(town: Town, sam: Someone) -> None:
    """Sam puts the check-in off for an hour, it comes back below once, and then Sam leaves it for today."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Not now", "Later today")
    await sam.sees("19:30")
    await town.reaches("Mon 19:29")
    await sam.sees_nothing_new()
    await town.reaches("Mon 19:31")
    await sam.sees("How is your mood")
    sam.phone.looks()
    await sam.taps("Not now", "Skip today")
    sam.phone.looks()
    await town.reaches("Tue 18:29")
    await sam.sees_nothing_new()


async def test_a_very_low_mood_is_met_first(town: Town, lee: Someone, sam: Someone) -> None:
    """A very low mood leads away from smoking: someone to talk to, something calming, Lee, or carrying on."""
    await town.reaches("Mon 18:30")
    await sam.taps("Very low")
    await sam.sees("not talk about smoking tonight")
    await sam.taps("Tell Lee")
    await sam.sees("If you may not stay safe until then", "999")
    await lee.sees_nothing_new()
    await sam.taps("Send it")
    sam.phone.looks()
    await lee.sees("Sam")
    await lee.taps("I've seen this")
    lee.phone.looks()
    await sam.sees("Lee has opened")


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
    return [one.barrier for one in (await check_in.get_all(tx)).values() if one.barrier]
