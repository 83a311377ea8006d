"""The words of the choices change what is agreed to: they are shown anew, and the old yes holds until then."""

import pytest

from db.people import accounts, consents
from programme.people import consent
from tests.stories.town import Someone, Town


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch, sam: Someone) -> None:
    """The words change once Sam has answered the old ones."""
    monkeypatch.setattr(consent, "VERSION", consent.VERSION + 1)


async def versions(town: Town, sam: Someone) -> set[int]:
    """Of which words the answers in force are."""
    me = await town.database.read(lambda tx: accounts.find(tx, sam.phone.id))
    assert me is not None
    said = await town.database.read(lambda tx: consents.of_person(tx, me.id))
    return {one.version for one in {one.item: one for one in said}.values()}


@pytest.mark.usefixtures("changed")
async def test_they_are_shown_once_and_answered(town: Town, lee: Someone, sam: Someone) -> None:
    """Nothing comes for it by itself, and the check-in goes on; with Sam's first tap one screen stands below, as they
    left it, and no second one; Continue says yes to the words of today."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Good")
    await sam.sees("Strongest urge")
    await sam.sees("These words have changed", "What would you like?")
    assert sam.labels()[:3] == ["☑ Check in with me here", "☑ Keep my answers", "☑ Show Lee a weekly summary"]
    assert await versions(town, sam) == {consent.VERSION - 1}
    await sam.writes("/checkin")
    await sam.sees("Strongest urge")
    await sam.taps("0", "None")
    await sam.sees("Saved, thank you")
    await sam.sees_nothing_new()
    await lee.writes("/summary")
    await lee.sees("Today so far: replied")
    await sam.taps("Continue")
    await sam.sees("Sharing:")
    assert await versions(town, sam) == {consent.VERSION}
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved, thank you")


async def test_the_evening_of_a_lapse_is_left_alone(town: Town, sam: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two taps and silence, whatever has changed; the words come with what Sam does the next day."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    monkeypatch.setattr(consent, "VERSION", consent.VERSION + 1)
    await sam.writes("I smoked")
    await sam.sees("Thanks for telling me")
    await sam.sees("Skipped for today")
    await sam.taps("That's all tonight")
    await sam.sees("I'll leave you in peace until tomorrow")
    await town.reaches("Tue 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Tue 08:00")
    await sam.sees("Hello, Sam")
    await sam.writes("/progress")
    await sam.sees("How far you've come")
    await sam.sees("These words have changed")


@pytest.mark.usefixtures("changed")
async def test_words_of_danger_bring_the_card_alone(sam: Someone) -> None:
    """What has changed waits for the next thing that Sam does; with a goodbye nothing is asked."""
    await sam.writes("I want to die")
    await sam.sees("Thank you for saying that")
    await sam.sees_nothing_new()
    await sam.writes("/leave")
    sam.phone.looks()
    await sam.taps("Leave, keep my answers")
    await sam.sees("You've left")
    await sam.sees("I've put your four buttons away")
    await sam.sees_nothing_new()
