"""How Sam smokes and feels: two taps and nine questions, what they come to, and what Lee sees of it."""

from tests.stories.measured import evening, evenings, nine, stops_on
from tests.stories.town import Someone, Town


async def test_how_soon_and_how_many(town: Town, lee: Someone, sam: Someone) -> None:
    """HSI: offered once before a quit date; Sam sees the answers and no label, Lee the score with its working; answered
    anew, both stay."""
    await evening(town, sam, "Mon")
    await evening(town, sam, "Tue")
    await evening(town, sam, "Wed")
    await sam.sees("Saved, thank you", "Two taps about how you smoke?")
    await sam.taps("OK")
    await sam.sees("How soon after you wake up", "You and Lee can see your answers")
    await sam.taps("Within 5 minutes", "11 to 20")
    told = await sam.sees("How you smoke", "First one: Within 5 minutes", "On a usual day: 11 to 20")
    assert not any(word in told.text.lower() for word in ("score", "medium", "high", "of 6"))
    await evening(town, sam, "Thu")
    assert "Two taps" not in (await sam.sees("Saved")).text
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("HSI", "4 of 6, medium", "First one within 5 minutes: 3. A day 11 to 20: 1.")
    await sam.writes("/progress")
    await sam.taps("Looking closer", "How I smoke", "Answer it anew", "After an hour", "10 or fewer")
    await sam.sees("First one: After an hour", "Within 5 minutes, 11 to 20")
    await lee.taps("Their week", "Scores")
    await lee.sees("0 of 6, low", "however hard stopping is", "Before: 4")


async def test_lee_enters_it(town: Town, lee: Someone, sam: Someone) -> None:
    """HSI: Lee has the answers from a first meeting; Sam reads who entered them."""
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("HSI): not answered")
    await lee.taps("Enter HSI")
    await lee.sees("does Sam smoke the first one?")
    await lee.taps("6 to 30 minutes", "21 to 30")
    await lee.sees("4 of 6, medium", "Entered by you")
    await sam.writes("/progress")
    await sam.taps("Looking closer", "How I smoke")
    await sam.sees("6 to 30 minutes", "Lee entered that")


async def test_scores_go_with_the_yes(town: Town, lee: Someone, sam: Someone) -> None:
    """HSI: Sam takes the summary back while the scores stand on Lee's screen: they go from there at once."""
    await lee.writes("/summary")
    await lee.taps("Scores", "Enter HSI", "6 to 30 minutes", "21 to 30")
    await lee.sees("4 of 6, medium")
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show", "Continue")
    sam.phone.looks()
    assert "of 6" not in (await lee.sees("shows no answers, or keeps none")).text


