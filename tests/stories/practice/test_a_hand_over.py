"""Lee goes, and Dr Ade is there: what Sam reads the morning after a bad week, and what Dr Ade reads of Sam."""

from care.people.invites import make_client_invite
from care.practice.hand_over import Handed, hand_over
from db.people import accounts
from tests.stories.town import Someone, Town


async def _handed(town: Town, giver: Someone, taker: Someone) -> object:
    """As the operator's command does it."""
    now = town.clock.now()
    found = await town.database.read(lambda tx: accounts.find_many(tx, [giver.phone.id, taker.phone.id]))
    one, other = found[giver.phone.id], found[taker.phone.id]
    done = await town.database.write(lambda tx: hand_over(tx.at(now), one.id, other))
    await town.settle()
    return done


async def test_the_morning_after_a_bad_week(town: Town, lee: Someone, sam: Someone) -> None:
    """Handed over at night, Sam reads it at seven with whom to call; nothing is shown until Sam says so; what Sam
    asked is with Dr Ade at once."""
    ade = await town.practitioner("Dr Ade")
    await sam.writes("Rough day")
    await sam.taps("Tell Lee", "Send it")
    sam.phone.looks()
    await lee.sees("Sam asks you to get in touch")
    await town.reaches("Mon 23:00")
    sam.phone.looks()
    assert await _handed(town, lee, ade) == Handed(1, 1)
    await ade.sees("1 person comes to you from Lee", "Until then you see a name")
    await ade.sees("Sam asks you to get in touch")
    await lee.sees("1 person who was with you is with Dr Ade now")
    await lee.sees("This request for help has gone to a colleague")
    assert not any("Dr Ade is there" in one.text for one in sam.phone.unseen)
    await town.reaches("Tue 07:00")
    told = await sam.sees(
        "From now on Dr Ade is there for you here, in place of Lee.", "Dr Ade has your message now",
        "sees none of what you tell me unless you choose it", "call ",
    )  # fmt: skip
    assert len(told.text.split()) < 90
    await ade.writes("/clients")
    await ade.taps("Sam")
    await ade.sees("Sam has not chosen to show you a summary")
    await sam.taps("Choose what Dr Ade sees", "☐ Show Dr Ade a weekly summary", "Continue")
    sam.phone.looks()
    ade.phone.looks()
    await ade.writes("/clients")
    await ade.taps("Sam")
    assert "not chosen" not in (await ade.sees("Sam")).text


async def test_it_may_stay_private(town: Town, lee: Someone, sam: Someone) -> None:
    """One tap keeps it so, with the numbers still there; the way to change it is said."""
    ade = await town.practitioner("Dr Ade")
    await _handed(town, lee, ade)
    await ade.sees("1 person comes to you from Lee")
    await lee.sees("1 person who was with you")
    await sam.sees("Dr Ade is there for you here")
    await sam.taps("Keep it private")
    await sam.sees("OK, it stays private", "/settings")


async def test_a_link_is_taken_back(town: Town, lee: Someone) -> None:
    """Sent to the wrong person, who opened it: Lee takes it back from the list, and they can't join with it."""
    me = (await town.database.read(lambda tx: accounts.find_many(tx, [lee.phone.id])))[lee.phone.id]
    now = town.clock.now()
    made = await town.database.write(lambda tx: make_client_invite(tx.at(now), me, "S.P."))
    assert made is not None
    start = f"/start {made.token}"
    wrong = town.someone("Wrong")
    await wrong.writes(start)
    wrong.phone.looks()
    await lee.writes("/clients")
    await lee.taps("Take back: S.P.")
    await lee.sees("Somebody has opened it, and isn't set up yet")
    await lee.taps("Take it back")
    await lee.sees("The link for S.P. is taken back")
    lee.phone.looks()
    await wrong.sees_nothing_new()
    await wrong.writes(start)
    await wrong.sees("That link has run out")
    await lee.writes("/clients")
    await lee.sees("S.P.: taken back")
