"""One check-in, lived from both ends."""

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