async def test_nine_questions_with_a_baseline(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.7: twice before the quit date and a week after it; what is new is said as a question, inside its bounds,
    what was there before is not put down to stopping, and Lee reads the change."""
    await stops_on(sam, 12)
    await evenings(town, sam, "Mon", "Tue", "Wed", "Thu")
    await evening(town, sam, "Fri")
    await sam.sees("before your quit date shows later what is new")
    await sam.taps("Start")
    await sam.sees("1 of 9", "how depressed have you felt?", "You and Lee can see your answers")
    await nine(sam, "Slightly", "Very", "Not at all", "Not at all", "Slightly", "Not at all", "Not at all")
    await sam.sees("That is how it is before your quit date")
    await evenings(town, sam, "Sat", "Sun", "Mon")
    await evening(town, sam, "Tue")
    await sam.sees("before your quit date shows later what is new")
    await sam.taps("Start")
    sam.phone.looks()
    await nine(sam, "Slightly", "Very", "Not at all", "Not at all", "Slightly", "Not at all", "Not at all")
    await sam.sees("That is how it is before your quit date")
    await evenings(town, sam, "Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
    await evening(town, sam, "Thu")
    await sam.sees("what has changed since before your quit date")
    await sam.taps("Start")
    sam.phone.looks()
    await nine(sam, "Slightly", "Very", "Somewhat", "Very", "Not at all", "Not at all", "Skip")
    seen = await sam.sees(
        "Day 7 since your quit date", "Stronger than before: irritable, restless", "common in the first 4 weeks",
        "Less than before: hungry", "Does that fit how it feels?",
    )  # fmt: skip
    assert "low mood" not in seen.text.lower()
    assert "Stronger than before: anxious" not in seen.text
    await sam.taps("It fits")
    await sam.sees("You know it best")
    lee.phone.looks()
    await lee.writes("/summary")
    await lee.taps("Scores")
    table = (await lee.sees("MPSS")).text
    assert "Irritable         1    +2" in table
    assert "Anxious           4     0" in table
    assert "Hungry            2    -1" in table
    assert "Urges, strong     1     1" in table


async def test_no_baseline_is_said(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.7: no baseline, and the answer says so, to Sam and to Lee."""
    await stops_on(sam, 2)
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await evenings(town, sam, "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    await evening(town, sam, "Mon")
    assert "before your quit date" not in (await sam.sees("Nine short questions", "for you to look back on")).text
    await sam.taps("Start")
    sam.phone.looks()
    await nine(sam, "Slightly", "Slightly", "Very", "Slightly", "Slightly", "Slightly", "Slightly")
    seen = await sam.sees("I have no answers from before your quit date", "I can't tell if this is new: irritable")
    assert "Stronger" not in seen.text
    lee.phone.looks()
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("No baseline", "(4)")


async def test_very_depressed_has_an_answer(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.7: a high answer to the first question brings the way to people at once, then the rest of the questions;
    it is never put down to stopping, and it is a count for Lee to look at."""
    await stops_on(sam, 7)
    await evening(town, sam, "Mon")
    await sam.taps("Start")
    sam.phone.looks()
    await sam.taps("Extremely")
    await sam.sees("That sounds really hard. Let's not talk about smoking tonight")
    assert sam.labels() == ["Talk to someone now", "Something calming", "Tell Lee", "Carry on"]
    await sam.taps("Carry on")
    await sam.sees("2 of 9")
    await sam.taps("That's all")
    await sam.sees("worth telling Lee how your mood is")
    assert "Talk to someone now" in sam.labels()
    await town.reaches("Sat 12:00")
    sam.phone.looks()
    await sam.writes("/next")
    sam.phone.looks()
    await town.reaches("Sun 21:00")
    sam.phone.looks()
    await town.reaches("Mon 08:00")
    await lee.sees("COUNTS TO LOOK AT", "Sam: felt very depressed, nine questions, Mon 2 Mar")
    sam.phone.looks()


async def test_it_is_resumed_and_closes_by_itself(town: Town, sam: Someone) -> None:
    """The form stays where it was left, for two days; then it says that it closed, and nothing is lost."""
    await stops_on(sam, 7)
    await evening(town, sam, "Mon")
    await sam.taps("Start", "Slightly", "Skip")
    await sam.sees("3 of 9")
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.taps("Very")
    await sam.sees("4 of 9")
    await town.reaches("Wed 18:29")
    sam.phone.looks()
    await town.reaches("Wed 18:36")
    await sam.sees("Closed, no problem. What you said is kept.")
    sam.phone.looks()


async def test_not_now_and_not_any_more(town: Town, lee: Someone, sam: Someone) -> None:
    """Passed over, the card goes and comes on its next day; turned off, it never comes."""
    await stops_on(sam, 12)
    await evenings(town, sam, "Mon", "Tue", "Wed", "Thu")
    await evening(town, sam, "Fri")
    await sam.taps("Not now")
    assert "Nine short" not in (await sam.sees("Saved, thank you")).text
    await evening(town, sam, "Sat")
    assert "Nine short" not in (await sam.sees("Saved, thank you")).text
    await evenings(town, sam, "Sun", "Mon")
    await evening(town, sam, "Tue")
    await sam.sees("Nine short questions")
    await sam.taps("Don't offer these")
    await sam.sees("I won't offer these any more")
    await evening(town, sam, "Wed")
    sam.phone.looks()
    lee.phone.looks()


async def test_what_is_common_after_stopping(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.7: asked for, one feeling at a time: at the worst of it the urges are common, and help is one tap away; a
    mood that gets worse is worth telling; what was there before is not explained; nothing of it is kept."""
    await sam.writes("/progress")
    await sam.taps("Looking closer", "What's common after stopping", "Restless")
    await sam.sees("How is it at the moment?")
    await sam.taps("New, or stronger")
    await sam.sees("This starts on your quit date")
    await stops_on(sam, 1)
    await sam.writes("/progress")
    await sam.taps("Looking closer", "What's common after stopping")
    await sam.sees("What do you notice?", "I keep nothing of this")
    await sam.taps("Restless", "New, or stronger")
    await sam.sees("Restless: that's common in the first 4 weeks after stopping", "Could that be part of it?")
    await sam.taps("Something else", "Low mood", "New, or stronger")
    await sam.sees("first 4 weeks", "worth telling Lee as well")
    await sam.taps("Something else", "Low mood", "Very strong, or getting worse")
    assert "common" not in (await sam.sees("That sounds hard. It's worth telling Lee soon")).text
    assert "Talk to someone now" in sam.labels()
    await sam.taps("Something else", "Anxious", "As it was before")
    await sam.sees("You had that before your quit date, too")
    await sam.taps("Something else", "Urges to smoke", "Very strong, or getting worse")
    await sam.sees("common for at least 2 weeks", "often strongest in the first week", "Could that be part of it?")
    await sam.taps("Craving")
    await sam.sees("How strong is it right now?")
    await town.reaches("Tue 12:00")
    sam.phone.looks()


async def test_who_keeps_no_answers_is_not_offered_any(town: Town, lee: Someone) -> None:
    """Without a yes to keeping answers nothing is offered, and by themselves they read why."""
    kim = await town.client(lee, "Kim")
    await kim.writes("/settings")
    await kim.taps("Sharing", "☑ Keep", "Continue")
    kim.phone.looks()
    await stops_on(kim, 7)
    await evening(town, kim, "Mon")
    assert "Nine" not in (await kim.sees("Saved")).text
    await kim.writes("/progress")
    await kim.sees("I keep no answers")
    lee.phone.looks()
