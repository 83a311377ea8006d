"""Where others smoke: planned ahead, brought up before the day, asked about after it."""

from tests.stories.test_a_plan import checks_in, told
from tests.stories.town import Someone, Town


async def test_a_plan_comes_up_before_the_day(town: Town, sam: Someone) -> None:
    """FIELD 2.6: who, when, where, what to say and an if-then; a card with their own words the day before, and once
    afterwards "how was it?"; the if-then is in the toolkit for moments with others who smoke."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    await sam.sees("Who will be there, or what is it?")
    await sam.writes("Mia's birthday")
    await sam.sees("When is it? Tap a day.")
    await sam.taps("Thu 5 Mar")
    await sam.sees("Where will it be?")
    await sam.writes("Her garden")
    await sam.sees("What will you say if somebody offers you one?")
    await sam.writes("No thanks, I'm fine with my drink.")
    await sam.sees("It goes into your toolkit too.", "Lee may read it in your week, once you name it as a help.")
    await sam.writes("I'll go inside and help in the kitchen")
    await sam.sees("Mia's birthday", "When: Thursday 5 March", "Where: Her garden", "If it gets hard: I'll go inside")
    assert "birthday" not in await checks_in(town, sam, "Mon")
    assert "birthday" not in await checks_in(town, sam, "Tue")
    words = await checks_in(town, sam, "Wed")
    assert "Tomorrow: “Mia's birthday”." in words
    assert "I'll say: “No thanks, I'm fine with my drink.”" in words
    await sam.taps("Look at my plan")
    await sam.sees("Where: Her garden")
    assert "birthday" not in await checks_in(town, sam, "Thu")
    assert "“Mia's birthday” was on Thursday. How was it?" in await checks_in(town, sam, "Fri")
    await sam.taps("Mixed")
    await sam.sees("Thank you for telling me.")
    sam.phone.looks()
    assert (await told(town, sam, "OccasionWas")) == [{"occasion": 1, "how": "mixed"}]
    await sam.taps("Back")
    await sam.sees("· “Mia's birthday”: mixed")
    assert "birthday" not in await checks_in(town, sam, "Sat")
    await sam.writes("/toolkit")
    await sam.sees("If others smoke, I'll go inside and help in the kitchen")


async def test_every_part_can_be_left_out(town: Town, sam: Someone) -> None:
    """FIELD 2.6: without words there is still a card on the day; a part can be added, and all of it taken off."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    sam.phone.looks()
    await sam.writes("Smoke break at work")
    await sam.taps("Skip", "Skip", "Skip", "Skip")
    await sam.sees("Smoke break at work", "Without a day I can't bring it up")
    await sam.taps("When", "Later", "3")
    await sam.sees("When: Tuesday 3 March")
    assert "You have no words for it yet" in await checks_in(town, sam, "Mon")
    await sam.taps("Look at my plan", "What I'll say")
    sam.phone.looks()
    await sam.writes("Not for me today")
    await sam.sees("I'll say: “Not for me today”")
    await sam.taps("Who")
    sam.phone.looks()
    await sam.writes("Break with Kit")
    await sam.sees("Break with Kit", "I'll say: “Not for me today”")
    await sam.taps("Take it off")
    await sam.sees("Would you like to plan for one that's coming?")
    await sam.taps("Undo", "Break with Kit", "Take it off")
    sam.phone.looks()
    assert "Break with Kit" not in await checks_in(town, sam, "Wed")


async def test_a_day_far_ahead(town: Town, sam: Someone) -> None:
    """FIELD 2.6: a wedding months away has a day to tap; of a plan that stands, one part is left with Back."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    sam.phone.looks()
    await sam.writes("Ana's wedding")
    await sam.taps("Later", "April 2026", "May 2026")
    await sam.sees("When is it?", "May 2026")
    await sam.taps("16", "Skip", "Skip", "Skip")
    await sam.sees("Ana's wedding", "When: Saturday 16 May")
    await sam.taps("Where", "Back")
    await sam.sees("When: Saturday 16 May")


async def test_what_is_over_does_not_come_up(town: Town, sam: Someone) -> None:
    """Sam said nothing of how it was: My plan does not call it coming up any more, and the list still knows it."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    await sam.writes("Pub quiz")
    await sam.taps("Today", "Skip", "Skip", "Skip", "Back", "Back")
    await sam.sees("My plan", "Coming up, Mon 2 Mar: “Pub quiz”")
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.writes("More")
    await sam.taps("My plan")
    assert "Coming up" not in (await sam.sees("My plan")).text
    await sam.taps("Where others smoke")
    await sam.sees("Mon 2 Mar: “Pub quiz”")


async def test_a_hard_day_is_left_alone(town: Town, sam: Someone) -> None:
    """After a very low day no card comes; the next evening it is asked."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    sam.phone.looks()
    await sam.writes("Pub quiz")
    await sam.taps("Today", "Skip", "Skip", "Skip")
    sam.phone.looks()
    assert "Today: “Pub quiz”" in await checks_in(town, sam, "Mon")
    assert "Pub quiz" not in await checks_in(town, sam, "Tue", "Very low")
    assert "“Pub quiz” was on Monday. How was it?" in await checks_in(town, sam, "Wed")
    await sam.taps("It didn't happen")
    await sam.sees("Fine. The plan keeps for another time.")
    sam.phone.looks()
    await sam.taps("Undo")
    await sam.sees("Pub quiz")
