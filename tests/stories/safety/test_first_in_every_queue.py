"""First in every queue: what goes to whom when all of it happens at the same moment."""

from simulator import Phone
from simulator.truth import Call
from tests.stories.town import Someone, Town

DANGER = "I want to kill myself"


async def all_at_once(town: Town) -> list[Call]:
    """What people did, and what is due, is put down before anything is sent; then all is sent. The calls, in order."""
    while await town.house.intake.fetch_once():
        pass
    await town.house.doorway.drain()
    await town.house.pulse.beat()
    before = len(town.simulator.log.effects())
    await town.house.sender.drain()
    return town.simulator.log.effects()[before:]


async def test_who_needs_it_most_is_first(town: Town, lee: Someone, sam: Someone) -> None:
    """A stranger in danger gets the card before clients and practitioners get answers, those go before a check-in that
    is due, that before a stranger is answered, and old buttons go last."""
    kim, ann, jo = await town.client(lee, "Kim"), town.someone("Ann"), town.someone("Jo")
    await town.reaches("Mon 18:29")
    await sam.writes("/next")
    sam.phone.looks()
    town.clock.turn(60)
    ann.phone.writes("hello")
    sam.phone.writes("/next")
    lee.phone.writes("/clients")
    jo.phone.writes(DANGER)
    calls = await all_at_once(town)
    in_order = (jo, sam, lee, kim, ann, sam, sam)  # Sam's own check-in waits a second, as Sam was answered
    assert [call.chat_id for call in calls] == [who.phone.id for who in in_order]
    assert "999" in calls[0].params["text"]
    assert [call.effect for call in calls] == ["sent"] * 6 + ["edited"]
    for who in (kim, ann, jo, sam, lee):
        who.phone.looks()


async def test_a_crowd_holds_nobody_up(town: Town, lee: Someone, sam: Someone) -> None:
    """Of forty strangers who write four messages each, nobody is answered before Sam and the card, and each is once."""
    crowd = [town.someone(f"Stranger {number}").phone for number in range(40)]
    for words in ("/start", "hello", "is anybody there?", "what is this"):
        for phone in crowd:
            phone.writes(words)
    crowd[20].writes(DANGER)
    sam.phone.writes("/next")
    calls = await all_at_once(town)
    assert [call.chat_id for call in calls[:2]] == [crowd[20].id, sam.phone.id]
    assert sorted(call.chat_id or 0 for call in calls[2:]) == sorted(phone.id for phone in crowd)
    assert [_text(phone) for phone in crowd if phone is not crowd[20]] == [_text(crowd[0])] * 39
    for phone in (*crowd, sam.phone):
        phone.looks()


def _text(phone: Phone) -> str:
    assert phone.last is not None
    return phone.last.text


async def test_somebody_new_who_needs_help_with_a_craving_gets_it(town: Town, lee: Someone) -> None:
    """After the check-ins of others, and not lost behind the first words that wait to be answered."""
    ann = town.someone("Ann")
    ann.phone.writes("hello")
    ann.phone.writes("/craving")
    calls = await all_at_once(town)
    assert {call.chat_id for call in calls} == {ann.phone.id}
    assert ann.phone.last is not None
    assert ann.phone.last.buttons
    ann.phone.looks()
