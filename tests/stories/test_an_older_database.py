"""The service over an older copy of its database: a person in danger gets the card, and nobody gets anything else."""

from care import starting
from care.release import release
from db import generation, hold, inbox, people
from db.tx import Tx
from db.vault import Vault
from tests.stories.town import Someone, Town

CARD = "Thank you for saying that."


async def put_back(town: Town, vault: Vault, erased: Someone) -> None:
    """The database is an older copy: that person was erased since, and more than that has happened."""
    await town.house.begin()
    person = await town.database.read(lambda tx: people.find(tx, erased.phone.id))
    assert person is not None
    vault.erase(person.id, erased.phone.id)
    await town.database.write(_older)
    await town.house.close()
    town.house = town.build()
    await town.house.begin()


async def _older(tx: Tx) -> None:
    await generation.put(tx, await generation.lock(tx) - 1)


async def let_go(town: Town, vault: Vault) -> None:
    """`alongside release`, and the service notices."""
    now = town.clock.now()
    found = await town.database.write(lambda tx: release(tx.at(now)))
    assert found is not None
    starting.confirm(vault, found[1])
    town.house.standby.held = await town.database.read(hold.get)
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
