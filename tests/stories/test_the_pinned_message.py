"""One pinned message with whom to call: once, without a sound, and met with silence."""

from datetime import timedelta

from sqlalchemy import select, update

from db.tables import outbox, people
from tests.stories.town import Someone, Town


async def test_it_is_the_last_thing_of_joining(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam has the numbers pinned; neither the message nor the pin rang, and what Telegram says of the pin gets no
    answer."""
    (pinned,) = sam.phone.pinned
    assert "999" in pinned.text
    assert "Save these elsewhere too" in pinned.text
    calls = town.simulator.log.calls(chat_id=sam.phone.id)
    sent = [one for one in calls if one.message_id == pinned.id and one.effect in ("sent", "pinned")]
    assert [one.method for one in sent] == ["sendMessage", "pinChatMessage"]
    assert all(one.params["disable_notification"] is True for one in sent)
    before = len(sam.phone.messages)
    await sam.does(lambda phone: phone.pins(pinned.id - 1))
    await town.goes_on(timedelta(minutes=2))
    assert [one.kind for one in sam.phone.messages[before:]] == ["pinned_message"]
    await sam.sees_nothing_new()


async def test_it_follows_to_another_country(town: Town, sam: Someone) -> None:
    """Somewhere else the same message says whom to call there; no second one comes."""
    (pinned,) = sam.phone.pinned
    await sam.writes("/settings")
    await sam.taps("Place")
    await sam.writes("Ireland")
    sam.phone.looks()
    (now,) = sam.phone.pinned
    assert now.id == pinned.id
    assert now.text != pinned.text
    assert "local emergency number" in now.text


async def test_a_nation_that_is_chosen_changes_it(town: Town, lee: Someone, sam: Someone) -> None:
    """The practitioner's nation first, then the client's own: the same message says whose numbers hold now."""
    (pinned,) = sam.phone.pinned
    assert "111" not in pinned.text
    for who, nation, number in ((lee, "England", "111, press 2"), (sam, "Northern Ireland", "0808 808 8000")):
        await who.writes("/help")
        await who.taps(nation if who is lee else "Numbers for another country")
        if who is sam:
            await who.taps(nation)
        (now,) = sam.phone.pinned
        assert now.id == pinned.id
        assert number in now.text
        who.phone.looks()


async def test_who_joined_before_gets_it_with_an_answer(town: Town, sam: Someone) -> None:
    """Nothing comes by itself; with the closing words of the next check-in it is there, and not a second time."""
    await town.database.write(lambda tx: tx.run(update(people).values(pinned_at=None)))
    (old,) = sam.phone.pinned
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    assert sam.phone.pinned == [old]
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved")
    await sam.sees("Save these")
    assert len(sam.phone.pinned) == 2
    await sam.writes("/help")
    await sam.sees("If you need a person")
    assert len(sam.phone.pinned) == 2


async def test_the_network_hides_the_answer(town: Town, lee: Someone) -> None:
    """A pin whose answer was lost is done again, which changes nothing: one message is pinned, and said so once."""
    sam, token = town.someone("Sam"), await town.link_of(lee)
    town.simulator.faults.fail_next("pinChatMessage", "reset_after", n=2)
    await sam.does(lambda phone: phone.starts(token))
    await sam.taps("Set up", "None of these", "Continue")
    await sam.writes("Sam")
    for _ in range(6):
        await town.goes_on(timedelta(seconds=10))
    assert len(sam.phone.pinned) == 1
    assert [one.kind for one in sam.phone.messages].count("pinned_message") == 1
    sam.phone.looks()
    lee.phone.looks()


async def test_the_pin_cannot_be(town: Town, lee: Someone) -> None:
    """The message went before it was pinned: Telegram refuses, nothing is tried for ever, and all else goes on."""
    sam, token = town.someone("Sam"), await town.link_of(lee)
    town.simulator.faults.fail_next("pinChatMessage", "500", n=1)
    await sam.does(lambda phone: phone.starts(token))
    await sam.taps("Set up", "None of these", "Continue")
    await sam.writes("Sam")
    numbers = next(one for one in sam.phone.messages if "Save these" in one.text)
    del sam.phone.chat.messages[numbers.id]
    for _ in range(6):
        await town.goes_on(timedelta(seconds=10))
    assert sam.phone.pinned == []
    states = await town.database.read(lambda tx: tx.run(select(outbox.c.state).where(outbox.c.verb == "pin")))
    assert set(states.scalars()) == {"refused"}
    await sam.writes("/help")
    await sam.sees("If you need a person")
    sam.phone.looks()
    lee.phone.looks()
