"""The second anchor: the client's next session, the evening before it and the one after."""

from tests.stories.schedule.test_a_course import come, evening
from tests.stories.town import Someone, Town


async def set_session(sam: Someone, when: str) -> None:
    """Sam enters when the next session is."""
    await sam.writes("/settings")
    await sam.taps("Session")
    await sam.sees("When is your next session with Lee?")
    await sam.writes(when)
    await sam.sees("Next session:")


async def test_the_card_rides_inside_the_check_in(town: Town, lee: Someone, sam: Someone) -> None:
    """The day before: the question comes with the check-in's thank you, not as a message of its own; Lee reads what
    Sam shares, and nothing before that."""
    await set_session(sam, "Wed 11:00")
    before = come(sam)
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await town.reaches("Tue 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    if "Done" in sam.labels():
        await sam.taps("Done")
    await sam.sees("Saved, thank you", "Your session with Lee is tomorrow at 11:00. Anything to bring?")
    await sam.taps("Write it down")
    await sam.sees("What would you like to bring")
    await sam.writes("Nights are the problem.")
    await sam.sees("kept for you", "Nights are the problem.", "Tap Share to show Lee")
    await lee.writes("/summary")
    assert "Nights" not in (await lee.sees("Next session")).text
    await sam.taps("Share with Lee")
    await sam.sees("Lee can read it too")
    await lee.writes("/summary")
    await lee.sees("For the session: “Nights are the problem.”")
    await town.reaches("Tue 21:59")
    await sam.sees_nothing_new()
    assert come(sam) > before


async def test_some_words_are_shown_and_some_are_not(town: Town, lee: Someone, sam: Someone) -> None:
    """One of two notes is shown: Sam reads which one, and can show the rest or take it back."""
    await sam.writes("I keep thinking about the wedding")
    await sam.taps("Yes", "Share with Lee")
    await sam.sees("Lee can read it too")
    await sam.taps("Write more")
    await sam.sees("What would you like to bring")
    await sam.writes("Nights are the problem.")
    seen = await sam.sees("Lee can read these:")
    assert seen.text.count("wedding") == 2
    assert seen.text.count("Nights") == 1
    assert {"Share with Lee", "Keep it to me"} <= set(sam.labels())
    await sam.taps("Keep it to me")
    await sam.sees("Tap Share to show Lee")
    lee.phone.looks()


async def test_a_day_picked_and_an_hour_typed(town: Town, lee: Someone, sam: Someone) -> None:
    """Lee taps a day and types the hour alone."""
    await lee.writes("/summary")
    await lee.taps("Set next session", "20")
    await lee.sees("What time?", "Or type it, such as 11:30")
    await lee.writes("11:30")
    await lee.sees("Next session", "11:30")


async def test_after_the_session_what_was_agreed_is_kept(town: Town, lee: Someone, sam: Someone) -> None:
    """That day's evening asks what was agreed; the words are for Sam alone."""
    await lee.writes("/summary")
    await lee.taps("Set next session")
    lee.phone.looks()
    await lee.writes("Wed 11:00")
    await lee.sees("Next session")
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await evening(sam)
    await town.reaches("Wed 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    if "Done" in sam.labels():
        await sam.taps("Done")
    await sam.sees("After your session with Lee: what did you agree?")
    await sam.taps("Write it down")
    sam.phone.looks()
    await sam.writes("The lighter goes.")
    await sam.sees("kept for you", "The lighter goes.")
    assert not [label for label in sam.labels() if "Share" in label]
    await lee.writes("/summary")
    assert "lighter" not in (await lee.sees("7 days to")).text


async def agrees(town: Town, sam: Someone) -> None:
    """Wednesday's session is over, and Sam wrote down that evening what was agreed."""
    await set_session(sam, "Wed 11:00")
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await evening(sam)
    await town.reaches("Wed 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    await sam.taps("Write it down")
    sam.phone.looks()
    await sam.writes("The balcony lighter goes.")
    await sam.sees("kept for you")


async def test_what_was_agreed_comes_back(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 4.3: within 24 hours the next check-in's closing words say it in Sam's words, and go on until Sam puts it
    away; a very low day leaves it out, and Lee is shown nothing of it."""
    await agrees(town, sam)
    await town.reaches("Thu 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved, thank you", "After your session you wrote down:", "“The balcony lighter goes.”")
    await town.reaches("Fri 18:30")
    sam.phone.looks()
    await sam.taps("Very low", "Carry on", "1", "None")
    assert "agreed" not in sam.phone.messages[-1].text
    sam.phone.looks()
    await town.reaches("Sat 18:30")
    sam.phone.looks()
    await sam.taps("OK", "1", "None")
    await sam.sees("After your session you wrote down:")
    await sam.taps("Put this away")
    assert "agreed" not in (await sam.sees("Saved, thank you")).text
    await town.reaches("Sun 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    assert "agreed" not in (await sam.sees("Saved, thank you")).text
    await lee.writes("/summary")
    assert "lighter" not in (await lee.sees("7 days to")).text


async def test_what_was_agreed_ends_with_the_next_session(town: Town, sam: Someone) -> None:
    """FIELD 4.3: once another session is over, what was agreed in the last one is not repeated."""
    await agrees(town, sam)
    await set_session(sam, "Fri 11:00")
    await town.reaches("Thu 18:30")
    sam.phone.looks()
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved, thank you", "Your session with Lee is tomorrow")
    await town.reaches("Fri 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    await town.reaches("Sat 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    assert "agreed" not in (await sam.sees("Saved, thank you")).text


async def test_what_was_asked_beside_an_own_check_in_rides_in_it(town: Town, sam: Someone) -> None:
    """S6: a check-in that Sam asks for closes the question about the session, and asks it in its closing words."""
    await set_session(sam, "Wed 18:00")
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await evening(sam)
    await town.reaches("Wed 18:30")
    sam.phone.looks()
    await sam.taps("Not now", "Skip today")
    await town.reaches("Wed 20:00")
    await sam.sees("After your session with Lee: what did you agree?")
    await sam.writes("/checkin")
    sam.phone.looks()
    assert "Closed, no problem" in sam.phone.screen()
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved, thank you", "After your session with Lee: what did you agree?")


async def test_a_late_session_leaves_an_hour(town: Town, sam: Someone) -> None:
    """A session at 18:00 is asked about at 20:00, in a message of its own, as the check-in came before it was over."""
    await set_session(sam, "Wed 18:00")
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await evening(sam)
    await town.reaches("Wed 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    if "Done" in sam.labels():
        await sam.taps("Done")
    assert "session" not in (await sam.sees("Saved, thank you")).text
    await town.reaches("Wed 19:59")
    await sam.sees_nothing_new()
    await town.reaches("Wed 20:00")
    await sam.sees("After your session with Lee: what did you agree?")
    await sam.taps("Nothing this time")
    await sam.sees("Fine, nothing to write down")


async def test_the_next_session_entered_after_this_one(town: Town, lee: Someone, sam: Someone) -> None:
    """Lee enters the next session right after this one, and Sam is still asked about this one that evening."""
    await set_session(sam, "Wed 11:00")
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await evening(sam)
    await town.reaches("Wed 12:00")
    await lee.writes("/summary")
    await lee.taps("Set next session")
    lee.phone.looks()
    await lee.writes("Wed 11:00")
    await lee.sees("Next session")
    await town.reaches("Wed 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("OK", "1", "None")
    if "Done" in sam.labels():
        await sam.taps("Done")
    await sam.sees("After your session with Lee")
    await sam.writes("/next")
    await sam.sees("what to bring to the session")


async def test_a_session_taken_away_is_not_asked_about(town: Town, lee: Someone, sam: Someone) -> None:
    """No session, no word about one: whoever set it can take it away."""
    await set_session(sam, "Wed 11:00")
    await sam.taps("Session", "No session")
    assert "Next session" not in (await sam.sees("Settings")).text
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    await evening(sam)
    await town.reaches("Wed 12:00")
    await sam.sees_nothing_new()
