"""What comes: seen, moved, left out, and why; by whom it may be seen."""

import re

import pytest

from tests.stories.practice.test_a_session import set_session
from tests.stories.town import Someone, Town


async def test_one_evening_is_moved(town: Town, sam: Someone) -> None:
    """S11: Sam moves tonight's check-in to 20:00; it comes then, says that Sam moved it, and tomorrow's stays."""
    await sam.writes("/next")
    await sam.sees("Mon 2 Mar 18:30 · check-in", "Sun 8 Mar 18:30")
    await sam.taps("Mon 18:30", "Move", "20:00")
    await sam.sees("Mon 2 Mar 20:00 · check-in · moved", "Tue 3 Mar 18:30 · check-in")
    await town.reaches("Mon 19:59")
    await sam.sees_nothing_new()
    await town.reaches("Mon 20:00")
    await sam.sees("How is your mood")
    await sam.taps("Why this?")
    await sam.sees("You asked for a check-in at 18:30. You moved this one to 20:00.", "Nobody was told")
    await sam.taps("Back", "Not now", "Skip today")
    sam.phone.looks()
    await town.reaches("Tue 18:29")
    await sam.sees_nothing_new()
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_one_evening_is_left_out_and_brought_back(town: Town, sam: Someone) -> None:
    """Left out it stands struck out and nothing comes; Tuesday's is brought back and comes."""
    await sam.writes("/next")
    await sam.sees("Next seven days")
    await sam.taps("Mon 18:30", "Skip this one", "Tue 18:30", "Skip this one")
    assert _struck(sam) == ["Mon 2 Mar 18:30 · check-in", "Tue 3 Mar 18:30 · check-in"]
    sam.phone.looks()
    await town.reaches("Mon 22:00")
    await sam.sees_nothing_new()
    await sam.writes("/next")
    await sam.sees("Tue 3 Mar 18:30")
    await sam.taps("Tue 18:30", "Bring back")
    assert _struck(sam) == []
    sam.phone.looks()
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_how_often_counts_the_same_seven_days_as_next(town: Town, sam: Someone) -> None:
    """S11: at night, when today's check-in is over, How often shows seven more days, and counts them as seven."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    await sam.writes("/next")
    await sam.sees("Mon 9 Mar 18:30 · check-in")
    await sam.writes("/settings")
    await sam.sees("Settings")
    await sam.taps("How often")
    await sam.sees("Mon 9 Mar: 18:30", "Standard: 7 check-ins this week")


async def test_the_night_is_refused(town: Town, sam: Someone) -> None:
    """S4: whatever Sam types, nothing is moved into the night; a time that is over is refused kindly too."""
    await sam.writes("/next")
    await sam.sees("Next seven days")
    await sam.taps("Mon 18:30", "Move")
    assert {"17:30", "19:30"} <= set(sam.labels())
    await sam.sees("Tap a time, or type one")
    await sam.writes("23:00")
    await sam.sees("I keep the night quiet")
    await sam.writes("9 am")
    await sam.sees("That time is over")
    await sam.writes("20:15")
    await sam.sees("Mon 2 Mar 20:15 · check-in · moved")
    await town.reaches("Mon 20:15")
    await sam.sees("How is your mood")


async def test_a_settings_time_is_never_at_night(town: Town, sam: Someone) -> None:
    """S4: the settings refuse the night for the time, the window, the hardest hour and the morning."""
    await sam.writes("/settings")
    await sam.sees("Settings")
    await sam.taps("How often", "Time")
    await sam.sees("When")
    await sam.writes("22:30")
    await sam.sees("I keep the night quiet")
    await sam.writes("21:00")
    await sam.sees("Check-in: 21:00")
    await sam.taps("How often", "Some time between", "In the hour after")
    await sam.sees("I keep the night quiet")
    await sam.taps("Back", "Hardest hour")
    await sam.sees("Which hour is hardest")
    await sam.writes("2 am")
    await sam.sees("I keep the night quiet")
    await sam.writes("4pm")
    await sam.sees("Your hardest hour: 16:00")
    await sam.taps("Morning time")
    await sam.sees("When shall the morning word come")
    await sam.writes("5:30 am")
    await sam.sees("I keep the night quiet")


async def test_a_changed_time_says_that_the_window_stays(town: Town, sam: Someone) -> None:
    """The check-in moves to 17:00, and the settings say that it still comes by chance in the hour after."""
    await sam.writes("/settings")
    await sam.taps("How often", "Some time between")
    await sam.sees("Check-ins come at 18:30. At that time, or some time after")
    await sam.taps("In the hour after")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.taps("Time")
    sam.phone.looks()
    await sam.writes("17:00")
    await sam.sees("Check-in: 17:00", "It comes some time in the 60 minutes after, as you chose under How often")


async def test_a_drawn_time_is_not_told_beforehand(town: Town, sam: Someone) -> None:
    """S9, S11: with "some time between" /next shows the window; the time is told by "Why this?" once it has come."""
    await sam.writes("/settings")
    await sam.sees("Settings")
    await sam.taps("How often", "Some time between", "In the hour after")
    await sam.sees("Done.", "some time between 18:30 and 19:30", "Mon 2 Mar: 18:30–19:30")
    await sam.writes("/next")
    await sam.sees("Mon 2 Mar between 18:30 and 19:30 · check-in")
    await sam.taps("Mon 18:30", "Why this?")
    await sam.sees("The time is picked by chance on the day.", "Nobody is told")
    await town.reaches("Mon 19:30")
    asked = await sam.sees("How is your mood")
    at = f"{asked.date.astimezone(town.zone):%H:%M}"
    assert "18:30" <= at < "19:30"
    await sam.taps("Why this?")
    await sam.sees("between 18:30 and 19:30", f"The time, {at}, was picked by chance.")
    await sam.taps("Back", "Good", "0", "None")
    await sam.sees("Next hello: tomorrow, between 18:30 and 19:30.")


async def test_lee_sees_what_comes_while_sam_shows_it(town: Town, lee: Someone, sam: Someone) -> None:
    """S11: Lee sees Sam's next seven days as changed, and no more once Sam shows nothing."""
    await sam.writes("/next")
    await sam.sees("Next seven days")
    await sam.taps("Tue 18:30", "Skip this one")
    sam.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Sam")
    await lee.taps("What comes")
    await lee.sees("Sam's next seven days, on their own clock", "Mon 2 Mar 18:30 · check-in", "Wed 4 Mar 18:30")
    await lee.taps("Back")
    lee.phone.looks()
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show", "Continue")
    sam.phone.looks()
    lee.phone.looks()
    await lee.writes("/summary")
    await lee.sees("has not chosen to show you a summary")
    assert "What comes" not in lee.labels()


