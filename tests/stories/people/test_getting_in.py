"""Who gets in, what strangers and lost links meet, and whom the service is not for."""

from datetime import timedelta
from operator import methodcaller
from typing import Any

from sqlalchemy import or_, select

from bot.kit.menus import OF_ROLE
from db.people import accounts
from db.tables import inbox, metadata
from db.tx import Tx
from programme.people.person import Role
from simulator import Phone
from tests.acts.people.test_leaving import columns_about
from tests.stories.supporters.test_a_supporter import supporter
from tests.stories.town import Someone, Town


async def test_a_stranger(town: Town) -> None:
    """Somebody without a link is told kindly how it works, and craving help and the crisis card work for them."""
    eve = town.someone("Eve")
    await eve.does(lambda phone: phone.starts())
    await eve.sees("link")
    await eve.writes("/craving")
    await eve.sees("crav")
    await eve.writes("/help")
    await eve.sees("999", "116 123")
    await eve.writes("/summary")
    await eve.sees("/help")


async def test_a_link_works_for_the_first_who_opens_it(town: Town, lee: Someone) -> None:
    """Sam forwards the link after opening it: Eve is refused, and Sam can still join."""
    token = await town.link_of(lee)
    sam, eve = town.someone("Sam"), town.someone("Eve")
    await sam.does(lambda phone: phone.starts(token))
    await sam.sees("Lee gave you this link")
    await eve.does(lambda phone: phone.starts(token))
    assert "Lee" not in (await eve.sees("link")).text
    await sam.does(lambda phone: phone.starts(token))
    await sam.sees("Lee gave you this link")
    sam.phone.looks()


async def test_a_link_runs_out(town: Town, lee: Someone) -> None:
    """After three days the link is over, and Sam reads what to do."""
    token = await town.link_of(lee)
    await town.goes_on(timedelta(hours=73))
    sam = town.someone("Sam")
    await sam.does(lambda phone: phone.starts(token))
    await sam.sees("link", "new one")


async def test_wrong_codes(town: Town) -> None:
    """A practitioner's link without the right code lets nobody in, and guessing ends after five tries."""
    from care.people.invites import make_practitioner_invite

    now = town.clock.now()
    token, code = await town.database.write(lambda tx: make_practitioner_invite(tx.at(now), "Lee"))
    eve = town.someone("Eve")
    await eve.does(lambda phone: phone.starts(token))
    await eve.sees("six digits")
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(6):
        eve.phone.looks()
        await eve.writes(wrong)
    eve.phone.looks()
    await eve.writes(code)
    assert "/invite" not in (await eve.sees("hour")).text
    await town.goes_on(timedelta(minutes=61))
    await eve.writes(code)
    await eve.sees("set up")


async def test_forged_buttons(town: Town, sam: Someone) -> None:
    """Eve sends what Sam's buttons send: nothing of Sam's changes, and Eve reads that the button is not for her."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    data = sam.phone.messages[-1].buttons[0][0].data
    assert data is not None
    eve = town.someone("Eve")
    await eve.does(lambda phone: phone.starts())
    eve.phone.looks()
    for forged in (data, "t:1:mood:low", "t:999999:mood:low", "t::::", "nonsense", "t:1:" + "x" * 50, "\x00"):
        await eve.does(methodcaller("taps_raw", forged))
        assert eve.phone.toast or eve.phone.unseen
        eve.phone.looks()
    await sam.sees_nothing_new()
    await sam.taps("Good")
    await sam.sees("Strongest urge")


async def test_html_in_a_name(town: Town, lee: Someone) -> None:
    """A name made of markup is shown as it was typed, to Sam and to Lee."""
    name = '<b>Sam</b> & "co" <script>'
    sam = await town.client(lee, name)
    await town.reaches("Mon 18:30")
    assert name in (await sam.sees("Evening")).text
    await lee.writes("/clients")
    await lee.sees("<b>Sam</b>")


async def test_things_that_are_not_words(town: Town, sam: Someone) -> None:
    """Stickers, pictures, voice notes, contacts and very long texts each get a kind answer."""
    acts = (Phone.sends_sticker, Phone.sends_photo, Phone.sends_voice, Phone.sends_contact, Phone.sends_document)
    for act in acts:
        await sam.does(act)
        assert len(sam.phone.looks()) == 1, act
    await sam.writes("long " * 800)
    assert len(sam.phone.looks()) == 1
    await sam.writes("stop")
    await sam.sees("What would you like to stop?")


async def test_danger_words_come_first(town: Town, lee: Someone, sam: Someone) -> None:
    """Words of danger bring the card at once, in the middle of a question too, and the question stays."""
    await town.reaches("Mon 18:30")
    await sam.taps("Mixed", "4", "None", "Stress", "A walk")
    sam.phone.looks()
    await sam.writes("I can't go on, I want to die")
    await sam.sees("999", "116 123")
    sam.phone.looks()
    await sam.taps("I meant something else")
    sam.phone.looks()
    await lee.writes("/summary")
    assert "go on" not in (await lee.sees("Today so far: replied")).text


async def test_groups_are_left(town: Town) -> None:
    """Put into a group, the bot says nothing there and leaves."""
    group = town.simulator.group("Family")
    await town.settle()
    assert not group.has_bot
    assert not [bubble for bubble in group.messages if not bubble.from_me]


async def test_leaving_and_erasing(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam leaves and has all erased: nothing more comes, Lee sees nothing of Sam, and Sam may come back."""
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    await sam.writes("/leave")
    await sam.taps("Leave and erase", "Yes")
    await town.goes_on(timedelta(minutes=1))
    await sam.sees("going now")
    await town.goes_on(timedelta(days=2))
    await sam.sees_nothing_new()
    await lee.writes("/clients")
    assert "Sam" not in "".join(bubble.text for bubble in lee.phone.looks())
    assert sam.phone.keyboard == []
    await sam.does(lambda phone: phone.starts())
    await sam.sees("link")


async def test_the_buttons_at_hand_go_and_come_back(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam leaves, and the four buttons are taken off the phone; with a new link they are there once more."""
    at_hand = sam.phone.keyboard
    assert at_hand
    await sam.writes("/leave")
    await sam.taps("Leave, keep")
    await town.goes_on(timedelta(minutes=1))
    await sam.sees("You've left")
    await sam.sees("I've put your four buttons away")
    assert sam.phone.keyboard == []
    token = await town.link_of(lee)
    await sam.does(lambda phone: phone.starts(token))
    await sam.taps("Set up", "None of these", "☐ Check in", "Continue")
    sam.phone.looks()
    assert sam.phone.keyboard == []
    await sam.writes("18:30")
    await town.goes_on(timedelta(minutes=1))
    await sam.sees("You're set up")
    sam.phone.looks()
    lee.phone.looks()
    assert sam.phone.keyboard == at_hand


async def test_no_command_of_a_clients_is_unknown_to_a_stranger(town: Town) -> None:
    """Whoever has not joined is told that it works once they have, and never that there is no such thing."""
    kim = town.someone("Kim")
    for command in OF_ROLE[Role.CLIENT]:
        await kim.writes(f"/{command}")
        said = kim.phone.messages[-1].text
        assert "I don't know that one" not in said, command
        kim.phone.looks()


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
    person = await accounts.find(tx, account)
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
