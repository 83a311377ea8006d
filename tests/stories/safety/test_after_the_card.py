"""The evening and morning after a crisis card; and the card from an older copy of the database."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from care.operators import starting
from care.operators.starting import release
from care.safety.crisis import crisis
from db.delivery import inbox, sight
from db.people import accounts
from db.store import service_facts
from db.store.vault import Vault
from db.tables import prompts
from db.tx import Tx
from programme.safety.danger import Brings, Danger
from programme.schedule.plan import CHECK_IN
from tests.stories.town import Someone, Town

DANGER = "I want to kill myself"
SMOKING = ("smok", "cigarette", "roll-up", "urge")


async def test_a_soft_evening_and_morning(town: Town, lee: Someone, stopped: Someone) -> None:
    """After the card the evening asks how it is in one tap, says whom to call once, and offers "A bit better"; the
    next morning too, without the number; and the evening after that is as any other."""
    sam = stopped
    await sam.taps("OK", "1", "None")
    await sam.sees("Saved")
    await town.reaches("Thu 15:00")
    sam.phone.looks()
    await sam.writes(DANGER)
    await sam.sees("999", "116 123")
    await town.reaches("Thu 18:30")
    seen = await sam.sees("Evening, Sam. Let's not talk about smoking tonight.", "How is it now?", "116 123 or 999")
    assert not any(word in seen.text.replace("talk about smoking", "") for word in SMOKING)
    assert sam.labels() == [
        "A bit better", "Still hard", "Talk to someone now", "Rough day", "Leave it", "Why this?",
    ]  # fmt: skip
    await sam.taps("Why this?")
    await sam.sees("You had the numbers from me today, so I kept it short.")
    await sam.taps("Back", "A bit better")
    await sam.sees("I'm glad it's a bit better")
    await town.reaches("Fri 08:00")
    seen = await sam.sees("Morning, Sam. Let's not talk about smoking this morning.", "How is it now?")
    assert "111" not in seen.text
    await sam.taps("Why this?")
    await sam.sees("You had the numbers from me on Thursday, so I kept it short.")
    await sam.taps("Back", "Still hard")
    await sam.sees("You don't have to get through it on your own")
    assert sam.labels() == ["Talk to someone now", "Something calming", "Tell Lee"]
    await town.reaches("Fri 18:30")
    await sam.sees("Evening, Sam", "How is your mood right now?")
    await lee.sees_nothing_new()


async def test_the_morning_that_was_promised_is_soft_too(town: Town, sam: Someone) -> None:
    """Smoking was left for the evening, and then came the card: the word at 08:00 is kind, and has the number and a way
    to somebody."""
    await sam.writes("Rough day")
    sam.phone.looks()
    await sam.taps("Leave smoking for today")
    sam.phone.looks()
    await sam.writes(DANGER)
    await sam.sees("999", "116 123")
    await town.reaches("Tue 08:00")
    seen = await sam.sees("Morning, Sam. Let's not talk about smoking this morning.", "If it gets harder, call")
    assert "as I said" not in seen.text
    assert sam.labels() == ["Talk to someone now", "Help with a craving", "Check in now", "Why this?"]


async def test_next_says_so_to_sam_and_to_nobody_else(town: Town, lee: Someone, stopped: Someone) -> None:
    """/next names the soft ones to Sam; Lee's look ahead and Lee's week are as if no card had been shown."""
    sam = stopped
    await sam.taps("OK", "1", "None")
    await town.reaches("Thu 15:00")
    await lee.writes("/next Sam")
    before = lee.phone.looks()[-1].text if lee.phone.messages else ""
    sam.phone.looks()
    await sam.writes(DANGER)
    await sam.writes("/next")
    text = next(one.text for one in reversed(sam.phone.looks()) if "Thu" in one.text)
    assert text.count("one kind question, none about smoking") == 2
    await lee.writes("/next Sam")
    assert (lee.phone.looks()[-1].text if lee.phone.messages else "") == before


async def test_no_silence_is_counted_from_it(town: Town, lee: Someone, sam: Someone) -> None:
    """What Sam leaves unanswered that evening and the next morning ends as left out by us: no reminder comes, and
    Lee's week neither counts it as asked nor as silent."""
    await town.reaches("Mon 18:00")
    await sam.writes(DANGER)
    await sam.sees("999")
    await town.reaches("Mon 18:40")
    await sam.sees("How is it now?")
    await town.reaches("Tue 07:00")
    assert "Closed, no problem" in (await sam.sees("Closed")).text
    states = await town.database.read(_states)
    assert states[-1] == ("skipped", "soft")
    await lee.writes("/summary")
    await lee.sees("No check-in to count in these days.")


