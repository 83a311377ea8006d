"""Clozapine, and a change in smoking: the team hears of it the same day, by itself, for who said yes to that."""

from tests.stories.measured import evening, evenings
from tests.stories.town import Someone, Town

WORDS = ("Sam takes clozapine", "Please see to it today")


async def test_a_yes_in_the_moment(town: Town, lee: Someone, sam: Someone) -> None:
    """Asked where clozapine is named, with the very words; then told at once, at the next change, and no more once the
    yes is taken back."""
    await sam.writes("/quitdate")
    await sam.taps("4", "Yes", "Say which", "☐ Clozapine")
    await sam.sees("Shall I tell Lee for you", "“Sam takes clozapine", "ring the team or clinic")
    await lee.sees_nothing_new()
    await sam.taps("Yes, tell them the same day")
    await sam.sees("As you agreed, I've told Lee", "ring the team or clinic", "Please don't wait for me", "/settings")
    await lee.sees(*WORDS)
    await lee.taps("I've seen this")
    lee.phone.looks()
    await sam.sees("Lee has opened your message")
    assert "Shall I" not in sam.phone.sees("You can tell me which one").text
    assert "Tell Lee" not in sam.labels()
    await sam.writes("/settings")
    await sam.sees("Same day: the team hears")
    await sam.writes("/privacy")
    await sam.sees("the team hears so on the day your smoking changes")
    await evenings(town, sam, "Mon", "Tue")
    await town.reaches("Wed 08:00")
    sam.phone.looks()
    await lee.sees_nothing_new()
    await evening(town, sam, "Wed")
    await lee.sees(*WORDS)
    await sam.sees("As you agreed, I've told Lee", "They may not see it before 09:00 tomorrow")
    await sam.sees("Saved, thank you")
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Tell the team", "Continue")
    await lee.sees("took this back")
    assert "Same day" not in (await sam.sees("Sharing:")).text
    await sam.writes("/progress")
    await sam.taps("Stop counting for now", "Cut down for now")
    sam.phone.looks()
    await lee.sees_nothing_new()


async def test_who_named_it_before_is_asked_once(town: Town, lee: Someone, sam: Someone) -> None:
    """It rides in a check-in's closing words; "not now" is a no, and it stays under Sharing."""
    await sam.writes("More")
    await sam.taps("Medicines", "My medicines", "Yes", "Say which", "☐ Clozapine", "Done", "Yes, they know")
    sam.phone.looks()
    await evening(town, sam, "Mon")
    await sam.sees("Saved, thank you", "You told me you take clozapine", "Shall I tell Lee for you")
    await sam.taps("Not now")
    assert "Shall I" not in (await sam.sees("Saved, thank you")).text
    await evening(town, sam, "Tue")
    assert "Shall I" not in (await sam.sees("Saved, thank you")).text
    await sam.writes("/settings")
    await sam.taps("Sharing")
    await sam.sees("if you tell me you take clozapine")
    assert "☐ Tell the team the same day about a medicine that needs it" in sam.labels()
    await lee.sees_nothing_new()
