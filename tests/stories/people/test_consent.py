"""What is agreed to when the words of the choices change, and what somebody who is asked to be on a side reads."""

from datetime import timedelta

import pytest

from bot.kit.menus import EVERYONE, OF_ROLE, STRANGER
from db.people import accounts, consents
from programme.people import consent
from simulator import Bubble
from tests.stories.supporters.test_a_supporter import NEVER, link_for, supporter
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


COMMANDS = sorted({*EVERYONE, *STRANGER, *(command for commands in OF_ROLE.values() for command in commands)})
WORDS = ("hello", "stop", "Craving", "I smoked", "Rough day", "More")


async def _looks_around(jo: Someone) -> None:
    for line in (*(f"/{command}" for command in COMMANDS), *WORDS):
        await jo.writes(line)


async def _opens(jo: Someone, token: str) -> None:
    await jo.does(lambda phone: phone.starts(token))


def _telling(bubbles: list[Bubble]) -> list[str]:
    """What of it has a word of what the client uses this for."""
    read = (" ".join([one.text, *(button.label for row in one.buttons for button in row)]) for one in bubbles)
    return [words for words in read if NEVER.search(words)]


async def test_answers_that_are_still_on_their_way_tell_nothing(town: Town, sam: Someone) -> None:
    """Telegram lets nothing through while Jo tries every command; then Jo opens Sam's link, and all arrives."""
    token, jo = await link_for(sam), town.someone("Jo")
    town.simulator.faults.fail_next("sendMessage", "429", chat_id=jo.phone.id)
    await _looks_around(jo)
    await jo.sees_nothing_new()
    await _opens(jo, token)
    await town.goes_on(timedelta(minutes=2))
    arrived = jo.phone.looks()
    assert len(arrived) > len(WORDS)
    assert any("Sam sent this link" in bubble.text for bubble in arrived)
    assert _telling(arrived) == []
    sam.phone.looks()


async def test_buttons_of_before_tell_nothing(town: Town, sam: Someone) -> None:
    """Jo taps every button that stood there before Sam's link was opened."""
    token, jo = await link_for(sam), town.someone("Jo")
    await _looks_around(jo)
    await town.goes_on(timedelta(minutes=2))
    assert _telling(jo.phone.looks())
    before = [one for one in jo.phone.messages if not one.from_me and one.buttons]
    await _opens(jo, token)
    jo.phone.looks()
    for bubble in before:
        for button in [button for row in bubble.buttons for button in row]:
            await jo.does(lambda phone, data=button.data or "", on=bubble.id: phone.taps_raw(data, on))  # type: ignore[misc]
            await town.goes_on(timedelta(seconds=3))
            assert _telling(jo.phone.looks()) == [], button
    sam.phone.looks()


async def test_who_is_on_a_side_may_join_with_a_link_of_their_own(town: Town, lee: Someone, sam: Someone) -> None:
    """Jo, on Sam's side, opens a link that Lee gave: the first screen is the one that every client reads."""
    jo = await supporter(town, sam)
    await _opens(jo, await town.link_of(lee))
    await jo.sees("help with cravings")
    await jo.taps("Who sees what")
    jo.phone.looks()
    await jo.taps("Back", "Help with a craving now")
    await jo.sees("Most cravings ease within minutes")