async def test_lee_moves_one_and_sam_has_it_back(town: Town, lee: Someone, sam: Someone) -> None:
    """S11: Lee moves Tuesday's and leaves out Wednesday's; Sam is told once, in the closing words, and undoes one."""
    await _opens_what_comes(lee)
    await lee.sees("Sam's next seven days")
    await lee.taps("Tue 18:30", "Move", "20:00")
    await lee.sees("Tue 3 Mar 20:00 · check-in · moved by you")
    await lee.taps("Wed 18:30", "Skip this one")
    await lee.sees("Wed 4 Mar 18:30 · check-in · left out by you")
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved", "Lee changed when I write", "Tue 3 Mar 20:00 · check-in · moved by Lee", "Wed 4 Mar 18:30")
    await sam.taps("All of it", "Wed 18:30", "Bring back")
    await sam.sees("Tue 3 Mar 20:00 · check-in · moved by Lee", "Wed 4 Mar 18:30 · check-in")
    assert _struck(sam) == []
    sam.phone.looks()
    await town.reaches("Tue 19:59")
    await sam.sees_nothing_new()
    await town.reaches("Tue 20:00")
    await sam.sees("How is your mood")
    await sam.taps("Why this?")
    await sam.sees("Lee moved this one to 20:00")
    await sam.taps("Back", "Good", "0", "None")
    closing = await sam.sees("Saved")
    assert "changed when I write" not in closing.text