async def test_what_was_open_already_is_reminded_of_kindly(town: Town, sam: Someone) -> None:
    """A check-in stands open when the card comes: its one reminder says that no answer is needed."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await town.goes_on(timedelta(minutes=10))
    await sam.writes(DANGER)
    await sam.sees("999")
    await town.reaches("Mon 21:00")
    await sam.sees("No need to answer")
    assert sam.labels()[:2] == ["A bit better", "Still hard"]
    await town.reaches("Tue 07:00")
    sam.phone.looks()
    assert (await town.database.read(_states))[-1] == ("skipped", "soft")


async def test_something_else_was_meant(town: Town, sam: Someone) -> None:
    """After [I meant something else] the evening is as any other."""
    await town.reaches("Mon 15:00")
    await sam.writes(DANGER)
    sam.phone.looks()
    await sam.taps("I meant something else")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood right now?")


@pytest.mark.parametrize("brings", [Brings.VIOLENCE, Brings.NUMBERS])
async def test_after_violence_nothing_is_softer(town: Town, sam: Someone, brings: Brings) -> None:
    """A partner may read along: no softer word, nothing that refers to it; nor after words that nobody could read."""
    await town.reaches("Mon 15:00")

    async def shown(tx: Tx) -> None:
        person = await accounts.find(tx, sam.phone.id)
        assert person is not None
        await crisis(tx.at(town.clock.now()), person, 10**6, Danger(brings, "told"))

    await town.database.write(shown)
    await town.settle()
    sam.phone.looks()
    await sam.writes("/next")
    assert "kind question" not in sam.phone.looks()[-1].text
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam. A few taps.", "How is your mood right now?")
    await sam.taps("Why this?")
    assert "numbers" not in (await sam.sees("You asked for a check-in at 18:30")).text


async def test_mood_comes_first_for_everybody(town: Town, sam: Someone) -> None:
    """Who picked smoking first, and asks for a check-in after the card, is asked about mood first."""
    await sam.writes("/settings")
    await sam.taps("Smoking first")
    await sam.writes(DANGER)
    sam.phone.looks()
    await sam.writes("/checkin")
    await sam.sees("How is your mood right now?")


async def test_the_quit_morning(town: Town, sam: Someone) -> None:
    """On the morning after the card the quit day is no hurry, and nothing is asked."""
    await sam.writes("/quitdate")
    await sam.taps("3")
    await town.reaches("Mon 15:00")
    await sam.writes(DANGER)
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    sam.phone.looks()
    newest = sam.phone.messages[-1].text
    assert "There's no hurry" in newest
    assert "urge" not in newest


async def _states(tx: Tx) -> list[tuple[str, str | None]]:
    """What became of the check-ins that were said, oldest first."""
    said = select(prompts.c.state, prompts.c.reason).where(prompts.c.kind == CHECK_IN, prompts.c.opened_at.is_not(None))
    return [(row.state, row.reason) for row in await tx.run(said.order_by(prompts.c.id))]


CARD = "Thank you for saying that."


async def put_back(town: Town, vault: Vault, erased: Someone) -> None:
    """The database is an older copy: that person was erased since, and more than that has happened."""
    await town.house.begin()
    person = await town.database.read(lambda tx: accounts.find(tx, erased.phone.id))
    assert person is not None
    vault.erase(person.id, erased.phone.id)
    await town.database.write(_older)
    await town.house.close()
    town.house = town.build()
    await town.house.begin()


async def _older(tx: Tx) -> None:
    await service_facts.put_generation(tx, await service_facts.lock_generation(tx) - 1)


async def let_go(town: Town, vault: Vault) -> None:
    """`alongside release`, and the service notices."""
    now = town.clock.now()
    found = await town.database.write(lambda tx: release(tx.at(now)))
    assert found is not None
    starting.confirm_start(vault, found[1])
    town.house.standby.held = await town.database.read(sight.get_hold)
    await town.settle()


async def test_nothing_goes_out_of_an_older_database(town: Town, lee: Someone, sam: Someone, vault: Vault) -> None:
    """What was due is not said, what is written waits, and cards answer at once; then Kim goes on and Sam is nobody."""
    kim = await town.client(lee, "Kim")
    await town.is_down("Mon 18:30")
    await put_back(town, vault, erased=sam)
    await town.settle()
    town.nobody_has_anything_unseen()
    await sam.writes("I want to kill myself")
    card = await sam.sees(CARD, "999", "116 123", "can't do more than this for now")
    assert not card.buttons
    await kim.writes("/progress")
    await kim.sees("can't answer yet", "What you write is kept", "call 116 123 or 999")
    await kim.writes("hello")
    await kim.sees_nothing_new()
    await kim.writes("/help")
    asked = await kim.sees("so please reach a person", "116 123", "can't do more than this for now")
    assert not asked.buttons
    assert CARD not in asked.text
    await kim.writes("/help")
    await kim.sees_nothing_new()
    await kim.writes("I'm going to kill myself")
    assert not (await kim.sees(CARD)).buttons
    await lee.writes("/clients")
    await lee.sees("can't answer yet")
    assert await town.database.read(inbox.waiting_in_all) == 7
    assert len(town.simulator.updates.queue) >= 7, "Telegram keeps them too, for a newer database"
    await let_go(town, vault)
    assert not town.simulator.updates.queue
    await lee.sees("Kim")
    assert "Sam" not in lee.phone.messages[-1].text
    for person in (sam, kim):
        person.phone.looks()
    await town.reaches("Tue 18:30")
    await kim.sees("How is your mood")
    await sam.sees_nothing_new()
