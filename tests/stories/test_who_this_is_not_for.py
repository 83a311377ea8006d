"""Whoever is under 18, pregnant or breastfeeding is not enrolled, is told who helps, and nothing of it is kept."""

from typing import Any

from sqlalchemy import or_, select

from db import people
from db.tables import inbox, metadata
from db.tx import Tx
from tests.acts.test_leaving import columns_about
from tests.stories.test_a_supporter import supporter
from tests.stories.town import Someone, Town

WHY = ("Under 18", "Pregnant or breastfeeding", "Not for me")  # three of these buttons send the very same


async def opens(town: Town, lee: Someone, name: str, label: str | None = None) -> Someone:
    """Somebody with a link of Lee's, before whom the question stands."""
    person, token = town.someone(name), await town.link_of(lee, label)
    await person.does(lambda phone: phone.starts(token))
    await person.taps("Set up")
    await person.sees("Is one of these you?", "I don't keep your answer")
    return person


async def rows_of(tx: Tx, account: int) -> dict[str, list[Any]]:
    """Every row about that account in every table. Numbers are counted as they come, column by column, as ids differ
    from one person to the next; moments and what is drawn by chance are left out."""
    person = await people.find(tx, account)
    assert person is not None
    numbers: dict[str, dict[int, int]] = {}

    def plain(name: str, value: Any) -> Any:
        match value:
            case bool() | None | str():
                return value
            case int():
                seen = numbers.setdefault(name, {})
                return seen.setdefault(value, len(seen))
            case dict():
                return {key: plain(key, one) for key, one in value.items()}
        return type(value).__name__

    found = {}
    for table in metadata.sorted_tables:
        about = [column == person.id for column in columns_about(table)]
        about += [table.c.telegram_id == account] if "telegram_id" in table.c else []
        if about:
            rows = await tx.run(select(table).where(or_(*about)).order_by(*table.primary_key))
            found[table.name] = [
                [plain(one.name, value) for one, value in zip(table.c, row, strict=True)] for row in rows
            ]
    return found


async def test_nothing_of_the_answer_is_kept(town: Town, lee: Someone) -> None:
    """Whichever button says no, every row of every table is the same, and so is what Lee reads."""
    kept, read = [], []
    for why in WHY:
        person = await opens(town, lee, "Kim", "K.K.")
        data = {one.data for row in person.phone.messages[-1].buttons for one in row if one.label in WHY}
        assert len(data) == 1, "nobody can tell them apart, Telegram neither"
        await person.taps(why)
        said = (await person.sees("Nothing is set up", "Lee can see that you didn't join, not why")).text
        read.append(said)
        kept.append(await town.database.read(lambda tx, one=person: rows_of(tx, one.phone.id)))  # type: ignore[misc]
    assert kept[0] == kept[1] == kept[2]
    assert kept[0].keys() >= {"events", "screens", "outbox", "inbox", "invites", "consents"}
    assert kept[0]["inbox"]
    assert not [*kept[0]["consents"], *kept[0]["invites"]]
    payloads = await town.database.read(lambda tx: tx.run(select(inbox.c.payload)))
    assert not any(payloads.scalars())
    assert read[0] == read[1] == read[2]
    await lee.writes("/clients")
    assert (await lee.sees("Links nobody has joined with")).text.count("K.K.: did not join") == 3


async def test_they_are_told_who_helps_and_may_come_back(town: Town, lee: Someone) -> None:
    """Craving help and the numbers go on as for a stranger; a mis-tap is taken back; a later link lets them in."""
    await lee.writes("/settings")
    await lee.taps("Crisis numbers", "Scotland")
    lee.phone.looks()
    ana = await opens(town, lee, "Ana", "A.K.")
    await ana.taps("Pregnant")
    await ana.sees("A midwife, a health visitor, your GP or a pharmacist", "Quit Your Way", "Childline", "0800 1111")
    await ana.taps("Back")
    await ana.sees("Lee gave you this link")
    await lee.writes("/clients")
    await lee.sees("A.K.: opened, not set up yet")
    await ana.taps("Set up", "Under 18")
    await ana.sees("Your GP or a school nurse")
    await ana.taps("Help with a craving now")
    await ana.sees("raving")
    await ana.writes("/help")
    await ana.sees("999", "116 123")
    await ana.writes("/start")
    await ana.sees("If you have a link")
    await lee.sees_nothing_new()
    again = await town.link_of(lee, "A.K. later")
    await ana.does(lambda phone: phone.starts(again))
    await ana.taps("Set up", "None of these", "Continue")
    await ana.writes("Ana")
    await ana.sees("You're set up, Ana")
    await lee.writes("/clients")
    assert "later" not in (await lee.sees("Ana, since", "A.K.: did not join")).text
    ana.phone.looks()


async def test_old_doubled_and_made_up_taps(town: Town, lee: Someone, sam: Someone) -> None:
    """A doubled tap says the same; the choices do not open by a made-up tap; a link that somebody else has opened since
    does not come back; and a supporter is told who helps as well."""
    kim, token = town.someone("Kim"), await town.link_of(lee)
    await kim.does(lambda phone: phone.starts(token))
    kim.phone.looks()
    screen = kim.phone.messages[-1]
    number = (screen.buttons[0][0].data or "").split(":")[1]
    kim.phone.taps_raw(f"t:{number}:choices_done:", screen.id)
    await town.settle()
    kim.phone.looks()
    await kim.taps("Set up")
    kim.phone.looks()
    for _ in range(2):
        kim.phone.taps_raw(f"t:{number}:decline:", screen.id)
    await town.settle()
    await kim.sees("Nothing is set up", "Lee can see")
    eve = town.someone("Eve")
    await eve.does(lambda phone: phone.starts(token))
    await eve.sees("Lee gave you this link")
    await kim.taps("Back")
    await kim.sees("used by another account")
    jo, theirs = await supporter(town, sam), await town.link_of(lee)
    await jo.does(lambda phone: phone.starts(theirs))
    await jo.taps("Set up", "Pregnant")
    assert "craving" not in (await jo.sees("Nothing is set up", "A midwife")).text
    sam.phone.looks()
    kim.phone.looks()
    lee.phone.looks()
