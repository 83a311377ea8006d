"""Somebody who has looked around as a stranger is asked to be on a side: from then on nothing they read tells."""

from datetime import timedelta

from bot.kit.menus import EVERYONE, OF_ROLE, STRANGER
from simulator import Bubble
from tests.stories.supporters.test_a_supporter import NEVER, link_for, supporter
from tests.stories.town import Someone, Town

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
