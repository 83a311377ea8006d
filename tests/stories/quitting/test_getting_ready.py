"""Getting ready for the quit date, and telling others."""

from db.people import accounts, consents
from db.tx import Tx
from programme.people.person import Switch
from tests.stories.planning.test_a_plan import checks_in, told
from tests.stories.town import Someone, Town


async def test_the_list_comes_up_before_the_quit_date(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.4: a week, three days and a day before the date the list rides in a check-in, once each; "not ready" is
    fine, and what was ticked is remembered and counts."""
    await _picks(town, sam, "11")
    sam.phone.looks()
    assert "your list" not in await checks_in(town, sam, "Mon")
    assert "8 days" not in await checks_in(town, sam, "Tue")
    assert "Would you like to look at your list?" in await checks_in(town, sam, "Wed")
    await sam.taps("Open my list")
    await sam.sees("Your quit date is in 7 days, on Wednesday 11 March", "☐ Home: ashtrays", "Done: 0 of 8")
    sam.phone.looks()
    await sam.taps("☐ Home", "☐ My hands")
    await sam.sees("☑ Home: ashtrays", "Done: 2 of 8. Each one counts.")
    await sam.taps("Add my own")
    sam.phone.looks()
    await sam.writes("Buy carrots")
    await sam.taps("☐ Buy carrots")
    await sam.sees("☑ Buy carrots", "Done: 3 of 9")
    sam.phone.looks()
    for day in ("Thu", "Fri", "Sat"):
        assert "your list" not in await checks_in(town, sam, day)
    assert "3 days to the day you picked" in await checks_in(town, sam, "Sun")
    await sam.taps("Not ready")
    await sam.sees("That's fine, and good to know.", "The day can move too.")
    sam.phone.looks()
    assert "your list" not in await checks_in(town, sam, "Mon")
    assert "Tomorrow is the day you picked." in await checks_in(town, sam, "Tue")
    await sam.taps("Not now")
    assert "Tomorrow is the day" not in (await sam.sees("Saved")).text
    await sam.writes("/progress")
    await sam.sees("Things you got ready: 3")
    assert [one["card"] for one in await told(town, sam, "CardTold")].count("prepare") == 3
    lee.phone.looks()


async def test_another_quit_date_has_steps_of_its_own(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.4: where the date moves back nothing comes until its own steps, and ticks stay."""
    await _picks(town, sam, "9")
    sam.phone.looks()
    assert "7 days to the day you picked" in await checks_in(town, sam, "Mon")
    await sam.taps("Open my list", "☐ Lighters")
    sam.phone.looks()
    await sam.writes("/quitdate")
    await sam.taps("Change the day", "16")
    sam.phone.looks()
    for day in ("Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        assert "your list" not in await checks_in(town, sam, day)
    assert "7 days to the day you picked. Would you like to look at your list?\nDone: 1 of 8" in await checks_in(
        town, sam, "Mon"
    )
    lee.phone.looks()


async def test_the_list_is_there_without_a_date(town: Town, sam: Someone) -> None:
    """The list opens at any time; something of their own goes and comes back."""
    await _opens(sam, "Getting ready", "Add my own")
    await sam.writes("Tell my boss")
    await sam.taps("Take one off", "Tell my boss")
    assert "Tell my boss" not in (await sam.sees("Getting ready")).text
    await sam.taps("Undo")
    await sam.sees("☐ Tell my boss")


async def test_others_are_told_by_the_client_alone(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.5: draft words are copied on the phone and sent by nobody else; who knows is a list that is ticked."""
    await _opens(sam, "Telling others")
    await sam.taps("Words to send")
    before = len(sam.phone.messages), len(lee.phone.messages)
    await sam.taps("I'm going to stop smoking")
    await sam.sees("Nothing goes out from here.", "A walk or a call would be nice.")
    await sam.taps("Copy")
    assert sam.phone.clipboard is not None
    assert sam.phone.clipboard.startswith("I'm going to stop smoking.")
    assert (len(sam.phone.messages), len(lee.phone.messages)) == before
    await sam.taps("Back", "Write my own")
    sam.phone.looks()
    await sam.writes("Mum, I'm giving it a go.\n  Wish me luck.")
    await sam.sees("Mum, I'm giving it a go.\nWish me luck.")
    await sam.taps("Copy")
    assert sam.phone.clipboard == "Mum, I'm giving it a go.\nWish me luck."
    await sam.taps("Take it off", "Undo", "Back", "Add somebody")
    sam.phone.looks()
    await sam.writes("Mum")
    await sam.taps("☐ Mum", "Back")
    await sam.sees("· Who knows: 1 person")
    await sam.taps("Telling others", "Take one off", "Mum")
    await sam.sees("Nobody is on the list yet.")
    await sam.taps("Undo")
    await sam.sees("Tap somebody once they know.")
    assert "☑ Mum" in sam.labels()


async def test_own_words_fit_the_button_that_copies_them(town: Town, sam: Someone) -> None:
    """However long and whatever signs: what is kept of a draft can be copied whole."""
    await _opens(sam, "Telling others", "Words to send", "Write my own")
    await sam.writes("🚭" * 400)
    await sam.taps("Copy")
    sam.phone.looks()
    assert sam.phone.clipboard == "🚭" * 125


async def _picks(town: Town, sam: Someone, day: str) -> None:
    """A quit date, by somebody who wants none of the scales: their cards go before these."""

    async def off(tx: Tx) -> None:
        person = await accounts.find(tx, sam.phone.id)
        assert person is not None
        await consents.set_preference(tx.at(town.clock.now()), person.id, Switch.SCALES, on=False)

    await town.database.write(off)
    await sam.writes("/quitdate")
    await sam.taps(day)


async def _opens(sam: Someone, place: str, *way: str) -> None:
    await sam.writes("More")
    await sam.taps("My plan", place, *way)
    sam.phone.looks()