async def test_one_that_lee_moved_is_had_back_under_the_closing_words(town: Town, lee: Someone, sam: Someone) -> None:
    """S11: "As planned" under the closing words undoes what Lee changed, and they say no more of it."""
    await _opens_what_comes(lee)
    await lee.sees("Sam's next seven days")
    await lee.taps("Tue 18:30", "Move", "20:00")
    await lee.sees("moved by you")
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Good", "0", "None", "As planned")
    closing = await sam.sees("Saved", "Next hello: tomorrow, 18:30")
    assert "changed when I write" not in closing.text
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_one_that_lee_moved_tells_of_it_itself(town: Town, lee: Someone, sam: Someone) -> None:
    """S11: it is the very next check-in that Lee moves, so it is that one's closing words that say so."""
    await _opens_what_comes(lee)
    await lee.sees("Sam's next seven days")
    await lee.taps("Mon 18:30", "Move", "20:00")
    await lee.sees("Mon 2 Mar 20:00 · check-in · moved by you")
    await town.reaches("Mon 20:00")
    await sam.sees("How is your mood")
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved", "Lee changed when I write", "Mon 2 Mar 20:00 · check-in · moved by Lee")
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Good", "0", "None")
    assert "changed when I write" not in (await sam.sees("Saved")).text


async def test_a_time_is_changed_or_not(town: Town, sam: Someone) -> None:
    """From "Why this?" on Change time has a way out: the time stays, and words typed then are no time."""
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await sam.taps("Why this?", "Change time")
    await sam.sees("When suits you?")
    await sam.taps("Back")
    await sam.sees("Check-in: 18:30")
    await sam.writes("07:00")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.sees("Check-in: 18:30")


async def test_lee_changes_nothing_that_sam_shows_no_more(town: Town, lee: Someone, sam: Someone) -> None:
    """S11: a list that Lee had open from before goes once Sam shows no summary, and says whose choice that is."""
    await _opens_what_comes(lee)
    await lee.sees("Sam's next seven days")
    await lee.taps("Tue 18:30")
    await lee.sees("Tue 3 Mar 18:30", "they are told in their next check-in")
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show", "Continue")
    sam.phone.looks()
    await lee.sees("Sam hasn't chosen to show you what comes next")
    assert lee.labels() == ["Back"]


async def test_what_is_held_back_is_told_beforehand(town: Town, lee: Someone, sam: Someone) -> None:
    """S10, S11: the word about the session rides inside the check-in, and /next says so, to Sam and to Lee."""
    await set_session(sam, "Wed 11:00")
    sam.phone.looks()
    rides = "Tue 3 Mar 18:30 · what to bring to the session · inside that day's check-in"
    await _opens_what_comes(lee)
    await lee.sees("Sam's next seven days", rides)
    await sam.writes("/next")
    listed = await sam.sees("Next seven days", "Tue 3 Mar 18:30 · check-in", rides)
    assert listed.text.index("Tue 3 Mar") < listed.text.index("From Wednesday") < listed.text.index("Wed 4 Mar")


async def _opens_what_comes(lee: Someone) -> None:
    await lee.writes("/summary")
    await lee.sees("Sam")
    await lee.taps("What comes")


@pytest.mark.parametrize("again", [False, True])
async def test_fewer_and_stop_have_a_way_back(town: Town, sam: Someone, again: bool) -> None:
    """Under "Why this?": Fewer goes down a level, "Stop all check-ins" stops check-ins; each is undone in one tap."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Why this?", "Fewer")
    await sam.sees("Done.", "You're on lighter")
    await sam.taps("Undo")
    await sam.sees("That's back as it was", "You're on standard")
    sam.phone.looks()
    await sam.does(lambda phone: phone.taps("Why this?"))
    sam.phone.looks()
    await sam.does(lambda phone: phone.taps("Stop all check-ins"))
    await sam.sees("no more check-ins from me", "/checkin works")
    await sam.writes("/privacy")
    await sam.sees("What I keep about you", "1 kind of message you stopped")
    sam.phone.looks()
    if again:
        await sam.does(lambda phone: phone.taps("Undo"))
        await sam.sees("That's back as it was")
    await town.reaches("Tue 18:30")
    if again:
        await sam.sees("How is your mood")
    else:
        await sam.sees_nothing_new()


def _struck(sam: Someone) -> list[str]:
    """What is struck out on the newest message."""
    return re.findall("<s>(.*?)</s>", sam.phone.messages[-1].html)
