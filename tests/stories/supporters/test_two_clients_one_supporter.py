"""One account on the side of two people, or asked twice by one: where one of it ends, the other goes on."""

from collections.abc import Iterator

import pytest

from tests.stories.supporters.test_a_supporter import link_for
from tests.stories.town import Someone, Town


@pytest.fixture(autouse=True)
def the_rest_is_told_elsewhere_two_clients_one_supporter(town: Town) -> Iterator[None]:
    """Weeks go by, and what comes to all others is told elsewhere."""
    yield
    for someone in town.people:
        someone.phone.looks()


async def says_yes(town: Town, jo: Someone, client: Someone, *ticks: str, name: str = "Jo") -> None:
    """Jo opens that client's link and says yes."""
    token = await link_for(client, *ticks, name=name)
    await jo.does(lambda phone: phone.starts(token))
    await jo.taps(f"Yes, I'm {name}", "Yes, count me in")
    await jo.sees(f"You're on {client.phone.name}'s side")
    client.phone.looks()


async def a_week_of(town: Town, jo: Someone) -> list[str]:
    """The ideas that come to Jo up to Sunday noon, whether still open or gone by."""
    before = {bubble.id for bubble in jo.phone.messages}
    await town.reaches("Sun 12:00")
    new = [bubble.text for bubble in jo.phone.messages if bubble.id not in before]
    jo.phone.looks()
    return [text for text in new if text.startswith(("Hi Jo.", "That idea has gone by"))]


async def test_two_clients(town: Town, lee: Someone, sam: Someone) -> None:
    """Ideas come for both, a day each. When Sam leaves, Ana's idea, its button, lines both ways and /tips go on, and
    nothing tells of stopping any more."""
    ana, jo = await town.client(lee, "Ana"), town.someone("Jo")
    await says_yes(town, jo, sam, "That I'm stopping", "Good news")
    await says_yes(town, jo, ana, "Good news")
    assert len(await a_week_of(town, jo)) == 2
    await jo.writes("/tips")
    await jo.sees("With stopping smoking")
    await sam.writes("/leave")
    await sam.taps("Leave, keep my answers")
    assert len(await a_week_of(town, jo)) == 1
    assert "Done" in jo.labels()
    await jo.taps("Done")
    await jo.sees("Ana isn't told what you tap")
    await jo.writes("/tips")
    assert "smoking" not in (await jo.sees("What helps")).text
    await jo.writes("/encourage")
    await jo.sees("A line for Ana?")
    await jo.writes("Thinking of you.")
    await jo.taps("Send it")
    assert any("Thinking of you." in bubble.text for bubble in ana.phone.looks())
    await ana.writes("/supporters")
    await ana.taps("Jo", "Tell Jo")
    await ana.writes("A good week.")
    await ana.taps("Send it")
    await jo.sees("Ana wants you to know")
