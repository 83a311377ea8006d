"""A safety plan, and the one pinned message with whom to call."""

from datetime import timedelta

from sqlalchemy import select, update

from db.tables import outbox, people
from tests.stories.town import Someone, Town

DANGER = "I want to kill myself"
OFFER = "Write my safety plan"


async def written(sam: Someone) -> None:
    """Two lines, from More."""
    await sam.writes("More")
    await sam.taps("My safety plan", "What I notice")
    await sam.sees("Words of danger bring the crisis numbers, and I don't keep them")
    await sam.writes("I stop answering texts")
    await sam.sees("I stop answering texts")
    await sam.taps("Back", "Who I call")
    await sam.writes("Jo, 07700 900123")
    await sam.sees("Jo, 07700 900123")
    sam.phone.looks()


async def test_in_own_words(town: Town, lee: Someone, sam: Someone) -> None:
    """Lines are added, changed, taken off and brought back; a part may stay empty, and Lee sees nothing of it."""
    await written(sam)
    await sam.taps("Back")
    seen = await sam.sees("What I notice", "I stop answering texts", "Who I call", "Lee doesn't see this")
    assert "What helps" not in seen.text
    await sam.taps("What I notice", "I stop answering", "Change")
    await sam.writes("I stop answering Jo")
    await sam.sees("I stop answering Jo")
    await sam.taps("I stop answering Jo", "Take off")
    await sam.sees("Taken off: I stop answering Jo")
    await sam.taps("Undo")
    await sam.sees("I stop answering Jo")
    await sam.taps("Add a line", "Some ideas", "My thoughts go dark")
    await sam.sees("My thoughts go dark")
    await lee.writes("/summary")
    await lee.sees("Sam")
    assert "Safety plan" not in lee.labels()


async def test_from_the_card(town: Town, lee: Someone, sam: Someone) -> None:
    """The card has [My plan] where there is one, and the numbers stay in sight."""
    await sam.writes(DANGER)
    await sam.sees("999")
    assert "My plan" not in sam.labels()
    await sam.writes("/cancel")
    sam.phone.looks()
    await written(sam)
    await sam.writes(DANGER)
    await sam.sees("999", "116 123")
    await sam.taps("My plan")
    await sam.sees("My safety plan", "I stop answering texts", "In danger? Call 999")
    assert any("116 123" in one.text and one.buttons for one in sam.phone.messages)
    await sam.writes("/help")
    await sam.taps("My safety plan")
    await sam.sees("I stop answering texts")
    sam.phone.looks()


async def test_words_of_danger_are_no_line_of_it(town: Town, sam: Someone) -> None:
    """The card comes first and the words are not kept; it was said before, and the way back asks for other words."""
    await written(sam)
    await sam.taps("Add a line")
    await sam.sees("Words of danger bring the crisis numbers, and I don't keep them")
    await sam.writes(DANGER)
    await sam.sees("999")
    await sam.taps("I meant something else")
    sam.phone.looks()
    await sam.writes("It gets dark in my head")
    await sam.sees("It gets dark in my head")
    await sam.taps("Back")
    seen = await sam.sees("My safety plan")
    assert "kill" not in seen.text


async def test_shown_to_lee_and_taken_back(town: Town, lee: Someone, sam: Someone) -> None:
    """Lee reads the plan as it stood when Sam tapped Show; what is added later is not shown; taken back, it is gone."""
    await written(sam)
    await sam.taps("Back", "Show Lee")
    await sam.sees("Lee can see it as it was on")
    await sam.taps("What helps")
    await sam.writes("The allotment")
    sam.phone.looks()
    await lee.writes("/summary")
    lee.phone.looks()
    await lee.taps("Safety plan")
    seen = await lee.sees("Sam's safety plan", "I stop answering texts", "Jo, 07700 900123")
    assert "allotment" not in seen.text
    await sam.taps("Back", "Stop showing it")
    await sam.sees("Lee doesn't see this")
    await lee.sees("That isn't shown to you any more")
    await lee.taps("Back")
    lee.phone.looks()
    assert "Safety plan" not in lee.labels()


async def test_offered_once_in_a_calm_hour(town: Town, lee: Someone, sam: Someone) -> None:
    """Not in the first week, not on a hard day; then once in the closing words of a good one, with two ways out."""
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        await town.reaches(f"{day} 18:30")
        await sam.taps("Good", "0", "None")
        await sam.sees("Saved")
        assert OFFER not in sam.labels()
    await town.reaches("Mon 18:30")
    await sam.taps("Low", "Carry on", "0", "None")
    await sam.sees("Saved")
    assert OFFER not in sam.labels()
    await town.reaches("Tue 18:30")
    await sam.taps("Good", "0", "None")
    await sam.sees("a few lines of your own for a hard night")
    assert {"Not now", "Don't ask"} <= set(sam.labels())
    await sam.taps("Don't ask")
    await sam.sees("OK, I won't ask about that")
    for day in ("Wed", "Thu"):
        await town.reaches(f"{day} 18:30")
        await sam.taps("Good", "0", "None")
        await sam.sees("Saved")
        assert OFFER not in sam.labels()
    sam.phone.looks()
    lee.phone.looks()


async def test_it_stays_where_answers_go(town: Town, lee: Someone, sam: Someone) -> None:
    """Without a yes to keeping answers Sam still has the plan, Lee has nothing of it, and no line is added."""
    await written(sam)
    await sam.taps("Back", "Show Lee")
    await lee.writes("/summary")
    await lee.taps("Safety plan")
    await lee.sees("Sam's safety plan")
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep", "Continue")
    sam.phone.looks()
    await lee.sees("That isn't shown to you any more")
    await sam.writes("/help")
    await sam.taps("My safety plan")
    await sam.sees("I stop answering texts", "You chose that I keep no answers")
    await sam.taps("What helps")
    assert "Music" not in sam.phone.looks()[-1].text
    sam.phone.looks()
    lee.phone.looks()


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
